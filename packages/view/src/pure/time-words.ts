import type { CalendarDate, DateStyle } from "./calendar-date.ts";
import type { DateFormatter } from "./date-formatter.ts";
import type { Translator } from "./translate.ts";
import { cityOf, type OwnClock, offsetWords, ownClocks, type ReaderClock } from "./zone-words.ts";

/** How a time of day is to be read. */
export interface TimeOptions {
  readonly style: DateStyle;
  readonly zone: string | null;
  /** The bounds are instants, to be shown in `zone`, else in UTC. */
  readonly zoned: boolean;
  /** A whole hour: both its ends are shown. */
  readonly wholeHour: boolean;
  /** Minutes east of UTC as written; null where none is. */
  readonly offsetMin: number | null;
  /** Stated to the second. */
  readonly seconds: boolean;
  /** The text says `:60`. */
  readonly leapSecond: boolean;
}

const DAY_MS = 86_400_000;
const CLOCK: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

/** Writes times of day; with the clock of a reader, by both clocks. */
export function createTimeWords(
  translator: Translator,
  tools: {
    readonly formatter: (options: Intl.DateTimeFormatOptions) => DateFormatter;
    readonly reader: ReaderClock | null;
  },
): (date: CalendarDate, options: TimeOptions) => string {
  const { t, formatLocale } = translator;
  const { formatter, reader } = tools;
  const oneOf = (texts: readonly string[]): string =>
    new Intl.ListFormat(formatLocale, { type: "disjunction" }).format([...new Set(texts)]);

  const clock = (atMs: number, lengthMs: number, options: TimeOptions & { readonly timeZone?: string }): string => {
    const { timeZone = "UTC", seconds, leapSecond, style } = options;
    const fine = seconds && !leapSecond && style === "long";
    const hours = formatter({ timeZone, ...CLOCK, ...(fine ? { second: "2-digit" } : {}) });
    const start = hours.format(atMs);
    if (leapSecond && style === "long") return `${start}:${new Intl.NumberFormat(formatLocale).format(60)}`;
    return options.wholeHour ? t("date.time.between", { a: start, b: hours.format(atMs + lengthMs) }) : start;
  };

  const oneClock = (date: CalendarDate, options: TimeOptions): string => {
    const timeZone = options.zoned ? knownZone(options.zone) : "UTC";
    const month = options.style === "short" ? "short" : "long";
    const day = formatter({ timeZone, day: "numeric", month, year: "numeric" }).format(date.startMs);
    const time = clock(date.startMs, date.endMs - date.startMs, { ...options, timeZone });
    const city = cityOf(options.zone);
    if (city !== null) return t("date.time.place", { date: day, time, place: city });
    if (options.zoned) return t("date.time.zone", { date: day, time, zone: timeZone });
    return t("date.time", { date: day, time });
  };

  const byReader = (own: OwnClock, at: { lengthMs: number; options: TimeOptions; reader: ReaderClock }): string => {
    const wallMs = own.instantMs + own.offsetMs;
    const readerMs = at.reader.wallMs(own.instantMs);
    const time = clock(readerMs, at.lengthMs, at.options);
    if (Math.floor(readerMs / DAY_MS) === Math.floor(wallMs / DAY_MS)) return time;
    return t("date.time", { date: formatter({ day: "numeric", month: "long" }).format(readerMs), time });
  };

  const byBoth = (
    date: CalendarDate,
    options: TimeOptions,
    by: { own: readonly OwnClock[]; reader: ReaderClock },
  ): string => {
    const first = by.own[0] as OwnClock;
    const lengthMs = date.endMs - date.startMs;
    const wallMs = first.instantMs + first.offsetMs;
    const city = cityOf(options.zone);
    const offset = oneOf(by.own.map(({ offsetMs }) => offsetWords(offsetMs, translator)));
    const day = formatter({ day: "numeric", month: "long", year: "numeric" }).format(wallMs);
    const told = { date: day, time: clock(wallMs, lengthMs, options) };
    const there =
      city === null
        ? t("date.time.zone", { ...told, zone: offset })
        : t("date.time.place.offset", { ...told, place: city, offset });
    if (by.own.every(({ instantMs, offsetMs }) => by.reader.wallMs(instantMs) === instantMs + offsetMs)) return there;
    const time = oneOf(by.own.map((own) => byReader(own, { lengthMs, options, reader: by.reader })));
    const place = cityOf(by.reader.zone);
    const here =
      place === null
        ? t("date.time.by-zone", { time, zone: by.reader.zone })
        : t("date.time.by-place", { time, place });
    return [there, here].join(t("list.comma"));
  };

  const long = (date: CalendarDate, options: TimeOptions): string => {
    if (reader === null) return oneClock(date, options);
    const own = ownClocks({ ...date, ...options });
    if (own === null) return t("date.time.no-zone", { time: oneClock(date, options) });
    if (own.length === 0) return t("date.time.never", { time: oneClock(date, options) });
    const text = byBoth(date, options, { own, reader });
    return own.length > 1 ? t("date.time.twice", { time: text }) : text;
  };

  return (date, options) => {
    if (options.style === "short") return oneClock(date, options);
    const text = long(date, options);
    return options.leapSecond ? t("date.time.leap", { time: text }) : text;
  };
}

function knownZone(zone: string | null): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone ?? "UTC" }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}

/** How a date with a time of day is to be told. */
export function timeOptions(
  date: {
    readonly zoned: boolean;
    readonly precision: string;
    readonly offsetMin: number | null;
    readonly leapSecond: boolean;
  },
  at: { readonly style: DateStyle; readonly zone: string | null },
): TimeOptions {
  const { zoned, precision, offsetMin, leapSecond } = date;
  const seconds = precision === "second" || precision === "millisecond";
  return { ...at, zoned, offsetMin, leapSecond, seconds, wholeHour: precision === "hour" };
}
