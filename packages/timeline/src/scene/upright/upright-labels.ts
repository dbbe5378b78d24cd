import { type LabelRanks, labelOrder } from "../labels/label-priority.ts";
import { cutToFit, isRtlLabel, LABEL_SIZE_PX, labelTexts } from "../labels/label-text.ts";
import type { SceneInput } from "../scene-input.ts";
import type { Box, MarkLabel, TimeGlyph, TimeMark } from "../types.ts";
import { createRoom, GAP_PX, HEIGHT_PX, type Room } from "./upright-room.ts";
import { isRival, speakersOf } from "./upright-speakers.ts";

/** Words shorter than this say nothing. */
const LEAST_PX = 48;
/** More marks than this are too close for words. */
const MOST_MARKS = 400;
/** Places along a bar at which its words are tried, and the way from one to the next. */
const TRIES = 6;
const STEP_PX = 8;
/** From the end of the longest of rival readings to the outer side of their bracket. */
const BRACKET_PX = 18;

interface Ground {
  readonly input: SceneInput;
  readonly ranks: LabelRanks;
  readonly glyphOf: (row: number) => TimeGlyph;
  /** Where words may stand. */
  readonly plot: Box;
  /** What they must not touch beside the marks: folded lanes, words of notes. */
  readonly taken: readonly Box[];
}

/**
 * Words of marks whose time runs downward: upright, after the mark or else before it, at the height of a shape or wherever along
 * a bar there is room, its upper end first. They may reach over other lanes where nothing stands. Law: they touch neither each
 * other nor a mark.
 */
export function uprightLabels(marks: readonly TimeMark[], ground: Ground): readonly TimeMark[] {
  if (marks.length > MOST_MARKS) return marks;
  const room = createRoom(ground);
  for (const mark of marks) for (const bar of inkOf(mark)) room.take(bar);
  const speakers = marks.map((mark) => (isRival(mark) ? speakersOfMark(mark, room, ground) : null));
  const labels: (MarkLabel | null)[] = marks.map(() => null);
  const rows = marks.map((mark) => mark.row);
  const order = labelOrder(rows, ground.ranks);
  const isFirst = (i: number): boolean => rows[i] === ground.ranks.selectedRow || marks[i]?.form === "shape";
  // Words of a shape have one height, those of a bar many.
  for (const i of [...order.filter(isFirst), ...order.filter((one) => !isFirst(one))]) {
    const label = labelOf(marks[i] as TimeMark, room, ground);
    if (label !== null) room.take(label);
    labels[i] = label;
  }
  return marks.map((mark, i) => {
    const own = speakers[i] ?? null;
    return { ...mark, label: labels[i] ?? null, ...(own === null ? {} : { speakers: own }) };
  });
}

/** Before all titles: bars without their speakers would look like two happenings. */
function speakersOfMark(mark: TimeMark, room: Room, { input, glyphOf, plot }: Ground): readonly MarkLabel[] {
  const { metrics, words } = input;
  const { readings } = glyphOf(mark.row);
  return speakersOf(mark, { readings, room, plot, metrics, locale: words.locale });
}

/** All that a mark covers: its bars, and the sign or number below them. */
export function inkOf(mark: TimeMark): Box[] {
  if (mark.form !== "bar") return [mark];
  const hasMore = mark.uncertain || mark.countText !== null || mark.edges.end === "unknown";
  const bars = mark.bars.map((bar) => ({ ...bar, heightPx: bar.heightPx + (hasMore ? 14 : 0) }));
  return isRival(mark) ? [...bars, ...bars.map((bar) => bracketBox(bar, mark))] : bars;
}

interface Place {
  readonly yPx: number;
  readonly side: "start" | "end";
  readonly roomPx: number;
}

function labelOf(mark: TimeMark, room: Room, { input, glyphOf, ranks, plot }: Ground): MarkLabel | null {
  const { metrics, words } = input;
  const texts = textsOf(mark.row, input, glyphOf).filter((text) => text !== "");
  const weight = mark.row === ranks.selectedRow ? 650 : 400;
  const endPx = mark.xPx + mark.widthPx + GAP_PX;
  const startPx = mark.xPx - GAP_PX;
  // Beside rival readings words stand beside the outer one, not beside the air before or after it.
  const rivals = isRival(mark) ? mark.bars : [];
  const places: readonly Place[] = [
    ...heightsOf(mark, plot, rivals[rivals.length - 1]).map((yPx) => ({
      yPx,
      side: "end" as const,
      roomPx: room.after(endPx, yPx),
    })),
    ...heightsOf(mark, plot, rivals[0]).map((yPx) => ({
      yPx,
      side: "start" as const,
      roomPx: room.before(startPx, yPx),
    })),
  ];
  const put = (text: string, { yPx, side }: Place): MarkLabel => {
    const full = texts.includes(text) ? text : (texts[texts.length - 1] as string);
    const widthPx = metrics.width(text, LABEL_SIZE_PX, weight);
    const xPx = side === "end" ? endPx : startPx - widthPx;
    return { xPx, yPx, widthPx, heightPx: HEIGHT_PX, text, full, place: side, rtl: isRtlLabel(full, words.dir) };
  };
  for (const text of texts) {
    const widthPx = metrics.width(text, LABEL_SIZE_PX, weight);
    const place = places.find(({ roomPx }) => roomPx >= widthPx);
    if (place !== undefined) return put(text, place);
  }
  const best = places.reduce((a, b) => (b.roomPx > a.roomPx + 20 ? b : a));
  const shortest = texts[texts.length - 1];
  if (shortest === undefined || best.roomPx < LEAST_PX) return null;
  const cut = cutToFit(shortest, best.roomPx, { metrics, locale: words.locale, weight });
  return cut === null ? null : put(cut, best);
}

function heightsOf(mark: TimeMark, plot: Box, beside: Box = mark): readonly number[] {
  if (mark.form !== "bar") return [mark.yPx + (mark.heightPx - HEIGHT_PX) / 2];
  const topPx = Math.max(beside.yPx, plot.yPx);
  const endPx = Math.min(beside.yPx + beside.heightPx, plot.yPx + plot.heightPx) - HEIGHT_PX;
  if (endPx <= topPx) return [(topPx + endPx) / 2];
  const count = Math.min(Math.floor((endPx - topPx) / STEP_PX) + 1, TRIES);
  return Array.from({ length: count }, (_, i) => topPx + i * STEP_PX);
}

function textsOf(row: number, input: SceneInput, glyphOf: (row: number) => TimeGlyph): readonly string[] {
  const known = input.labels?.get(row);
  if (known !== undefined) return known;
  const texts = labelTexts(input.store, glyphOf(row), { row, words: input.words });
  input.labels?.set(row, texts);
  return texts;
}

/** The line from a bar of rival readings down to the bracket below the longest of them, and the bracket. */
function bracketBox(bar: Box, { bars }: TimeMark): Box {
  const endPx = Math.max(...bars.map(({ yPx, heightPx }) => yPx + heightPx)) + BRACKET_PX;
  const yPx = bar.yPx + bar.heightPx;
  return { xPx: bar.xPx, widthPx: bar.widthPx, yPx, heightPx: endPx - yPx };
}
