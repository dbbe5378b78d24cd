import { DAY_MS } from "@whenwhere/model";
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

const MOST = 60;

function edgesBy(unit: BinUnit, startMs: number, endMs: number): number[] {
  const start = new Date(startMs);
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth()];
  const edge = (step: number): number => {
    if (unit === "day") return Math.floor(startMs / DAY_MS) * DAY_MS + step * DAY_MS;
    const date = new Date(0);
    if (unit === "month") date.setUTCFullYear(year, month + step, 1);
    else if (unit === "year") date.setUTCFullYear(year + step, 0, 1);
    else date.setUTCFullYear(Math.floor(year / 10) * 10 + step * 10, 0, 1);
    return date.getTime();
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

/** The two fullest bins of what is sure, the fuller first; none where nothing stands out. */
export function peaksOf({ edgesMs, certain }: TimeBins): { startMs: number; endMs: number; n: number }[] {
  const mean = certain.reduce((sum, n) => sum + n, 0) / Math.max(1, certain.length);
  return Array.from(certain, (n, bin) => ({ startMs: edgesMs[bin] as number, endMs: edgesMs[bin + 1] as number, n }))
    .filter(({ n }) => n >= 2 && n > 1.5 * mean)
    .sort((a, b) => b.n - a.n || a.startMs - b.startMs)
    .slice(0, 2);
}
