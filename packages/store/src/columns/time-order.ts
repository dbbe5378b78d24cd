import type { Columns, NumberColumn } from "../types.ts";
import { InstantColumn, ManyInstantColumn } from "./narrow-kinds.ts";
import { columnOf, float64Of } from "./plain-columns.ts";
import { rowsByCode } from "./sort-codes.ts";
import { sortedRows } from "./sort-rows.ts";

/** Rows in rising order of outer start (ties in row order), undated rows last. */
export function timeOrderOf({ outerStartMs }: Columns): Uint32Array {
  if (outerStartMs instanceof InstantColumn || outerStartMs instanceof ManyInstantColumn) {
    const { codes, side, table } = outerStartMs;
    return withUndated(rowsByCode({ codes, side, none: table.length - 1 }), outerStartMs);
  }
  return sortedByTime(float64Of(outerStartMs));
}

/** The same of a column of starts, NaN = undated. */
export function sortedByTime(outerStartMs: Float64Array): Uint32Array {
  return withUndated(sortedRows(outerStartMs), columnOf(outerStartMs));
}

function withUndated(dated: Uint32Array, outerStartMs: NumberColumn): Uint32Array {
  const { length } = outerStartMs;
  if (dated.length === length) return dated;
  const order = new Uint32Array(length);
  order.set(dated);
  let end = dated.length;
  for (let row = 0; row < length; row++) if (Number.isNaN(outerStartMs.at(row))) order[end++] = row;
  return order;
}

/** Whether each row is there once, in rising order of outer start, ties in row order, undated rows last. One pass. */
export function isTimeOrder(order: Uint32Array, outerStartMs: NumberColumn): boolean {
  if (order.length !== outerStartMs.length) return false;
  let before = Number.NEGATIVE_INFINITY;
  let isUndated = false;
  let last = -1;
  for (let rank = 0; rank < order.length; rank++) {
    const row = order[rank] as number;
    if (row >= order.length) return false;
    const startMs = outerStartMs.at(row);
    if (Number.isNaN(startMs)) {
      if (isUndated && row <= last) return false;
      isUndated = true;
    } else {
      // Among equals rows rise, so that none can come twice.
      if (isUndated || startMs < before || (startMs === before && row <= last)) return false;
      before = startMs;
    }
    last = row;
  }
  return true;
}

/**
 * The hull of all finite bounds: open and unknown sides are ignored. Null when there is no finite bound.
 * Law: `startMs < endMs`.
 */
export function extentOf(columns: Columns): readonly [startMs: number, endMs: number] | null {
  let startMs = Number.POSITIVE_INFINITY;
  let endMs = Number.NEGATIVE_INFINITY;
  for (const bounds of [columns.outerStartMs, columns.outerEndMs]) {
    for (let row = 0; row < columns.length; row++) {
      const ms = bounds.at(row);
      if (!Number.isFinite(ms)) continue;
      if (ms < startMs) startMs = ms;
      if (ms > endMs) endMs = ms;
    }
  }
  if (startMs > endMs) return null;
  return startMs === endMs ? [startMs, instantEndMs(startMs)] : [startMs, endMs];
}

/** End of the shortest span that starts here: 1 ms, or the next number where a float is coarser than that. */
export function instantEndMs(startMs: number): number {
  return startMs + Math.max(1, Math.abs(startMs) * Number.EPSILON);
}
