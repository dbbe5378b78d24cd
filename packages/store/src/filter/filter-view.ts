import { CountTally } from "../counts/count-tally.ts";
import { CERTAIN, type Counts, POSSIBLE } from "../types.ts";
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
  /** By row, for those who draw. */
  readonly standing: Uint8Array;
  /** By rank in time order, for those who count. */
  readonly ranked: Uint8Array;
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
    this.ranked = new Uint8Array(fields.length);
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
    const { standing, ranked } = this;
    const { timeOrder } = this.#fields;
    for (let rank = 0; rank < ranked.length; rank++) {
      const state = words.standingOf(rank, masks);
      ranked[rank] = state;
      standing[timeOrder[rank] as number] = state;
    }
    this.#isFilled = true;
  }

  /** Brings rows up to date that moved under one clause; `rest` masks the view's other clauses. */
  move(moved: MoveBatch, words: StandingWords, rest: readonly WordMask[]): void {
    const moves = this.#moves;
    const { standing, ranked } = this;
    const { timeOrder } = this.#fields;
    words.lower(moved, rest, moves);
    for (let i = 0; i < moves.length; i++) {
      const rank = moves.ranks[i] as number;
      const to = moves.to[i] as number;
      ranked[rank] = to;
      standing[timeOrder[rank] as number] = to;
    }
    if (moves.length === 0) return;
    this.#rows = null;
    for (const [key, kept] of this.#tallies) {
      if (++kept.idleMoves > MOST_IDLE_MOVES) this.#tallies.delete(key);
      else kept.tally.take(moves);
    }
  }

  counts(): Counts {
    return this.tally("count", (ranked) => new CountTally(this.#fields.absences(), ranked)).counts();
  }

  /** A tally by name: made at the first question, moved along from then on. */
  tally<T extends Tally>(key: string, make: (ranked: Uint8Array) => T): T {
    const known = this.#tallies.get(key);
    if (known !== undefined) {
      known.idleMoves = 0;
      return known.tally as T;
    }
    if (this.#tallies.size >= MOST_TALLIES) this.#tallies.clear();
    const tally = make(this.ranked);
    this.#tallies.set(key, { tally, idleMoves: 0 });
    return tally;
  }

  rows(): PassingRows {
    if (this.#rows !== null) return this.#rows;
    const { timeOrder } = this.#fields;
    this.#certain ??= new Uint32Array(this.standing.length);
    this.#possible ??= new Uint32Array(this.standing.length);
    let certain = 0;
    let possible = 0;
    for (let rank = 0; rank < timeOrder.length; rank++) {
      const row = timeOrder[rank] as number;
      const state = this.ranked[rank];
      if (state === CERTAIN) this.#certain[certain++] = row;
      else if (state === POSSIBLE) this.#possible[possible++] = row;
    }
    this.#rows = { certain: this.#certain.subarray(0, certain), possible: this.#possible.subarray(0, possible) };
    return this.#rows;
  }
}
