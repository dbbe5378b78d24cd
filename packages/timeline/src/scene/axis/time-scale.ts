import type { TimeSpan } from "../types.ts";
import { type AxisCalendar, UTC_CALENDAR } from "./axis-calendar.ts";

/** Where time runs downward: room above the first and below the last instant, into which bars run that go on. */
export const BLEED_PX = 10;

/** A linear map from instants to pixels, along the inline direction (mirroring comes last). */
export interface TimeScale {
  readonly view: TimeSpan;
  readonly startPx: number;
  readonly endPx: number;
  /** Pixels of a millisecond. */
  readonly pxPerMs: number;
  /** Whose days and hours its steps are. */
  readonly calendar: AxisCalendar;
  x(ms: number): number;
  ms(xPx: number): number;
}

/** A scale over `[startPx, endPx]`. Infinite instants give infinite pixels. */
export function timeScale(
  view: TimeSpan,
  startPx: number,
  endPx: number,
  calendar: AxisCalendar = UTC_CALENDAR,
): TimeScale {
  const spanMs = Math.max(view.endMs - view.startMs, 1);
  const widthPx = Math.max(endPx - startPx, 1);
  const pxPerMs = widthPx / spanMs;
  return {
    view,
    startPx,
    endPx: startPx + widthPx,
    pxPerMs,
    calendar,
    x: (ms) => startPx + (ms - view.startMs) * pxPerMs,
    ms: (xPx) => view.startMs + (xPx - startPx) / pxPerMs,
  };
}
