import type { EdtfDate, SpanMeaning, Status, When } from "@whenwhere/model";
import type { Translator } from "../translate.ts";
import { calendarDate, type DateStyle } from "./calendar-date.ts";
import type { DateFormat } from "./date-format.ts";
import { allOfInterval, intervalNoun, ongoingInterval, openSide, setWords, withinInterval } from "./interval-words.ts";
import { dateNoun, singleDate } from "./single-date.ts";
import type { Phrase, Voice } from "./voice.ts";

/** Reads EDTF; throws on text that is not. */
export type ParseDate = (text: string) => EdtfDate;

/** Dates in words. */
export interface DateWords {
  when(when: When | undefined, status?: Status): string;
  whenShort(when: When | undefined, status?: Status): string;
  /** "two readings: ..., or ...". */
  readings(whens: readonly When[]): string;
}

/** Makes the {@link DateWords} of a locale. A date that cannot be read is quoted, never guessed at. */
export function createDateWords(translator: Translator, format: DateFormat, parse: ParseDate): DateWords {
  const { t } = translator;
  const voiceOf = (when: When, style: DateStyle): Voice => ({ translator, format, style, zone: when.zone ?? null });
  const parsed = (edtf: string): EdtfDate | null => {
    try {
      return parse(edtf);
    } catch {
      return null;
    }
  };
  const say = (when: When | undefined, status: Status, style: DateStyle): string => {
    if (!when?.edtf) {
      if (when?.label) return when.label;
      const plan = status === "planned" && style === "long";
      return t(plan ? "date.planned.none" : "date.none");
    }
    const date = parsed(when.edtf);
    if (date === null) return t("date.unread", { text: when.edtf });
    const phrase = { date, when, voice: voiceOf(when, style) };
    return style === "long" ? withStatus(phrase, status) : shortWithStatus(phrase, status);
  };
  return {
    when: (when, status = "happened") => say(when, status, "long"),
    whenShort: (when, status = "happened") => say(when, status, "short"),
    readings(whens) {
      const texts = whens.map((when) => {
        const date = when.edtf ? parsed(when.edtf) : null;
        return date === null ? say(when, "happened", "long") : nounOf(date, voiceOf(when, "long"));
      });
      const list = new Intl.ListFormat(translator.formatLocale, { type: "disjunction" }).format(texts);
      return t("date.readings", { n: texts.length, list });
    },
  };
}

/** A date, what the record means by it, and how it is to be said. */
interface Said {
  readonly date: EdtfDate;
  readonly when: When;
  readonly voice: Voice;
}

function withStatus(said: Said, status: Status): string {
  const { t } = said.voice.translator;
  if (status === "planned") return planned(said);
  if (status === "cancelled") return t("date.cancelled", { date: planned(said) });
  const { text, once } = meant(said);
  if (status === "alleged") return t("date.alleged", { date: text });
  const whole = once ? t("date.once", { phrase: text }) : text;
  return status === "retracted" ? t("date.retracted", { date: whole }) : whole;
}

function shortWithStatus(said: Said, status: Status): string {
  const { text } = meant(said);
  if (status === "happened" || status === "disputed") return text;
  return said.voice.translator.t(`date.${status}.short`, { date: text });
}

function planned({ date, voice }: Said): string {
  const { t } = voice.translator;
  const side = openSide(date);
  if (side === null) return t("date.planned", { date: nounOf(date, voice) });
  return t(side.before ? "date.planned.before" : "date.planned.after", { date: nounOf(side.bound, voice) });
}

/** The date as its span is meant: a moment inside, all of it, several happenings, something that goes on. */
function meant(said: Said): Phrase {
  const { date, when, voice } = said;
  const meaning: SpanMeaning = when.span ?? "within";
  if (meaning === "series") return plain(series(said));
  if (meaning === "ongoing") return plain(ongoing(said));
  if (date.kind === "date") return singleDate(date, meaning, voice);
  if (date.kind === "set") return plain(setWords(date, voice));
  return meaning === "throughout" ? plain(allOfInterval(date, voice)) : withinInterval(date, voice);
}

function plain(text: string): Phrase {
  return { text, once: false };
}

function series({ date, when, voice }: Said): string {
  const { t } = voice.translator;
  const unit = date.kind === "date" ? calendarDate(date).unit : "span";
  const isKnown = voice.style === "short" || unit === "day" || unit === "time" || date.kind === "set";
  return t(isKnown ? "date.series.short" : "date.series", {
    count: happenings(when, voice),
    date: nounOf(date, voice),
  });
}

/** "several", "12", "at least 12". */
function happenings({ count, countAtLeast }: When, { translator, style }: Voice): string {
  if (typeof count !== "number") return translator.t("date.series.several");
  const number = translator.number(count);
  const key = style === "short" ? "date.series.at-least.short" : "date.series.at-least";
  return countAtLeast ? translator.t(key, { count: number }) : number;
}

function ongoing({ date, voice }: Said): string {
  const { t } = voice.translator;
  if (date.kind === "interval") return ongoingInterval(date, voice);
  if (voice.style === "short") return t("date.ongoing");
  const at = date.kind === "date" && calendarDate(date).unit === "day" ? "date.on" : "date.in";
  return t("date.ongoing.stated", { date: t(at, { date: nounOf(date, voice) }) });
}

/** The date as a noun: "about 2021", "18 to 31 January 2022". */
function nounOf(date: EdtfDate, voice: Voice): string {
  return date.kind === "date" ? dateNoun(date, voice) : intervalNoun(date, voice);
}
