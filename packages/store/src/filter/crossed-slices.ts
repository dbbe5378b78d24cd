import { codeAfter, codeFrom, type TimeCodes } from "../columns/time-codes.ts";
import { countBefore, type RankOrder, type TimeWindow } from "./window-places.ts";

/** Ranks `ranks[from]` up to `ranks[to]`; without `ranks`, the ranks from `from` up to `to` themselves. */
export interface CrossedSlice {
  readonly ranks: Uint32Array | null;
  readonly from: number;
  readonly to: number;
}

/**
 * When a window moves, a row can only change its standing if one of its bounds lies where an edge of the window passed by;
 * those rows are slices of the orders by bound, some rows in two of them. Null when that would be most of the rows, or one
 * of the windows is empty: then all rows have to be asked.
 */
export function crossedSlices(times: TimeCodes, before: TimeWindow, after: TimeWindow): readonly CrossedSlice[] | null {
  if (!(before.startMs < before.endMs && after.startMs < after.endMs)) return null;
  const orders: readonly RankOrder[] = [{ codes: times.outer, side: 0, ranks: null }, ...times.orders];
  const edges = [
    [before.startMs, after.startMs],
    [before.endMs, after.endMs],
  ] as const;
  const slices = orders.flatMap((order) => edges.flatMap((edge) => sliceOf(times, order, edge)));
  const crossed = slices.reduce((sum, { from, to }) => sum + to - from, 0);
  return crossed > times.classes.length / 2 ? null : slices;
}

/** The rows whose bound lies between the two places of an edge, both included. */
function sliceOf(times: TimeCodes, order: RankOrder, [oneMs, otherMs]: readonly [number, number]): CrossedSlice[] {
  if (oneMs === otherMs) return [];
  const { instantsMs, datedCount } = times;
  const from = countBefore(order, datedCount, codeFrom(instantsMs, Math.min(oneMs, otherMs)));
  const to = countBefore(order, datedCount, codeAfter(instantsMs, Math.max(oneMs, otherMs)));
  return from < to ? [{ ranks: order.ranks, from, to }] : [];
}
