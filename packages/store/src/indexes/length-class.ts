import { DAY_MS } from "@whenwhere/model";

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const YEAR_MS = 366 * DAY_MS;

/**
 * Longest span of each class, rising. The bounds are those of calendar bins (31 days for months, 92 for quarters, 366 for
 * years), so that the rows of a class are all shorter than a bin, or all longer, or lie close to its length.
 */
const LONGEST_MS: readonly number[] = [
  ...[1, 5, 15, 30].map((n) => n * SECOND_MS),
  ...[1, 5, 15, 30].map((n) => n * MINUTE_MS),
  ...[1, 3, 6, 12].map((n) => n * HOUR_MS),
  ...[1, 7, 31, 92].map((n) => n * DAY_MS),
  ...[1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8].flatMap((n) => [n * YEAR_MS, 2 * n * YEAR_MS, 5 * n * YEAR_MS]),
  Number.POSITIVE_INFINITY,
];

/** Classes of bounded spans; the class behind the last one is that of spans with an open or unknown side. */
export const BOUNDED_CLASSES = LONGEST_MS.length;

/** Class of a span by its length. Instants, the usual case, are found at once. */
export function lengthClass(startMs: number, endMs: number): number {
  const lengthMs = endMs - startMs;
  if (lengthMs <= SECOND_MS) return 0;
  if (!Number.isFinite(startMs) || !Number.isFinite(endMs)) return BOUNDED_CLASSES;
  let low = 1;
  let high = BOUNDED_CLASSES - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (lengthMs <= (LONGEST_MS[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
