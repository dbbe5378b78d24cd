import { dayNumberOf, daysInMonth, isLeapYear } from "./calendar.ts";
import { admits, firstAdmitted, hasX } from "./digit-mask.ts";
import { groupCodeOf, isMasked, type WrittenDate } from "./written-date.ts";
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
  return isMasked(written) ? maskedRange(written) : plainRange(written);
}

function groupRange(written: WrittenDate, code: number): DayRange | null {
  const group = yearGroupOf(code);
  const firstYear = extremeYear(written, "up", () => true);
  const lastYear = extremeYear(written, "down", () => true);
  if (group === null || written.day !== null || firstYear === null || lastYear === null) return null;
  return {
    firstDay: dayNumberOf(firstYear, group.firstMonth, 1),
    endDay: dayNumberOf(lastYear, group.firstMonth + group.monthCount, 1),
  };
}

function plainRange(written: WrittenDate): DayRange | null {
  const year = written.negative ? -Number(written.year) : Number(written.year);
  if (written.month === null) return { firstDay: dayNumberOf(year, 1, 1), endDay: dayNumberOf(year + 1, 1, 1) };

  const month = Number(written.month);
  if (month < 1) return null;
  const firstDay = dayNumberOf(year, month, 1);
  const days = daysInMonth(year, month);
  if (written.day === null) return { firstDay, endDay: firstDay + days };

  const day = Number(written.day);
  return day >= 1 && day <= days ? { firstDay: firstDay + day - 1, endDay: firstDay + day } : null;
}

function maskedRange(written: WrittenDate): DayRange | null {
  const fits = hasX(written.year) ? yearTest(written) : () => true;
  const firstYear = extremeYear(written, "up", fits);
  const lastYear = extremeYear(written, "down", fits);
  if (firstYear === null || lastYear === null) return null;

  const first = extremeDay(written, firstYear, "up");
  const last = extremeDay(written, lastYear, "down");
  if (first === null || last === null) return null;
  return {
    firstDay: dayNumberOf(firstYear, first.month, first.day),
    endDay: dayNumberOf(lastYear, last.month, last.day) + 1,
  };
}

type Order = "up" | "down";
type YearTest = (year: number) => boolean;

interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** The earliest or latest year that the digits admit and the test accepts. There is no year -0000. */
function extremeYear({ year, negative }: WrittenDate, order: Order, fits: YearTest): number | null {
  if (!negative) return firstAdmitted(year, order, fits);
  const size = firstAdmitted(year, order === "up" ? "down" : "up", (value) => value > 0 && fits(-value));
  return size === null ? null : -size;
}

/** Whether a year has a day that fits depends on nothing but its 29 February: two probes answer for all years. */
function yearTest(written: WrittenDate): YearTest {
  const inCommonYear = extremeDay(written, COMMON_YEAR, "up") !== null;
  const inLeapYear = inCommonYear || extremeDay(written, LEAP_YEAR, "up") !== null;
  if (!inLeapYear) return () => false;
  return (year) => inCommonYear || isLeapYear(year);
}

const COMMON_YEAR = 2001;
const LEAP_YEAR = 2000;

/** The first or the last day of a year that the month and day digits admit. */
function extremeDay(written: WrittenDate, year: number, order: Order): MonthDay | null {
  if (written.month !== null && !hasX(written.month))
    return extremeDayIn(written, { year, month: Number(written.month) }, order);
  for (let i = 1; i <= 12; i++) {
    const month = order === "up" ? i : 13 - i;
    if (written.month !== null && !admits(written.month, month)) continue;
    const found = extremeDayIn(written, { year, month }, order);
    if (found !== null) return found;
  }
  return null;
}

interface YearMonth {
  readonly year: number;
  readonly month: number;
}

function extremeDayIn(written: WrittenDate, { year, month }: YearMonth, order: Order): MonthDay | null {
  if (month < 1 || month > 12) return null;
  const day = extremeDayOfMonth(written.day, daysInMonth(year, month), order);
  return day === null ? null : { month, day };
}

function extremeDayOfMonth(mask: string | null, days: number, order: Order): number | null {
  if (mask === null || mask === "XX") return order === "up" ? 1 : days;
  if (hasX(mask)) return firstAdmitted(mask, order, (day) => day >= 1 && day <= days);
  return Number(mask) >= 1 && Number(mask) <= days ? Number(mask) : null;
}
