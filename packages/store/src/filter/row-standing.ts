import type { TimeCodes } from "../columns/time-codes.ts";
import { CERTAIN, HIDDEN } from "../types.ts";
import { crossedSlices } from "./crossed-slices.ts";
import type { RankTest } from "./row-test.ts";
import { isSameWindow, type TimeWindow } from "./window-places.ts";

/** Rows by standing, in time order. Both lists are windows on buffers that the next change writes over. */
export interface PassingRows {
  readonly certain: Uint32Array;
  readonly possible: Uint32Array;
}

/** How each row stands, for those who draw: brought up to date when asked, by the rows that the window crossed meanwhile. */
export class RowStanding {
  /** By row. */
  readonly states: Uint8Array;
  readonly #timeOrder: Uint32Array;
  /** The window of the states; null without one. */
  #window: TimeWindow | null = null;
  #isFilled = false;
  #certain: Uint32Array | null = null;
  #possible: Uint32Array | null = null;
  #rows: PassingRows | null = null;

  constructor(timeOrder: Uint32Array) {
    this.#timeOrder = timeOrder;
    this.states = new Uint8Array(timeOrder.length);
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
    const { states } = this;
    const order = this.#timeOrder;
    if (slices === null) {
      for (let rank = 0; rank < order.length; rank++) states[order[rank] as number] = test(rank);
      return;
    }
    for (const { ranks, from, to } of slices) {
      for (let i = from; i < to; i++) {
        const rank = ranks === null ? i : (ranks[i] as number);
        states[order[rank] as number] = test(rank);
      }
    }
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
