import type { FieldValues } from "../filter/field-values.ts";
import { CERTAIN, type FacetCount, HIDDEN, POSSIBLE } from "../types.ts";

/**
 * Running counts of the values of one field. A row with several values counts once under each; the value "" counts the
 * rows that state none.
 */
export class FacetTally {
  readonly #field: FieldValues;
  readonly #certain: Uint32Array;
  readonly #possible: Uint32Array;

  constructor(field: FieldValues, standing: Uint8Array) {
    this.#field = field;
    this.#certain = new Uint32Array(field.values.length);
    this.#possible = new Uint32Array(field.values.length);
    for (let row = 0; row < standing.length; row++) this.move(row, HIDDEN, standing[row] as number);
  }

  /** Takes a row from one standing to another. */
  move(row: number, from: number, to: number): void {
    const { offsets, codes } = this.#field;
    if (offsets === null) {
      this.#moveCode(codes[row] as number, from, to);
      return;
    }
    const end = offsets[row + 1] as number;
    for (let i = offsets[row] as number; i < end; i++) this.#moveCode(codes[i] as number, from, to);
  }

  #moveCode(code: number, from: number, to: number): void {
    if (from === CERTAIN) this.#certain[code] = (this.#certain[code] as number) - 1;
    else if (from === POSSIBLE) this.#possible[code] = (this.#possible[code] as number) - 1;
    if (to === CERTAIN) this.#certain[code] = (this.#certain[code] as number) + 1;
    else if (to === POSSIBLE) this.#possible[code] = (this.#possible[code] as number) + 1;
  }

  /** Every value with its counts, most rows first, then by name. */
  counts(active: ReadonlySet<string>): readonly FacetCount[] {
    const facets = this.#field.values.map((value, code) => ({
      value,
      certain: this.#certain[code] as number,
      possible: this.#possible[code] as number,
      active: active.has(value),
    }));
    return facets.sort(byCountThenName);
  }
}

function byCountThenName(a: FacetCount, b: FacetCount): number {
  const more = b.certain + b.possible - (a.certain + a.possible);
  if (more !== 0) return more;
  return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
}
