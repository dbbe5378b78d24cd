import { type BoundOrder, codeAfter, codeFrom, type TimeCodes } from "../columns/time-codes.ts";

/** Bounds of a window, UTC milliseconds, half-open. */
export interface TimeWindow {
  readonly startMs: number;
  readonly endMs: number;
}

/** Rows `order.rows[from]` up to `order.rows[to]`. */
export interface CrossedSlice {
  readonly rows: Uint32Array;
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
  const edges = [
    [before.startMs, after.startMs],
    [before.endMs, after.endMs],
  ] as const;
  const slices = times.orders.flatMap((order) =>
    edges.flatMap(([oneMs, otherMs]) => sliceOf(times, order, [oneMs, otherMs])),
  );
  const crossed = slices.reduce((sum, { from, to }) => sum + to - from, 0);
  return crossed > times.traits.length / 2 ? null : slices;
}

/** The rows whose bound lies between the two places of an edge, both included. */
function sliceOf(times: TimeCodes, order: BoundOrder, [oneMs, otherMs]: readonly [number, number]): CrossedSlice[] {
  if (oneMs === otherMs) return [];
  const { instantsMs } = times;
  const from = firstRow(order, codeFrom(instantsMs, Math.min(oneMs, otherMs)));
  const to = firstRow(order, codeAfter(instantsMs, Math.max(oneMs, otherMs)));
  return from < to ? [{ rows: order.rows, from, to }] : [];
}

function firstRow({ codes, side, rows }: BoundOrder, code: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((codes[2 * (rows[middle] as number) + side] as number) >= code) high = middle;
    else low = middle + 1;
  }
  return low;
}
