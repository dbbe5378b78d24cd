import { fullSpan, statedTimes } from "../axis/stated-extent.ts";
import type { SceneStore, TimeSpan } from "../types.ts";

/** What a sparkline is drawn from. Law: the sum of `inside` and `spread` over all bins is `shown - undated`. */
export interface SparklineCounts {
  /** All dates with a little air, whatever passes: a filter thins the columns and moves none. */
  readonly span: TimeSpan;
  /** First and last stated bound of all records; null when none has a date. */
  readonly stated: readonly [startMs: number, endMs: number] | null;
  /** Records that lie wholly in a bin. */
  readonly inside: Float64Array;
  /** Shares of records that reach over several bins, or have no bound at a side. */
  readonly spread: Float64Array;
  /** Records that pass the clauses of the other views. */
  readonly shown: number;
  /** Those of them that have no place on the axis. */
  readonly undated: number;
}

/** Counts what passes into bins. Cost: one pass over the rows; keep it until clauses, data or the number of bins change. */
export function sparklineCounts(store: SceneStore, bins: number, times = statedTimes(store)): SparklineCounts {
  const span = fullSpan(store, times);
  const inside = new Float64Array(bins);
  const spread = new Float64Array(bins);
  const { outerStartMs, outerEndMs, length } = store.columns;
  const passing = store.passing("timeline");
  const perMs = bins / (span.endMs - span.startMs);
  let shown = 0;
  let undated = 0;
  for (let row = 0; row < length; row++) {
    if (passing[row] === 0) continue;
    shown++;
    const from = (outerStartMs.at(row) - span.startMs) * perMs;
    const to = (outerEndMs.at(row) - span.startMs) * perMs;
    if (times.extent === null || Number.isNaN(from) || Number.isNaN(to)) undated++;
    else add({ inside, spread }, from, to);
  }
  return { span, stated: times.extent, inside, spread, shown, undated };
}

/** A side without a bound reaches to the end of the axis, and makes the record a possible one wherever it is counted. */
function add({ inside, spread }: Pick<SparklineCounts, "inside" | "spread">, from: number, to: number): void {
  const bins = inside.length;
  const low = Math.min(Math.max(from, 0), bins);
  const high = Math.min(Math.max(to, low), bins);
  const first = Math.min(Math.floor(low), bins - 1);
  const last = Math.min(Math.max(first, Math.ceil(high) - 1), bins - 1);
  if (first === last) {
    const part = Number.isFinite(to - from) ? inside : spread;
    part[first] = (part[first] as number) + 1;
    return;
  }
  for (let bin = first; bin <= last; bin++) {
    const covered = Math.min(high, bin + 1) - Math.max(low, bin);
    spread[bin] = (spread[bin] as number) + covered / (high - low);
  }
}
