import type { TextMetrics, Words } from "@whenwhere/view/pure";
import { barsOf, type FlatBar, GUTTER_PX, SHAPE_BELOW_PX } from "./bar.ts";
import { cutToFit, LABEL_SIZE_PX, labelTexts } from "./label-text.ts";
import type { TimeScale } from "./time-scale.ts";
import type { SceneStore, TimeGlyph } from "./types.ts";

/** Radius of a shape mark. */
export const MARK_RADIUS_PX = 5.5;
const LABEL_GAP_PX = 7;
const CLEAR_PX = 6;
const INSIDE_MAX_ALPHA = 0.45;

/** One record of a lane with its place among the lines of the lane. */
export interface PackedItem {
  readonly glyph: TimeGlyph;
  readonly bars: readonly (FlatBar & { readonly line: number })[];
  readonly form: "shape" | "bar";
  readonly countText: string | null;
  readonly bracket: "start" | "end";
  /** Line of the first reading, from 0. */
  readonly line: number;
  readonly label: PackedLabel | null;
}

/** Words of a packed item, along the time axis. */
export interface PackedLabel {
  readonly xPx: number;
  readonly widthPx: number;
  readonly text: string;
  readonly full: string;
  readonly place: "inside" | "end" | "start";
}

/** A lane's items and the lines that they need. */
export interface LanePacking {
  readonly items: readonly PackedItem[];
  readonly lines: number;
}

/** What packing needs. `labels`: `grow` opens lines for words, `fit` uses free room only, `none` leaves them out. */
export interface PackOptions {
  readonly store: SceneStore;
  readonly scale: TimeScale;
  readonly metrics: TextMetrics;
  readonly words: Words;
  readonly glyphOf: (row: number) => TimeGlyph;
  readonly labels: "grow" | "fit" | "none";
  /** Texts by row, filled as they are needed: dates in words are dear. */
  readonly texts: Map<number, readonly string[]>;
  readonly selectedRow: number;
}

type Interval = readonly [startPx: number, endPx: number];

interface Candidate {
  readonly glyph: TimeGlyph;
  readonly bars: readonly (FlatBar & { readonly line: number })[];
  readonly form: "shape" | "bar";
  readonly countText: string | null;
  /** One a reading, `stride` lines apart. */
  readonly inks: readonly Interval[];
  readonly stride: number;
  readonly bracket: "start" | "end";
}

/** Greedy first fit in the order given (rising start). Law: no two inks or labels of one line touch. */
export function packLane(rows: readonly number[], options: PackOptions): LanePacking {
  const lines: Interval[][] = [];
  const candidates = rows.map((row) => candidateOf(options.glyphOf(row), options));
  const items: PackedItem[] = [];
  if (options.labels !== "grow") {
    const placed = candidates.map((candidate) => ({ candidate, line: placeInk(lines, candidate) }));
    for (const { candidate, line } of placed) {
      const label = options.labels === "fit" ? placeLabel(lines, candidate, { line, options }) : null;
      items.push(finish(candidate, line, label));
    }
  } else {
    for (const candidate of candidates) items.push(placeWithLabel(lines, candidate, options));
  }
  return { items, lines: lines.length };
}

