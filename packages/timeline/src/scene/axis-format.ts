import { type CalendarStep, civilMonth } from "./calendar.ts";

/** Writes instants of the wall calendar for an axis. */
export interface AxisFormat {
  tick(ms: number, step: CalendarStep): string;
  /** Second line: the step is that of the second line; `first` = nothing stands before it. */
  heading(ms: number, step: CalendarStep, first: boolean): string;
}

/** `Date` ends at 8.64e15 ms on either side of 1970. */
const DATE_LIMIT_MS = 8.64e15;

/**
 * Axis labels of a locale, through Intl. All instants are read in UTC, because the columns hold the wall calendar.
 * Years before 1 carry their era; years past the range of `Date` are written as numbers.
 */
export function axisFormat(locale: string): AxisFormat {
  // Plain English has no country; the words of all views write the day before the month.
  const language = locale === "en" ? "en-GB" : locale;
  const cache = new Map<string, Intl.DateTimeFormat>();
  const format = (key: string, options: Intl.DateTimeFormatOptions, ms: number): string => {
    let formatter = cache.get(key);
    if (formatter === undefined) {
      formatter = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC", calendar: "gregory" });
      cache.set(key, formatter);
    }
    return formatter.format(new Date(ms));
  };
  const year = (ms: number): string => {
    const value = civilMonth(ms).year;
    if (Math.abs(ms) >= DATE_LIMIT_MS) {
      return new Intl.NumberFormat(locale, { notation: "compact", maximumSignificantDigits: 4 }).format(value);
    }
    return value < 1 ? format("era", { year: "numeric", era: "short" }, ms) : format("year", { year: "numeric" }, ms);
  };
  const tick = (ms: number, step: CalendarStep): string => {
    if (step.unit === "year" || Math.abs(ms) >= DATE_LIMIT_MS) return year(ms);
    if (step.unit === "month") return format("month", { month: "short" }, ms);
    if (step.unit === "day" || step.unit === "week") return format("day", { day: "numeric" }, ms);
    if (step.unit === "second") return format("s", { minute: "2-digit", second: "2-digit", hourCycle: "h23" }, ms);
    return format("hm", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, ms);
  };
  const heading = (ms: number, step: CalendarStep, first: boolean): string => {
    if (step.unit === "year" || Math.abs(ms) >= DATE_LIMIT_MS) return year(ms);
    if (step.unit === "month") {
      const withYear = first || civilMonth(ms).month === 0;
      return withYear ? `${format("M", { month: "long" }, ms)} ${year(ms)}` : format("M", { month: "long" }, ms);
    }
    if (step.unit === "day") {
      return first
        ? format("dfull", { day: "numeric", month: "long", year: "numeric" }, ms)
        : format("d", { day: "numeric", month: "short" }, ms);
    }
    return format("dhm", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, ms);
  };
  return { tick, heading };
}
