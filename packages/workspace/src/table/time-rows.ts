import type { Store } from "@whenwhere/store";
import { type ListedKind, StandingRanks } from "./standing-ranks.ts";

/** Rows in an order. */
export interface OrderedRows {
  readonly length: number;
  at(index: number): number;
  /** -1 when it is not there. */
  indexOf(row: number): number;
}

/**
 * All rows in order of time, out of the order that the store has: by the earliest possible instant; of rows that begin together
 * the narrower first, then the earlier in the input; undated ones last. In the store's order rows that begin together stand
 * as they came: those of one beginning are sorted when one of them is looked at, and stay so.
 */
export class TimeRanks {
  readonly ranks: StandingRanks;
  /** Ranks below this have a date. */
  readonly dated: number;
  readonly #store: Store;
  /** Ranks at which sorted runs begin. */
  readonly #sorted = new Set<number>();

  constructor(store: Store) {
    this.#store = store;
    this.ranks = new StandingRanks(store.timeOrder.slice());
    this.dated = this.#firstNot((startMs) => !Number.isNaN(startMs), this.ranks.length);
  }

  /** Sees to it that the rows that begin with that of a rank are in order; true when they have changed places. */
  settle(rank: number): boolean {
    if (rank >= this.dated) return false;
    const { ranks } = this;
    const { outerStartMs, outerEndMs } = this.#store.columns;
    const ownMs = outerStartMs.at(ranks.rowAt(rank));
    const from = this.#firstNot((startMs) => startMs < ownMs, this.dated);
    if (this.#sorted.has(from)) return false;
    this.#sorted.add(from);
    const to = this.#firstNot((startMs) => startMs <= ownMs, this.dated);
    const run = Uint32Array.from({ length: to - from }, (_, at) => ranks.rowAt(from + at));
    const sorted = narrowFirst(run, (row) => outerEndMs.at(row));
    if (sorted === run) return false;
    ranks.reorder(from, sorted);
    return true;
  }

  /** First rank whose start fails the test; those before it pass. */
  #firstNot(passes: (startMs: number) => boolean, to: number): number {
    const { outerStartMs } = this.#store.columns;
    let [low, high] = [0, to];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (passes(outerStartMs.at(this.ranks.rowAt(middle)))) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The listed rows of a kind in order of time. Falling turns the dated ones round: a date that nobody gave is not the latest one. */
export function timeRows(time: TimeRanks, kind: ListedKind, descending: boolean): OrderedRows {
  const { ranks } = time;
  const dated = ranks.countBefore(time.dated, kind);
  const turned = (place: number): number => (descending && place < dated ? dated - 1 - place : place);
  return {
    length: ranks.count(kind),
    at(index) {
      const place = turned(index);
      const rank = ranks.rankAt(place, kind);
      return ranks.rowAt(time.settle(rank) ? ranks.rankAt(place, kind) : rank);
    },
    indexOf(row) {
      time.settle(ranks.rankOf(row));
      const rank = ranks.rankOf(row);
      return ranks.stateAt(rank) === kind ? turned(ranks.countBefore(rank, kind)) : -1;
    },
  };
}

/** The listed rows of a kind in the order of the ranks. */
export function rankedRows(ranks: StandingRanks, kind: ListedKind): OrderedRows {
  return {
    length: ranks.count(kind),
    at: (index) => ranks.rowAt(ranks.rankAt(index, kind)),
    indexOf(row) {
      const rank = ranks.rankOf(row);
      return ranks.stateAt(rank) === kind ? ranks.countBefore(rank, kind) : -1;
    },
  };
}

/** The same array where it is in order already: most runs hold days of one width. */
function narrowFirst(run: Uint32Array, endOf: (row: number) => number): Uint32Array {
  const ends = Float64Array.from(run, endOf);
  if (ends.every((end, place) => place === 0 || end >= (ends[place - 1] as number))) return run;
  const places = Uint32Array.from(run.keys());
  places.sort((a, b) => {
    const [one, two] = [ends[a] as number, ends[b] as number];
    return one === two ? a - b : one < two ? -1 : 1;
  });
  return places.map((place) => run[place] as number);
}
