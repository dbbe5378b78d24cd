import type { NumberColumn } from "../types.ts";

/** The same number in every row: no bytes at all. */
export class ConstantColumn implements NumberColumn {
  readonly length: number;
  readonly value: number;

  constructor(value: number, length: number) {
    this.value = value;
    this.length = length;
  }
  at(_row: number): number {
    return this.value;
  }
}

/** Few numbers, by a byte a row. */
export class CodedColumn implements NumberColumn {
  readonly length: number;
  readonly table: Float64Array;
  readonly codes: Uint8Array;

  constructor(table: Float64Array, codes: Uint8Array) {
    this.table = table;
    this.codes = codes;
    this.length = codes.length;
  }
  at(row: number): number {
    return this.table[this.codes[row] as number] as number;
  }
}

/** Stands for a coordinate that is not known: no degree is as far. */
export const UNKNOWN_DEGREE = -(2 ** 31);
export const FIXED_PER_DEGREE = 1e7;

/** Whole numbers of 1e-7 degrees, about a centimetre. */
export class FixedDegreeColumn implements NumberColumn {
  readonly length: number;
  readonly fixed: Int32Array;

  constructor(fixed: Int32Array) {
    this.fixed = fixed;
    this.length = fixed.length;
  }
  at(row: number): number {
    const fixed = this.fixed[row] as number;
    return fixed === UNKNOWN_DEGREE ? Number.NaN : fixed / FIXED_PER_DEGREE;
  }
}

/** Start (side 0) or end (side 1) of a span, by codes into instants: two bytes a row. */
export class InstantColumn implements NumberColumn {
  readonly length: number;
  /** Rising; the last one is NaN, for what is not known. */
  readonly table: Float64Array;
  /** The code of row r at 2 r + side: both sides of a span lie side by side. */
  readonly codes: Uint16Array;
  readonly side: 0 | 1;

  constructor(table: Float64Array, codes: Uint16Array, side: 0 | 1) {
    this.table = table;
    this.codes = codes;
    this.side = side;
    this.length = codes.length / 2;
  }
  at(row: number): number {
    return this.table[this.codes[2 * row + this.side] as number] as number;
  }
}

/** The same with more instants than two bytes can name. */
export class ManyInstantColumn implements NumberColumn {
  readonly length: number;
  readonly table: Float64Array;
  readonly codes: Uint32Array;
  readonly side: 0 | 1;

  constructor(table: Float64Array, codes: Uint32Array, side: 0 | 1) {
    this.table = table;
    this.codes = codes;
    this.side = side;
    this.length = codes.length / 2;
  }
  at(row: number): number {
    return this.table[this.codes[2 * row + this.side] as number] as number;
  }
}

/** Whether two columns are the two sides of coded spans. */
export function isInstantPair(start: NumberColumn, end: NumberColumn): start is InstantColumn | ManyInstantColumn {
  if (!(start instanceof InstantColumn || start instanceof ManyInstantColumn)) return false;
  return (end instanceof InstantColumn || end instanceof ManyInstantColumn) && end.codes === start.codes;
}

/** The bound of the outer span where a bit says that the core is all of it, else NaN. */
export class SolidColumn implements NumberColumn {
  readonly length: number;
  readonly outer: NumberColumn;
  /** Bit r % 8 of byte r / 8. */
  readonly solid: Uint8Array;

  constructor(outer: NumberColumn, solid: Uint8Array) {
    this.outer = outer;
    this.solid = solid;
    this.length = outer.length;
  }
  at(row: number): number {
    return isSolid(this.solid, row) ? this.outer.at(row) : Number.NaN;
  }
}

export function isSolid(solid: Uint8Array, row: number): boolean {
  return (((solid[row >>> 3] as number) >>> (row & 7)) & 1) === 1;
}
