import { boundaries, type CalendarStep, floorTo, nextAfter, stepAt, stepMs, stepOrdinal } from "./calendar.ts";
import { UTC_TIME, type ZoneTime } from "./zone-time.ts";

/** The steps of the calendar in one zone: instants in, instants out. */
export interface AxisCalendar {
  readonly time: ZoneTime;
  /** The last boundary at or before an instant. */
  floorTo(ms: number, step: CalendarStep): number;
  /** The first boundary after a boundary. */
  nextAfter(ms: number, step: CalendarStep): number;
  /** All boundaries in `[startMs, endMs]`, at most 4,000. */
  boundaries(startMs: number, endMs: number, step: CalendarStep): readonly number[];
  /** Number of the column that holds an instant, and the start of a column: see {@link stepOrdinal}. */
  ordinal(ms: number, step: CalendarStep): number;
  at(ordinal: number, step: CalendarStep): number;
}

/** Steps of the wall calendar itself. */
export const UTC_CALENDAR: AxisCalendar = Object.freeze({
  time: UTC_TIME,
  floorTo,
  nextAfter,
  boundaries: (startMs: number, endMs: number, step: CalendarStep) => boundaries(startMs, endMs, step),
  ordinal: stepOrdinal,
  at: stepAt,
});

/**
 * Steps as the clocks of a zone show them. Days and longer steps begin at the zone's midnights, so a day may have 23 or 25
 * hours; hours, minutes and seconds begin where the clocks show a whole one, so an hour that is shown twice has two ticks and
 * one that is skipped has none. Columns of less than a day (`ordinal`, `at`) count real time, since each must be equally long.
 */
export function axisCalendar(time: ZoneTime): AxisCalendar {
  if (time.isUtc) return UTC_CALENDAR;
  const { wallMs, instantMs } = time;
  const floorIn = (ms: number, step: CalendarStep): number => {
    if (isDays(step)) return Math.min(instantMs(floorTo(wallMs(ms), step)), ms);
    const wall = wallMs(ms);
    const found = ms - (wall - floorTo(wall, step));
    const change = time.changes({ startMs: found, endMs: ms })[0];
    return change === undefined ? found : floorIn(change.ms - 1, step);
  };
  const nextIn = (ms: number, step: CalendarStep): number => {
    if (isDays(step)) return nextDay(ms, step);
    const found = ms + stepMs(step);
    const change = time.changes({ startMs: ms, endMs: found })[0];
    if (change === undefined) return found;
    const wall = wallMs(change.ms);
    const floor = floorTo(wall, step);
    return floor === wall ? change.ms : change.ms + nextAfter(floor, step) - wall;
  };
  const nextDay = (ms: number, step: CalendarStep): number => {
    let wall = floorTo(wallMs(ms), step);
    let found = ms;
    // A zone may leave out a whole day, as Samoa did in 2011: then two midnights are one instant.
    for (let tries = 0; tries < 3 && !(found > ms); tries++) {
      wall = nextAfter(wall, step);
      found = instantMs(wall);
    }
    return found;
  };
  return {
    time,
    floorTo: floorIn,
    nextAfter: nextIn,
    boundaries(startMs, endMs, step) {
      const out: number[] = [];
      let at = floorIn(startMs, step);
      if (at < startMs) at = nextIn(at, step);
      while (at <= endMs && out.length < 4000) {
        out.push(at);
        let next = nextIn(at, step);
        // Of an hour that is shown twice, a step of several hours marks the first: the second would stand too near.
        if (step.count > 1 && next - at < stepMs(step) / 2) next = nextIn(next, step);
        if (!(next > at)) break;
        at = next;
      }
      return out;
    },
    ordinal: (ms, step) => stepOrdinal(isDays(step) ? wallMs(ms) : ms, step),
    at: (ordinal, step) => (isDays(step) ? instantMs(stepAt(ordinal, step)) : stepAt(ordinal, step)),
  };
}

function isDays({ unit }: CalendarStep): boolean {
  return unit === "day" || unit === "week" || unit === "month" || unit === "year";
}
