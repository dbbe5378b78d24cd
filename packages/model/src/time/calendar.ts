/** Milliseconds of a calendar day. */
export const DAY_MS = 86_400_000;

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365] as const;

/** Day number of 1970-01-01 when 0001-01-01 is day 0. */
const EPOCH_DAY = 719_162;

/** Whether 29 February exists in an astronomical year (0 = 1 BC) of the proleptic Gregorian calendar. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Number of days of a month 1-12. */
export function daysInMonth(year: number, month: number): number {
  const days = daysBefore(month + 1) - daysBefore(month);
  return month === 2 && isLeapYear(year) ? days + 1 : days;
}

/**
 * Day number of a calendar date, 1970-01-01 = 0, in the proleptic Gregorian calendar. Exact for years of up to twelve
 * digits, far beyond what `Date` reaches. `month` may run past 12, into the next years; `day` is not checked.
 */
export function dayNumberOf(year: number, month: number, day: number): number {
  if (month > 12) return dayNumberOf(year + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1, day);
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  return daysBeforeYear(year) + daysBefore(month) + leapDay + day - 1 - EPOCH_DAY;
}

/** A date of the proleptic Gregorian calendar; `month` and `day` count from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The calendar date of a day number: the inverse of {@link dayNumberOf}. */
export function civilDateOf(dayNumber: number): CivilDate {
  const days = dayNumber + EPOCH_DAY;
  // The mean year misses by one year at most.
  let year = Math.floor(days / 365.2425) + 1;
  if (daysBeforeYear(year) > days) year -= 1;
  else if (daysBeforeYear(year + 1) <= days) year += 1;

  let rest = days - daysBeforeYear(year);
  let month = 1;
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    month += 1;
  }
  return { year, month, day: rest + 1 };
}

function daysBeforeYear(year: number): number {
  const past = year - 1;
  return 365 * past + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

function daysBefore(month: number): number {
  return DAYS_BEFORE_MONTH[month - 1] ?? 0;
}
