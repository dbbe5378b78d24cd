import { columnTime } from "../bands/column-words.ts";
import { SQUARE_PX, squaresAcross } from "../lanes/lane-layout.ts";
import type { SceneInput } from "../scene-input.ts";
import type { FoldColumn, LaneBox, Primitive } from "../types.ts";
import { paintBand } from "./paint-band.ts";
import { rect, words } from "./paint-mark.ts";

/** Room of the words of the highest column. */
const WORDS_PX = 13;

/** Strokes of a folded lane. Hue is the lane's own, or ink where a lane mixes categories. */
export function paintColumns(lane: LaneBox, input: SceneInput, headerPx: number): Primitive[] {
  if (lane.band) return paintBand(lane, lane.band, { input, headerPx });
  return lane.level === "stacks" ? paintStacks(lane, input) : paintDensity(lane, input, headerPx);
}

function paintStacks(lane: LaneBox, input: SceneInput): Primitive[] {
  const token = lane.style?.token ?? "ink2";
  const stroke = lane.style === null ? "ink" : `${token}-line`;
  const baseY = lane.yPx + lane.heightPx - 3;
  const pxPerMs = lane.widthPx / (input.view.endMs - input.view.startMs);
  const out: Primitive[] = [];
  for (const column of lane.columns) {
    const across = squaresAcross(column.widthPx);
    const x = column.xPx + 2;
    // What is spread over the columns is a wash under the squares, from edge to edge: it has no place in the column.
    const washPx = (column.spread * SQUARE_PX ** 2) / ((column.endMs - column.startMs) * pxPerMs);
    const groundY = baseY - Math.max(washPx, column.spread > 0.02 ? 1 : 0);
    if (groundY < baseY) out.push(rect([column.xPx, groundY, column.widthPx, baseY - groundY], token, 0.4));
    if (column.inside === 0) continue;
    const square = (insetPx: number, sizePx: number): Float32Array => {
      const boxes = new Float32Array(4 * column.inside);
      for (let i = 0; i < column.inside; i++) {
        boxes[4 * i] = x + (i % across) * SQUARE_PX + insetPx;
        boxes[4 * i + 1] = groundY - (Math.floor(i / across) + 1) * SQUARE_PX + insetPx;
        boxes[4 * i + 2] = sizePx;
        boxes[4 * i + 3] = sizePx;
      }
      return boxes;
    };
    out.push({ t: "rects", boxes: square(0, SQUARE_PX - 0.8), fill: stroke, alpha: 1 });
    out.push({ t: "rects", boxes: square(0.6, SQUARE_PX - 2), fill: token, alpha: 1 });
    const usedPx = Math.min(across, column.inside) * SQUARE_PX - 0.8;
    const topY = groundY - Math.ceil(column.inside / across) * SQUARE_PX - 3;
    const look = { size: 11, fill: "ink2", anchor: "center" } as const;
    out.push(words(input.words.number(column.inside), x + usedPx / 2, topY, look));
  }
  return out;
}

function paintDensity(lane: LaneBox, input: SceneInput, headerPx: number): Primitive[] {
  const token = lane.style === null ? "ink2" : `${lane.style.token}`;
  const line = lane.style === null ? "ink" : `${lane.style.token}-line`;
  const baseY = lane.yPx + lane.heightPx - 1;
  // The band above the columns is left to the words of the highest one.
  const roomPx = lane.heightPx - headerPx - WORDS_PX;
  let tallest = 1e-9;
  for (const column of lane.columns) tallest = Math.max(tallest, column.inside + column.spread);
  const unitPx = roomPx / tallest;
  const out: Primitive[] = [];
  for (const column of lane.columns) {
    const solidPx = column.inside * unitPx;
    const palePx = column.spread * unitPx;
    const widthPx = column.widthPx > 3 ? column.widthPx - 1 : column.widthPx;
    if (solidPx > 0) out.push(rect([column.xPx, baseY - Math.max(solidPx, 1), widthPx, Math.max(solidPx, 1)], line, 1));
    if (palePx > 0.15) out.push(rect([column.xPx, baseY - solidPx - palePx, widthPx, palePx], token, 0.45));
  }
  return [...out, ...peakWords(lane, input, headerPx)];
}

/** Names the highest column where there is room beside the lane's name: with its time, else its number alone. */
function peakWords(lane: LaneBox, input: SceneInput, headerPx: number): Primitive[] {
  const peak = lane.columns.reduce<FoldColumn | null>(
    (best, column) => (best === null || column.inside > best.inside ? column : best),
    null,
  );
  if (peak === null || peak.inside < 2) return [];
  const n = peak.inside;
  const above = headerPx > 0;
  const countPx = input.metrics.width(input.words.number(lane.shown), 11);
  const startPx = lane.xPx + (above ? 42 + input.metrics.width(lane.name, 12) + countPx : 0);
  const endPx = lane.xPx + lane.widthPx;
  const texts = [input.words.t("timeline.column", { n, range: columnTime(peak, input) }), input.words.number(n)];
  for (const text of texts) {
    const widthPx = input.metrics.width(text, 11, 600);
    const x = Math.min(Math.max(peak.xPx + (peak.widthPx - widthPx) / 2, startPx), endPx - widthPx);
    const free = x >= startPx && x < peak.xPx + peak.widthPx;
    const y = lane.yPx + (above ? 13 : 10.5);
    if (free) return [words(text, x, y, { size: 11, weight: 600, halo: "page", rtl: input.words.dir === "rtl" })];
  }
  return [];
}
