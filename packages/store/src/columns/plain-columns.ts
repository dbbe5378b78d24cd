import type { NumberColumn } from "../types.ts";
import { ConstantColumn } from "./narrow-kinds.ts";

// One class for each kind of array: a loop that reads one column then sees one kind, and reads it as fast as the array.
// (`at` of typed arrays themselves is a call for each number.)

export class Float64Column implements NumberColumn {
  readonly length: number;
  readonly values: Float64Array;

  constructor(values: Float64Array) {
    this.values = values;
    this.length = values.length;
  }
  at(row: number): number {
    return this.values[row] as number;
  }
}

export class Float32Column implements NumberColumn {
  readonly length: number;
  readonly values: Float32Array;

  constructor(values: Float32Array) {
    this.values = values;
    this.length = values.length;
  }
  at(row: number): number {
    return this.values[row] as number;
  }
}

class Uint32Column implements NumberColumn {
  readonly length: number;
  readonly values: Uint32Array;

  constructor(values: Uint32Array) {
    this.values = values;
    this.length = values.length;
  }
  at(row: number): number {
    return this.values[row] as number;
  }
}

class Uint16Column implements NumberColumn {
  readonly length: number;
  readonly values: Uint16Array;

  constructor(values: Uint16Array) {
    this.values = values;
    this.length = values.length;
  }
  at(row: number): number {
    return this.values[row] as number;
  }
}

export class Uint8Column implements NumberColumn {
  readonly length: number;
  readonly values: Uint8Array;

  constructor(values: Uint8Array) {
    this.values = values;
    this.length = values.length;
  }
  at(row: number): number {
    return this.values[row] as number;
  }
}

/** Arrays that columns are read from as they are. */
export type PlainArray = Float64Array | Float32Array | Uint32Array | Uint16Array | Uint8Array;

/** A column over an array, which it does not copy. */
export function columnOf(values: PlainArray): NumberColumn {
  if (values instanceof Float64Array) return new Float64Column(values);
  if (values instanceof Float32Array) return new Float32Column(values);
  if (values instanceof Uint32Array) return new Uint32Column(values);
  return values instanceof Uint16Array ? new Uint16Column(values) : new Uint8Column(values);
}

/** Writes rows `from` up to `to` of a column into an array, beginning at `at`. */
export function copyColumn(
  column: NumberColumn,
  into: PlainArray,
  { from, to, at }: { readonly from: number; readonly to: number; readonly at: number },
): void {
  const values = plainArray(column);
  if (values !== null) into.set(values.subarray(from, to), at);
  else for (let row = from; row < to; row++) into[at + row - from] = column.at(row);
}

/** The numbers of a column in an array, which is not to be changed: that of the column itself where it has one. */
export function numbersOf(column: NumberColumn): ArrayLike<number> {
  const own = plainArray(column);
  if (own !== null) return own;
  const isByte = column instanceof ConstantColumn && column.value === (column.value & 255);
  return isByte ? new Uint8Array(column.length).fill(column.value) : float64Of(column);
}

/** The same in one kind of array. */
export function float64Of(column: NumberColumn): Float64Array {
  if (column instanceof Float64Column) return column.values;
  const values = new Float64Array(column.length);
  copyColumn(column, values, { from: 0, to: column.length, at: 0 });
  return values;
}

/** What a column was made of by {@link columnOf}; null for any other. */
export function plainArray(column: NumberColumn): PlainArray | null {
  return "values" in column && ArrayBuffer.isView(column.values) ? (column.values as PlainArray) : null;
}
