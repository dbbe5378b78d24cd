import type { TimeCodes } from "../columns/time-codes.ts";
import { CERTAIN, HIDDEN, type Standing, type StandingChange } from "../types.ts";
import { type CrossedSlice, crossedSlices } from "./crossed-slices.ts";
import type { RankTest } from "./row-test.ts";
import { isSameWindow, type TimeWindow } from "./window-places.ts";

/** Rows by standing, in time order. Both lists are windows on buffers that the next change writes over. */
export interface PassingRows {
  readonly certain: Uint32Array;
  readonly possible: Uint32Array;
}

/** A view that has missed more changes than this looks at all rows. */
const KEPT_CHANGES = 4;
/** What a larger change is written on is not kept for another: half a megabyte. */
const MOST_WRITTEN_OVER = 65_536;

const paperOf = (length: number): StandingChange => ({ rows: new Uint32Array(length), ranks: new Uint32Array(length) });

const NOWHERE = { from: 0, to: 0 };

const isWithin = (rank: number, { from, to }: { readonly from: number; readonly to: number }): boolean =>
  rank >= from && rank < to;

/** How each row stands, for those who draw: brought up to date when asked, by the rows that the window crossed meanwhile. */
export class RowStanding implements Standing {
  /** By row. */
  readonly states: Uint8Array;
  readonly #timeOrder: Uint32Array;
  /**
   * The same in the order of time, once the window has moved: the rows that an edge crosses lie side by side here, and all over
   * memory in `states`.
   */
  #ranked: Uint8Array | null = null;
  /** The window of the states; null without one. */
  #window: TimeWindow | null = null;
  #isFilled = false;
  #certain: Uint32Array | null = null;
  #possible: Uint32Array | null = null;
  #rows: PassingRows | null = null;
  /** The last changes; null for one that asked all rows. */
  readonly #changes: (StandingChange | null)[] = [];
  /** What the last changes are written on. Each is written over when its change is no longer kept. */
  readonly #papers: StandingChange[] = [];
  #version = 0;

  constructor(timeOrder: Uint32Array) {
    this.#timeOrder = timeOrder;
    this.states = new Uint8Array(timeOrder.length);
  }

  /** Counts the changes of `states`. */
  get version(): number {
    return this.#version;
  }

  /** As {@link Standing.changesSince}. */
  changesSince(version: number): readonly StandingChange[] | null {
    const count = this.#version - version;
    if (count < 0 || count > this.#changes.length) return null;
    const changes = this.#changes.slice(this.#changes.length - count);
    return changes.every((change) => change !== null) ? (changes as StandingChange[]) : null;
  }

  /** Everything is out of date. */
  spoil(): void {
    this.#isFilled = false;
    this.#rows = null;
  }

  /** The test is that of the window and all other clauses. */
  follow(test: RankTest, times: TimeCodes | null, window: TimeWindow | null): void {
    const before = this.#window;
    if (this.#isFilled && isSameWindow(before, window)) return;
    const slices =
      this.#isFilled && before !== null && window !== null && times !== null
        ? crossedSlices(times, before, window)
        : null;
    this.#window = window;
    this.#isFilled = true;
    this.#rows = null;
    if (slices === null) this.#askAll(test);
    this.#note(slices === null ? null : this.#ask(test, slices));
  }

  #askAll(test: RankTest): void {
    const { states } = this;
    const order = this.#timeOrder;
    for (let rank = 0; rank < order.length; rank++) states[order[rank] as number] = test(rank);
    if (this.#ranked !== null) this.#sort(this.#ranked);
  }

  #sort(ranked: Uint8Array): Uint8Array {
    for (let rank = 0; rank < ranked.length; rank++)
      ranked[rank] = this.states[this.#timeOrder[rank] as number] as number;
    return ranked;
  }

  /** Asks the rows of some slices; those that stand otherwise than before. */
  #ask(test: RankTest, slices: readonly CrossedSlice[]): StandingChange {
    const { states } = this;
    const order = this.#timeOrder;
    const ranked = this.#ranked ?? this.#sort(new Uint8Array(order.length));
    this.#ranked = ranked;
    const changed = this.#paper(slices.reduce((sum, { from, to }) => sum + to - from, 0));
    // Most rows that an edge has passed with their end it has passed with their start as well: those are asked once.
    const asked = slices.filter(({ ranks }) => ranks === null);
    const [one = NOWHERE, other = NOWHERE] = asked;
    let count = 0;
    for (const { ranks, from, to } of slices) {
      for (let i = from; i < to; i++) {
        const rank = ranks === null ? i : (ranks[i] as number);
        if (ranks !== null && (isWithin(rank, one) || isWithin(rank, other))) continue;
        const state = test(rank);
        if (ranked[rank] === state) continue;
        ranked[rank] = state;
        const row = order[rank] as number;
        states[row] = state;
        changed.rows[count] = row;
        changed.ranks[count++] = rank;
      }
    }
    return { rows: changed.rows.subarray(0, count), ranks: changed.ranks.subarray(0, count) };
  }

  /** Room for a change of so many rows: two fresh arrays a step would cost as much as asking the rows. */
  #paper(length: number): StandingChange {
    if (length > MOST_WRITTEN_OVER) return paperOf(length);
    const at = this.#version % KEPT_CHANGES;
    const old = this.#papers[at];
    const paper =
      old !== undefined && old.rows.length >= length ? old : paperOf(Math.min(MOST_WRITTEN_OVER, 2 * length));
    this.#papers[at] = paper;
    return paper;
  }

  #note(changed: StandingChange | null): void {
    this.#version++;
    this.#changes.push(changed);
    if (this.#changes.length > KEPT_CHANGES) this.#changes.shift();
  }

  rows(): PassingRows {
    if (this.#rows !== null) return this.#rows;
    const order = this.#timeOrder;
    this.#certain ??= new Uint32Array(order.length);
    this.#possible ??= new Uint32Array(order.length);
    let certain = 0;
    let possible = 0;
    for (let rank = 0; rank < order.length; rank++) {
      const row = order[rank] as number;
      const state = this.states[row];
      if (state === HIDDEN) continue;
      if (state === CERTAIN) this.#certain[certain++] = row;
      else this.#possible[possible++] = row;
    }
    this.#rows = { certain: this.#certain.subarray(0, certain), possible: this.#possible.subarray(0, possible) };
    return this.#rows;
  }
}
