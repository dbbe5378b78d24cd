import { DAY_MS, type DatePrecision } from "@whenwhere/model";

/** `long` spells months out, `short` abbreviates them beside a day. */
export type DateStyle = "long" | "short";

/** What a span of time is called: the calendar unit that it fills exactly, a time of day, or just a span. */
export type CalendarUnit = "millennium" | "century" | "decade" | "year" | "part" | "month" | "day" | "time" | "span";

/** A span of time with the fields of its first day, in the proleptic Gregorian calendar, year 0 = 1 BCE. */
export interface CalendarDate {
  readonly unit: CalendarUnit;
  readonly year: number;
  /** 1-12. */
  readonly month: number;
  readonly day: number;
  readonly startMs: number;
  readonly endMs: number;
  /** Of a `part`: the EDTF code, 21-41 (spring to second half). */
  readonly part: number | null;
}

/** Beyond this, `Date` knows no days. */
const DATE_LIMIT_MS = 8.64e15;
const YEAR_MS = 31_556_952_000;
const TIMES: readonly DatePrecision[] = ["hour", "minute", "second", "millisecond"];
const PARTS: readonly DatePrecision[] = ["season", "quarter", "quadrimester", "semester"];

function monthStartMs(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, 1);
}

function unitOf(start: Date, endMs: number): CalendarUnit {
  const [year, month, day] = [start.getUTCFullYear(), start.getUTCMonth() + 1, start.getUTCDate()];
  if (start.getTime() % DAY_MS !== 0) return "span";
  if (endMs === start.getTime() + DAY_MS) return "day";
  if (day !== 1) return "span";
  if (endMs === monthStartMs(year, month + 1)) return "month";
  if (month !== 1) return "span";
  if (endMs === monthStartMs(year + 1, 1)) return "year";
  if (year % 10 === 0 && endMs === monthStartMs(year + 10, 1)) return "decade";
  if (year % 100 === 0 && endMs === monthStartMs(year + 100, 1)) return "century";
  if (year % 1000 === 0 && endMs === monthStartMs(year + 1000, 1)) return "millennium";
  return "span";
}

/** Names a finite span. What the bounds fill counts, so `2022-XX` is the year 2022; `precision` tells times and seasons. */
export function calendarDate(span: {
  readonly startMs: number;
  readonly endMs: number;
  readonly precision: DatePrecision;
  readonly text: string;
}): CalendarDate {
  const { startMs, endMs, precision, text } = span;
  if (Math.abs(startMs) >= DATE_LIMIT_MS || Math.abs(endMs) >= DATE_LIMIT_MS) {
    const year = Math.round(startMs / YEAR_MS) + 1970;
    const unit = endMs - startMs < 1.5 * YEAR_MS ? "year" : "span";
    return { unit, year, month: 1, day: 1, startMs, endMs, part: null };
  }
  const start = new Date(startMs);
  const fields = { year: start.getUTCFullYear(), month: start.getUTCMonth() + 1, day: start.getUTCDate() };
  if (TIMES.includes(precision)) return { ...fields, unit: "time", startMs, endMs, part: null };
  const part = PARTS.includes(precision) ? /^-?\d+-(2[1-9]|3\d|4[01])/.exec(text) : null;
  if (part) return { ...fields, unit: "part", startMs, endMs, part: Number(part[1]) };
  return { ...fields, unit: unitOf(start, endMs), startMs, endMs, part: null };
}

/** The calendar day that holds an instant. */
export function dayOf(ms: number): CalendarDate {
  const startMs = Math.floor(ms / DAY_MS) * DAY_MS;
  return calendarDate({ startMs, endMs: startMs + DAY_MS, precision: "day", text: "" });
}
