import { DAY_MS } from "@whenwhere/model";
import { isolatedText, isRtlText, type TextMetrics, type Words } from "@whenwhere/view/pure";
import type { SceneStore, TimeGlyph } from "../types.ts";

/** Font size of all words inside the drawing. */
export const LABEL_SIZE_PX = 11.5;

/** What a mark may be called, longest first. The last one is the bare title. */
export function labelTexts(
  store: SceneStore,
  glyph: TimeGlyph | null,
  tools: { readonly row: number; readonly words: Words },
): string[] {
  const incident = store.incident(tools.row);
  const status = incident.status ?? "happened";
  const { title } = incident;
  const comma = tools.words.t("list.comma");
  const said = isolatedText(title, tools.words.dir);
  const told =
    status === "happened" || status === "disputed"
      ? title
      : `${said}${comma}${tools.words.status(status).toLowerCase()}`;
  if (glyph === null || !tellsDate(glyph)) return [...new Set([told, title])];
  const date = tools.words.whenShort(incident.when, status);
  return [...new Set([`${said}${comma}${date}`, told, title])].filter((text) => text !== "");
}

/** A bare title runs as its first letter does, a title among the reader's words as these do. */
export function isRtlLabel(text: string, dir: Words["dir"]): boolean {
  return text.startsWith("\u2068") ? dir === "rtl" : isRtlText(text);
}

/** A day can be read off the axis; a month, an open side or a set cannot. */
function tellsDate(glyph: TimeGlyph): boolean {
  const own = glyph.readings[0];
  if (own === undefined || glyph.readings.length > 1) return false;
  return glyph.kind !== "instant" && glyph.kind !== "series" && own.endMs - own.startMs > 3 * DAY_MS;
}

/** Cuts by grapheme and adds an ellipsis; null when not even three graphemes fit. */
export function cutToFit(
  text: string,
  maxPx: number,
  options: { readonly metrics: TextMetrics; readonly locale: string; readonly weight: number },
): string | null {
  const wholePx = options.metrics.width(text, LABEL_SIZE_PX, options.weight);
  return wholePx <= maxPx ? text : (cutAndMeasured(text, { maxPx, wholePx }, options)?.text ?? null);
}

/** The same of a text that is known to be wider than its room, with the width of what is left. */
export function cutAndMeasured(
  text: string,
  { maxPx, wholePx }: { readonly maxPx: number; readonly wholePx: number },
  options: { readonly metrics: TextMetrics; readonly locale: string; readonly weight: number },
): { readonly text: string; readonly widthPx: number } | null {
  const { metrics, locale, weight } = options;
  const { count, first } = graphemesOf(text, locale);
  const cut = (length: number): string => `${first(length).trimEnd()}…`;
  let low = 0;
  let high = count - 1;
  // Letters are about equally wide: a guess from the last width is at most a few letters off.
  let guess = Math.floor((count * maxPx) / wholePx);
  let best: { readonly text: string; readonly widthPx: number } | null = null;
  while (low < high) {
    const length = Math.min(Math.max(guess, low + 1), high);
    const tried = cut(length);
    const widthPx = metrics.width(tried, LABEL_SIZE_PX, weight);
    if (widthPx <= maxPx) {
      low = length;
      best = { text: tried, widthPx };
    } else high = length - 1;
    guess = Math.floor((length * maxPx) / widthPx);
  }
  return low < 3 ? null : best;
}

interface Graphemes {
  readonly count: number;
  first(length: number): string;
}

/** Letters of Latin texts stand alone; a segmenter, dear to make, is asked about all others. */
function graphemesOf(text: string, locale: string): Graphemes {
  if (SINGLE.test(text)) return { count: text.length, first: (length) => text.slice(0, length) };
  const segments = new Intl.Segmenter(locale, { granularity: "grapheme" }).segment(text);
  const graphemes = Array.from(segments, ({ segment }) => segment);
  return { count: graphemes.length, first: (length) => graphemes.slice(0, length).join("") };
}

const SINGLE = /^[\x20-\x7e\u00c0-\u024f]*$/;
