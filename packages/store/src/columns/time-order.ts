import type { Columns } from "../types.ts";

/** Rows in rising order of outer start (ties in row order), undated rows last. */
export function timeOrderOf(columns: Columns): Uint32Array {
  const { length, outerStartMs } = columns;
  const order = new Uint32Array(length);
  let dated = 0;
  for (let row = 0; row < length; row++) if (!Number.isNaN(outerStartMs[row])) order[dated++] = row;
  let end = dated;
  for (let row = 0; row < length; row++) if (Number.isNaN(outerStartMs[row])) order[end++] = row;
  if (isRising(order, outerStartMs, dated)) return order;
  order.subarray(0, dated).sort((a, b) => {
    const x = outerStartMs[a] as number;
    const y = outerStartMs[b] as number;
    return x < y ? -1 : x > y ? 1 : a - b;
  });
  return order;
}

function isRising(order: Uint32Array, keys: Float64Array, length: number): boolean {
  for (let i = 1; i < length; i++) {
    if ((keys[order[i] as number] as number) < (keys[order[i - 1] as number] as number)) return false;
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
    for (const ms of bounds) {
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
