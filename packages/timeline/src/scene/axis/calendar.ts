import { DAY_MS } from "@whenwhere/model";

/** A step of the calendar: `count` units, aligned to the calendar (weeks begin on Monday). */
export interface CalendarStep {
  readonly unit: "second" | "minute" | "hour" | "day" | "week" | "month" | "year";
  readonly count: number;
}

const UNIT_MS = { second: 1000, minute: 60_000, hour: 3_600_000, day: DAY_MS, week: 7 * DAY_MS } as const;
const MEAN_MS = { ...UNIT_MS, month: 30.436875 * DAY_MS, year: 365.2425 * DAY_MS } as const;
/** 1 January 1970 was a Thursday. */
const MONDAY_MS = -3 * DAY_MS;

/** Year and month (0-11) of an instant, proleptic Gregorian, astronomical years. Exact past the range of `Date`. */
export function civilMonth(ms: number): { readonly year: number; readonly month: number } {
  const z = Math.floor(ms / DAY_MS) + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 2 : shifted - 10;
  return { year: yearOfEra + era * 400 + (month < 2 ? 1 : 0), month };
}

/** First instant of a month; months outside 0-11 carry over into the years. */
function monthStartMs(year: number, month: number): number {
  const carried = year + Math.floor(month / 12);
  const index = month - Math.floor(month / 12) * 12;
  const y = index < 2 ? carried - 1 : carried;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const shifted = index < 2 ? index + 10 : index - 2;
  const dayOfYear = Math.floor((153 * shifted + 2) / 5);
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) * DAY_MS;
}

/**
 * Steps of several years stand at the round years that people write: 1900, 100, 1, 100 BCE, 200 BCE (astronomically -99 and
 * -199), so the step that begins in year 1 is a year short.
 */
function yearOrdinal(year: number, count: number): number {
  return count === 1 || year >= 1 ? Math.floor(year / count) : Math.floor((year - 1) / count);
}

function roundYear(ordinal: number, count: number): number {
  return count === 1 || ordinal >= 1 ? ordinal * count : ordinal * count + 1;
}

/** The last boundary of the step at or before an instant. */
export function floorTo(ms: number, step: CalendarStep): number {
  if (step.unit === "year") {
    return monthStartMs(roundYear(yearOrdinal(civilMonth(ms).year, step.count), step.count), 0);
  }
  if (step.unit === "month") {
    const { year, month } = civilMonth(ms);
    return monthStartMs(year, Math.floor(month / step.count) * step.count);
  }
  const sizeMs = UNIT_MS[step.unit] * step.count;
  const origin = step.unit === "week" ? MONDAY_MS : 0;
  return Math.floor((ms - origin) / sizeMs) * sizeMs + origin;
}

/** The first boundary after a boundary. */
export function nextAfter(ms: number, step: CalendarStep): number {
  if (step.unit !== "year" && step.unit !== "month") return ms + UNIT_MS[step.unit] * step.count;
  const { year, month } = civilMonth(ms);
  if (step.unit === "year") return stepAt(yearOrdinal(year, step.count) + 1, step);
  return monthStartMs(year, month + step.count);
}

/** Number of the step that holds an instant, counted from a fixed one; rises by 1 from boundary to boundary. */
export function stepOrdinal(ms: number, step: CalendarStep): number {
  if (step.unit === "year") return yearOrdinal(civilMonth(ms).year, step.count);
  if (step.unit === "month") {
    const { year, month } = civilMonth(ms);
    return Math.floor((year * 12 + month) / step.count);
  }
  const origin = step.unit === "week" ? MONDAY_MS : 0;
  return Math.floor((ms - origin) / (UNIT_MS[step.unit] * step.count));
}

/** First instant of the step with this number. */
export function stepAt(ordinal: number, step: CalendarStep): number {
  if (step.unit === "year") return monthStartMs(roundYear(ordinal, step.count), 0);
  if (step.unit === "month") return monthStartMs(0, ordinal * step.count);
  const origin = step.unit === "week" ? MONDAY_MS : 0;
  return ordinal * UNIT_MS[step.unit] * step.count + origin;
}

/** Mean length of a step. */
export function stepMs(step: CalendarStep): number {
  return MEAN_MS[step.unit] * step.count;
}

const MOST_BOUNDARIES = 4000;

/** All boundaries in `[startMs, endMs]`, at most 4,000. */
export function boundaries(startMs: number, endMs: number, step: CalendarStep): number[] {
  const out: number[] = [];
  let at = floorTo(startMs, step);
  if (at < startMs) at = nextAfter(at, step);
  while (at <= endMs && out.length < MOST_BOUNDARIES) {
    out.push(at);
    const next = nextAfter(at, step);
    // Past 2^53 milliseconds neighbouring boundaries can be the same number.
    if (!(next > at)) break;
    at = next;
  }
  return out;
}

const STEPS: readonly CalendarStep[] = [
  { unit: "second", count: 1 },
  { unit: "second", count: 5 },
  { unit: "second", count: 15 },
  { unit: "second", count: 30 },
  { unit: "minute", count: 1 },
  { unit: "minute", count: 5 },
  { unit: "minute", count: 15 },
  { unit: "minute", count: 30 },
  { unit: "hour", count: 1 },
  { unit: "hour", count: 3 },
  { unit: "hour", count: 6 },
  { unit: "hour", count: 12 },
  { unit: "day", count: 1 },
  { unit: "week", count: 1 },
  { unit: "month", count: 1 },
  { unit: "month", count: 3 },
  { unit: "year", count: 1 },
];

/** The finest step that is at least `minMs` long: seconds, minutes, ... weeks, months, quarters, years and 2, 5, 10 times 10^n years. */
export function stepAtLeast(minMs: number): CalendarStep {
  const found = STEPS.find((step) => stepMs(step) >= minMs);
  if (found !== undefined) return found;
  const years = minMs / MEAN_MS.year;
  const power = 10 ** Math.floor(Math.log10(years));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= years) ?? 10;
  return { unit: "year", count: Math.max(1, Math.round(factor * power)) };
}

/** The step of the second line over a first line. */
export function majorOf(step: CalendarStep): CalendarStep {
  if (step.unit === "second") return { unit: "minute", count: step.count < 15 ? 1 : 5 };
  if (step.unit === "minute") return { unit: "hour", count: 1 };
  if (step.unit === "hour") return { unit: "day", count: 1 };
  if (step.unit === "day" || step.unit === "week") return { unit: "month", count: 1 };
  if (step.unit === "month") return { unit: "year", count: 1 };
  return { unit: "year", count: 10 ** (Math.floor(Math.log10(step.count)) + 1) };
}
