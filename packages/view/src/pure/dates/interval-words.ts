import type { EdtfDate } from "@whenwhere/model";
import { type CalendarDate, calendarDate, dayOf } from "./calendar-date.ts";
import { timeOptions } from "./time-words.ts";
import { about, doubted, type Phrase, type Voice } from "./voice.ts";

type Side = "start" | "end";

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

/** The stated bound of a date that is open on one side, else null. */
export function openSide(date: EdtfDate): { readonly bound: EdtfDate; readonly before: boolean } | null {
  const { start, end } = endsOf(date);
  const bound = start ?? end;
  if (bound === null || (start !== null && end !== null)) return null;
  return { bound, before: start === null };
}

/** First day of a start, last day of an end, where the end itself is a span without a name. */
function named(date: EdtfDate, side: Side): CalendarDate {
  const span = calendarDate(date);
  if (span.unit !== "span" && span.unit !== "time") return span;
  return dayOf(side === "start" ? date.startMs : date.endMs - 1);
}

function isTime(date: EdtfDate): boolean {
  return date.kind === "date" && calendarDate(date).unit === "time";
}

/** A bound by its name: a time of day by its clock, anything else by its calendar. */
function nameOf(date: EdtfDate, side: Side, { format, style, zone }: Voice): string {
  const span = calendarDate(date);
  return span.unit === "time"
    ? format.time(span, timeOptions(date, { style, zone }))
    : format.one(named(date, side), style);
}

function bound(date: EdtfDate, side: Side, voice: Voice): string {
  return about(nameOf(date, side, voice), date, voice);
}

/** Both ends, less what they share: "18", "31 January 2022". */
function names(start: EdtfDate, end: EdtfDate, voice: Voice): readonly string[] {
  return isTime(start) || isTime(end)
    ? [nameOf(start, "start", voice), nameOf(end, "end", voice)]
    : voice.format.shared([named(start, "start"), named(end, "end")], voice.style);
}

function pair(start: EdtfDate, end: EdtfDate, voice: Voice): { readonly a: string; readonly b: string } {
  if (start === end && start.kind !== "date") return { a: bound(start, "start", voice), b: bound(end, "end", voice) };
  const [a = "", b = ""] = names(start, end, voice);
  return { a: about(a, start, voice), b: about(b, end, voice) };
}

/** "18 to 31 January 2022"; what is true of both ends is said once. */
function range(start: EdtfDate, end: EdtfDate, voice: Voice): string {
  const { t } = voice.translator;
  const key = voice.style === "short" ? "date.range.short" : "date.range";
  if (!(start.approximate && end.approximate)) return t(key, pair(start, end, voice));
  const [a = "", b = ""] = names(start, end, voice);
  return t("date.about", { date: t(key, { a, b }) });
}

/** "on 2 February 2022 or at any time before": one moment, one side open. */
function oneSided(date: EdtfDate, before: boolean, voice: Voice): string {
  const side = before ? "end" : "start";
  const period = named(date, side).unit === "day" ? "" : ".period";
  const short = voice.style === "short" ? ".short" : "";
  const key = `date.or-${before ? "before" : "after"}${period}${short}`;
  return voice.translator.t(key, { date: bound(date, side, voice) });
}

/** The first and the last day of a span that has no name. */
export function betweenDays(date: EdtfDate, voice: Voice): string {
  const [a = "", b = ""] = voice.format.shared([dayOf(date.startMs), dayOf(date.endMs - 1)], voice.style);
  const text = voice.translator.t(voice.style === "short" ? "date.range.short" : "date.between", { a, b });
  return doubted(text, date, voice);
}

/** A moment somewhere inside of an interval. */
export function withinInterval(date: EdtfDate, voice: Voice): Phrase {
  const { t } = voice.translator;
  const short = voice.style === "short";
  const { start, end } = endsOf(date);
  if (start && end) {
    const text = short ? range(start, end, voice) : t("date.between", pair(start, end, voice));
    return { text: doubted(text, date, voice), once: true };
  }
  const stated = start ?? end;
  if (stated === null) return { text: t("date.whenever"), once: false };
  const before = start === null;
  const isUnknown = (before ? date.start.kind : date.end.kind) === "unknown";
  if (!isUnknown || short) return { text: oneSided(stated, before, voice), once: false };
  const key = before ? "date.until-unknown" : "date.since-unknown";
  return { text: t(key, { date: bound(stated, before ? "end" : "start", voice) }), once: false };
}

/** All of an interval. */
export function allOfInterval(date: EdtfDate, voice: Voice): string {
  const { t } = voice.translator;
  const short = voice.style === "short";
  const { start, end } = endsOf(date);
  if (start && end) {
    const whole = short ? range(start, end, voice) : t("date.all-from-to", pair(start, end, voice));
    return doubted(whole, date, voice);
  }
  const stated = start ?? end;
  if (stated === null) return t(short ? "date.ongoing" : "date.no-ends");
  const [side, other] = start === null ? (["end", "start"] as const) : (["start", "end"] as const);
  const text = bound(stated, side, voice);
  if (short) return t(`date.open-${other}.short`, { date: text });
  return t(`date.${date[other].kind === "unknown" ? "unknown" : "open"}-${other}`, { date: text });
}

/** Something that goes on, by the bounds that are stated of it. */
export function ongoingInterval(date: EdtfDate, voice: Voice): string {
  const { t } = voice.translator;
  const short = voice.style === "short";
  const { start, end } = endsOf(date);
  if (start && end) return short ? range(start, end, voice) : t("date.ongoing.range", pair(start, end, voice));
  if (start) return t(short ? "date.open-end.short" : "date.ongoing.since", { date: bound(start, "start", voice) });
  if (end) return t(short ? "date.open-start.short" : "date.ongoing.until", { date: bound(end, "end", voice) });
  return t(short ? "date.ongoing" : "date.ongoing.none");
}

function member(date: EdtfDate, voice: Voice): string {
  if (date.kind !== "interval") return bound(date, "start", voice);
  const { start, end } = endsOf(date);
  if (start && end) return range(start, end, voice);
  const stated = start ?? end;
  return stated === null ? bound(date, "start", voice) : oneSided(stated, start === null, voice);
}

/** One of several dates, or all of them. */
export function setWords(date: EdtfDate, voice: Voice): string {
  const { members } = date;
  const { translator, style } = voice;
  const only = members.length === 1 ? members[0] : undefined;
  if (only?.kind === "interval") return withinInterval(only, voice).text;
  const days = members.every((one) => one.kind === "date" && calendarDate(one).unit === "day");
  const shared = days ? voice.format.shared(members.map(calendarDate), style) : null;
  const texts = members.map((one, index) =>
    shared === null ? member(one, voice) : about(shared[index] as string, one, voice),
  );
  const type = date.choice === "all" ? "conjunction" : "disjunction";
  const list = new Intl.ListFormat(translator.formatLocale, { type }).format(texts);
  if (style === "short") return translator.t("date.one-of.short", { list });
  const n = members.length;
  const small = `date.small.${n}`;
  const count = translator.has(small) ? translator.t(small) : translator.number(n);
  const key = `date.${date.choice === "all" ? "all" : "one"}-of${days ? "" : ".dates"}`;
  return doubted(translator.t(key, { n, count, list }), date, voice);
}

/** An interval or a set as a noun: "about 18 to 31 January 2022". */
export function intervalNoun(date: EdtfDate, voice: Voice): string {
  if (date.kind === "set" && date.members.length > 1) return setWords(date, voice);
  const { start, end } = endsOf(date);
  return start && end ? range(start, end, voice) : allOfInterval(date, voice);
}
