import type { EdtfDate, SpanMeaning } from "@whenwhere/model";
import { calendarDate } from "./calendar-date.ts";
import { betweenDays } from "./interval-words.ts";
import { timeOptions } from "./time-words.ts";
import { about, doubted, type Phrase, type Voice } from "./voice.ts";

const HALF_KNOWN = /^\d{4}-XX-(\d\d)[?~%]?$/;

/** A date that is neither an interval nor a set: a moment inside of it, or all of it. */
export function singleDate(date: EdtfDate, meaning: SpanMeaning, voice: Voice): Phrase {
  const { format, style, zone, translator } = voice;
  const span = calendarDate(date);
  if (span.unit === "time") {
    const text = format.time(span, timeOptions(date, { style, zone }));
    return { text: doubted(about(text, date, voice), date, voice), once: false };
  }
  if (meaning !== "throughout" || style === "short") return within(date, voice);
  const whole = translator.t("date.all", { date: about(format.one(span, style), date, voice) });
  return { text: doubted(whole, date, voice), once: false };
}

/** The date as a noun: "about 2021". */
export function dateNoun(date: EdtfDate, voice: Voice): string {
  const { format, style, zone } = voice;
  const span = calendarDate(date);
  const text = span.unit === "time" ? format.time(span, timeOptions(date, { style, zone })) : format.one(span, style);
  return about(text, date, voice);
}

function within(date: EdtfDate, voice: Voice): Phrase {
  const { unit } = calendarDate(date);
  const isLong = voice.style === "long";
  const day = isLong ? dayOfSomeMonth(date, voice) : null;
  if (day !== null) return { text: day, once: false };
  if (unit === "span") return { text: betweenDays(date, voice), once: true };
  if (unit === "day") return { text: onDay(date, voice), once: false };
  return { text: isLong ? someTimeIn(date, voice) : inPeriod(date, voice), once: isLong };
}

/** "on day 5 of some month of 2021": the hull of all fitting days says less than the text. */
function dayOfSomeMonth(date: EdtfDate, voice: Voice): string | null {
  const found = HALF_KNOWN.exec(date.text);
  if (found === null) return null;
  const { translator, format } = voice;
  const year = format.one({ ...calendarDate(date), unit: "year" }, "long");
  const text = translator.t("date.day-of-some-month", { day: translator.number(Number(found[1])), year });
  return doubted(about(text, date, voice), date, voice);
}

/** That the hour is not known goes without saying of a day that is not sure itself. */
function onDay(date: EdtfDate, voice: Voice): string {
  const text = voice.format.one(calendarDate(date), voice.style);
  const isBare = date.approximate || date.uncertain || voice.style === "short";
  return isBare
    ? doubted(about(text, date, voice), date, voice)
    : voice.translator.t("date.hour-unknown", { date: text });
}

function inPeriod(date: EdtfDate, voice: Voice): string {
  const text = voice.format.one(calendarDate(date), voice.style);
  const told = date.approximate ? about(text, date, voice) : voice.translator.t("date.in", { date: text });
  return doubted(told, date, voice);
}

function someTimeIn(date: EdtfDate, voice: Voice): string {
  const key = date.approximate ? "date.some-time.about" : "date.some-time";
  const told = voice.translator.t(key, { date: voice.format.one(calendarDate(date), voice.style) });
  return estimated(doubted(told, date, voice), date, voice);
}

/** `1950S2` is some year of the 1900s, estimated to be 1950. */
function estimated(told: string, date: EdtfDate, { translator, format }: Voice): string {
  const year = date.estimatedYear;
  if (year === null) return told;
  const startMs = new Date(0).setUTCFullYear(year, 0, 1);
  const named = format.one({ ...calendarDate(date), unit: "year", year, startMs }, "long");
  return translator.t("date.estimated", { date: told, year: named });
}
