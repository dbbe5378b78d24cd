import { civilDateOf, DAY_MS, dayNumberOf } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";

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

/** By our own calendar: that of the platform ends 273,000 years from now. */
function edgesBy(unit: BinUnit, startMs: number, endMs: number): number[] {
  const first = Math.floor(startMs / DAY_MS);
  const { year, month } = civilDateOf(first);
  const edge = (step: number): number => {
    if (unit === "day") return (first + step) * DAY_MS;
    if (unit === "month") return dayNumberOf(year, month + step, 1) * DAY_MS;
    return dayNumberOf(unit === "year" ? year + step : (Math.floor(year / 10) + step) * 10, 1, 1) * DAY_MS;
  };
  const edges = [edge(0)];
  while ((edges.at(-1) as number) < endMs && edges.length <= MOST) edges.push(edge(edges.length));
  return edges;
}

/** The finest unit of which the extent holds at most sixty. Null for more than six centuries: a chart of them says nothing. */
export function timeBins(store: Store, extentMs: readonly [number, number]): TimeBins | null {
  const [startMs, endMs] = extentMs;
  for (const unit of ["day", "month", "year", "decade"] as const) {
    const edgesMs = edgesBy(unit, startMs, endMs);
    if ((edgesMs.at(-1) as number) < endMs) continue;
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
