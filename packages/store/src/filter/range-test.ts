import { CERTAIN, type Clause, HIDDEN, POSSIBLE } from "../types.ts";
import type { Measure } from "./figure-measure.ts";
import type { RowTest } from "./row-test.ts";

/**
 * A closed range of a measure against the row's own interval over all speakers. Certain: the interval lies inside.
 * Possible: it overlaps, or nobody gave a number (unknown is not zero, and hiding it would say that it is).
 */
export function rangeTest(measure: Measure, range: Extract<Clause, { kind: "range" }>): RowTest {
  const { low, high } = measure;
  return (row) => {
    const from = low[row] as number;
    const to = high[row] as number;
    if (Number.isNaN(from)) return POSSIBLE;
    if (from > range.high || to < range.low) return HIDDEN;
    return from >= range.low && to <= range.high ? CERTAIN : POSSIBLE;
  };
}
