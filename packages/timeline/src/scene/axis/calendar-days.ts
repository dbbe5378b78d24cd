import { civilDateOf, DAY_MS } from "@whenwhere/model";

/** Where months and years of a calendar begin, in day numbers (1970-01-01 = 0). */
export interface CalendarDays {
  /** First day of the month that holds a day. */
  monthStart(day: number): number;
  /** First day of the month after the one that begins on `start`. */
  nextMonth(start: number): number;
  /** First day of the year that holds a day; with `count`, of the last year before it whose number is a multiple. */
  yearStart(day: number, count?: number): number;
  nextYear(start: number, count?: number): number;
  begins(day: number): { readonly isMonthStart: boolean; readonly isYearStart: boolean };
}

/** Calendars that count other years, but share months and days with the Gregorian one. */
const GREGORIAN: Readonly<Record<string, number>> = { gregory: 0, iso8601: 0, japanese: 0, buddhist: 543, roc: -1911 };
const LUNAR = /^islamic/;
/** What is kept in mind; a screen asks about a few hundred days. */
const MOST_KEPT = 20_000;
/** No year of any calendar is longer than this, and none so short that two fit into it. */
const LONG_YEAR = 386;
/** No month is longer. */
const LONG_MONTH = 32;

interface Fields {
  /** Number of the year. Where a calendar counts by eras, of the year that it is related to. */
  readonly year: number;
  readonly day: number;
}

/**
 * Months and years of a calendar of Intl, found by asking which day of which month a day is. A question to the platform costs
 * about 5 µs and is asked once a day; a boundary takes one to three of them, a year about fourteen.
 */
export function calendarDays(name: string): CalendarDays {
  const shift = Object.hasOwn(GREGORIAN, name) ? (GREGORIAN[name] as number) : null;
  const fieldsOf = shift === null ? askedFields(name) : gregorianFields(shift);
  const meanYear = LUNAR.test(name) ? 354.367 : 365.2425;
  const years = new Map<number, number>();

  const monthStart = (day: number): number => day - fieldsOf(day).day + 1;
  const nextMonth = (start: number): number => {
    // A month may be as short as the five days at the end of an Ethiopian year.
    let found = monthStart(start + LONG_MONTH);
    for (let before = monthStart(found - 1); before > start; before = monthStart(found - 1)) found = before;
    return found;
  };
  const oneYearStart = (day: number): number => {
    const month = monthStart(day);
    const known = years.get(month);
    if (known !== undefined) return known;
    const { year } = fieldsOf(month);
    let start = month;
    for (let tries = 0; tries < 14; tries++) {
      const before = monthStart(start - 1);
      if (fieldsOf(before).year !== year) break;
      start = before;
    }
    if (years.size > MOST_KEPT) years.clear();
    years.set(month, start);
    return start;
  };
  const jump = (start: number, count: number): number => {
    if (count === 0) return start;
    if (count === 1) return oneYearStart(start + LONG_YEAR);
    const wanted = fieldsOf(start).year + count;
    let found = oneYearStart(Math.round(start + (count + 0.4) * meanYear));
    for (let tries = 0; tries < 40; tries++) {
      const { year } = fieldsOf(found);
      if (year === wanted) break;
      found = year < wanted ? oneYearStart(found + LONG_YEAR) : oneYearStart(found - 1);
    }
    return found;
  };
  return {
    monthStart,
    nextMonth,
    yearStart(day, count = 1) {
      const start = oneYearStart(day);
      const { year } = fieldsOf(start);
      return jump(start, Math.floor(year / count) * count - year);
    },
    nextYear: (start, count = 1) => jump(start, count),
    begins(day) {
      const isMonthStart = fieldsOf(day).day === 1;
      return { isMonthStart, isYearStart: isMonthStart && oneYearStart(day) === day };
    },
  };
}

function gregorianFields(shift: number): (day: number) => Fields {
  return (day) => {
    const date = civilDateOf(day);
    return { year: date.year + shift, day: date.day };
  };
}

function askedFields(name: string): (day: number) => Fields {
  const format = new Intl.DateTimeFormat("en-u-nu-latn", {
    calendar: name,
    timeZone: "UTC",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  const kept = new Map<number, Fields>();
  return (day) => {
    const known = kept.get(day);
    if (known !== undefined) return known;
    const parts = format.formatToParts(day * DAY_MS);
    const text = (...types: readonly string[]): string => parts.find(({ type }) => types.includes(type))?.value ?? "";
    const era = text("era");
    const year = Number.parseInt(text("relatedYear", "year"), 10);
    // Years before an era are counted backwards.
    const before = era === "BH" || era === "Before R.O.C.";
    const fields = { year: before ? 1 - year : year, day: Number.parseInt(text("day"), 10) };
    if (kept.size > MOST_KEPT) kept.clear();
    kept.set(day, fields);
    return fields;
  };
}
