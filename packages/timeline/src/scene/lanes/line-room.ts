import type { Interval } from "../marks/pack-candidate.ts";

/**
 * What stands on one line, none of it on another: sorted by place, so that a question costs a few comparisons however much
 * stands there. `clearPx` is left free between any two.
 */
export interface LineRoom {
  /** Nothing stands in the span, nor nearer to it than `clearPx`. */
  isFree(startPx: number, endPx: number): boolean;
  /** Takes a span that is free. */
  take(interval: Interval): void;
  readonly isEmpty: boolean;
  /** Start of the first that begins at or after a point; infinite where none does. */
  startAfter(px: number): number;
  /** End of the last that ends at or before a point; minus infinity where none does. */
  endBefore(px: number): number;
}

export function createLineRoom(clearPx: number): LineRoom {
  // Neither starts nor ends fall, because nothing stands on another.
  const starts: number[] = [];
  const ends: number[] = [];
  return {
    get isEmpty() {
      return starts.length === 0;
    },
    isFree(startPx, endPx) {
      const limit = countOf(starts, (at) => endPx + clearPx > at) - 1;
      return limit < 0 || !(startPx < (ends[limit] as number) + clearPx);
    },
    take([startPx, endPx]) {
      const at = countOf(starts, (start) => start <= startPx);
      if (at === starts.length) {
        starts.push(startPx);
        ends.push(endPx);
        return;
      }
      starts.splice(at, 0, startPx);
      ends.splice(at, 0, endPx);
    },
    startAfter: (px) => starts[countOf(starts, (start) => start < px)] ?? Number.POSITIVE_INFINITY,
    endBefore: (px) => ends[countOf(ends, (end) => end <= px) - 1] ?? Number.NEGATIVE_INFINITY,
  };
}

/** How many of the rising values hold; those that do come first. What was placed last is the likeliest to be asked about. */
function countOf(values: readonly number[], holds: (value: number) => boolean): number {
  let low = 0;
  let high = values.length;
  if (high > 0 && holds(values[high - 1] as number)) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(values[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}
