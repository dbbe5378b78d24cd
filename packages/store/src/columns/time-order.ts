import type { Columns } from "../types.ts";
import { sortedRows } from "./sort-rows.ts";

/** Rows in rising order of outer start (ties in row order), undated rows last. */
export function timeOrderOf(columns: Columns): Uint32Array {
  const { length, outerStartMs } = columns;
  const dated = sortedRows(outerStartMs);
  if (dated.length === length) return dated;
  const order = new Uint32Array(length);
  order.set(dated);
  let end = dated.length;
  for (let row = 0; row < length; row++) if (Number.isNaN(outerStartMs[row])) order[end++] = row;
  return order;
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
      const ms = bounds[row] as number;
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
