/** What a column of dates tells about its doubtful cells. */
export interface DateDoubts {
  /** 1 January 1970 stands alone among dates of our days, or beside zeros: software wrote it for nothing. */
  readonly epochIsNothing: boolean;
  /** Years of 1300 to 1500 that are plainly not of the Gregorian calendar, by their digits, their name or their form. */
  readonly otherCalendar: boolean;
  /** Years in which nearly all dates of the column lie, widened by {@link FAR_YEARS}; null when there are too few. */
  readonly years: readonly [first: number, last: number] | null;
}

/** Why a date that could be read is better not drawn. */
export type DateDoubt = "time/stand-in" | "time/calendar" | "time/outlier";

/** Nothing is known of the column. */
export const NO_DOUBTS: DateDoubts = { epochIsNothing: false, otherCalendar: false, years: null };

/** What software writes where no date was given: SQL Server, .NET, Excel, "no end". */
const STAND_INS: readonly string[] = ["1753-01-01", "0001-01-01", "1899-12-30", "1900-01-01", "9999-12-31"];
const EPOCH = /^1970-01-01(?:T00:00(?::00(?:\.0+)?)?Z?)?$/;
/** Years from here on are of the Buddhist calendar (2443 = 1900), or a slip. */
const TOO_LATE = 2400;
/** A date so far from all others of its column is a slip: year 0025, 2919. */
const FAR_YEARS = 500;

/** Whether a day is what software writes for a missing one. */
export function isStandIn(day: string): boolean {
  return STAND_INS.includes(day);
}

/** Why a date of a column should be left out; null when nothing speaks against it. */
export function doubtOf(edtf: string, doubts: DateDoubts): DateDoubt | null {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|T00:00|T23:59)/.exec(edtf)?.[0];
  if (day !== undefined && isStandIn(day)) return "time/stand-in";
  if (doubts.epochIsNothing && EPOCH.test(edtf)) return "time/stand-in";
  const year = yearOf(edtf);
  if (year === null) return null;
  if (year >= TOO_LATE) return "time/calendar";
  if (doubts.otherCalendar && isOtherYear(year)) return "time/calendar";
  if (doubts.years !== null && (year < doubts.years[0] || year > doubts.years[1])) return "time/outlier";
  return null;
}

/** First year that a date names; null when it begins with none of four digits. */
export function yearOf(edtf: string): number | null {
  const found = /^[[{./]*(-?\d{4})(?!\d)/.exec(edtf)?.[1];
  return found === undefined ? null : Number(found);
}

/** Whether a year could be one of the Hijri calendars in our days: 1300 to 1500. */
export function isOtherYear(year: number): boolean {
  return year >= 1300 && year <= 1500;
}

/** What a column tells, from how often each year stands in it and what else was seen. */
export function doubtsOf(
  years: ReadonlyMap<number, number>,
  seen: { readonly epochs: number; readonly zeros: number; readonly alien: number; readonly isAlienName: boolean },
): DateDoubts {
  const total = [...years.values()].reduce((sum, count) => sum + count, 0);
  const count = (test: (year: number) => boolean): number =>
    [...years].reduce((sum, [year, n]) => sum + (test(year) ? n : 0), 0);
  const recent = count((year) => year >= 1990 && year < TOO_LATE);
  const around = count((year) => year >= 1969 && year <= 1971) - seen.epochs;
  const others = count(isOtherYear);
  return {
    epochIsNothing: seen.epochs > 0 && around === 0 && (seen.zeros > 0 || recent > 0),
    otherCalendar: others > 0 && others * 2 >= total && (seen.alien > 0 || seen.isAlienName),
    years: usualYears(years, total),
  };
}

/** Where nine of ten dates, and at least three, lie within two centuries of the middle one, the few beyond are far. */
function usualYears(years: ReadonlyMap<number, number>, total: number): readonly [number, number] | null {
  if (total < 4) return null;
  const sorted = [...years].sort(([a], [b]) => a - b);
  let passed = 0;
  let middle = 0;
  for (const [year, n] of sorted) {
    passed += n;
    middle = year;
    if (passed * 2 >= total) break;
  }
  const near = sorted.filter(([year]) => Math.abs(year - middle) <= 200);
  const inside = near.reduce((sum, [, n]) => sum + n, 0);
  if (total - inside > Math.max(1, total / 10)) return null;
  return [middle - FAR_YEARS, middle + FAR_YEARS];
}
