import { dayNumberOf, daysInMonth, isLeapYear } from "./calendar.ts";
import { admits, firstAdmitted, hasX, highest, lowest } from "./digit-mask.ts";
import { groupCodeOf, type WrittenDate } from "./written-date.ts";
import { yearGroupOf } from "./year-group.ts";

/** Half-open run of day numbers (1970-01-01 = 0). */
export interface DayRange {
  readonly firstDay: number;
  readonly endDay: number;
}

/**
 * From the earliest to the latest calendar day that the written digits admit; null when they admit none
 * (`2023-02-29`, `19X1-02-29`, `2001-42`). The run is the hull: days inside it may be excluded by the digits.
 */
export function dayRangeOf(written: WrittenDate): DayRange | null {
  const code = groupCodeOf(written);
  if (code !== null) return groupRange(written, code);

  const fits = yearTest(written);
  const years = yearRange(written);
  const firstYear = yearAdmitted(written, years, fits);
  const lastYear = yearAdmitted(written, { from: years.to, to: years.from }, fits);
  if (firstYear === null || lastYear === null) return null;

  const first = extremeDay(written, firstYear, "first") as MonthDay;
  const last = extremeDay(written, lastYear, "last") as MonthDay;
  return {
    firstDay: dayNumberOf(firstYear, first.month, first.day),
    endDay: dayNumberOf(lastYear, last.month, last.day) + 1,
  };
}

interface MonthDay {
  readonly month: number;
  readonly day: number;
}

interface YearRange {
  readonly from: number;
  readonly to: number;
}

function groupRange(written: WrittenDate, code: number): DayRange | null {
  const group = yearGroupOf(code);
  if (group === null || written.day !== null) return null;
  const years = yearRange(written);
  return {
    firstDay: dayNumberOf(years.from, group.firstMonth, 1),
    endDay: dayNumberOf(years.to, group.firstMonth + group.monthCount, 1),
  };
}

/** The years a mask admits, earliest first. There is no year -0000: a negative mask ends at -1. */
function yearRange(written: WrittenDate): YearRange {
  const low = lowest(written.year);
  const high = highest(written.year);
  return written.negative ? { from: -high, to: -Math.max(low, 1) } : { from: low, to: high };
}

function yearAdmitted(written: WrittenDate, years: YearRange, fits: YearTest): number | null {
  if (!written.negative) return firstAdmitted(written.year, years, fits);
  const size = firstAdmitted(written.year, { from: -years.from, to: -years.to }, (value) => fits(-value));
  return size === null ? null : -size;
}

type YearTest = (year: number) => boolean;

/** Whether a year has a day that fits depends on nothing but its 29 February: two probes answer for all years. */
function yearTest(written: WrittenDate): YearTest {
  const inCommonYear = extremeDay(written, COMMON_YEAR, "first") !== null;
  const inLeapYear = inCommonYear || extremeDay(written, LEAP_YEAR, "first") !== null;
  return (year) => (isLeapYear(year) ? inLeapYear : inCommonYear);
}

const COMMON_YEAR = 2001;
const LEAP_YEAR = 2000;

/** The first or the last day of a year that the month and day digits admit. */
function extremeDay(written: WrittenDate, year: number, which: "first" | "last"): MonthDay | null {
  for (let i = 0; i < 12; i++) {
    const month = which === "first" ? 1 + i : 12 - i;
    if (written.month !== null && !admits(written.month, month)) continue;
    const day = extremeDayOfMonth(written.day, daysInMonth(year, month), which);
    if (day !== null) return { month, day };
  }
  return null;
}

function extremeDayOfMonth(mask: string | null, days: number, which: "first" | "last"): number | null {
  if (mask === null) return which === "first" ? 1 : days;
  if (!hasX(mask)) return Number(mask) >= 1 && Number(mask) <= days ? Number(mask) : null;
  const range = which === "first" ? { from: 1, to: days } : { from: days, to: 1 };
  return firstAdmitted(mask, range, () => true);
}
