import { DAY_MS } from "@whenwhere/model";
import type { Translator } from "../translate.ts";
import type { CalendarDate, DateStyle } from "./calendar-date.ts";
import type { DateFormatter } from "./date-formatter.ts";
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

const CLOCK: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

/** What times of day are written with. */
interface TimeTools {
  readonly translator: Translator;
  readonly formatter: (options: Intl.DateTimeFormatOptions) => DateFormatter;
}

/** Writes times of day; with the clock of a reader, by both clocks. */
export function createTimeWords(
  tools: TimeTools,
  reader: ReaderClock | null,
): (date: CalendarDate, options: TimeOptions) => string {
  const { t } = tools.translator;
  const long = (date: CalendarDate, options: TimeOptions): string => {
    if (reader === null) return byOneClock(date, options, tools);
    const own = ownClocks({ ...date, ...options });
    if (own === null) return t("date.time.no-zone", { time: byOneClock(date, options, tools) });
    if (own.length === 0) return t("date.time.never", { time: byOneClock(date, options, tools) });
    const lengthMs = date.endMs - date.startMs;
    const text = byBothClocks({ own, lengthMs, options, reader }, tools);
    return own.length > 1 ? t("date.time.twice", { time: text }) : text;
  };
  return (date, options) => {
    if (options.style === "short") return byOneClock(date, options, tools);
    const text = long(date, options);
    return options.leapSecond ? t("date.time.leap", { time: text }) : text;
  };
}

/** "09:30"; both ends of a whole hour. */
function clockWords(
  time: { readonly atMs: number; readonly lengthMs: number; readonly timeZone?: string },
  { seconds, leapSecond, style, wholeHour }: TimeOptions,
  { translator, formatter }: TimeTools,
): string {
  const { atMs, lengthMs, timeZone = "UTC" } = time;
  const isFine = seconds && !leapSecond && style === "long";
  const hours = formatter({ timeZone, ...CLOCK, ...(isFine ? { second: "2-digit" } : {}) });
  const start = hours.format(atMs);
  if (leapSecond && style === "long") return `${start}:${new Intl.NumberFormat(translator.formatLocale).format(60)}`;
  return wholeHour ? translator.t("date.time.between", { a: start, b: hours.format(atMs + lengthMs) }) : start;
}

/** "14 January 2022, 09:30 in Aden": as it was written. */
function byOneClock(date: CalendarDate, options: TimeOptions, tools: TimeTools): string {
  const { t } = tools.translator;
  const timeZone = options.zoned ? knownZone(options.zone) : "UTC";
  const month = options.style === "short" ? "short" : "long";
  const day = tools.formatter({ timeZone, day: "numeric", month, year: "numeric" }).format(date.startMs);
  const time = clockWords({ atMs: date.startMs, lengthMs: date.endMs - date.startMs, timeZone }, options, tools);
  const city = cityOf(options.zone);
  if (city !== null) return t("date.time.place", { date: day, time, place: city });
  if (options.zoned) return t("date.time.zone", { date: day, time, zone: timeZone });
  return t("date.time", { date: day, time });
}

function knownZone(zone: string | null): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone ?? "UTC" }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}

/** A time of day that a reader elsewhere is told of. */
interface TimeAbroad {
  /** Two where the clocks there showed it twice. */
  readonly own: readonly OwnClock[];
  readonly lengthMs: number;
  readonly options: TimeOptions;
  readonly reader: ReaderClock;
}

/** "14 January 2022, 06:30 in Dubai (UTC+4), 04:30 in Maputo"; the second where it differs. */
function byBothClocks(time: TimeAbroad, tools: TimeTools): string {
  const { own, reader } = time;
  const there = byOwnClock(time, tools);
  if (own.every(({ instantMs, offsetMs }) => reader.wallMs(instantMs) === instantMs + offsetMs)) return there;
  const { t } = tools.translator;
  const told = either(
    own.map((clock) => byReader(clock, time, tools)),
    tools,
  );
  const place = cityOf(reader.zone);
  const here =
    place === null
      ? t("date.time.by-zone", { time: told, zone: reader.zone })
      : t("date.time.by-place", { time: told, place });
  return [there, here].join(t("list.comma"));
}

function byOwnClock({ own, lengthMs, options }: TimeAbroad, tools: TimeTools): string {
  const { translator, formatter } = tools;
  const { instantMs, offsetMs } = own[0] as OwnClock;
  const wallMs = instantMs + offsetMs;
  const told = {
    date: formatter({ day: "numeric", month: "long", year: "numeric" }).format(wallMs),
    time: clockWords({ atMs: wallMs, lengthMs }, options, tools),
  };
  const offset = either(
    own.map((clock) => offsetWords(clock.offsetMs, translator)),
    tools,
  );
  const place = cityOf(options.zone);
  return place === null
    ? translator.t("date.time.zone", { ...told, zone: offset })
    : translator.t("date.time.place.offset", { ...told, place, offset });
}

/** The time by the reader's clock, with its day where that is another. */
function byReader(own: OwnClock, { lengthMs, options, reader }: TimeAbroad, tools: TimeTools): string {
  const atMs = reader.wallMs(own.instantMs);
  const time = clockWords({ atMs, lengthMs }, options, tools);
  if (Math.floor(atMs / DAY_MS) === Math.floor((own.instantMs + own.offsetMs) / DAY_MS)) return time;
  const date = tools.formatter({ day: "numeric", month: "long" }).format(atMs);
  return tools.translator.t("date.time", { date, time });
}

function either(texts: readonly string[], { translator }: TimeTools): string {
  return new Intl.ListFormat(translator.formatLocale, { type: "disjunction" }).format([...new Set(texts)]);
}
