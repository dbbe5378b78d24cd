import { civilDateOf } from "./calendar.ts";

/** Two digits: `02`. */
export function two(part: number): string {
  return String(part).padStart(2, "0");
}

/** A year with four digits or more: `2022`, `0079`, `-0500`. */
export function yearText(year: number): string {
  return (year < 0 ? "-" : "") + String(Math.abs(year)).padStart(4, "0");
}

/** A month as `2022-02`. */
export function monthText(year: number, month: number): string {
  return `${yearText(year)}-${two(month)}`;
}

/** The day of a day number as `2022-02-02`. */
export function dayText(dayNumber: number): string {
  const { year, month, day } = civilDateOf(dayNumber);
  return `${monthText(year, month)}-${two(day)}`;
}
