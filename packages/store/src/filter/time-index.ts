import { sortedRows } from "../columns/sort-rows.ts";
import type { Columns } from "../types.ts";

/** Bounds of a window, UTC milliseconds, half-open. */
export interface TimeWindow {
  readonly startMs: number;
  readonly endMs: number;
}

interface KeyOrder {
  readonly keys: Float64Array;
  /** Rows by rising key. */
  readonly rows: Uint32Array;
}

type Slice = readonly [order: KeyOrder, from: number, to: number];

/**
 * Rows by each of their four bounds. When a window moves, a row can only change its standing if one of its bounds lies
 * where an edge of the window passed by; those rows are slices of the four orders. Orders are made at the first move.
 * A core bound that equals its outer bound is not listed twice.
 */
export class TimeIndex {
  readonly #columns: Columns;
  #orders: readonly KeyOrder[] | null = null;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /**
   * Calls `visit` for every row that may stand differently, some of them twice. False, with nothing visited, when that
   * would be most of the rows or one of the windows is empty: then all rows have to be asked.
   */
  visitCrossed(before: TimeWindow, after: TimeWindow, visit: (row: number) => void): boolean {
    if (!(before.startMs < before.endMs && after.startMs < after.endMs)) return false;
    this.#orders ??= ordersOf(this.#columns);
    const slices = this.#orders.flatMap((order): Slice[] => [
      sliceOf(order, before.startMs, after.startMs),
      sliceOf(order, before.endMs, after.endMs),
    ]);
    const crossed = slices.reduce((sum, [, from, to]) => sum + to - from, 0);
    if (crossed > this.#columns.length / 2) return false;
    for (const [order, from, to] of slices) {
      for (let i = from; i < to; i++) visit(order.rows[i] as number);
    }
    return true;
  }
}

function ordersOf(columns: Columns): readonly KeyOrder[] {
  const { outerStartMs, outerEndMs, coreStartMs, coreEndMs } = columns;
  return [
    { keys: outerStartMs, rows: sortedRows(outerStartMs) },
    { keys: outerEndMs, rows: sortedRows(outerEndMs) },
    { keys: coreStartMs, rows: sortedRows(coreStartMs, (row) => coreStartMs[row] !== outerStartMs[row]) },
    { keys: coreEndMs, rows: sortedRows(coreEndMs, (row) => coreEndMs[row] !== outerEndMs[row]) },
  ];
}

/** The rows whose key lies between the two places of an edge, both included. */
function sliceOf(order: KeyOrder, oneMs: number, otherMs: number): Slice {
  if (oneMs === otherMs) return [order, 0, 0];
  const lowMs = Math.min(oneMs, otherMs);
  const highMs = Math.max(oneMs, otherMs);
  return [order, firstIndex(order, (key) => key >= lowMs), firstIndex(order, (key) => key > highMs)];
}

function firstIndex({ keys, rows }: KeyOrder, isReached: (key: number) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isReached(keys[rows[middle] as number] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
