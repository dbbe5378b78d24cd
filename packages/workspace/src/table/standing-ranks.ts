import type { CERTAIN, POSSIBLE, Standing } from "@whenwhere/store";

/** Rows that are listed: those that pass surely, or those that pass only possibly. */
export type ListedKind = typeof CERTAIN | typeof POSSIBLE;

/** Ranks of one block are looked through one by one. */
const BLOCK = 1_024;

/**
 * How the rows of an order stood when they were last looked at. Row n of those that pass, and the place of a row among them, are
 * found without a list of them all. Nothing changes between two looks, so that a table is of one step even while the window
 * has moved on. Cost of a look: one step for each row that stands otherwise, all rows where that is not known; of an answer: a
 * search among the blocks, and a walk through one.
 */
export class StandingRanks {
  /** Rows by rank. */
  readonly #order: Uint32Array;
  /** By rank. */
  readonly #states: Uint8Array;
  /** Rows of each state in each block; those of state s of block b are at 3 b + s. */
  readonly #counts: Uint32Array;
  /** The same summed: rows of a state in all blocks before. */
  readonly #before: Uint32Array;
  /** Ranks by row; made when first needed. */
  #ranks: Uint32Array | null = null;
  #standing: Standing | null = null;
  #version = 0;

  /** Takes the order over. */
  constructor(order: Uint32Array) {
    this.#order = order;
    this.#states = new Uint8Array(order.length);
    const blocks = Math.ceil(order.length / BLOCK);
    this.#counts = new Uint32Array(3 * blocks);
    this.#before = new Uint32Array(3 * (blocks + 1));
  }

  get length(): number {
    return this.#order.length;
  }

  /** Looks at how the rows stand now. */
  follow(standing: Standing): void {
    const changes = standing === this.#standing ? standing.changesSince(this.#version) : null;
    this.#standing = standing;
    this.#version = standing.version;
    if (changes?.length === 0) return;
    if (changes === null) this.#fill(standing.states);
    else for (const { rows } of changes) this.#change(rows, standing.states);
    this.#sum();
  }

  /** How many rows are listed. */
  count(kind: ListedKind): number {
    return this.countBefore(this.#order.length, kind);
  }

  /** How many of the first ranks are listed. */
  countBefore(rank: number, kind: ListedKind): number {
    const block = Math.floor(rank / BLOCK);
    let count = this.#before[3 * block + kind] as number;
    for (let at = block * BLOCK; at < rank; at++) if (this.#states[at] === kind) count++;
    return count;
  }

  /** The rank of listed row number `index`, which is less than their count. */
  rankAt(index: number, kind: ListedKind): number {
    const before = this.#before;
    let [low, high] = [0, before.length / 3 - 1];
    while (low + 1 < high) {
      const middle = (low + high) >>> 1;
      if ((before[3 * middle + kind] as number) <= index) low = middle;
      else high = middle;
    }
    let left = index - (before[3 * low + kind] as number);
    for (let rank = low * BLOCK; rank < this.#order.length; rank++) {
      if (this.#states[rank] === kind && left-- === 0) return rank;
    }
    throw new RangeError(`Row ${index} was asked for, of ${this.count(kind)}.`);
  }

  rowAt(rank: number): number {
    return this.#order[rank] as number;
  }

  stateAt(rank: number): number {
    return this.#states[rank] as number;
  }

  rankOf(row: number): number {
    this.#ranks ??= this.#inverse();
    return this.#ranks[row] as number;
  }

  /** Puts the rows of some ranks into another order; `sorted` has the same rows. */
  reorder(from: number, sorted: Uint32Array): void {
    const to = from + sorted.length;
    const stateOf = new Map<number, number>();
    for (let rank = from; rank < to; rank++) stateOf.set(this.rowAt(rank), this.stateAt(rank));
    this.#order.set(sorted, from);
    for (let rank = from; rank < to; rank++) {
      const row = this.rowAt(rank);
      this.#states[rank] = stateOf.get(row) as number;
      if (this.#ranks !== null) this.#ranks[row] = rank;
    }
    this.#count(Math.floor(from / BLOCK), Math.ceil(to / BLOCK));
    this.#sum();
  }

  #fill(states: Uint8Array): void {
    for (let rank = 0; rank < this.#states.length; rank++) {
      this.#states[rank] = states[this.#order[rank] as number] as number;
    }
    this.#count(0, this.#counts.length / 3);
  }

  #change(rows: Uint32Array, states: Uint8Array): void {
    this.#ranks ??= this.#inverse();
    const counts = this.#counts;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const rank = this.#ranks[row] as number;
      const now = states[row] as number;
      const at = 3 * Math.floor(rank / BLOCK);
      const was = at + (this.#states[rank] as number);
      counts[was] = (counts[was] as number) - 1;
      counts[at + now] = (counts[at + now] as number) + 1;
      this.#states[rank] = now;
    }
  }

  #count(from: number, to: number): void {
    this.#counts.fill(0, 3 * from, 3 * to);
    const end = Math.min(to * BLOCK, this.#states.length);
    for (let rank = from * BLOCK; rank < end; rank++) {
      const at = 3 * Math.floor(rank / BLOCK) + (this.#states[rank] as number);
      this.#counts[at] = (this.#counts[at] as number) + 1;
    }
  }

  #sum(): void {
    const [counts, before] = [this.#counts, this.#before];
    for (let at = 0; at < counts.length; at++) before[at + 3] = (before[at] as number) + (counts[at] as number);
  }

  #inverse(): Uint32Array {
    const ranks = new Uint32Array(this.#order.length);
    for (let rank = 0; rank < ranks.length; rank++) ranks[this.#order[rank] as number] = rank;
    return ranks;
  }
}
