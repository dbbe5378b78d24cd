import { DAY_MS } from "./calendar.ts";
import type { EdtfDate } from "./edtf-types.ts";
import { isReversed } from "./interval.ts";
import type { ZoneClock } from "./zone.ts";

/** Why a wall time has no single instant in its zone. */
export interface ClockProblem {
  /**
   * `time/gap`: clocks were put forward over it. `time/fold`: clocks showed it twice. `time/mixed`: one side is a day
   * of the calendar, the other an instant, and the two do not stand in order.
   */
  readonly code: "time/gap" | "time/fold" | "time/mixed";
  /** Canonical text of the date concerned. */
  readonly text: string;
}

/** A date whose times of day were turned into instants. */
export interface PlacedDate {
  readonly date: EdtfDate;
  readonly problems: readonly ClockProblem[];
}

/**
 * Turns the local times of day of a date into real instants of a zone. Calendar days, and times that carry their own
 * offset, stay as they are.
 *
 * A time in a fold spans from the first reading to the end of the second; a time in a gap spans its calendar day.
 * Both become `unspecified`: nobody can say which instant was meant.
 */
export function placeInZone(date: EdtfDate, clock: ZoneClock): PlacedDate {
  if (date.kind === "date") return hasLocalTime(date) ? placeTime(date, clock) : { date, problems: [] };

  const placed = date.members.map((member) => placeInZone(member, clock));
  const problems = placed.flatMap((member) => member.problems);
  const members = placed.map((member) => member.date);
  const [first, last] = [members[0], members.at(-1)];
  if (first === undefined || last === undefined) return { date, problems };

  if (date.kind === "interval") {
    const mixed = members.length === 2 && isReversed(first, last);
    if (mixed) return { date, problems: [...problems, { code: "time/mixed", text: date.text }] };
    const startMs = date.start.kind === "stated" ? first.startMs : date.startMs;
    const endMs = date.end.kind === "stated" ? last.endMs : date.endMs;
    return { date: { ...date, members, startMs, endMs }, problems };
  }
  const startMs = Math.min(...members.map((member) => member.startMs));
  const endMs = Math.max(...members.map((member) => member.endMs));
  return { date: { ...date, members, startMs, endMs }, problems };
}

/** Whether a date, or a part of it, is a time of day without an offset: only such a date needs a zone. */
export function hasLocalTime(date: EdtfDate): boolean {
  if (date.kind !== "date") return date.members.some(hasLocalTime);
  return !date.zoned && CLOCK_PRECISIONS.has(date.precision);
}

const CLOCK_PRECISIONS: ReadonlySet<string> = new Set(["hour", "minute", "second", "millisecond"]);

function placeTime(date: EdtfDate, clock: ZoneClock): PlacedDate {
  const instants = clock.instantsOfWall(date.startMs);
  const [firstMs, lastMs] = [instants[0], instants.at(-1)];
  if (firstMs === undefined || lastMs === undefined) {
    const startMs = Math.floor(date.startMs / DAY_MS) * DAY_MS;
    const day: EdtfDate = { ...date, startMs, endMs: startMs + DAY_MS, precision: "day", unspecified: true };
    return { date: day, problems: [{ code: "time/gap", text: date.text }] };
  }
  const placed = { ...date, startMs: firstMs, endMs: lastMs + (date.endMs - date.startMs) };
  if (firstMs === lastMs) return { date: placed, problems: [] };
  return { date: { ...placed, unspecified: true }, problems: [{ code: "time/fold", text: date.text }] };
}
