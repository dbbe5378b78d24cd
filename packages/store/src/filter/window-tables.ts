import { finishSteps, type Steps } from "@whenwhere/model";
import { type TimeCodes, timeCodeSteps, timeCodesOf } from "../columns/time-codes.ts";

import { absenceSteps } from "../counts/absences.ts";
import type { RowKeys } from "../counts/row-keys.ts";
import type { Columns } from "../types.ts";
import { SpanCeiling } from "./span-ceiling.ts";
import { type TimeWindow, WindowPlacer, type WindowPlaces } from "./window-places.ts";

/** What is asked of every window of time, each part made once: at once when it is first asked for, or in turns before. */
export interface WindowTables {
  times(): TimeCodes;
  /** Makes ready, with pauses, what is asked of every window: times, places and absences. */
  prepareWindows(): Steps<void>;
  /** Equal windows have the same places, as long as no other window is asked for between them. */
  placesOf(window: TimeWindow): WindowPlaces;
  absences(): RowKeys;
}

/** Makes none of them yet. */
export function createWindowTables(columns: Columns, timeOrder: Uint32Array): WindowTables {
  let times: TimeCodes | null = null;
  let placer: WindowPlacer | null = null;
  let absences: RowKeys | null = null;
  // What somebody asked for meanwhile, and was made at once for, stays.
  const placing = function* (): Steps<WindowPlacer> {
    if (placer !== null) return placer;
    const codes = times ?? (yield* timeCodeSteps(columns, timeOrder));
    times ??= codes;
    const ceiling = new SpanCeiling(times);
    yield* ceiling.fill();
    placer ??= new WindowPlacer(times, ceiling);
    return placer;
  };
  const absent = function* (): Steps<RowKeys> {
    const made = absences ?? (yield* absenceSteps(columns, timeOrder));
    absences ??= made;
    return absences;
  };
  return {
    times() {
      times ??= timeCodesOf(columns, timeOrder);
      return times;
    },
    *prepareWindows() {
      // Counts without a window are asked for first.
      yield* absent();
      yield* placing();
    },
    placesOf(window) {
      placer ??= finishSteps(placing());
      return placer.placesOf(window);
    },
    absences: () => absences ?? finishSteps(absent()),
  };
}
