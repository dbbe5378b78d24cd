import { DAY_MS } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import { meanStepMs, stepEdges } from "../player/step-edges.ts";

/** Unit of the calendar that a chart counts by. */
export type BinUnit = "day" | "month" | "year" | "decade";

/** Records by day, month, year or decade. */
export interface TimeBins {
  readonly unit: BinUnit;
  readonly edgesMs: readonly number[];
  /** Records that lie surely in the bin, and shares of those that lie somewhere in several. */
  readonly certain: Float64Array;
  readonly spread: Float64Array;
}

/** More bars are no chart. */
const MOST = 60;

/** The finest unit of which the extent holds at most sixty. Null for more than six centuries: a chart of them says nothing. */
export function timeBins(store: Store, extentMs: readonly [number, number]): TimeBins | null {
  const [startMs, endMs] = extentMs;
  for (const unit of ["day", "month", "year", "decade"] as const) {
    if ((endMs - startMs) / meanStepMs(unit) > MOST + 1) continue;
    const edgesMs = stepEdges(startMs, endMs, unit);
    if (edgesMs.length > MOST + 1) continue;
    if (edgesMs.length < 3) return null;
    const { certain, spread } = store.histogram(edgesMs);
    return { unit, edgesMs, certain, spread };
  }
  return null;
}

/** An instant of the last day of an extent. Whole days are reckoned: of far years a millisecond is less than a number can tell. */
export function lastDayMs([startMs, endMs]: readonly [number, number]): number {
  return endMs - DAY_MS > startMs ? (Math.ceil(endMs / DAY_MS) - 1) * DAY_MS : startMs;
}