function candidateOf(glyph: TimeGlyph, options: PackOptions): Candidate {
  const perReading = glyph.readings.map((reading) => barsOf(glyph, reading, options.scale));
  const shape = isShape(perReading.flat());
  // Readings that cannot be told apart at this zoom share one mark; speakers need the room of a full line each.
  const stride = options.labels === "none" ? 2 : 1;
  const perLine = shape
    ? [
        perReading
          .flat()
          .slice(0, 1)
          .map((bar) => ({ ...bar, line: 0 })),
      ]
    : perReading.map((list, i) => list.map((bar) => ({ ...bar, line: i * stride })));
  const bars = perLine.flat();
  const form = shape ? "shape" : "bar";
  const countText = countTextOf(glyph, options.words);
  const farPx = Math.max(...bars.map((bar) => bar.xPx + bar.widthPx));
  const firstPx = Math.min(...bars.map((bar) => bar.xPx));
  const after = { glyph, form, countText, options, reachPx: farPx, bracket: "end" } as const;
  const before = { ...after, reachPx: firstPx, bracket: "start" } as const;
  const atEnd = perLine.map((list, line) => inkOf(list, { ...after, line }));
  // Near the end of the plot the speakers stand before the bars.
  const noRoom = glyph.readings.length > 1 && atEnd.some(([, end]) => end > options.scale.endPx + GUTTER_PX);
  const bracket = noRoom && !shape && firstPx > options.scale.startPx + 120 ? "start" : "end";
  const inks = bracket === "end" ? atEnd : perLine.map((list, line) => inkOf(list, { ...before, line }));
  return { glyph, bars, form, countText, inks, stride, bracket };
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
  readonly bracket: "start" | "end";
  readonly reachPx: number;
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
  if (ink.glyph.readings.length > 1 && ink.form === "bar") {
    // The bracket stands after the longest reading, so every line reaches to it.
    const by = ink.glyph.readings[ink.line]?.by ?? "";
    const sidePx = 22 + metrics.width(by, LABEL_SIZE_PX, 400);
    if (ink.bracket === "end") end = Math.max(end, ink.reachPx) + sidePx;
    else start = Math.min(start, ink.reachPx) - sidePx;
  }
  return [start, end];
}

function isFree(line: readonly Interval[] | undefined, startPx: number, endPx: number): boolean {
  if (line === undefined) return true;
  return line.every(([a, b]) => endPx + CLEAR_PX <= a || startPx >= b + CLEAR_PX);
}

function inksFree(lines: readonly Interval[][], candidate: Candidate, line: number): boolean {
  return candidate.inks.every(([start, end], i) => isFree(lines[line + i * candidate.stride], start, end));
}

function occupy(lines: Interval[][], line: number, interval: Interval): void {
  while (lines.length <= line) lines.push([]);
  lines[line]?.push(interval);
}

function occupyInks(lines: Interval[][], candidate: Candidate, line: number): void {
  candidate.inks.forEach((ink, i) => {
    occupy(lines, line + i * candidate.stride, ink);
  });
}

function placeInk(lines: Interval[][], candidate: Candidate): number {
  let line = 0;
  while (!inksFree(lines, candidate, line)) line++;
  occupyInks(lines, candidate, line);
  return line;
}

function finish(candidate: Candidate, line: number, label: PackedLabel | null): PackedItem {
  return {
    glyph: candidate.glyph,
    bars: candidate.bars,
    form: candidate.form,
    countText: candidate.countText,
    bracket: candidate.bracket,
    line,
    label,
  };
}

function placeWithLabel(lines: Interval[][], candidate: Candidate, options: PackOptions): PackedItem {
  const texts = textsOf(candidate, options);
  for (const text of texts) {
    for (let line = 0; line < lines.length; line++) {
      const label = inksFree(lines, candidate, line) ? trySlots(lines, candidate, { line, text, options }) : null;
      if (label === null) continue;
      occupyInks(lines, candidate, line);
      if (label.place !== "inside") occupy(lines, line, [label.xPx, label.xPx + label.widthPx]);
      return finish(candidate, line, label);
    }
  }
  let line = lines.length;
  while (line > 0 && inksFree(lines, candidate, line - 1) && (lines[line - 1]?.length ?? 0) === 0) line--;
  occupyInks(lines, candidate, line);
  return finish(candidate, line, placeLabel(lines, candidate, { line, options }));
}

function textsOf(candidate: Candidate, options: PackOptions): Measured[] {
  const { row } = candidate.glyph;
  const weight = row === options.selectedRow ? 650 : 400;
  let texts = options.texts.get(row);
  if (texts === undefined) {
    texts = labelTexts(options.store, candidate.glyph, { row, words: options.words });
    options.texts.set(row, texts);
  }
  return texts.map((text) => ({ text, weight, widthPx: options.metrics.width(text, LABEL_SIZE_PX, weight) }));
}

interface Measured {
  readonly text: string;
  readonly weight: number;
  readonly widthPx: number;
}

interface SlotOptions {
  readonly line: number;
  readonly text: Measured;
  readonly options: PackOptions;
}

interface Slot {
  readonly place: PackedLabel["place"];
  readonly startPx: number;
  readonly endPx: number;
}

