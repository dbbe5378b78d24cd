import type { When } from "../incident.ts";
import { civilDateOf, DAY_MS } from "../time/calendar.ts";
import { dayText } from "../time/day-text.ts";
import type { EdtfDate } from "../time/edtf-types.ts";
import { tryParseEdtf } from "../time/parse-edtf.ts";

/** A date as formats without EDTF can hold it: first and last day, and whether that is all that it says. */
export interface DateWindow {
  readonly date: EdtfDate;
  /** Null when the side is open or unknown. */
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  /** One plain date of day precision or finer, without marks or unknown digits. */
  readonly isExact: boolean;
}

/** The window of a record's date; null when there is none that can be read. */
export function dateWindow(when: When | undefined): DateWindow | null {
  const date = typeof when?.edtf === "string" ? tryParseEdtf(when.edtf).date : null;
  if (date === null) return null;
  const isFine = ["day", "hour", "minute", "second", "millisecond"].includes(date.precision);
  return {
    date,
    firstDay: Number.isFinite(date.startMs) ? Math.floor(date.startMs / DAY_MS) : null,
    lastDay: Number.isFinite(date.endMs) ? Math.floor((date.endMs - 1) / DAY_MS) : null,
    isExact: date.kind === "date" && isFine && isPlain(date),
  };
}

/** Whether a single date has neither marks nor unknown digits. */
export function isPlain(date: EdtfDate): boolean {
  return !date.approximate && !date.uncertain && !date.unspecified && date.estimatedYear === null;
}

/** Whether the years of a window can be written with four digits. */
export function hasShortYears({ firstDay, lastDay }: DateWindow): boolean {
  return [firstDay, lastDay].every((day) => day === null || Math.abs(civilDateOf(day).year) <= 9999);
}

const MEANINGS = {
  within: "some time",
  throughout: "throughout",
  series: "several times",
  ongoing: "ongoing",
} as const;

/** A date in plain English for formats that have only words: "some time between 2022-02-01 and 2022-02-05". */
export function windowWords(when: When, { date, firstDay, lastDay, isExact }: DateWindow): string {
  if (isExact && (when.span ?? "within") === "within") return date.text;
  const doubt = date.uncertain ? " (uncertain)" : date.approximate ? " (approximate)" : "";
  const meaning = MEANINGS[when.span ?? "within"] ?? MEANINGS.within;
  return `${meaning} ${rangeWords(firstDay, lastDay)}${doubt}`;
}

function rangeWords(firstDay: number | null, lastDay: number | null): string {
  if (firstDay === null) return lastDay === null ? "at an unknown date" : `on or before ${dayText(lastDay)}`;
  if (lastDay === null) return `on or after ${dayText(firstDay)}`;
  if (firstDay === lastDay) return `on ${dayText(firstDay)}`;
  return `between ${dayText(firstDay)} and ${dayText(lastDay)}`;
}
