import type { Columns, NumberColumn } from "../types.ts";
import { InstantColumn, isInstantPair, ManyInstantColumn } from "./narrow-kinds.ts";
import { float64Of } from "./plain-columns.ts";
import { rowsByCode } from "./sort-codes.ts";
import { sortedRows } from "./sort-rows.ts";

/** Rows in rising order of outer start (ties in row order), undated rows last. */
export function timeOrderOf({ outerStartMs }: Columns): Uint32Array {
  if (outerStartMs instanceof InstantColumn || outerStartMs instanceof ManyInstantColumn) {
    const { codes, side, table } = outerStartMs;
    return withUndated(rowsByCode({ codes, side, none: table.length - 1 }), outerStartMs);
  }
  return withUndated(sortedRows(float64Of(outerStartMs)), outerStartMs);
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
export function extentOf({ outerStartMs, outerEndMs }: Columns): readonly [startMs: number, endMs: number] | null {
  const [startMs, endMs] = isInstantPair(outerStartMs, outerEndMs)
    ? codedHull(outerStartMs)
    : plainHull([outerStartMs, outerEndMs]);
  if (!(startMs <= endMs)) return null;
  return startMs === endMs ? [startMs, instantEndMs(startMs)] : [startMs, endMs];
}

type Hull = readonly [lowMs: number, highMs: number];

function plainHull(bounds: readonly NumberColumn[]): Hull {
  let [lowMs, highMs] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const column of bounds) {
    for (let row = 0; row < column.length; row++) {
      const ms = column.at(row);
      if (!Number.isFinite(ms)) continue;
      if (ms < lowMs) lowMs = ms;
      if (ms > highMs) highMs = ms;
    }
  }
  return [lowMs, highMs];
}

/** Codes rise as their instants do; cores of the same table are not asked. */
function codedHull({ codes, table }: InstantColumn | ManyInstantColumn): Hull {
  const none = table.length - 1;
  const first = table[0] === Number.NEGATIVE_INFINITY ? 1 : 0;
  const last = table[none - 1] === Number.POSITIVE_INFINITY ? none - 2 : none - 1;
  let [low, high] = [none, -1];
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    if (code < low && code >= first) low = code;
    if (code > high && code <= last) high = code;
  }
  return [table[low] ?? Number.NaN, table[high] ?? Number.NaN];
}

/** End of the shortest span that starts here: 1 ms, or the next number where a float is coarser than that. */
export function instantEndMs(startMs: number): number {
  return startMs + Math.max(1, Math.abs(startMs) * Number.EPSILON);
}
