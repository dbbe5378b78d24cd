import type { TimeCodes } from "../columns/time-codes.ts";
import { CLASS_BITS, WINDOW_CLASS } from "../columns/window-class.ts";
import { CERTAIN, HIDDEN, POSSIBLE } from "../types.ts";
import type { RankTest } from "./row-test.ts";
import type { WindowPlaces } from "./window-places.ts";

/**
 * A half-open window [startMs, endMs). Possible: the outer span overlaps it. Certain: the outer span lies inside and the
 * date is not marked uncertain (`?`), or the core overlaps it. Undated rows are possible in every window.
 * A window without an instant (its end is not after its start) hides every dated row.
 * With the classes of a view: the standing under the window and all other clauses of the view.
 */
export function windowTest(times: TimeCodes, places: WindowPlaces, classes: Uint8Array = times.classes): RankTest {
  const { outer, core } = times;
  const { atStart, afterStart, atEnd, afterEnd, isEmpty } = places;
  const isInside = (from: number, to: number): boolean => from >= atStart && to < afterEnd;
  const isCoreIn = (rank: number): boolean =>
    core !== null && (core[2 * rank] as number) < atEnd && (core[2 * rank + 1] as number) >= afterStart;
  return (rank) => {
    const kind = (classes[rank] as number) & CLASS_BITS;
    if (kind <= WINDOW_CLASS.undated) return kind === WINDOW_CLASS.hidden ? HIDDEN : POSSIBLE;
    const from = outer[2 * rank] as number;
    const to = outer[2 * rank + 1] as number;
    if (isEmpty || from >= atEnd || to < afterStart) return HIDDEN;
    if (kind === WINDOW_CLASS.doubtful) return POSSIBLE;
    if (kind === WINDOW_CLASS.solid) return CERTAIN;
    return (kind < WINDOW_CLASS.cored ? isInside(from, to) : isCoreIn(rank)) ? CERTAIN : POSSIBLE;
  };
}
