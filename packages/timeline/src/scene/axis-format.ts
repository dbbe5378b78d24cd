import { type CalendarStep, civilMonth } from "./calendar.ts";
import { UTC_TIME, type ZoneTime } from "./zone-time.ts";

/** Writes instants for an axis, by the clocks of its zone. */
export interface AxisFormat {
  tick(ms: number, step: CalendarStep): string;
  /** Second line: the step is that of the second line; `first` = nothing stands before it. */
  heading(ms: number, step: CalendarStep, first: boolean): string;
}

/** How an axis is to be written. */
export interface AxisFormatOptions {
  /** Whose days and hours; default UTC, the wall calendar of the columns. */
  readonly time?: ZoneTime;
  /** "{year} BCE" in the reader's words; default the era of the platform. */
  readonly bce?: (year: string) => string;
}

/** `Date` ends at 8.64e15 ms on either side of 1970. */
const DATE_LIMIT_MS = 8.64e15;
/** Years of more digits than this are counted, not dated. */
const PLAIN_YEARS = 9999;

/**
 * Axis labels of a locale, through Intl, with its digits. Years before 1 carry their era; years of five digits and more are
 * written as numbers, in words from a million on ("170 million BCE") as long as neighbouring ticks differ then.
 */
export function axisFormat(locale: string, options: AxisFormatOptions = {}): AxisFormat {
  // Plain English has no country; the words of all views write the day before the month.
  const language = locale === "en" ? "en-GB" : locale;
  const { wallMs } = options.time ?? UTC_TIME;
  const cache = new Map<string, Intl.DateTimeFormat>();
  const format = (key: string, fields: Intl.DateTimeFormatOptions, wall: number): string => {
    let formatter = cache.get(key);
    if (formatter === undefined) {
      formatter = new Intl.DateTimeFormat(language, { ...fields, timeZone: "UTC", calendar: "gregory" });
      cache.set(key, formatter);
    }
    return formatter.format(new Date(wall));
  };
  const year = yearFormat(language, { ...options, format });
  const tick = (ms: number, step: CalendarStep): string => {
    const wall = wallMs(ms);
    if (step.unit === "year" || Math.abs(wall) >= DATE_LIMIT_MS)
      return year(wall, step.unit === "year" ? step.count : 1);
    if (step.unit === "month") return format("month", { month: "short" }, wall);
    if (step.unit === "day" || step.unit === "week") return format("day", { day: "numeric" }, wall);
    if (step.unit === "second") return format("s", { minute: "2-digit", second: "2-digit", hourCycle: "h23" }, wall);
    return format("hm", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, wall);
  };
  const heading = (ms: number, step: CalendarStep, first: boolean): string => {
    const wall = wallMs(ms);
    if (step.unit === "year" || Math.abs(wall) >= DATE_LIMIT_MS)
      return year(wall, step.unit === "year" ? step.count : 1);
    if (step.unit === "month") {
      const withYear = first || civilMonth(wall).month === 0;
      if (!withYear) return format("M", { month: "long" }, wall);
      return civilMonth(wall).year < 1
        ? `${format("M", { month: "long" }, wall)} ${year(wall, 1)}`
        : format("My", { month: "long", year: "numeric" }, wall);
    }
    if (step.unit === "day") {
      if (!first) return format("d", { day: "numeric", month: "short" }, wall);
      return civilMonth(wall).year < 1
        ? `${format("dM", { day: "numeric", month: "long" }, wall)} ${year(wall, 1)}`
        : format("dfull", { day: "numeric", month: "long", year: "numeric" }, wall);
    }
    return format(
      "dhm",
      { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
      wall,
    );
  };
  return { tick, heading };
}

/** Writes the year of a wall time; `every` = years from tick to tick. */
function yearFormat(
  language: string,
  tools: AxisFormatOptions & {
    readonly format: (key: string, fields: Intl.DateTimeFormatOptions, wall: number) => string;
  },
): (wall: number, every: number) => string {
  const { bce, format } = tools;
  const counted = new Intl.NumberFormat(language);
  const plain = new Intl.NumberFormat(language, { useGrouping: false });
  const worded = new Intl.NumberFormat(language, {
    notation: "compact",
    compactDisplay: "long",
    maximumSignificantDigits: 4,
  });
  return (wall, every) => {
    const value = civilMonth(wall).year;
    // Astronomical year 0 is 1 BCE. Far back the round number is meant, not the one beside it.
    const far = Math.abs(value) >= 1e6 && Math.abs(value) / every < 5000;
    const years = value >= 1 ? value : far ? -value : 1 - value;
    if (years <= PLAIN_YEARS && value >= 1) return format("year", { year: "numeric" }, wall);
    const text = (far ? worded : years > PLAIN_YEARS ? counted : plain).format(years);
    if (value >= 1) return text;
    if (bce !== undefined) return bce(text);
    return Math.abs(wall) < DATE_LIMIT_MS && !far ? format("era", { year: "numeric", era: "short" }, wall) : `-${text}`;
  };
}
