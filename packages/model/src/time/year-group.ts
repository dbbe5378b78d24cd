import type { DatePrecision } from "./edtf-types.ts";

/** A part of the year that is written in place of a month. `firstMonth + monthCount` may run into the next year. */
export interface YearGroup {
  readonly firstMonth: number;
  readonly monthCount: number;
  readonly precision: DatePrecision;
}

/**
 * The part of the year that a code 21-41 stands for; null for any other number.
 *
 * Seasons are meteorological. 21-24 do not name a hemisphere and are read as northern, 25-28 are northern and
 * 29-32 southern; each run is spring, summer, autumn, winter. A season that spans the turn of the year begins in the
 * year it is written with: `2001-24` is December 2001 to February 2002.
 */
export function yearGroupOf(code: number): YearGroup | null {
  if (code < 21 || code > 41) return null;
  if (code <= 28) return season(3 + 3 * ((code - 21) % 4));
  if (code <= 32) return season(SOUTHERN_FIRST_MONTH[code - 29] as number);
  if (code <= 36) return { firstMonth: 1 + 3 * (code - 33), monthCount: 3, precision: "quarter" };
  if (code <= 39) return { firstMonth: 1 + 4 * (code - 37), monthCount: 4, precision: "quadrimester" };
  return { firstMonth: 1 + 6 * (code - 40), monthCount: 6, precision: "semester" };
}

const SOUTHERN_FIRST_MONTH = [9, 12, 3, 6] as const;

function season(firstMonth: number): YearGroup {
  return { firstMonth, monthCount: 3, precision: "season" };
}
