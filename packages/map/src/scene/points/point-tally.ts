import { type Steps, stepsOver } from "@whenwhere/model";
import { sortedKeys } from "../spots/spot-order.ts";
import { ALL_STATUSES } from "./point-question.ts";
import { type PointRows, startedBefore, topOf } from "./point-rows.ts";
import type { PointQuestion } from "./point-words.ts";

/**
 * Counts the points of a window from their own bounds, without asking the store: the number that a picture has, beside the one that it
 * ought to have. A record that is neither a point nor anything else of the picture makes the two differ.
 */
export interface PointTally {
  /** Shown points; null for a question that other clauses, or a nearer look, make one of every row. Two searches. */
  count(question: PointQuestion): number | null;
}

/** Makes the tally: a sort of the ends, with pauses. Four bytes a row. */
export function* pointTallySteps(points: PointRows): Steps<PointTally> {
  const { columns, rows, clock, length, datedCount, tops } = points;
  const ends = new Uint32Array(datedCount);
  let lowest = Number.POSITIVE_INFINITY;
  yield* stepsOver(length, (i) => {
    const row = rows[i] as number;
    const top = tops[row] as number;
    if (top < lowest) lowest = top;
    if (i < datedCount) ends[i] = clock.code(columns.outerEndMs.at(row));
  });
  const { keys } = yield* sortedKeys(ends);
  return {
    count({ window, categories, statuses, level }) {
      if (categories !== null || statuses !== ALL_STATUSES || lowest < topOf(level)) return null;
      if (window === null) return length;
      const undated = length - datedCount;
      if (window.isEmpty) return undated;
      // Whoever was over before it began had started before it ends.
      return undated + startedBefore(points, window.endMs) - countBelow(keys, window.afterStart);
    },
  };
}

function countBelow(rising: Uint32Array, code: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] as number) >= code) high = middle;
    else low = middle + 1;
  }
  return low;
}
