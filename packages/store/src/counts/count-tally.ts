import { isUnplaced } from "../columns/place-radius.ts";
import { CERTAIN, type Columns, type Counts, HIDDEN, POSSIBLE } from "../types.ts";

/** Running {@link Counts} of the rows under some clauses. */
export class CountTally {
  readonly #columns: Columns;
  readonly #byStanding: [number, number, number] = [0, 0, 0];
  #undated = 0;
  #unplaced = 0;

  constructor(columns: Columns, standing: Uint8Array) {
    this.#columns = columns;
    this.#byStanding[HIDDEN] = standing.length;
    for (let row = 0; row < standing.length; row++) this.move(row, HIDDEN, standing[row] as number);
  }

  /** Takes a row from one standing to another. */
  move(row: number, from: number, to: number): void {
    this.#byStanding[from as 0 | 1 | 2]--;
    this.#byStanding[to as 0 | 1 | 2]++;
    const change = Number(to !== HIDDEN) - Number(from !== HIDDEN);
    if (change === 0) return;
    if (Number.isNaN(this.#columns.outerStartMs[row])) this.#undated += change;
    if (isUnplaced(this.#columns, row)) this.#unplaced += change;
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
