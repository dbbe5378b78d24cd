import type { MoveBatch, Tally } from "../filter/move-batch.ts";
import { CERTAIN, type Columns, type Counts, HIDDEN, ROW_BITS } from "../types.ts";

const UNDATED = 1;
const UNPLACED = 2;

/** What is missing in each row, by rank: its date, its place. One byte, so that a moved row costs one short read. */
export function absencesOf({ outerStartMs, rowBits }: Columns, timeOrder: Uint32Array): Uint8Array {
  const absences = new Uint8Array(timeOrder.length);
  for (let rank = 0; rank < timeOrder.length; rank++) {
    const row = timeOrder[rank] as number;
    const isUnplaced = ((rowBits[row] as number) & ROW_BITS.unplaced) !== 0;
    absences[rank] = (Number.isNaN(outerStartMs[row]) ? UNDATED : 0) | (isUnplaced ? UNPLACED : 0);
  }
  return absences;
}

/** Running {@link Counts} of the rows under some clauses. */
export class CountTally implements Tally {
  readonly #absences: Uint8Array;
  /** Rows that are shown, by what they lack. */
  readonly #shown: [number, number, number, number] = [0, 0, 0, 0];
  #certain = 0;

  constructor(absences: Uint8Array, standing: Uint8Array) {
    this.#absences = absences;
    for (let rank = 0; rank < standing.length; rank++) {
      const state = standing[rank];
      if (state !== HIDDEN) this.#shown[absences[rank] as 0 | 1 | 2 | 3]++;
      if (state === CERTAIN) this.#certain++;
    }
  }

  take({ ranks, from, to, length }: MoveBatch): void {
    for (let i = 0; i < length; i++) {
      const before = from[i] as number;
      const after = to[i] as number;
      const change = Number(after !== HIDDEN) - Number(before !== HIDDEN);
      if (change !== 0) this.#shown[this.#absences[ranks[i] as number] as 0 | 1 | 2 | 3] += change;
      this.#certain += Number(after === CERTAIN) - Number(before === CERTAIN);
    }
  }

  counts(): Counts {
    const [neither, undated, unplaced, both] = this.#shown;
    const shown = neither + undated + unplaced + both;
    return Object.freeze({
      shown,
      total: this.#absences.length,
      certain: this.#certain,
      possible: shown - this.#certain,
      undated: undated + both,
      unplaced: unplaced + both,
    });
  }
}
