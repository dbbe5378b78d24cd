import type { When } from "../../incident.ts";
import { isEdtf } from "../../read/is-edtf.ts";
import type { Note, RecordSink } from "../../read/reader.ts";
import { htmlText } from "../markup/html-text.ts";
import { isWebAddress, trimmed } from "../preset-head.ts";
import type { TimelineDate } from "./timelinejs-date.ts";

/** One slide or era, out of the sheet or the JSON. */
export interface TimelineItem {
  readonly isEra: boolean;
  readonly id: string | undefined;
  readonly start: TimelineDate;
  readonly end: TimelineDate;
  readonly displayDate: string | undefined;
  readonly headline: string | undefined;
  readonly text: string | undefined;
  readonly group: string | undefined;
  readonly media: Readonly<Record<string, unknown>>;
  readonly extra: Readonly<Record<string, unknown>>;
}

/** A slide as a record of our own JSON. An era fills its interval; a slide with an end does so too. */
export function recordOfItem(item: TimelineItem, notes: Note[], sink: RecordSink): Readonly<Record<string, unknown>> {
  const headline = plain(item.headline, "headline", notes);
  const text = plain(item.text, "text", notes);
  const media = mediaOf(item.media, sink);
  const links = [...headline.links, ...text.links];
  const extra = { ...item.extra, ...media.extra, ...(links.length === 0 ? {} : { links }) };
  const parts = {
    id: item.id,
    title: headline.text,
    summary: text.text,
    category: item.group,
    kind: item.isEra ? "era" : undefined,
    when: whenOf(item, notes),
    sources: media.key === undefined ? undefined : [media.key],
    extra: Object.keys(extra).length === 0 ? undefined : extra,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

/** Text of a title slide: plain words, or undefined. */
export function plainText(html: unknown): string | undefined {
  const text = trimmed(html);
  return text === undefined ? undefined : htmlText(text).text || undefined;
}

interface PlainField {
  readonly text: string | undefined;
  readonly links: readonly string[];
}

function plain(html: string | undefined, field: string, notes: Note[]): PlainField {
  if (html === undefined) return { text: undefined, links: [] };
  const { text, links, hasMarkup } = htmlText(html);
  if (hasMarkup) {
    notes.push({
      code: "timelinejs/markup",
      field,
      severity: "info",
      message: `The HTML of ${field} became plain text${links.length === 0 ? "" : `; ${links.length} addresses of links are in extra.links`}.`,
      hint: "Nothing to do: records hold plain text.",
    });
  }
  return { text: text === "" ? undefined : text, links };
}

function whenOf({ start, end, displayDate, isEra }: TimelineItem, notes: Note[]): When | undefined {
  const label = displayDate === undefined ? {} : { label: displayDate };
  if (start === null) {
    if (end !== null) notes.push(noStart(end.words));
    return end === null && displayDate === undefined ? undefined : { label: displayDate ?? end?.words ?? null };
  }
  const words = [start.words, end?.words].filter((text) => text !== undefined).join(" – ");
  if (start.edtf === null || end?.edtf === null) return { label: displayDate ?? words };
  const filled = isEra ? ({ span: "throughout" } as const) : {};
  if (end === null || end.edtf === start.edtf) return { edtf: start.edtf, ...filled, ...label };
  const edtf = `${start.edtf}/${end.edtf}`;
  if (isEdtf(edtf)) return { edtf, span: "throughout", ...label };
  const message = `The end ${end.edtf} lies before the start ${start.edtf}; the record has no date.`;
  notes.push({ code: "time/reversed", field: "end_date", value: [start.edtf, end.edtf], message });
  return { label: displayDate ?? words };
}

function noStart(words: string): Note {
  const message = `The record ends at ${words} but has no start; it has no date.`;
  return { code: "time/syntax", field: "start_date", value: words, message, hint: "Give the year of the start." };
}

/** An address becomes a source; embed code and the rest of the media stay in `extra`. */
function mediaOf(
  media: Readonly<Record<string, unknown>>,
  sink: RecordSink,
): { readonly key: string | undefined; readonly extra: Readonly<Record<string, unknown>> } {
  const url = trimmed(media.url);
  const [caption, credit] = [plainText(media.caption), plainText(media.credit)];
  const isAddress = url !== undefined && isWebAddress(url);
  if (isAddress) {
    sink.source(url, { title: caption ?? credit ?? url, url, ...(credit === undefined ? {} : { publisher: credit }) });
  }
  const rest = Object.entries(media).flatMap(([name, value]): [string, unknown][] => {
    if (isAddress && ["url", "caption", "credit"].includes(name)) return [];
    const kept = typeof value === "string" ? trimmed(value) : (value ?? undefined);
    return kept === undefined ? [] : [[`media_${name}`, kept]];
  });
  return { key: isAddress ? url : undefined, extra: Object.fromEntries(rest) };
}
