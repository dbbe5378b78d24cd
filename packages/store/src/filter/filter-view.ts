import { CountTally } from "../counts/count-tally.ts";
import { FacetTally } from "../counts/facet-counts.ts";
import { CERTAIN, type Columns, type Counts, POSSIBLE } from "../types.ts";
import type { FieldValues } from "./field-values.ts";

/** Rows by standing, in time order. Both lists are windows on buffers that the next change writes over. */
export interface PassingRows {
  readonly certain: Uint32Array;
  readonly possible: Uint32Array;
}

/** Answers kept at once: lanes of one histogram, not every position of a panning timeline. */
const MOST_ANSWERS = 64;

/**
 * How every row stands under a set of clauses, with the counts that follow from it. Filled as a whole, or moved row by row;
 * the counts move along. Buffers are made once and written over, so that a brush step makes no garbage that grows with
 * the rows.
 */
export class FilterView {
  readonly standing: Uint8Array;
  readonly #columns: Columns;
  readonly #facets = new Map<string, FacetTally>();
  readonly #answers = new Map<string, unknown>();
  #tally: CountTally | null = null;
  #certain: Uint32Array | null = null;
  #possible: Uint32Array | null = null;
  #rows: PassingRows | null = null;
  #isFilled = false;

  constructor(columns: Columns) {
    this.#columns = columns;
    this.standing = new Uint8Array(columns.length);
  }

  get isFilled(): boolean {
    return this.#isFilled;
  }

  /** Everything is out of date: the next question fills the view again. */
  spoil(): void {
    this.#isFilled = false;
    this.#tally = null;
    this.#facets.clear();
    this.#forgetAnswers();
  }

  /** The least standing of each row over the given columns of standings; none = certain. */
  fill(parts: readonly Uint8Array[]): void {
    const { standing } = this;
    const first = parts[0];
    if (first === undefined) standing.fill(CERTAIN);
    else standing.set(first);
    for (const part of parts.slice(1)) lower(standing, part);
    this.#isFilled = true;
  }

  /** Brings one row up to date. */
  move(row: number, parts: readonly Uint8Array[]): void {
    let to = CERTAIN as number;
    for (let i = 0; i < parts.length; i++) {
      const part = (parts[i] as Uint8Array)[row] as number;
      if (part < to) to = part;
    }
    const from = this.standing[row] as number;
    if (from === to) return;
    this.standing[row] = to;
    this.#tally?.move(row, from, to);
    for (const facet of this.#facets.values()) facet.move(row, from, to);
    this.#forgetAnswers();
  }

  counts(): Counts {
    this.#tally ??= new CountTally(this.#columns, this.standing);
    return this.#tally.counts();
  }

  facet(name: string, field: FieldValues): FacetTally {
    const tally = this.#facets.get(name) ?? new FacetTally(field, this.standing);
    this.#facets.set(name, tally);
    return tally;
  }

  /** An answer that is worked out once and holds until a row moves. */
  answer<T>(key: string, work: () => T): T {
    if (this.#answers.size >= MOST_ANSWERS && !this.#answers.has(key)) this.#answers.clear();
    if (!this.#answers.has(key)) this.#answers.set(key, work());
    return this.#answers.get(key) as T;
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

  #forgetAnswers(): void {
    this.#rows = null;
    if (this.#answers.size > 0) this.#answers.clear();
  }
}

function lower(standing: Uint8Array, part: Uint8Array): void {
  for (let row = 0; row < standing.length; row++) {
    if ((part[row] as number) < (standing[row] as number)) standing[row] = part[row] as number;
  }
}
