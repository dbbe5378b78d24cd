import type { EdtfDate, SpanMeaning, Status, When } from "@whenwhere/model";
import { calendarDate, type DateStyle } from "./calendar-date.ts";
import type { DateFormat } from "./date-format.ts";
import { createIntervalWords, type IntervalWords, type Phrase } from "./interval-words.ts";
import { timeOptions } from "./time-words.ts";
import type { Translator } from "./translate.ts";

/** Reads EDTF; throws on text that is not. */
export type ParseDate = (text: string) => EdtfDate;

/** Dates in words. */
export interface DateWords {
  when(when: When | undefined, status?: Status): string;
  whenShort(when: When | undefined, status?: Status): string;
  /** "two readings: ..., or ...". */
  readings(whens: readonly When[]): string;
}

const plain = (text: string): Phrase => ({ text, once: false });

const HALF_KNOWN = /^\d{4}-XX-(\d\d)[?~%]?$/;

function yearStartMs(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1);
}

/** Makes the {@link DateWords} of a locale. A date that cannot be read is quoted, never guessed at. */
export function createDateWords(translator: Translator, format: DateFormat, parse: ParseDate): DateWords {
  const { t } = translator;
  const intervals = createIntervalWords(translator, format);
  const intervalsIn = (when: When | null): IntervalWords =>
    when?.zone ? createIntervalWords(translator, format, when.zone) : intervals;

  const parsed = (edtf: string): EdtfDate | null => {
    try {
      return parse(edtf);
    } catch {
      return null;
    }
  };

  const about = (text: string, date: EdtfDate): string => (date.approximate ? t("date.about", { date: text }) : text);
  const doubted = (text: string, date: EdtfDate, style: DateStyle): string =>
    date.uncertain ? t(style === "short" ? "date.doubted.short" : "date.doubted", { date: text }) : text;

  /** "on day 5 of some month of 2021": the hull of all fitting days says less than the text. */
  const someMonth = (date: EdtfDate): Phrase | null => {
    const found = HALF_KNOWN.exec(date.text);
    if (found === null) return null;
    const year = format.one({ ...calendarDate(date), unit: "year" }, "long");
    const text = t("date.day-of-some-month", { day: translator.number(Number(found[1])), year });
    return plain(doubted(about(text, date), date, "long"));
  };

  /** `1950S2` is some year of the 1900s, estimated to be 1950. */
  const estimated = (told: string, date: EdtfDate): string => {
    const year = date.estimatedYear;
    if (year === null) return told;
    const named = format.one({ ...calendarDate(date), unit: "year", year, startMs: yearStartMs(year) }, "long");
    return t("date.estimated", { date: told, year: named });
  };

  const within = (date: EdtfDate, style: DateStyle): Phrase => {
    const span = calendarDate(date);
    const half = style === "long" ? someMonth(date) : null;
    if (half !== null) return half;
    if (span.unit === "span") return { text: intervals.between(date, style), once: true };
    const text = format.one(span, style);
    if (span.unit === "day") {
      const bare = date.approximate || date.uncertain || style === "short";
      return plain(bare ? doubted(about(text, date), date, style) : t("date.hour-unknown", { date: text }));
    }
    if (style === "short") {
      return plain(doubted(date.approximate ? about(text, date) : t("date.in", { date: text }), date, style));
    }
    const some = date.approximate ? "date.some-time.about" : "date.some-time";
    const told = doubted(t(some, { date: text }), date, style);
    return { text: estimated(told, date), once: true };
  };

  const single = (date: EdtfDate, when: When, style: DateStyle): Phrase => {
    const span = calendarDate(date);
    if (span.unit === "time") {
      const options = timeOptions(date, { style, zone: when.zone ?? null });
      return plain(doubted(about(format.time(span, options), date), date, style));
    }
    if (when.span !== "throughout" || style === "short") return within(date, style);
    return plain(doubted(t("date.all", { date: about(format.one(span, style), date) }), date, style));
  };

  const series = (date: EdtfDate, when: When, style: DateStyle): Phrase => {
    const short = style === "short";
    let count = t("date.series.several");
    if (typeof when.count === "number") {
      const number = translator.number(when.count);
      const key = short ? "date.series.at-least.short" : "date.series.at-least";
      count = when.countAtLeast ? t(key, { count: number }) : number;
    }
    const span = date.kind === "date" ? calendarDate(date).unit : "span";
    const words = noun(date, style, when);
    const known = short || span === "day" || span === "time" || date.kind === "set";
    return plain(t(known ? "date.series.short" : "date.series", { count, date: words }));
  };

  const noun = (date: EdtfDate, style: DateStyle, when: When | null): string => {
    if (date.kind !== "date") return intervalsIn(when).noun(date, style);
    const span = calendarDate(date);
    const text =
      span.unit === "time" && when !== null
        ? format.time(span, timeOptions(date, { style, zone: when.zone ?? null }))
        : format.one(span, style);
    return date.approximate ? t("date.about", { date: text }) : text;
  };

  const ongoing = (date: EdtfDate, when: When, style: DateStyle): Phrase => {
    if (date.kind === "interval") return plain(intervalsIn(when).ongoing(date, style));
    if (style === "short") return plain(t("date.ongoing"));
    const at = date.kind === "date" && calendarDate(date).unit === "day" ? "date.on" : "date.in";
    return plain(t("date.ongoing.stated", { date: t(at, { date: noun(date, style, when) }) }));
  };

  const body = (date: EdtfDate, when: When, style: DateStyle): Phrase => {
    const meaning: SpanMeaning = when.span ?? "within";
    if (meaning === "series") return series(date, when, style);
    if (meaning === "ongoing") return ongoing(date, when, style);
    if (date.kind === "date") return single(date, when, style);
    const inZone = intervalsIn(when);
    if (date.kind === "set") return plain(inZone.set(date, style));
    return meaning === "throughout" ? plain(inZone.throughout(date, style)) : inZone.within(date, style);
  };

  const long = (date: EdtfDate, when: When, status: Status): string => {
    if (status === "planned") return planned(date, when);
    if (status === "cancelled") return t("date.cancelled", { date: planned(date, when) });
    const { text, once } = body(date, when, "long");
    if (status === "alleged") return t("date.alleged", { date: text });
    const whole = once ? t("date.once", { phrase: text }) : text;
    return status === "retracted" ? t("date.retracted", { date: whole }) : whole;
  };

  const planned = (date: EdtfDate, when: When): string => {
    const side = intervals.openSide(date);
    if (side === null) return t("date.planned", { date: noun(date, "long", when) });
    return t(side.before ? "date.planned.before" : "date.planned.after", { date: noun(side.bound, "long", when) });
  };

  const say = (when: When | undefined, status: Status, style: DateStyle): string => {
    if (!when?.edtf) {
      if (when?.label) return when.label;
      const plan = status === "planned" && style === "long";
      return t(plan ? "date.planned.none" : "date.none");
    }
    const date = parsed(when.edtf);
    if (date === null) return t("date.unread", { text: when.edtf });
    if (style === "long") return long(date, when, status);
    const text = body(date, when, "short").text;
    return status !== "happened" && status !== "disputed" ? t(`date.${status}.short`, { date: text }) : text;
  };

  return {
    when: (when, status = "happened") => say(when, status, "long"),
    whenShort: (when, status = "happened") => say(when, status, "short"),
    readings(whens) {
      const texts = whens.map((when) => {
        const date = when.edtf ? parsed(when.edtf) : null;
        return date === null ? say(when, "happened", "long") : noun(date, "long", when);
      });
      const list = new Intl.ListFormat(translator.formatLocale, { type: "disjunction" }).format(texts);
      return t("date.readings", { n: texts.length, list });
    },
  };
}
