import { CERTAIN, type Clause, type Columns, DATE_BITS, HIDDEN, POSSIBLE } from "../types.ts";
import type { RowTest } from "./row-test.ts";

/**
 * A half-open window [startMs, endMs). Possible: the outer span overlaps it. Certain: the outer span lies inside and the
 * date is not marked uncertain (`?`), or the core overlaps it. Undated rows are possible in every window.
 * A window without an instant (its end is not after its start) hides every dated row.
 */
export function windowTest(columns: Columns, window: Extract<Clause, { kind: "window" }>): RowTest {
  const { outerStartMs, outerEndMs, coreStartMs, coreEndMs, dateBits } = columns;
  const { startMs, endMs } = window;
  const isEmpty = !(startMs < endMs);
  return (row) => {
    const start = outerStartMs[row] as number;
    const end = outerEndMs[row] as number;
    if (Number.isNaN(start)) return POSSIBLE;
    if (isEmpty || start >= endMs || end <= startMs) return HIDDEN;
    if (start >= startMs && end <= endMs && ((dateBits[row] as number) & DATE_BITS.uncertain) === 0) return CERTAIN;
    return (coreStartMs[row] as number) < endMs && (coreEndMs[row] as number) > startMs ? CERTAIN : POSSIBLE;
  };
}
