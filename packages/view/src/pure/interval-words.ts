import type { EdtfDate } from "@whenwhere/model";
import { type CalendarDate, calendarDate, type DateStyle, dayOf } from "./calendar-date.ts";
import type { DateFormat } from "./date-format.ts";
import { timeOptions } from "./time-words.ts";
import type { Translator } from "./translate.ts";

/** A phrase before what the status adds; `once` where it is one moment somewhere inside. */
export interface Phrase {
  readonly text: string;
  readonly once: boolean;
}

/** Intervals and sets in words. */
export interface IntervalWords {
  /** A moment somewhere inside. */
  within(date: EdtfDate, style: DateStyle): Phrase;
  /** All of the interval. */
  throughout(date: EdtfDate, style: DateStyle): string;
  ongoing(date: EdtfDate, style: DateStyle): string;
  set(date: EdtfDate, style: DateStyle): string;
  /** The interval as a noun: "about 18 to 31 January 2022". */
  noun(date: EdtfDate, style: DateStyle): string;
  between(date: EdtfDate, style: DateStyle): string;
  /** The stated bound of a date that is open on one side, else null. */
  openSide(date: EdtfDate): { readonly bound: EdtfDate; readonly before: boolean } | null;
}

interface Ends {
  readonly start: EdtfDate | null;
  readonly end: EdtfDate | null;
}

/** The stated ends. A single range inside a set counts as the interval that it is. */
function endsOf(date: EdtfDate): Ends {
  const only = date.kind === "set" && date.members.length === 1 ? date.members[0] : undefined;
  const inner = only?.kind === "interval" ? only : date;
  if (inner.kind !== "interval") return { start: date, end: date };
  return {
    start: inner.start.kind === "stated" ? (inner.members[0] ?? null) : null,
    end: inner.end.kind === "stated" ? (inner.members[inner.members.length - 1] ?? null) : null,
  };
}

/** First day of a start, last day of an end, where the end itself is a span without a name. */
function named(date: EdtfDate, side: "start" | "end"): CalendarDate {
  const span = calendarDate(date);
  if (span.unit !== "span" && span.unit !== "time") return span;
  return dayOf(side === "start" ? date.startMs : date.endMs - 1);
}

function isTime(date: EdtfDate): boolean {
  return date.kind === "date" && calendarDate(date).unit === "time";
}

