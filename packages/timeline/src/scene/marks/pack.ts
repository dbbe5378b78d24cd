import { labelOrder } from "../labels/label-priority.ts";
import { cutToFit, LABEL_SIZE_PX } from "../labels/label-text.ts";
import { labelsInRoom, textsOfRow } from "../labels/labels-in-room.ts";
import type { PackedLabel } from "../labels/packed-label.ts";
import { isTallText } from "../labels/tall-text.ts";
import { createLineRoom, type LineRoom } from "../lanes/line-room.ts";
import type { TimeGlyph } from "../types.ts";
import { type FlatBar, GUTTER_PX } from "./bar.ts";
import {
  type Bracket,
  type Candidate,
  candidateOf,
  type Interval,
  insideRoom,
  type PackOptions,
} from "./pack-candidate.ts";
import { edgePx, type LaneMemory } from "./pack-memory.ts";

const LABEL_GAP_PX = 7;
const CLEAR_PX = 6;
/** Words are not cut for less room. */
const LEAST_PX = 56;
/** Pixels are sums, and differ in their last digits from frame to frame. */
const EXACT_PX = 0.001;

/** One record of a lane with its place among the lines of the lane. */
export interface PackedItem {
  readonly glyph: TimeGlyph;
  readonly bars: readonly (FlatBar & { readonly line: number })[];
  readonly form: "shape" | "bar";
  readonly countText: string | null;
  readonly bracket: Bracket;
  /** Line of the first reading, from 0. */
  readonly line: number;
  readonly label: PackedLabel | null;
}

/** A lane's items and the lines that they need. */
export interface LanePacking {
  readonly items: readonly PackedItem[];
  readonly lines: number;
}

/**
 * Greedy first fit in the order given (rising start). Laws: no two inks or labels of one line touch; a record that is remembered keeps
 * its line, and its words unless it is near an edge, as long as the lane needs no further line.
 */
export function packLane(rows: readonly number[], options: PackOptions): LanePacking {
  const candidates = rows.map((row) => candidateOf(options.glyphOf(row), options));
  const { memory } = options;
  const known = memory?.lanes.get(memory.key);
  const packing = known === undefined ? packOnce(candidates, options, null) : packAgain(candidates, options, known);
  memory?.lanes.set(memory.key, memoryOf(packing, options));
  return packing;
}

/** Who comes in takes another line only where the lane would have one anyway; else rather no words than that others move. */
function packAgain(candidates: readonly Candidate[], options: PackOptions, known: LaneMemory): LanePacking {
  const again = packOnce(candidates, options, known);
  if (again.lines <= known.lines) return again;
  const anew = packOnce(candidates, options, null);
  if (anew.lines > known.lines) return again.lines <= anew.lines ? again : anew;
  if (options.labels !== "grow") return anew;
  const frugal = packOnce(candidates, options, { ...known, isFull: true });
  return frugal.lines <= known.lines ? frugal : anew;
}

function memoryOf({ items, lines }: LanePacking, options: PackOptions): LaneMemory {
  const { startPx, endPx } = options.scale;
  const offPx = edgePx(endPx - startPx);
  const lineOf = new Map<number, number>();
  const labels = new Map<number, Pick<PackedLabel, "text" | "place">>();
  for (const { glyph, line, label, bars } of items) {
    lineOf.set(glyph.row, line);
    const isNear = bars.some((bar) => bar.xPx < startPx + offPx || bar.xPx + bar.widthPx > endPx - offPx);
    if (label !== null && label.text === label.full && !isNear) labels.set(glyph.row, label);
  }
  return { lineOf, lines, labels };
}

interface Placed {
  readonly candidate: Candidate;
  readonly line: number;
}

function packOnce(candidates: readonly Candidate[], options: PackOptions, known: LaneMemory | null): LanePacking {
  const lines: LineRoom[] = [];
  const stay = candidates.map((candidate) => stayingLine(lines, candidate, known));
  if (options.labels === "grow") return growLines(lines, candidates, { options, known, stay });
  const placed = candidates.map((candidate, i): Placed => {
    return { candidate, line: stay[i] ?? placeInk(lines, candidate) };
  });
  const labels = labelsOf(lines, placed, { options, known });
  return {
    items: placed.map(({ candidate, line }, i) => finish(candidate, line, labels[i] ?? null)),
    lines: lines.length,
  };
}

