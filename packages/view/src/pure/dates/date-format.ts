import { yearGroupOf } from "@whenwhere/model";
import type { Translator } from "../translate.ts";
import { type CalendarDate, type DateStyle, dayOf } from "./calendar-date.ts";
import { type DateFormatter, dateFormatter } from "./date-formatter.ts";
import { createTimeWords, type TimeOptions } from "./time-words.ts";
import type { ReaderClock } from "./zone-words.ts";

/** Writes calendar dates as noun phrases of one locale: "2 February 2022", "January 2022", "the 1990s", "44 BCE". */
export interface DateFormat {
  one(date: CalendarDate, style: DateStyle): string;
  /** Several dates that share what can be shared: "18", "31 January 2022". */
  shared(dates: readonly CalendarDate[], style: DateStyle): readonly string[];
  /** "14 January 2022, 09:30 in Aden". `zoned`: the bounds are instants, to be shown in `zone`, else in UTC. */
  time(date: CalendarDate, options: TimeOptions): string;
}

interface Fields {
  readonly day?: boolean;
  readonly month?: boolean;
  readonly year?: boolean;
}

/** Years of more digits than this are counted, not dated. */
const PLAIN_YEARS = 9999;

function createFormatters(locale: string) {
  const kept = new Map<string, DateFormatter>();
  return (options: Intl.DateTimeFormatOptions): DateFormatter => {
    const key = JSON.stringify(options);
    const known = kept.get(key) ?? dateFormatter(locale, { timeZone: "UTC", calendar: "gregory", ...options });
    kept.set(key, known);
    return known;
  };
}

function yearWords(year: number, translator: Translator): string {
  const count = year <= 0 ? 1 - year : year;
  const options: Intl.NumberFormatOptions =
    count >= 1e6 ? { notation: "compact", compactDisplay: "long", maximumSignificantDigits: 4 } : {};
  const grouping = count > PLAIN_YEARS ? {} : { useGrouping: false };
  const text = new Intl.NumberFormat(translator.formatLocale, { ...options, ...grouping }).format(count);
  return year <= 0 ? translator.t("date.bce", { year: text }) : text;
}

function ordinalWords(date: CalendarDate, size: 100 | 1000, translator: Translator): string {
  const key = size === 100 ? "date.century.ordinal" : "date.millennium.ordinal";
  const words = translator.t(key, { n: Math.floor(Math.abs(date.year < 0 ? date.year + 1 : date.year) / size) + 1 });
  return date.year < 0 ? translator.t("date.bce", { year: words }) : words;
}

function partWords(date: CalendarDate, translator: Translator): string {
  const code = date.part ?? 21;
  const group = yearGroupOf(code);
  const overYearEnd = group !== null && group.firstMonth + group.monthCount > 13 && date.year > 0;
  const own = yearWords(date.year, translator);
  // A winter that begins in December is one of two years.
  const year = overYearEnd
    ? translator.t("date.range.short", { a: own, b: yearWords(date.year + 1, translator) })
    : own;
  if (code <= 24) return translator.t(`date.season.${code - 20}`, { year });
  if (code <= 28) return translator.t(`date.season.north.${code - 24}`, { year });
  if (code <= 32) return translator.t(`date.season.south.${code - 28}`, { year });
  if (code <= 36) return translator.t("date.part.quarter.ordinal", { n: code - 32, year });
  if (code <= 39) return translator.t("date.part.quadrimester.ordinal", { n: code - 36, year });
  return translator.t("date.part.semester.ordinal", { n: code - 39, year });
}

/** Leaving out what is shared works only where the year stands last: "18 to 31 January 2022". */
function endsWithYear(formatter: DateFormatter): boolean {
  const order = formatter.formatToParts(0).map((part) => part.type);
  return order.indexOf("day") < order.indexOf("month") && order.indexOf("month") < order.indexOf("year");
}

/**
 * Makes the {@link DateFormat} of a locale. Days are calendar days: nothing here reads the zone of the machine. With the clock
 * of a reader, times of day are told by both clocks: "06:30 in Dubai (UTC+4), 04:30 in Maputo".
 */
export function createDateFormat(translator: Translator, reader: ReaderClock | null = null): DateFormat {
  const { t, formatLocale } = translator;
  const formatter = createFormatters(formatLocale);
  const canShare = endsWithYear(formatter({ day: "numeric", month: "long", year: "numeric" }));

  const fields = (date: CalendarDate, wanted: Fields, style: DateStyle): string => {
    if (date.year <= 0 && wanted.year) {
      const rest = wanted.day || wanted.month ? `${fields(date, { ...wanted, year: false }, style)} ` : "";
      return rest + yearWords(date.year, translator);
    }
    return formatter({
      ...(wanted.day ? { day: "numeric" } : {}),
      ...(wanted.month ? { month: style === "short" && wanted.day ? "short" : "long" } : {}),
      ...(wanted.year ? { year: "numeric" } : {}),
    }).format(date.startMs);
  };

  const one = (date: CalendarDate, style: DateStyle): string => {
    if (date.unit !== "part" && Math.abs(date.year) > PLAIN_YEARS) return yearWords(date.year, translator);
    switch (date.unit) {
      case "millennium":
        return ordinalWords(date, 1000, translator);
      case "century":
        return ordinalWords(date, 100, translator);
      case "decade":
        return t("date.decade", { year: yearWords(date.year, translator) });
      case "year":
        return fields(date, { year: true }, style);
      case "part":
        return partWords(date, translator);
      case "month":
        return fields(date, { month: true, year: true }, style);
      case "day":
      case "time":
        return fields(date, { day: true, month: true, year: true }, style);
      case "span": {
        const [a = "", b = ""] = shared([dayOf(date.startMs), dayOf(date.endMs - 1)], style);
        return t("date.range", { a, b });
      }
    }
  };

  const shared = (dates: readonly CalendarDate[], style: DateStyle): readonly string[] => {
    const last = dates[dates.length - 1];
    if (!canShare || last === undefined) return dates.map((date) => one(date, style));
    const sameYear = dates.every((date) => date.year === last.year && (date.unit === "day" || date.unit === "month"));
    const sameMonth = sameYear && dates.every((date) => date.month === last.month && date.unit === "day");
    return dates.map((date, index) => {
      if (index === dates.length - 1 || !sameYear) return one(date, style);
      if (sameMonth) return fields(date, { day: true }, style);
      return fields(date, { day: date.unit === "day", month: true }, style);
    });
  };

  return { one, shared, time: createTimeWords({ translator, formatter }, reader) };
}
