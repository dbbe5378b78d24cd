import type { TextMetrics, Words } from "@whenwhere/view/pure";
import type { TimeScale } from "../axis/time-scale.ts";
import type { LabelRanks } from "../labels/label-priority.ts";
import { cutToFit, LABEL_SIZE_PX } from "../labels/label-text.ts";
import type { SceneStore, TimeGlyph } from "../types.ts";
import { barsOf, type FlatBar, GUTTER_PX, SHAPE_BELOW_PX } from "./bar.ts";
import type { PackMemory } from "./pack-memory.ts";

/** Radius of a shape mark. */
export const MARK_RADIUS_PX = 5.5;
const INSIDE_MAX_ALPHA = 0.45;

/**
 * What packing needs. `labels`: `grow` opens lines for words, `fit` uses free room only, `narrow` does so on lines that
 * are lower than words are, `none` leaves them out.
 */
export interface PackOptions {
  readonly store: SceneStore;
  readonly scale: TimeScale;
  readonly metrics: TextMetrics;
  readonly words: Words;
  readonly glyphOf: (row: number) => TimeGlyph;
  readonly labels: "grow" | "fit" | "narrow" | "none";
  /** Texts by row, filled as they are needed: dates in words are dear. */
  readonly texts: Map<number, readonly string[]>;
  readonly selectedRow: number;
  /** Whose words come first; absent: the selected one's, the longer one's, the earlier one's. */
  readonly ranks?: LabelRanks;
  /** What the lane is remembered by, and where; absent: everything is placed anew. */
  readonly memory?: { readonly key: string; readonly lanes: PackMemory } | undefined;
}

/** Pixels along the time axis. */
export type Interval = readonly [startPx: number, endPx: number];

/** Where the speakers of rival readings stand: joined after or before the bars, or inside them where neither side has room. */
export type Bracket = "start" | "end" | "inside";

/** A record that looks for its line. */
export interface Candidate {
  readonly glyph: TimeGlyph;
  readonly bars: readonly (FlatBar & { readonly line: number })[];
  readonly form: "shape" | "bar";
  readonly countText: string | null;
  /** One a reading, `stride` lines apart. */
  readonly inks: readonly Interval[];
  readonly stride: number;
  readonly bracket: Bracket;
  /** Taken by the speaker at the end of the first bar. */
  readonly insidePx: number;
}

/** Bars, form, speakers and ink of a record, wherever it comes to stand. */
export function candidateOf(glyph: TimeGlyph, options: PackOptions): Candidate {
  return shortOf(glyph, options) ?? anyOf(glyph, options);
}

/** A record of one short span, as nearly all of a crowded lane are; null for any other. The same as {@link anyOf} makes of it, in a tenth of the time. */
function shortOf(glyph: TimeGlyph, options: PackOptions): Candidate | null {
  const reading = glyph.readings[0];
  if (reading === undefined || glyph.readings.length > 1 || reading.members.length > 1) return null;
  const [flat] = barsOf(glyph, reading, options.scale);
  if (flat === undefined || !(flat.spanPx < SHAPE_BELOW_PX)) return null;
  const bars = [{ ...flat, line: 0 }];
  const countText = countTextOf(glyph, options.words);
  const own = { glyph, form: "shape", countText, bars, bracket: "end" } as const;
  return { ...own, inks: [inkOf(bars, { ...own, line: 0, options })], stride: strideOf(options), insidePx: 0 };
}

function strideOf({ labels }: PackOptions): number {
  return labels === "none" || labels === "narrow" ? 2 : 1;
}

/** Law: {@link shortOf} answers the same wherever it answers. */
export function anyOf(glyph: TimeGlyph, options: PackOptions): Candidate {
  const perReading = glyph.readings.map((reading) => barsOf(glyph, reading, options.scale));
  const shape = isShape(perReading.flat());
  // Readings that cannot be told apart at this zoom share one mark; speakers need the room of a full line each.
  const stride = strideOf(options);
  const shown = shape ? [perReading.flat().slice(0, 1)] : perReading;
  const perLine = shown.map((list, i) => list.map((bar) => ({ ...bar, line: i * stride })));
  const bars = perLine.flat();
  const form = shape ? "shape" : "bar";
  const ink = { glyph, form, countText: countTextOf(glyph, options.words), options, bars } as const;
  const bracket = shape || glyph.readings.length < 2 ? "end" : bracketOf(perLine, ink);
  const inks = perLine.map((list, line) => inkOf(list, { ...ink, line, bracket }));
  const insidePx = bracket === "inside" ? speakerPx(bars[0] as FlatBar, options) + 14 : 0;
  const told = bracket === "inside" || shape ? bars : bars.map((bar) => cutSpeaker(bar, bracket, ink));
  return { ...ink, bars: told, inks, stride, bracket, insidePx };
}