/** The line on which a record stood, taken again; null where there is none. */
function stayingLine(lines: LineRoom[], candidate: Candidate, known: LaneMemory | null): number | null {
  const line = known?.lineOf.get(candidate.glyph.row);
  if (line === undefined || !inksFree(lines, candidate, line)) return null;
  occupyInks(lines, candidate, line);
  return line;
}

interface Packing {
  readonly options: PackOptions;
  readonly known: LaneMemory | null;
}

function labelsOf(lines: LineRoom[], placed: readonly Placed[], { options, known }: Packing): (PackedLabel | null)[] {
  if (options.labels === "none") return [];
  const rows = placed.map(({ candidate }) => candidate.glyph.row);
  // What is remembered comes first: it had its room already.
  const order = labelOrder(rows, options.ranks ?? options);
  const stays = (i: number): boolean => known?.labels.has(rows[i] as number) === true;
  const ranked = known === null ? order : [...order.filter(stays), ...order.filter((i) => !stays(i))];
  if (options.labels === "fit") return labelsInRoom(placed, { ranked, known }, options);
  const said = wordsOfInks(placed);
  const labels: (PackedLabel | null)[] = placed.map(() => null);
  for (const i of ranked) {
    const { candidate, line } = placed[i] as Placed;
    labels[i] = placeLabel(lines, candidate, { line, options, said, known });
  }
  return labels;
}

/** Lines are opened for words too. Who stays has its words again before others look for room. */
function growLines(
  lines: LineRoom[],
  candidates: readonly Candidate[],
  { options, known, stay }: Packing & { readonly stay: readonly (number | null)[] },
): LanePacking {
  const items: (PackedItem | undefined)[] = candidates.map((candidate, i) => {
    const line = stay[i];
    if (line === null || line === undefined || !known?.labels.has(candidate.glyph.row)) return undefined;
    return finish(candidate, line, placeLabel(lines, candidate, { line, options, known }));
  });
  candidates.forEach((candidate, i) => {
    const line = stay[i];
    if (items[i] !== undefined) return;
    const isNew = line === null || line === undefined;
    if (isNew && known?.isFull !== true) items[i] = placeWithLabel(lines, candidate, options);
    else {
      const at = isNew ? placeInk(lines, candidate) : line;
      items[i] = finish(candidate, at, placeLabel(lines, candidate, { line: at, options }));
    }
  });
  return { items: items as PackedItem[], lines: lines.length };
}

function isFree(line: LineRoom | undefined, startPx: number, endPx: number): boolean {
  return line === undefined || line.isFree(startPx, endPx);
}

function inksFree(lines: readonly LineRoom[], candidate: Candidate, line: number): boolean {
  for (let i = 0; i < candidate.inks.length; i++) {
    const [start, end] = candidate.inks[i] as Interval;
    if (!isFree(lines[line + i * candidate.stride], start, end)) return false;
  }
  return true;
}

function occupy(lines: LineRoom[], line: number, interval: Interval): void {
  while (lines.length <= line) lines.push(createLineRoom(CLEAR_PX - EXACT_PX));
  lines[line]?.take(interval);
}

function occupyInks(lines: LineRoom[], candidate: Candidate, line: number): void {
  candidate.inks.forEach((ink, i) => {
    occupy(lines, line + i * candidate.stride, ink);
  });
}

