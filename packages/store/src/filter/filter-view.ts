import { isUnplaced } from "../columns/place-radius.ts";
import { CERTAIN, type Columns, type Counts, HIDDEN, POSSIBLE } from "../types.ts";

/** Rows by standing, in time order. Both lists are windows on buffers that the next change writes over. */
export interface PassingRows {
  readonly certain: Uint32Array;
  readonly possible: Uint32Array;
}

/**
 * How every row stands under a set of clauses, with all that is derived from it. Buffers are made once and written over,
 * so that a brush step makes no garbage that grows with the rows.
 */
export class FilterView {
  readonly standing: Uint8Array;
  readonly #columns: Columns;
  #counts: Counts | null = null;
  #certain: Uint32Array | null = null;
  #possible: Uint32Array | null = null;
  #rows: PassingRows | null = null;
  #isFresh = false;

  constructor(columns: Columns) {
    this.#columns = columns;
    this.standing = new Uint8Array(columns.length);
  }

  get isFresh(): boolean {
    return this.#isFresh;
  }

  /** Marks everything derived as out of date. */
  spoil(): void {
    this.#isFresh = false;
    this.#counts = null;
    this.#rows = null;
  }

  /** The least standing of each row over the given columns of standings; none = certain. */
  fill(parts: readonly Uint8Array[]): void {
    const { standing } = this;
    const first = parts[0];
    if (first === undefined) standing.fill(CERTAIN);
    else standing.set(first);
    for (const part of parts.slice(1)) lower(standing, part);
    this.#isFresh = true;
    this.#counts = null;
    this.#rows = null;
  }

  counts(): Counts {
    this.#counts ??= countStanding(this.standing, this.#columns);
    return this.#counts;
  }

  rows(timeOrder: Uint32Array): PassingRows {
    if (this.#rows !== null) return this.#rows;
    this.#certain ??= new Uint32Array(this.#columns.length);
    this.#possible ??= new Uint32Array(this.#columns.length);
    let certain = 0;
    let possible = 0;
    for (let i = 0; i < timeOrder.length; i++) {
      const row = timeOrder[i] as number;
      const state = this.standing[row];
      if (state === CERTAIN) this.#certain[certain++] = row;
      else if (state === POSSIBLE) this.#possible[possible++] = row;
    }
    this.#rows = { certain: this.#certain.subarray(0, certain), possible: this.#possible.subarray(0, possible) };
    return this.#rows;
  }
}

function lower(standing: Uint8Array, part: Uint8Array): void {
  for (let row = 0; row < standing.length; row++) {
    if ((part[row] as number) < (standing[row] as number)) standing[row] = part[row] as number;
  }
}

function countStanding(standing: Uint8Array, columns: Columns): Counts {
  const byStanding = [0, 0, 0];
  let undated = 0;
  let unplaced = 0;
  for (let row = 0; row < standing.length; row++) {
    const state = standing[row] as number;
    byStanding[state] = (byStanding[state] as number) + 1;
    if (state === HIDDEN) continue;
    if (Number.isNaN(columns.outerStartMs[row])) undated++;
    if (isUnplaced(columns, row)) unplaced++;
  }
  const possible = byStanding[POSSIBLE] as number;
  const certain = byStanding[CERTAIN] as number;
  return Object.freeze({ shown: certain + possible, total: standing.length, certain, possible, undated, unplaced });
}
