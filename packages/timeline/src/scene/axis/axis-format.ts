import { dateFormatter, type Words } from "@whenwhere/view/pure";
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
  const cache = new Map<string, Pick<Intl.DateTimeFormat, "format">>();
  const format = (key: string, fields: Intl.DateTimeFormatOptions, wall: number): string => {
    let formatter = cache.get(key);
    if (formatter === undefined) {
      const all = { ...fields, timeZone: "UTC", calendar: "gregory" } as const;
      // A day alone is a number on a scale.
      formatter = fields.month ? dateFormatter(language, all) : new Intl.DateTimeFormat(language, all);
      cache.set(key, formatter);
    }
    return formatter.format(new Date(wall));
  };
  const year = yearFormat(language, { ...options, format });
  const yearOf = (wall: number, step: CalendarStep): string => year(wall, step.unit === "year" ? step.count : 1);
  const counted = (wall: number, step: CalendarStep): boolean =>
    step.unit === "year" || Math.abs(wall) >= DATE_LIMIT_MS;
  // The platform knows no year 0; ours carries its era in the reader's words.
  const withYear = (key: string, fields: Intl.DateTimeFormatOptions, wall: number): string =>
    civilMonth(wall).year < 1
      ? `${format(key, fields, wall)} ${year(wall, 1)}`
      : format(`${key} y`, { ...fields, year: "numeric" }, wall);
  const tick = (ms: number, step: CalendarStep): string => {
    const wall = wallMs(ms);
    if (counted(wall, step)) return yearOf(wall, step);
    const { key, fields } = TICK_FIELDS[step.unit as keyof typeof TICK_FIELDS];
    return format(key, fields, wall);
  };
  const heading = (ms: number, step: CalendarStep, first: boolean): string => {
    const wall = wallMs(ms);
    if (counted(wall, step)) return yearOf(wall, step);
    if (step.unit === "month") {
      const bare = !first && civilMonth(wall).month !== 0;
      return bare ? format("M", { month: "long" }, wall) : withYear("M", { month: "long" }, wall);
    }
    if (step.unit !== "day") return format("dhm", { day: "numeric", month: "short", ...CLOCK }, wall);
    return first
      ? withYear("dM", { day: "numeric", month: "long" }, wall)
      : format("d", { day: "numeric", month: "short" }, wall);
  };
  return { tick: keptTexts(tick), heading: keptTexts(heading) };
}

/** Texts of a step that are kept; an axis has a few hundred at most. */
const MOST_TEXTS = 4_000;

/** The same words for the same boundary: neighbouring frames share nearly all of theirs, and Intl takes microseconds for each. */
function keptTexts<Rest extends readonly boolean[]>(
  write: (ms: number, step: CalendarStep, ...rest: Rest) => string,
): (ms: number, step: CalendarStep, ...rest: Rest) => string {
  const steps = new Map<string, Map<number, string>>();
  return (ms, step, ...rest) => {
    const key = `${step.count}${step.unit}${rest.join()}`;
    let texts = steps.get(key);
    if (texts === undefined || texts.size >= MOST_TEXTS) {
      texts = new Map();
      steps.set(key, texts);
    }
    const known = texts.get(ms);
    if (known !== undefined) return known;
    const text = write(ms, step, ...rest);
    texts.set(ms, text);
    return text;
  };
}

const CLOCK: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const DAY_FIELDS = { key: "day", fields: { day: "numeric" } } as const;
const CLOCK_FIELDS = { key: "hm", fields: CLOCK } as const;
const TICK_FIELDS = {
  month: { key: "month", fields: { month: "short" } },
  week: DAY_FIELDS,
  day: DAY_FIELDS,
  hour: CLOCK_FIELDS,
  minute: CLOCK_FIELDS,
  second: { key: "s", fields: { minute: "2-digit", second: "2-digit", hourCycle: "h23" } },
} as const;

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
  const before = (wall: number, text: string, far: boolean): string => {
    if (bce !== undefined) return bce(text);
    const dated = Math.abs(wall) < DATE_LIMIT_MS && !far;
    return dated ? format("era", { year: "numeric", era: "short" }, wall) : `-${text}`;
  };
  return (wall, every) => {
    const value = civilMonth(wall).year;
    if (value >= 1 && value <= PLAIN_YEARS) return format("year", { year: "numeric" }, wall);
    const far = Math.abs(value) >= 1e6 && Math.abs(value) / every < 5000;
    // Astronomical year 0 is 1 BCE.
    const years = value >= 1 ? value : 1 - value;
    const text = (far ? worded : years > PLAIN_YEARS ? counted : plain).format(years);
    return value >= 1 ? text : before(wall, text, far);
  };
}

/** The labels of an axis whose days and hours are those of `time`, in the words of a view. */
export function axisFormatIn(words: Words, time: ZoneTime): AxisFormat {
  return axisFormat(words.locale, { time, bce: (year) => words.t("date.bce", { year }) });
}