function placeInk(lines: LineRoom[], candidate: Candidate): number {
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

function placeWithLabel(lines: LineRoom[], candidate: Candidate, options: PackOptions): PackedItem {
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
  while (line > 0 && inksFree(lines, candidate, line - 1) && lines[line - 1]?.isEmpty !== false) line--;
  occupyInks(lines, candidate, line);
  return finish(candidate, line, placeLabel(lines, candidate, { line, options }));
}

function textsOf(candidate: Candidate, options: PackOptions): Measured[] {
  const { texts, weight } = textsOfRow(candidate, options);
  return texts.map((text) => ({ text, weight, widthPx: options.metrics.width(text, LABEL_SIZE_PX, weight) }));
}

/** Lines whose ink holds words: speakers and counts. */
function wordsOfInks(placed: readonly { readonly candidate: Candidate; readonly line: number }[]): LineRoom[] {
  const said: LineRoom[] = [];
  for (const { candidate, line } of placed) {
    if (candidate.countText === null && candidate.inks.length < 2) continue;
    candidate.inks.forEach((ink, i) => {
      occupy(said, line + i * candidate.stride, ink);
    });
  }
  return said;
}

interface Measured {
  readonly text: string;
  readonly weight: number;
  readonly widthPx: number;
  /** The only place to try; absent: all. */
  readonly place?: PackedLabel["place"];
}

interface SlotOptions {
  readonly line: number;
  readonly text: Measured;
  readonly options: PackOptions;
  /** Words by line where lines are lower than words: neighbours must not touch, and words do not go inside. */
  readonly said?: LineRoom[] | null;
  readonly known?: LaneMemory | null;
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
  const room = insideRoom(candidate);
  return room === null ? null : { place: "inside", startPx: room[0], endPx: room[1] };
}

function trySlots(lines: readonly LineRoom[], candidate: Candidate, slot: SlotOptions): PackedLabel | null {
  const { line, text, options, said = null } = slot;
  const full = text.text;
  for (const { place, startPx, endPx } of slots(candidate, options)) {
    if (text.place !== undefined && text.place !== place) continue;
    if (endPx - startPx < text.widthPx - EXACT_PX || (said !== null && place === "inside")) continue;
    const xPx = place === "start" ? endPx - text.widthPx : startPx;
    const labelEndPx = xPx + text.widthPx;
    const free = (rooms: readonly LineRoom[] | null): boolean =>
      [line - 1, line + 1].every((next) => isFree(rooms?.[next], xPx, labelEndPx));
    // Stacked letters reach into the next rows, where lines are lower than words: there they keep clear of marks too.
    const quiet = free(said) && (said === null || free(lines) || !isTallText(full));
    if (quiet && (place === "inside" || isFree(lines[line], xPx, labelEndPx))) {
      return { xPx, widthPx: text.widthPx, text: full, full, place };
    }
  }
  return null;
}

/** Puts words into the free room of a line that is already taken by the ink; shortens them only when nothing fits whole. */
function placeLabel(lines: LineRoom[], candidate: Candidate, at: Omit<SlotOptions, "text">): PackedLabel | null {
  const texts = textsOf(candidate, at.options);
  for (const text of stayingFirst(texts, candidate, at.known)) {
    const label = trySlots(lines, candidate, { ...at, text });
    if (label === null) continue;
    const taken: Interval = [label.xPx, label.xPx + label.widthPx];
    if (label.place !== "inside") occupy(lines, at.line, taken);
    if (at.said) occupy(at.said, at.line, taken);
    return label;
  }
  if (at.said) return null;
  const shortest = texts[texts.length - 1];
  return shortest === undefined ? null : cutLabel(lines, candidate, { ...at, text: shortest });
}

/** What the record was called, at the place where it was, before all else that it may be called. */
function stayingFirst(texts: readonly Measured[], candidate: Candidate, known: LaneMemory | null = null): Measured[] {
  const before = known?.labels.get(candidate.glyph.row);
  const same = before === undefined ? undefined : texts.find(({ text }) => text === before.text);
  return same === undefined || before === undefined ? [...texts] : [{ ...same, place: before.place }, ...texts];
}

function cutLabel(lines: LineRoom[], candidate: Candidate, slot: SlotOptions): PackedLabel | null {
  const { line, text, options } = slot;
  const taken = lines[line];
  const rooms = slots(candidate, options).map((room) => {
    if (room.place === "inside") return room;
    const own = candidate.inks[0] as Interval;
    if (taken === undefined) return room;
    if (room.place === "end") return { ...room, endPx: Math.min(taken.startAfter(own[1]) - CLEAR_PX, room.endPx) };
    return { ...room, startPx: Math.max(taken.endBefore(own[0]) + CLEAR_PX, room.startPx) };
  });
  const best = rooms.reduce((a, b) => (b.endPx - b.startPx > a.endPx - a.startPx + 20 ? b : a));
  if (best.endPx - best.startPx < LEAST_PX) return null;
  const cut = cutToFit(text.text, best.endPx - best.startPx, {
    metrics: options.metrics,
    locale: options.words.locale,
    weight: text.weight,
  });
  if (cut === null) return null;
  const widthPx = options.metrics.width(cut, LABEL_SIZE_PX, text.weight);
  const xPx = best.place === "start" ? best.endPx - widthPx : best.startPx;
  if (best.place !== "inside") occupy(lines, line, [xPx, xPx + widthPx]);
  return { xPx, widthPx, text: cut, full: text.text, place: best.place };
}
