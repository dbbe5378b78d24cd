import type { Incident, SpanMeaning, Status, When, Where } from "@whenwhere/model";
import type { Counts } from "@whenwhere/store";
import type { DisplayNames } from "./display-names.ts";
import type { Language } from "./messages/types.ts";

/**
 * Everything a view says. One instance a locale, made by `createWords(locale, languages)`; pure, built on Intl.
 * All texts are plain text and are set as text nodes only.
 */
export interface Words {
  /** BCP 47. */
  readonly locale: string;
  /** The way in which the texts run: English ones, in place of those of a language without texts, from left to right. */
  readonly dir: "ltr" | "rtl";
  /** A message of the interface by key, with `{name}` places filled in and plurals chosen by `{n}`. */
  t(key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
  /** Words that know further texts as well; the same words when they know them already. A view adds its own. */
  withTexts(...more: readonly Language[]): Words;
  /**
   * The same words as spoken by the clocks of an IANA zone: ranges are that zone's, and a time of day is told by the clock of
   * the place and by this one ("06:30 in Dubai (UTC+4), 04:30 in Maputo"). Calendar days stay as they are.
   */
  inZone(zone: string): Words;
  /** The zone of {@link Words.inZone}; null for words without one. */
  readonly zone: string | null;
  /** What the clocks of {@link Words.zone} show at an instant, as UTC ms of the wall calendar. */
  wallMs(ms: number): number;
  number(value: number): string;
  /** Countries and languages by their codes, in the language of the locale. */
  readonly names: DisplayNames;
  /** "2 February 2022, hour not given", "once, some time in January 2022", "on or before 2 February 2022", "no date given". */
  when(when: When | undefined, status?: Status): string;
  /** The short form for tables: "2 Feb 2022", "in January 2022", "about 18-31 Jan 2022". */
  whenShort(when: When | undefined, status?: Status): string;
  /** The date of a whole record, with its rival readings: "two readings: about 18 to 31 January 2022 or ...". */
  whenOf(incident: Incident): string;
  /** {@link whenOf} for tables: "two readings" where there are two. */
  whenShortOf(incident: Incident): string;
  /** Several readings of one date. */
  readings(whens: readonly When[]): string;
  /** "Abu Dhabi, within 15 km (assumed)", "somewhere in Cabo Delgado, Mozambique", "place not given". */
  where(where: Where | undefined): string;
  whereShort(where: Where | undefined): string;
  status(status: Status): string;
  span(meaning: SpanMeaning): string;
  /** The name of a category; unknown ones as they are. */
  category(name: string): string;
  /** "312 of 1,204 shown, 41 only possibly in this window, 20 not on the map, 1 without a date". Zero parts are left out. */
  counts(counts: Counts): string;
  /** One sentence that names a record wholly: title, when, where, status. For tooltips, labels and screen readers. */
  incident(incident: Incident): string;
  /**
   * A span of time for axis headings and sliders: "1 December 2021 to 15 February 2022, 11 weeks"; by their names where it is
   * made of whole months or years: "January to March 2022, 3 months", "2022".
   */
  range(startMs: number, endMs: number): string;
}

/** Keys of the interface messages; `messages/` holds the texts of each language. */
export type MessageKey = string;
