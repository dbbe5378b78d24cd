import { DAY_MS, dayNumberOf } from "../../time/calendar.ts";
import { tryParseEdtf } from "../../time/parse-edtf.ts";

/** Day number of `YYYY-MM-DD`. */
export function dayNumber(day: string): number {
  return dayNumberOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)));
}

/** Day of the week of a day number, 0 = Sunday. */
export function weekdayOf(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}

/** One moment between two dates, both included: `[a..b]`; a single day is that day. */
export function windowOf(first: string, last: string): string {
  return first === last ? first : `[${first}..${last}]`;
}

/** First and last day number of a bounded EDTF date; null when it is none. */
export function daysOfEdtf(edtf: string): { readonly first: number; readonly last: number } | null {
  const { date } = tryParseEdtf(edtf);
  if (date === null || !Number.isFinite(date.startMs) || !Number.isFinite(date.endMs)) return null;
  return { first: Math.floor(date.startMs / DAY_MS), last: Math.ceil(date.endMs / DAY_MS) - 1 };
}
