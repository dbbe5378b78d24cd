import { type CalendarStep, stepAtLeast } from "../axis/calendar.ts";
import type { LaneTally } from "../lanes/lane-tally.ts";

/** Columns of a band of very many records, and of one among many bands. */
const FINE_PX = 2.6;
const COARSE_PX = 6;
const MOST_PX = 24;
/** More lanes than this are many. */
export const MANY_BANDS = 12;

/** Columns of a lane that is counted: as fine as it may be drawn, and as coarse as its dates usually are (up to 24 px). */
export function bandStep(tally: LaneTally, code: number, pxPerMs: number): CalendarStep {
  const usualPx = (tally.index.lanes[code]?.usualMs ?? 0) * pxPerMs * 0.9;
  const leastPx = tally.index.lanes.length > MANY_BANDS ? COARSE_PX : FINE_PX;
  return stepAtLeast(Math.min(Math.max(usualPx, leastPx), MOST_PX) / pxPerMs);
}
