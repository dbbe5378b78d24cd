import type { LaneTimes } from "@whenwhere/store";
import type { TimeScale } from "../axis/time-scale.ts";

/**
 * Marks that begin and end within so many pixels never share a line: between any two 6 px stay free, a bar is 4.5 px long at
 * least, and a mark without a length is 11 px wide.
 */
const TOUCHING_PX = 10;

/**
 * How many lines the marks of a lane need at least, whatever their order: as many as stand in the fullest ten pixels. Law: no
 * packing of records with one reading each has fewer. Cost: a few searches for each ten pixels, and no look at a row.
 */
export function leastLines(lane: LaneTimes, scale: TimeScale): number {
  const bins = Math.max(1, Math.floor((scale.endPx - scale.startPx) / TOUCHING_PX));
  const edgesMs = new Float64Array(bins + 1);
  for (let i = 0; i <= bins; i++) edgesMs[i] = scale.ms(scale.startPx + i * TOUCHING_PX);
  const { inside } = lane.bins(edgesMs);
  let most = 0;
  for (let i = 0; i < bins; i++) most = Math.max(most, inside[i] as number);
  return most;
}
