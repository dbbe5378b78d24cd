import type { TextMetrics } from "@whenwhere/view/pure";
import { cutAndMeasured, LABEL_SIZE_PX } from "./label-text.ts";
import { Occupancy } from "./occupancy.ts";

/** A mark that wants words: where its ink lies, and what it may be called, longest first. */
export interface LabelWish {
  readonly id: number;
  readonly line: number;
  readonly startPx: number;
  readonly endPx: number;
  readonly texts: readonly string[];
  /** Of its letters; default 400. */
  readonly weight?: number;
  /** What it was called in the last frame, and where: tried before all else. */
  readonly before?: { readonly text: string; readonly place: string } | undefined;
}

/** Words that found room, after their mark or before it. */
export interface PlacedLabel {
  readonly id: number;
  readonly line: number;
  readonly xPx: number;
  readonly widthPx: number;
  readonly text: string;
  readonly place: "end" | "start";
}

/** Where words may stand. */
export interface LabelGround {
  readonly startPx: number;
  readonly endPx: number;
  readonly metrics: TextMetrics;
  readonly locale: string;
  /** Ink beside that of the wishes. */
  readonly inks?: readonly Pick<LabelWish, "line" | "startPx" | "endPx">[];
}

/** From the ink to its words, and between any two. */
const GAP_PX = 7;
const CLEAR_PX = 6;
/** Narrower rooms are left empty: a few letters and an ellipsis say nothing. */
const LEAST_PX = 56;

/**
 * Places what fits, in the order of the wishes, and leaves the others out: whole words after the mark, or before it, or the
 * shortest text cut between graphemes. Laws: no words touch an ink or other words of their line; what was placed has the same
 * place wherever its neighbourhood is the same, so moving all marks by a whole number of pixels moves all words by it.
 * Cost: a few words of bits a wish, whatever lies on the lines.
 */
export function placeLabels(wishes: readonly LabelWish[], ground: LabelGround): PlacedLabel[] {
  const { inks = [] } = ground;
  const lines = Math.max(lastLine(wishes), lastLine(inks)) + 1;
  const taken = new Occupancy(lines, ground.startPx, ground.endPx);
  for (const { line, startPx, endPx } of wishes) taken.take(line, startPx, endPx);
  for (const { line, startPx, endPx } of inks) taken.take(line, startPx, endPx);
  const out: PlacedLabel[] = [];
  for (const wish of wishes) {
    const label = placeOne(wish, taken, ground);
    if (label === null) continue;
    taken.take(label.line, label.xPx, label.xPx + label.widthPx);
    out.push(label);
  }
  return out;
}

function lastLine(inks: readonly Pick<LabelWish, "line">[]): number {
  return inks.reduce((last, { line }) => Math.max(last, line), -1);
}

function placeOne(wish: LabelWish, taken: Occupancy, ground: LabelGround): PlacedLabel | null {
  const { line, weight = 400 } = wish;
  const afterPx = wish.endPx + GAP_PX;
  const wallPx = Math.min(taken.nextTaken(line, Math.ceil(wish.endPx)) - CLEAR_PX, ground.endPx);
  const beforePx = wish.startPx - GAP_PX;
  const floorPx = Math.max(taken.lastTaken(line, Math.floor(wish.startPx)) + CLEAR_PX, ground.startPx);
  const roomAfterPx = wallPx - afterPx;
  const roomBeforePx = beforePx - floorPx;
  const { metrics } = ground;
  // What has no room for a few letters is not measured.
  if (Math.max(roomAfterPx, roomBeforePx) < LEAST_PX) return null;
  if (wish.before !== undefined && wish.texts.includes(wish.before.text)) {
    const { text, place } = wish.before;
    const widthPx = metrics.width(text, LABEL_SIZE_PX, weight);
    if (place === "end" && widthPx <= roomAfterPx) return { id: wish.id, line, xPx: afterPx, widthPx, text, place };
    if (place === "start" && widthPx <= roomBeforePx) {
      return { id: wish.id, line, xPx: beforePx - widthPx, widthPx, text, place };
    }
  }
  let lastPx = 0;
  for (const text of wish.texts) {
    const widthPx = metrics.width(text, LABEL_SIZE_PX, weight);
    lastPx = widthPx;
    if (widthPx <= roomAfterPx) return { id: wish.id, line, xPx: afterPx, widthPx, text, place: "end" };
    if (widthPx <= roomBeforePx) return { id: wish.id, line, xPx: beforePx - widthPx, widthPx, text, place: "start" };
  }
  const place = roomBeforePx > roomAfterPx + 20 ? "start" : "end";
  const roomPx = place === "end" ? roomAfterPx : roomBeforePx;
  const shortest = wish.texts[wish.texts.length - 1];
  if (shortest === undefined || roomPx < LEAST_PX) return null;
  const cut = cutAndMeasured(shortest, { maxPx: roomPx, wholePx: lastPx }, { metrics, locale: ground.locale, weight });
  if (cut === null) return null;
  const { text, widthPx } = cut;
  return { id: wish.id, line, xPx: place === "end" ? afterPx : beforePx - widthPx, widthPx, text, place };
}
