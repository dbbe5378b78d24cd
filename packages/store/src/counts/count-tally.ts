import type { MoveBatch, Tally } from "../filter/move-batch.ts";
import { CERTAIN, type Columns, type Counts, HIDDEN, POSSIBLE, ROW_BITS } from "../types.ts";

/** Running {@link Counts} of the rows under some clauses. */
export class CountTally implements Tally {
  readonly #columns: Columns;
  readonly #byStanding: [number, number, number] = [0, 0, 0];
  #undated = 0;
  #unplaced = 0;

  constructor(columns: Columns, standing: Uint8Array) {
    const { outerStartMs, rowBits } = columns;
    this.#columns = columns;
    for (let row = 0; row < standing.length; row++) {
      const state = standing[row] as 0 | 1 | 2;
      this.#byStanding[state]++;
      if (state === HIDDEN) continue;
      if (Number.isNaN(outerStartMs[row])) this.#undated++;
      if (((rowBits[row] as number) & ROW_BITS.unplaced) !== 0) this.#unplaced++;
    }
  }

  take({ rows, from, to, length }: MoveBatch): void {
    const { outerStartMs, rowBits } = this.#columns;
    const sums = this.#byStanding;
    for (let i = 0; i < length; i++) {
      const before = from[i] as 0 | 1 | 2;
      const after = to[i] as 0 | 1 | 2;
      sums[before]--;
      sums[after]++;
      const change = Number(after !== HIDDEN) - Number(before !== HIDDEN);
      if (change === 0) continue;
      const row = rows[i] as number;
      if (Number.isNaN(outerStartMs[row])) this.#undated += change;
      if (((rowBits[row] as number) & ROW_BITS.unplaced) !== 0) this.#unplaced += change;
    }
  }

  counts(): Counts {
    const certain = this.#byStanding[CERTAIN];
    const possible = this.#byStanding[POSSIBLE];
    return Object.freeze({
      shown: certain + possible,
      total: this.#columns.length,
      certain,
      possible,
      undated: this.#undated,
      unplaced: this.#unplaced,
    });
  }
}
