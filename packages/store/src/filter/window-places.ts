import { type BoundOrder, codeAfter, codeFrom, type TimeCodes } from "../columns/time-codes.ts";
import type { SpanCeiling } from "./span-ceiling.ts";

/** Bounds of a window, UTC milliseconds, half-open. */
export interface TimeWindow {
  readonly startMs: number;
  readonly endMs: number;
}

/** Null stands for no window at all. */
export function isSameWindow(one: TimeWindow | null, other: TimeWindow | null): boolean {
  return one?.startMs === other?.startMs && one?.endMs === other?.endMs;
}

/** Where the edges of a window fall among the codes of a data set, and among its rows by each of their bounds. */
export interface WindowPlaces extends TimeWindow {
  /** It holds no instant: its end is not after its start. */
  readonly isEmpty: boolean;
  /** Both edges are finite. */
  readonly isClosed: boolean;
  /** Codes of the first instant at or after an edge, and of the first after it. */
  readonly atStart: number;
  readonly afterStart: number;
  readonly atEnd: number;
  readonly afterEnd: number;
  /** Rows that start before the start of the window; that is, ranks below this. */
  readonly startedBefore: number;
  readonly startedBeforeEnd: number;
  /** Rows that end at or before the start. */
  readonly endedBefore: number;
  readonly endedBeforeEnd: number;
  /** The same of cores with a bound of their own. */
  readonly coreStartedBeforeEnd: number;
  readonly coreEndedBefore: number;
  /** Ranks of plain rows that start before the window and end after it. */
  readonly spanning: Uint32Array;
}

/** Finds the places of windows. Cost: halvings, and one step for each row that spans the window. */
export class WindowPlacer {
  readonly #times: TimeCodes;
  readonly #ceiling: SpanCeiling;
  #last: WindowPlaces | null = null;

  /** Of a ceiling over the same times that has been filled. */
  constructor(times: TimeCodes, ceiling: SpanCeiling) {
    this.#times = times;
    this.#ceiling = ceiling;
  }

  placesOf({ startMs, endMs }: TimeWindow): WindowPlaces {
    if (this.#last?.startMs === startMs && this.#last.endMs === endMs) return this.#last;
    const { instantsMs, outer, datedCount, orders } = this.#times;
    const atStart = codeFrom(instantsMs, startMs);
    const afterStart = codeAfter(instantsMs, startMs);
    const atEnd = codeFrom(instantsMs, endMs);
    const afterEnd = codeAfter(instantsMs, endMs);
    const [byEnd, byCoreStart, byCoreEnd] = orders;
    const byStart = { codes: outer, side: 0, ranks: null } as const;
    const isEmpty = !(startMs < endMs);
    const isClosed = Number.isFinite(startMs) && Number.isFinite(endMs);
    const before = (order: RankOrder | undefined, code: number): number =>
      order === undefined ? 0 : countBefore(order, datedCount, code);
    const startedBefore = before(byStart, atStart);
    this.#last = {
      startMs,
      endMs,
      isEmpty,
      isClosed,
      atStart,
      afterStart,
      atEnd,
      afterEnd,
      startedBefore,
      startedBeforeEnd: before(byStart, atEnd),
      endedBefore: before(byEnd, afterStart),
      endedBeforeEnd: before(byEnd, afterEnd),
      coreStartedBeforeEnd: before(byCoreStart, atEnd),
      coreEndedBefore: before(byCoreEnd, afterStart),
      spanning: isEmpty || !isClosed ? new Uint32Array(0) : this.#ceiling.spanning(startedBefore, afterEnd),
    };
    return this.#last;
  }
}

/** Ranks by one of their bounds; without `ranks`, rank after rank. */
export type RankOrder = Omit<BoundOrder, "ranks"> & { readonly ranks: Uint32Array | null };

/** How many rows of an order have a code before the given one. */
export function countBefore({ codes, side, ranks }: RankOrder, datedCount: number, code: number): number {
  let low = 0;
  let high = ranks?.length ?? datedCount;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const rank = ranks === null ? middle : (ranks[middle] as number);
    if ((codes[2 * rank + side] as number) >= code) high = middle;
    else low = middle + 1;
  }
  return low;
}
