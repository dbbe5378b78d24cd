import type { FieldValues } from "../filter/field-values.ts";
import type { MoveBatch, Tally } from "../filter/move-batch.ts";
import { type FacetCount, HIDDEN } from "../types.ts";
import { StandingSums } from "./standing-sums.ts";

/**
 * Running counts of the values of one field. A row with several values counts once under each; the value "" counts the
 * rows that state none.
 */
export class FacetTally implements Tally {
  readonly #field: FieldValues;
  readonly #sums: StandingSums;

  constructor(field: FieldValues, standing: Uint8Array) {
    this.#field = field;
    this.#sums = new StandingSums(field.values.length);
    for (let rank = 0; rank < standing.length; rank++) this.#move(rank, HIDDEN, standing[rank] as number);
  }

  take({ ranks, from, to, length }: MoveBatch): void {
    for (let i = 0; i < length; i++) this.#move(ranks[i] as number, from[i] as number, to[i] as number);
  }

  #move(rank: number, from: number, to: number): void {
    const { offsets, codes } = this.#field;
    if (offsets === null) {
      this.#sums.move(codes[rank] as number, from, to);
      return;
    }
    const end = offsets[rank + 1] as number;
    for (let i = offsets[rank] as number; i < end; i++) this.#sums.move(codes[i] as number, from, to);
  }

  /** Every value with its counts, most rows first, then by name. */
  counts(active: ReadonlySet<string>): readonly FacetCount[] {
    const { certain, possible } = this.#sums;
    const facets = this.#field.values.map((value, code) => ({
      value,
      certain: certain[code] as number,
      possible: possible[code] as number,
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