/** Where the words may stand: inside a pale bar, then after it, then before it; inside a series only when nothing else is left. */
function slots(candidate: Candidate, options: PackOptions): readonly Slot[] {
  const { scale } = options;
  const ink = candidate.inks[0] as Interval;
  const inside = insideSlot(candidate);
  const outside: readonly Slot[] = [
    { place: "end", startPx: ink[1] + LABEL_GAP_PX, endPx: scale.endPx + GUTTER_PX },
    { place: "start", startPx: scale.startPx + 2, endPx: ink[0] - LABEL_GAP_PX },
  ];
  if (inside === null) return outside;
  return candidate.bars[0]?.ticksPx.length === 0 ? [inside, ...outside] : [...outside, inside];
}

function insideSlot(candidate: Candidate): Slot | null {
  const first = candidate.bars[0];
  if (first === undefined || candidate.bars.length > 1 || candidate.form !== "bar" || first.stated !== null)
    return null;
  if (first.alpha > INSIDE_MAX_ALPHA || candidate.glyph.outline === "struck") return null;
  const lead = first.start === "cap" ? 8 : first.start === "beyond" ? 20 : Math.min(first.startFadePx + 2, 26);
  const tail = first.end === "cap" ? 6 : Math.min(first.endFadePx, 16) + 6;
  return { place: "inside", startPx: first.xPx + lead, endPx: first.xPx + first.widthPx - tail };
}

function trySlots(lines: readonly Interval[][], candidate: Candidate, slot: SlotOptions): PackedLabel | null {
  const { line, text, options } = slot;
  const full = text.text;
  for (const { place, startPx, endPx } of slots(candidate, options)) {
    if (endPx - startPx < text.widthPx) continue;
    const xPx = place === "start" ? endPx - text.widthPx : startPx;
    if (place === "inside" || isFree(lines[line], xPx, xPx + text.widthPx)) {
      return { xPx, widthPx: text.widthPx, text: full, full, place };
    }
  }
  return null;
}

/** Puts words into the free room of a line that is already taken by the ink; shortens them only when nothing fits whole. */
function placeLabel(
  lines: Interval[][],
  candidate: Candidate,
  at: { readonly line: number; readonly options: PackOptions },
): PackedLabel | null {
  const texts = textsOf(candidate, at.options);
  for (const text of texts) {
    const label = trySlots(lines, candidate, { line: at.line, text, options: at.options });
    if (label === null) continue;
    if (label.place !== "inside") occupy(lines, at.line, [label.xPx, label.xPx + label.widthPx]);
    return label;
  }
  const shortest = texts[texts.length - 1];
  return shortest === undefined ? null : cutLabel(lines, candidate, { ...at, text: shortest });
}

function cutLabel(lines: Interval[][], candidate: Candidate, slot: SlotOptions): PackedLabel | null {
  const { line, text, options } = slot;
  const taken = lines[line] ?? [];
  const rooms = slots(candidate, options).map((room) => {
    if (room.place === "inside") return room;
    const own = candidate.inks[0] as Interval;
    const others = taken.filter((interval) => interval !== own);
    if (room.place === "end") {
      const wall = Math.min(...others.filter(([a]) => a >= own[1]).map(([a]) => a - CLEAR_PX), room.endPx);
      return { ...room, endPx: wall };
    }
    const wall = Math.max(...others.filter(([, b]) => b <= own[0]).map(([, b]) => b + CLEAR_PX), room.startPx);
    return { ...room, startPx: wall };
  });
  const best = rooms.reduce((a, b) => (b.endPx - b.startPx > a.endPx - a.startPx + 20 ? b : a));
  const cut = cutToFit(text.text, best.endPx - best.startPx, {
    metrics: options.metrics,
    locale: options.words.locale,
    weight: text.weight,
  });
  if (cut === null || best.endPx - best.startPx < 40) return null;
  const widthPx = options.metrics.width(cut, LABEL_SIZE_PX, text.weight);
  const xPx = best.place === "start" ? best.endPx - widthPx : best.startPx;
  if (best.place !== "inside") occupy(lines, line, [xPx, xPx + widthPx]);
  return { xPx, widthPx, text: cut, full: text.text, place: best.place };
}