/** After the bars, near the end of the plot before them, where neither has room inside; at last after them, cut short. */
function bracketOf(perLine: readonly (readonly FlatBar[])[], ink: Omit<InkOptions, "line" | "bracket">): Bracket {
  const { scale } = ink.options;
  const reach = (bracket: Bracket): Interval[] => perLine.map((list, line) => inkOf(list, { ...ink, line, bracket }));
  if (reach("end").every(([, end]) => end <= scale.endPx + GUTTER_PX)) return "end";
  if (reach("start").every(([start]) => start >= scale.startPx)) return "start";
  const roomy = ink.bars.every(
    (bar) => bar.alpha <= INSIDE_MAX_ALPHA && bar.widthPx >= speakerPx(bar, ink.options) + 60,
  );
  return roomy && perLine.every((list) => list.length === 1) ? "inside" : "end";
}

function speakerPx(bar: FlatBar, options: PackOptions): number {
  return options.metrics.width(bar.by ?? "", LABEL_SIZE_PX, 400);
}

function cutSpeaker<Bar extends FlatBar>(bar: Bar, bracket: Bracket, ink: Omit<InkOptions, "line" | "bracket">): Bar {
  if (bar.by === null || ink.glyph.readings.length < 2) return bar;
  const { scale, metrics, words } = ink.options;
  const countPx = ink.countText === null ? 0 : metrics.width(ink.countText, LABEL_SIZE_PX, 650) + 5;
  const farPx = Math.max(...ink.bars.map((one) => one.xPx + one.widthPx));
  const firstPx = Math.min(...ink.bars.map((one) => one.xPx));
  const roomPx = bracket === "end" ? scale.endPx + GUTTER_PX - farPx - countPx - 21 : firstPx - scale.startPx - 12;
  return { ...bar, by: cutToFit(bar.by, roomPx, { metrics, locale: words.locale, weight: 400 }) };
}

/** Room for words inside the first bar; null where it is too dark, too firm or not the only one. */
export function insideRoom(candidate: Candidate): Interval | null {
  const first = candidate.bars[0];
  const alone = candidate.bars.length === 1 || candidate.bracket === "inside";
  if (first === undefined || !alone || candidate.form !== "bar" || first.stated !== null) return null;
  if (first.alpha > INSIDE_MAX_ALPHA || candidate.glyph.outline === "struck") return null;
  const lead = first.start === "cap" ? 8 : first.start === "beyond" ? 20 : Math.min(first.startFadePx + 2, 26);
  const tail = first.end === "cap" ? 6 : Math.min(first.endFadePx, 16) + 6;
  return [first.xPx + lead, first.xPx + first.widthPx - tail - candidate.insidePx];
}

/** One narrow bar, or several that together are no wider than a mark. */
function isShape(bars: readonly FlatBar[]): boolean {
  const startPx = Math.min(...bars.map((bar) => bar.xPx));
  const endPx = Math.max(...bars.map((bar) => bar.xPx + bar.widthPx));
  const narrow = bars.every((bar) => bar.spanPx < SHAPE_BELOW_PX);
  return narrow && (bars.length === 1 || endPx - startPx < 2 * MARK_RADIUS_PX);
}

function countTextOf(glyph: TimeGlyph, words: Words): string | null {
  if (glyph.kind !== "series" || glyph.count < 2) return null;
  return `${words.number(glyph.count)}${glyph.countAtLeast ? "+" : ""}`;
}

interface InkOptions {
  readonly glyph: TimeGlyph;
  readonly form: "shape" | "bar";
  readonly line: number;
  readonly countText: string | null;
  readonly options: PackOptions;
  readonly bracket: Bracket;
  /** All bars of the item. */
  readonly bars: readonly FlatBar[];
}

/** Everything but the label that a line of the item covers: bars, arrows, "?", count, bracket and speaker. */
function inkOf(bars: readonly FlatBar[], ink: InkOptions): Interval {
  const { metrics } = ink.options;
  let start = Math.min(...bars.map((bar) => bar.xPx));
  let end = Math.max(...bars.map((bar) => bar.xPx + bar.widthPx));
  if (ink.form === "shape") {
    const middle = (start + end) / 2;
    start = middle - MARK_RADIUS_PX - 1;
    end = middle + MARK_RADIUS_PX + 1;
  }
  const first = bars[0];
  const last = bars[bars.length - 1];
  if (first?.start === "unknown") start -= 10;
  if (last?.end === "unknown" || ink.glyph.readings[ink.line]?.uncertain === true) end += 11;
  if (ink.glyph.outline === "struck") {
    start -= 4;
    end += 4;
  }
  if (ink.line === 0 && ink.countText !== null) end += 5 + metrics.width(ink.countText, LABEL_SIZE_PX, 650);
  if (ink.glyph.readings.length < 2 || ink.form === "shape" || ink.bracket === "inside") return [start, end];
  // The bracket stands after the longest reading, so every line reaches to it.
  const by = ink.glyph.readings[ink.line]?.by ?? "";
  const sidePx = 22 + metrics.width(by, LABEL_SIZE_PX, 400);
  if (ink.bracket === "end") end = Math.max(end, ...ink.bars.map((bar) => bar.xPx + bar.widthPx)) + sidePx;
  else start = Math.min(start, ...ink.bars.map((bar) => bar.xPx)) - sidePx;
  return [start, end];
}
