import { CountTally } from "../counts/count-tally.ts";
import { CERTAIN, type Counts, HIDDEN, POSSIBLE } from "../types.ts";
import type { FieldIndex } from "./field-index.ts";
import { MoveBatch, type Tally } from "./move-batch.ts";
import type { StandingWords, WordMask } from "./standing-words.ts";

/** Rows by standing, in time order. Both lists are windows on buffers that the next change writes over. */
export interface PassingRows {
  readonly certain: Uint32Array;
  readonly possible: Uint32Array;
}

/** A tally that nobody has read for so many moves is dropped: edges of a timeline that has panned on, a zoom left behind. */
const MOST_IDLE_MOVES = 8;

/** Tallies kept while nothing moves: lanes of one histogram, not every position of a panning timeline. */
const MOST_TALLIES = 64;

interface KeptTally {
  readonly tally: Tally;
  idleMoves: number;
}

/**
 * How every row stands under a set of clauses, with the sums that follow from it. Filled as a whole, or moved by batches
 * of rows; the sums move along. Buffers are made once and written over, so that a brush step makes no garbage that grows
 * with the rows.
 */
export class FilterView {
  readonly standing: Uint8Array;
  readonly #fields: FieldIndex;
  readonly #moves = new MoveBatch();
  readonly #tallies = new Map<string, KeptTally>();
  #certain: Uint32Array | null = null;
  #possible: Uint32Array | null = null;
  #rows: PassingRows | null = null;
  #isFilled = false;

  constructor(fields: FieldIndex) {
    this.#fields = fields;
    this.standing = new Uint8Array(fields.length);
  }

  get isFilled(): boolean {
    return this.#isFilled;
  }

  /** Everything is out of date: the next question fills the view again. */
  spoil(): void {
    this.#isFilled = false;
    this.#tallies.clear();
    this.#rows = null;
  }

  /** The least standing of each row under the masked clauses; none = certain. */
  fill(words: StandingWords, masks: readonly WordMask[]): void {
    const { standing } = this;
    if (masks.length === 0) standing.fill(CERTAIN);
    else for (let row = 0; row < standing.length; row++) standing[row] = words.standingOf(row, masks);
    this.#isFilled = true;
  }

  /** Brings rows up to date that moved under one clause; `rest` masks the view's other clauses. */
  move(moved: MoveBatch, words: StandingWords, rest: readonly WordMask[]): void {
    const moves = this.#moves;
    moves.clear();
    for (let i = 0; i < moved.length; i++) {
      const row = moved.rows[i] as number;
      const least = words.standingOf(row, rest);
      if (least === HIDDEN) continue;
      const from = Math.min(least, moved.from[i] as number);
      const to = Math.min(least, moved.to[i] as number);
      if (from === to) continue;
      this.standing[row] = to;
      moves.add(row, from, to);
    }
    if (moves.length === 0) return;
    this.#rows = null;
    for (const [key, kept] of this.#tallies) {
      if (++kept.idleMoves > MOST_IDLE_MOVES) this.#tallies.delete(key);
      else kept.tally.take(moves);
    }
  }

  counts(): Counts {
    return this.tally("count", (standing) => new CountTally(this.#fields.absences(), standing)).counts();
  }

  /** A tally by name: made at the first question, moved along from then on. */
  tally<T extends Tally>(key: string, make: (standing: Uint8Array) => T): T {
    const known = this.#tallies.get(key);
    if (known !== undefined) {
      known.idleMoves = 0;
      return known.tally as T;
    }
    if (this.#tallies.size >= MOST_TALLIES) this.#tallies.clear();
    const tally = make(this.standing);
    this.#tallies.set(key, { tally, idleMoves: 0 });
    return tally;
  }

  rows(timeOrder: Uint32Array): PassingRows {
    if (this.#rows !== null) return this.#rows;
    this.#certain ??= new Uint32Array(this.standing.length);
    this.#possible ??= new Uint32Array(this.standing.length);
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
