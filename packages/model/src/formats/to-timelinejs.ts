import type { Incident, Source, When } from "../incident.ts";
import type { Issue } from "../issues.ts";
import { civilDateOf } from "../time/calendar.ts";

import { tryParseEdtf } from "../time/parse-edtf.ts";
import { type DateWindow, dateWindow, isPlain, windowWords } from "./date-window.ts";
import { escapeMarkup } from "./markup/entities.ts";
import { isWebAddress } from "./preset-head.ts";
import { type CollectionParts, PARTS_FORM, refuseWriting } from "./to-collection.ts";
import { headNotCarried, notCarried, type WrittenText, writeIssue } from "./written.ts";

/** A date of TimelineJS; negative years are BCE, and there is no year 0. */
interface TimelineParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly millisecond?: number;
  readonly display_date?: string;
}

const CARRIED: ReadonlySet<string> = new Set(
  "id title summary category when.edtf when.span when.label sources".split(" "),
);

/**
 * The JSON of TimelineJS 3: slides, eras (records of the kind `era`), a title slide from the collection's title.
 *
 * TimelineJS has one kind of date, so a window of doubt becomes a start and an end with words in `display_date`, and is
 * told as approximated; a record without any date cannot stand there and is left out, which is told too. Texts are
 * escaped, since TimelineJS reads them as HTML. Law: what the `timelinejs` reader makes of the text has the same ids,
 * titles, texts, categories and, where no issue says otherwise, the same dates.
 * @throws WhenWhereError `write/input`, `write/option-unknown`.
 */
export function toTimelineJS(incidents: readonly Incident[], parts: CollectionParts = {}): WrittenText {
  refuseWriting(incidents, parts, { form: PARTS_FORM, name: "toTimelineJS" });
  // The title slide is there only where there is a title.
  const carried = parts.title ? ["title", "description"] : [];
  const issues: Issue[] = [
    ...headNotCarried(parts, { format: "TimelineJS", carried, ofSources: ["publisher", "title", "url"] }),
  ];
  const events: unknown[] = [];
  const eras: unknown[] = [];
  incidents.forEach((incident, i) => {
    const slide = slideOf(incident, parts.sources ?? {});
    if (slide === null) {
      const message = `The record has no date that TimelineJS can show (${incident.when?.edtf ?? "none"}); it was left out.`;
      issues.push(writeIssue("write/left-out", i + 1, { field: "when", value: incident.when?.edtf ?? null, message }));
      return;
    }
    (incident.kind === "era" ? eras : events).push(slide.json);
    issues.push(...lossesOf(incident, i + 1, slide));
  });
  const title = parts.title ? { title: { text: textOf(parts.title, parts.description ?? undefined) } } : {};
  const document = { ...title, events, ...(eras.length === 0 ? {} : { eras }), scale: scaleOf([...events, ...eras]) };
  return { text: `${JSON.stringify(document, null, 2)}\n`, issues };
}

function lossesOf(incident: Incident, row: number, { exact, json }: Slide): readonly Issue[] {
  const carried = incident.kind === "era" ? new Set([...CARRIED, "kind"]) : CARRIED;
  const issues = [...notCarried(incident, row, { format: "TimelineJS", carried })];
  if ((incident.sources ?? []).length > (json.media === undefined ? 0 : 1)) {
    const message = "TimelineJS has one medium a slide, at an address; other sources were left out.";
    issues.push(writeIssue("write/not-carried", row, { field: "sources", value: null, message }));
  }
  if (exact) return issues;
  const value = incident.when?.edtf;
  const message = `TimelineJS cannot say the date ${value} exactly; it stands as a range, with words.`;
  return [...issues, writeIssue("write/approximated", row, { field: "when.edtf", value, message })];
}

interface Slide {
  readonly json: { readonly start_date: TimelineParts; readonly media?: unknown };
  /** The date says what the record says. */
  readonly exact: boolean;
}