/** Makes the {@link IntervalWords} of a locale; `zone` is that of times of day without an offset. */
export function createIntervalWords(
  translator: Translator,
  format: DateFormat,
  zone: string | null = null,
): IntervalWords {
  const { t } = translator;

  const about = (text: string, date: EdtfDate): string => (date.approximate ? t("date.about", { date: text }) : text);
  const doubted = (text: string, date: EdtfDate, style: DateStyle): string =>
    date.uncertain ? t(style === "short" ? "date.doubted.short" : "date.doubted", { date: text }) : text;

  const bound = (date: EdtfDate, style: DateStyle, side: "start" | "end"): string =>
    about(oneOf(date, style, side), date);

  /** A bound by its name: a time of day by its clock, anything else by its calendar. */
  const oneOf = (date: EdtfDate, style: DateStyle, side: "start" | "end"): string => {
    const span = calendarDate(date);
    return span.unit === "time"
      ? format.time(span, timeOptions(date, { style, zone }))
      : format.one(named(date, side), style);
  };

  const names = (start: EdtfDate, end: EdtfDate, style: DateStyle): readonly string[] =>
    isTime(start) || isTime(end)
      ? [oneOf(start, style, "start"), oneOf(end, style, "end")]
      : format.shared([named(start, "start"), named(end, "end")], style);

  const pair = (start: EdtfDate, end: EdtfDate, style: DateStyle): { a: string; b: string } => {
    if (start === end && start.kind !== "date") return { a: bound(start, style, "start"), b: bound(end, style, "end") };
    const [a = "", b = ""] = names(start, end, style);
    return { a: about(a, start), b: about(b, end) };
  };

  const range = (start: EdtfDate, end: EdtfDate, style: DateStyle): string => {
    const key = style === "short" ? "date.range.short" : "date.range";
    if (!(start.approximate && end.approximate)) return t(key, pair(start, end, style));
    const [a = "", b = ""] = names(start, end, style);
    return t("date.about", { date: t(key, { a, b }) });
  };

  /** "on 2 February 2022 or at any time before": one moment, one side open. */
  const oneSided = (date: EdtfDate, before: boolean, style: DateStyle): string => {
    const side = before ? "end" : "start";
    const period = named(date, side).unit === "day" ? "" : ".period";
    const short = style === "short" ? ".short" : "";
    return t(`date.or-${before ? "before" : "after"}${period}${short}`, { date: bound(date, style, side) });
  };

  const between = (date: EdtfDate, style: DateStyle): string => {
    const [a = "", b = ""] = format.shared([dayOf(date.startMs), dayOf(date.endMs - 1)], style);
    return t(style === "short" ? "date.range.short" : "date.between", { a, b });
  };

  const within = (date: EdtfDate, style: DateStyle): Phrase => {
    const { start, end } = endsOf(date);
    if (start && end) {
      const text = style === "short" ? range(start, end, style) : t("date.between", pair(start, end, style));
      return { text: doubted(text, date, style), once: true };
    }
    if (start === null && end === null) return { text: t("date.whenever"), once: false };
    const before = start === null;
    const stated = (start ?? end) as EdtfDate;
    const unknown = (before ? date.start.kind : date.end.kind) === "unknown";
    if (!unknown || style === "short") return { text: oneSided(stated, before, style), once: false };
    const key = before ? "date.until-unknown" : "date.since-unknown";
    return { text: t(key, { date: bound(stated, style, before ? "end" : "start") }), once: false };
  };

  /** One stated side of something that lasted. */
  const lasting = (date: EdtfDate, stated: EdtfDate, options: { fromStart: boolean; style: DateStyle }): string => {
    const side = options.fromStart ? "start" : "end";
    const text = bound(stated, options.style, side);
    const other = options.fromStart ? "end" : "start";
    if (options.style === "short") return t(`date.open-${other}.short`, { date: text });
    return t(`date.${date[other].kind === "unknown" ? "unknown" : "open"}-${other}`, { date: text });
  };

  const throughout = (date: EdtfDate, style: DateStyle): string => {
    const { start, end } = endsOf(date);
    if (start && end) {
      const whole = style === "short" ? range(start, end, style) : t("date.all-from-to", pair(start, end, style));
      return doubted(whole, date, style);
    }
    if (start) return lasting(date, start, { fromStart: true, style });
    if (end) return lasting(date, end, { fromStart: false, style });
    return t(style === "short" ? "date.ongoing" : "date.no-ends");
  };

  const ongoing = (date: EdtfDate, style: DateStyle): string => {
    const { start, end } = endsOf(date);
    const short = style === "short";
    if (start && end) return short ? range(start, end, style) : t("date.ongoing.range", pair(start, end, style));
    if (start) return t(short ? "date.open-end.short" : "date.ongoing.since", { date: bound(start, style, "start") });
    if (end) return t(short ? "date.open-start.short" : "date.ongoing.until", { date: bound(end, style, "end") });
    return t(short ? "date.ongoing" : "date.ongoing.none");
  };

  const member = (date: EdtfDate, style: DateStyle): string => {
    const { start, end } = endsOf(date);
    if (date.kind === "interval" && start && end) return range(start, end, style);
    if (date.kind === "interval" && (start || end)) return oneSided((start ?? end) as EdtfDate, start === null, style);
    return bound(date, style, "start");
  };

  const set = (date: EdtfDate, style: DateStyle): string => {
    const { members } = date;
    const only = members.length === 1 ? members[0] : undefined;
    if (only?.kind === "interval") return within(only, style).text;
    const days = members.every((one) => one.kind === "date" && calendarDate(one).unit === "day");
    const texts = days
      ? format.shared(members.map(calendarDate), style).map((text, index) => about(text, members[index] as EdtfDate))
      : members.map((one) => member(one, style));
    const type = date.choice === "all" ? "conjunction" : "disjunction";
    const list = new Intl.ListFormat(translator.formatLocale, { type }).format(texts);
    if (style === "short") return t("date.one-of.short", { list });
    const small = `date.small.${members.length}`;
    const n = members.length;
    const key = `date.${date.choice === "all" ? "all" : "one"}-of${days ? "" : ".dates"}`;
    return doubted(t(key, { n, count: translator.has(small) ? t(small) : translator.number(n), list }), date, style);
  };

  return {
    within,
    throughout,
    ongoing,
    set,
    between: (date, style) => doubted(between(date, style), date, style),
    noun(date, style) {
      const { start, end } = endsOf(date);
      if (date.kind === "set" && date.members.length > 1) return set(date, style);
      if (start && end) return range(start, end, style);
      return throughout(date, style);
    },
    openSide(date) {
      const { start, end } = endsOf(date);
      if ((start === null) === (end === null)) return null;
      return { bound: (start ?? end) as EdtfDate, before: start === null };
    },
  };
}
