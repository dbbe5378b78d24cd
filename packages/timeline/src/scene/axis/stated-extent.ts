import type { SceneStore, TimeSpan } from "../types.ts";

const HOUR_MS = 3_600_000;
/** Air on either side of all dates, as a share of them. */
const AIR = 0.02;
const TIMES_SHORTEST = 5;
const LEAST_MS = 600_000;

/** What all dates together state. */
export interface StatedTimes {
  /** Earliest and latest bound that any record states, whichever side it is; null when there is none. */
  readonly extent: readonly [startMs: number, endMs: number] | null;
  /** Length of the shortest date that is longer than an instant; infinite when there is none. */
  readonly shortestMs: number;
}

/** One pass over the records; keep the result until the data change. */
export function statedTimes(store: Pick<SceneStore, "columns">): StatedTimes {
  let lowMs = Number.POSITIVE_INFINITY;
  let highMs = Number.NEGATIVE_INFINITY;
  let shortestMs = Number.POSITIVE_INFINITY;
  const { outerStartMs, outerEndMs, length } = store.columns;
  // The same as `statedSpan` of each row, without an array a row.
  for (let row = 0; row < length; row++) {
    const startMs = outerStartMs.at(row);
    const endMs = outerEndMs.at(row);
    const hasStart = Number.isFinite(startMs);
    const hasEnd = Number.isFinite(endMs);
    if (!hasStart && !hasEnd) continue;
    const lengthMs = endMs - startMs;
    if (lengthMs > 1 && lengthMs < shortestMs) shortestMs = lengthMs;
    const fromMs = hasStart ? startMs : endMs - 1;
    const toMs = hasEnd ? endMs : startMs + 1;
    if (fromMs < lowMs) lowMs = fromMs;
    if (toMs > highMs) highMs = toMs;
  }
  return { extent: lowMs < highMs ? [lowMs, highMs] : null, shortestMs };
}

/**
 * Earliest and latest bound that any record states, whichever side it is; null when there is none.
 * Law: seen over this extent no record is outside, also one that is open at its other side. Cost O(n).
 */
export function statedExtent(store: Pick<SceneStore, "columns">): StatedTimes["extent"] {
  return statedTimes(store).extent;
}

/** What a record states of its time: both bounds, or the one millisecond at its only bound; null without any. */
export function statedSpan(
  store: Pick<SceneStore, "columns">,
  row: number,
): readonly [startMs: number, endMs: number] | null {
  const startMs = store.columns.outerStartMs.at(row);
  const endMs = store.columns.outerEndMs.at(row);
  if (Number.isFinite(startMs)) return [startMs, Number.isFinite(endMs) ? endMs : startMs + 1];
  return Number.isFinite(endMs) ? [endMs - 1, endMs] : null;
}

/**
 * The span of all dates with a little air, so that no mark stands on the frame; the strip of all dates shows it, and "All".
 * At least five times the shortest date, so that a day looks like a day. Without any date: the hour 0. Cost O(n).
 */
export function fullSpan(store: Pick<SceneStore, "columns">, stated = statedTimes(store)): TimeSpan {
  const { extent } = stated;
  if (extent === null) return { startMs: 0, endMs: HOUR_MS };
  const lengthMs = extent[1] - extent[0];
  const airMs = Math.max(lengthMs * AIR, (leastViewMs(stated) - lengthMs) / 2);
  return { startMs: extent[0] - airMs, endMs: extent[1] + airMs };
}

/** Length that a view of all dates, or of most, has at least: five times the shortest date, ten minutes for instants. */
export function leastViewMs({ shortestMs }: StatedTimes): number {
  return Math.max(Number.isFinite(shortestMs) ? shortestMs * TIMES_SHORTEST : 0, LEAST_MS);
}