function slideOf(incident: Incident, sources: Readonly<Record<string, Source>>): Slide | null {
  const dates = datesOf(incident.when);
  if (dates === null) return null;
  const { exact, ...shown } = dates;
  const media = mediaOf(incident.sources ?? [], sources);
  const json = {
    unique_id: incident.id,
    ...shown,
    text: textOf(incident.title, incident.summary),
    ...(incident.category === undefined ? {} : { group: incident.category }),
    ...(media === null ? {} : { media }),
  };
  return { json, exact };
}

function textOf(headline: string, text: string | undefined): unknown {
  const html = (words: string): string => escapeMarkup(words).replace(/\n/g, "<br>");
  return { headline: html(headline), ...(text === undefined ? {} : { text: html(text) }) };
}

interface SlideDates {
  readonly start_date: TimelineParts;
  readonly end_date?: TimelineParts;
  readonly display_date?: string;
  readonly exact: boolean;
}

function datesOf(when: When | undefined): SlideDates | null {
  const window = dateWindow(when);
  if (when === undefined || window === null) return null;
  const { date } = window;
  const label = when.label ? { display_date: when.label } : {};
  const span = when.span ?? "within";
  if (date.kind === "date" && isPlain(date) && span === "within") {
    const parts = partsOfDate(date.text);
    if (parts !== null) return { start_date: parts, ...label, exact: true };
  }
  if (date.kind === "interval" && span === "throughout" && date.members.every(isPlain)) {
    const [first, last] = [date.start, date.end].every(({ kind }) => kind === "stated")
      ? date.text.split("/").map(partsOfDate)
      : [];
    if (first && last) return { start_date: first, end_date: last, ...label, exact: true };
  }
  return rangeOf(when, window);
}

/** First and last day with words; an open side is left out, and the words say on which side. */
function rangeOf(when: When, window: DateWindow): SlideDates | null {
  const [first, last] = [window.firstDay, window.lastDay].map((day) => (day === null ? null : partsOfDay(day)));
  const start = first ?? last;
  if (start === null || start === undefined) return null;
  const display = { display_date: when.label ?? windowWords(when, window) };
  const hasEnd = first != null && last != null && window.firstDay !== window.lastDay;
  return { start_date: start, ...(hasEnd ? { end_date: last } : {}), ...display, exact: false };
}

const DATE = /^(Y?-?\d{4,12})(?:-(0\d|1[0-2])(?:-(\d{2})(?:T(\d{2})(?::(\d{2})(?::(\d{2})(?:\.(\d{3}))?)?)?)?)?)?$/;

/** Parts of a plain date; null for seasons and for times with an offset, which TimelineJS cannot say. */
function partsOfDate(edtf: string): TimelineParts | null {
  const found = DATE.exec(edtf);
  if (found === null || tryParseEdtf(edtf).date === null) return null;
  const [, year = "", ...rest] = found;
  const names = ["month", "day", "hour", "minute", "second", "millisecond"] as const;
  const more = names.flatMap((name, i) => (rest[i] === undefined ? [] : [[name, Number(rest[i])] as const]));
  return { year: shownYear(Number(year.replace("Y", ""))), ...Object.fromEntries(more) };
}

function partsOfDay(dayNumber: number): TimelineParts {
  const { year, month, day } = civilDateOf(dayNumber);
  return { year: shownYear(year), month, day };
}

/** 0 is 1 BCE, which TimelineJS writes -1. */
function shownYear(year: number): number {
  return year <= 0 ? year - 1 : year;
}

function mediaOf(keys: readonly string[], sources: Readonly<Record<string, Source>>): unknown {
  for (const key of keys) {
    const source = Object.hasOwn(sources, key) ? sources[key] : undefined;
    const url = source?.url ?? key;
    if (!isWebAddress(url)) continue;
    const caption = source === undefined || source.title === url ? {} : { caption: escapeMarkup(source.title) };
    return { url, ...caption, ...(source?.publisher ? { credit: escapeMarkup(source.publisher) } : {}) };
  }
  return null;
}

/** Years beyond what a clock of JavaScript holds need the cosmological scale, which shows years only. */
function scaleOf(slides: readonly unknown[]): "human" | "cosmological" {
  const isFar = (slide: unknown): boolean => Math.abs((slide as Slide["json"]).start_date.year) > 270_000;
  return slides.some(isFar) ? "cosmological" : "human";
}
