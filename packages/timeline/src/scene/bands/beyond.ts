import { CHROME_PX, words } from "../paint/paint-mark.ts";
import type { SceneInput } from "../scene-input.ts";
import type { BeyondBox, Primitive } from "../types.ts";

/** Height of the line, so that its words make targets of 24 px. */
export const BEYOND_PX = 24;
/** Room beside the words, as large as the padding of a button and its distance from the frame. */
const AIR_PX = 30;
const TEXT_PX = 11.5;

/** Width that the words before the view take in the gutter of lane names, however many records are there. */
export function beforePx(input: SceneInput, shown: number): number {
  return input.metrics.width(input.words.t("timeline.before", { n: shown }), TEXT_PX) + AIR_PX;
}

/** Lays out the line; `topPx` is its upper edge. */
export function layBeyond(
  input: SceneInput,
  counts: { readonly before: number; readonly after: number },
  topPx: number,
): BeyondBox | null {
  if (counts.before + counts.after === 0) return null;
  const text = (key: string, n: number): string => (n === 0 ? "" : input.words.t(key, { n }));
  return {
    before: text("timeline.before", counts.before),
    after: text("timeline.after", counts.after),
    xPx: 0,
    yPx: topPx,
    widthPx: input.widthPx,
    heightPx: BEYOND_PX,
  };
}

/** Width that the words after the view take at the inline end. */
export function afterPx(input: SceneInput, beyond: BeyondBox | null): number {
  return beyond === null || beyond.after === "" ? 0 : input.metrics.width(beyond.after, TEXT_PX) + AIR_PX;
}

/** The words as strokes, for a picture without a page around it. */
export function paintBeyond(beyond: BeyondBox, input: SceneInput): Primitive[] {
  const rtl = input.words.dir === "rtl";
  const y = beyond.yPx + BEYOND_PX / 2 + 4;
  const look = { fill: "ink2", rtl } as const;
  const out: Primitive[] = [];
  if (beyond.before !== "") out.push(words(beyond.before, CHROME_PX, y, look));
  if (beyond.after !== "") out.push(words(beyond.after, beyond.widthPx - 16, y, { ...look, anchor: "right" }));
  return out;
}
