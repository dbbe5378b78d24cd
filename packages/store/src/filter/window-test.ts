import { codeAfter, codeFrom, NO_CODE, TIME_TRAITS, type TimeCodes } from "../columns/time-codes.ts";
import { CERTAIN, HIDDEN, POSSIBLE } from "../types.ts";
import type { RankTest } from "./row-test.ts";
import type { TimeWindow } from "./time-index.ts";

/**
 * A half-open window [startMs, endMs). Possible: the outer span overlaps it. Certain: the outer span lies inside and the
 * date is not marked uncertain (`?`), or the core overlaps it. Undated rows are possible in every window.
 * A window without an instant (its end is not after its start) hides every dated row.
 */
export function windowTest(times: TimeCodes, window: TimeWindow): RankTest {
  const { instantsMs, outer, core, traits } = times;
  if (!(window.startMs < window.endMs)) return (rank) => (outer[2 * rank] === NO_CODE ? POSSIBLE : HIDDEN);
  const atStart = codeFrom(instantsMs, window.startMs);
  const afterStart = codeAfter(instantsMs, window.startMs);
  const atEnd = codeFrom(instantsMs, window.endMs);
  const afterEnd = codeAfter(instantsMs, window.endMs);
  return (rank) => {
    const from = outer[2 * rank] as number;
    if (from === NO_CODE) return POSSIBLE;
    const to = outer[2 * rank + 1] as number;
    if (from >= atEnd || to < afterStart) return HIDDEN;
    const bits = traits[rank] as number;
    if ((bits & TIME_TRAITS.coreIsOuter) !== 0) return CERTAIN;
    if (from >= atStart && to < afterEnd && (bits & TIME_TRAITS.sure) !== 0) return CERTAIN;
    if (core === null || (bits & TIME_TRAITS.ownCore) === 0) return POSSIBLE;
    return (core[2 * rank] as number) < atEnd && (core[2 * rank + 1] as number) >= afterStart ? CERTAIN : POSSIBLE;
  };
}
