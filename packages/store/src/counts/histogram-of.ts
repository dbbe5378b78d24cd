import type { Histogram } from "../types.ts";
import type { HistogramRows } from "./histogram-rows.ts";
import type { StandingSums } from "./standing-sums.ts";

/**
 * A row that surely passes and whose outer span, not marked uncertain, lies in one bin counts there as certain; every other
 * row is spread uniformly over its outer span, and what falls outside the edges counts as before or after.
 * Law: bins + before + after + undated = shown rows (of the category), to the last bit.
 */
export function histogramOf(rows: HistogramRows, sums: StandingSums, units: Float64Array): Histogram {
  const { edges, slots, unit } = rows;
  const bins = slots.before;
  const certain = Float64Array.from(sums.certain.subarray(0, bins));
  const spread = new Float64Array(bins);
  for (let bin = 0; bin < bins; bin++) spread[bin] = (sums.possible[bin] as number) + (units[bin] as number) / unit;
  const outside = (slot: number): number => (sums.certain[slot] as number) + (sums.possible[slot] as number);
  return {
    edgesMs: edges,
    certain,
    spread,
    before: outside(slots.before) + (units[slots.before] as number) / unit,
    after: outside(slots.after) + (units[slots.after] as number) / unit,
    undated: outside(slots.undated),
  };
}
