import { columnTime } from "./column-words.ts";
import { line, words } from "./paint-mark.ts";
import type { SceneInput } from "./scene-input.ts";
import type { FoldColumn, LaneBox, Primitive } from "./types.ts";

/** Below this height a band has neither words nor a scale. */
const WORDS_FROM_PX = 34;
const SCALE_FROM_PX = 56;
const WORDS_PX = 14;
/** Columns narrower than this stand side by side without a gap, as one outline. */
const GAP_FROM_PX = 4;

/**
 * A lane of very many records: dark what lies surely in the column, pale on top of it what only may. The columns stand on whole
 * pixels, so that neighbours neither overlap nor leave a seam.
 */
export function paintBand(lane: LaneBox, input: SceneInput, headerPx: number): Primitive[] {
  const token = lane.style === null ? "ink2" : lane.style.token;
  const dark = lane.style === null ? "ink" : `${token}-line`;
  const hasWords = lane.heightPx - headerPx >= WORDS_FROM_PX;
  const baseY = Math.round(lane.yPx + lane.heightPx) - 1;
  const roomPx = lane.heightPx - headerPx - (hasWords ? WORDS_PX : 3);
  const unitPx = roomPx / Math.max(lane.peak, 1e-9);
  const { columns } = lane;
  const sure = new Float32Array(4 * columns.length);
  const possible = new Float32Array(4 * columns.length);
  columns.forEach((column, i) => {
    const startPx = Math.round(column.xPx);
    const endPx = Math.round(column.xPx + column.widthPx);
    const widthPx = endPx - startPx >= GAP_FROM_PX ? endPx - startPx - 1 : endPx - startPx;
    // One record among thousands still leaves a trace.
    const surePx = column.inside > 0 ? Math.max(column.inside * unitPx, 1) : 0;
    const palePx = column.spread * unitPx;
    const at = 4 * i;
    sure[at] = possible[at] = startPx;
    sure[at + 1] = baseY - surePx;
    sure[at + 2] = widthPx;
    sure[at + 3] = surePx;
    if (palePx <= 0.15) return;
    possible[at + 1] = baseY - surePx - palePx;
    possible[at + 2] = widthPx;
    possible[at + 3] = palePx;
  });
  const out: Primitive[] = [];
  const [scaleLine, ...scaleWords] =
    lane.heightPx - headerPx >= SCALE_FROM_PX ? paintScale(lane, input, { baseY, unitPx }) : [];
  if (scaleLine !== undefined) out.push(scaleLine);
  out.push(
    { t: "rects", boxes: possible, fill: token, alpha: 0.45 },
    { t: "rects", boxes: sure, fill: dark, alpha: 1 },
  );
  out.push(...scaleWords);
  if (hasWords) out.push(...paintPeak(lane, input, { baseY, unitPx, headerPx }));
  return out;
}

interface Ground {
  readonly baseY: number;
  readonly unitPx: number;
}

/** One line at a round number, so that heights can be read. */
function paintScale(lane: LaneBox, input: SceneInput, { baseY, unitPx }: Ground): Primitive[] {
  const value = roundBelow(lane.peak);
  if (value < 2) return [];
  const y = Math.round(baseY - value * unitPx) + 0.5;
  const endX = lane.xPx + lane.widthPx;
  const text = input.words.number(value);
  return [
    line(
      [
        [lane.xPx, y],
        [endX, y],
      ],
      "grid",
    ),
    words(text, lane.xPx + 3, y - 3, { size: 10.5, fill: "ink3", halo: "page" }),
  ];
}

/** 1, 2 or 5 times a power of ten, at most the value. */
function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return ([5, 2, 1].find((factor) => factor * power <= value) ?? 1) * power;
}

/** Names the highest column in view: with its time where there is room, else its number alone. */
function paintPeak(
  lane: LaneBox,
  input: SceneInput,
  { baseY, unitPx, headerPx }: Ground & { readonly headerPx: number },
): Primitive[] {
  const peak = lane.columns.reduce<FoldColumn | null>(
    (best, column) => (best === null || column.inside > best.inside ? column : best),
    null,
  );
  if (peak === null || peak.inside < 2) return [];
  const startPx = lane.xPx + (headerPx > 0 ? 2 : 0);
  const endPx = lane.xPx + lane.widthPx;
  const n = peak.inside;
  const texts = [input.words.t("timeline.column", { n, range: columnTime(peak, input) }), input.words.number(n)];
  const text = texts.find((one) => input.metrics.width(one, 11, 600) <= endPx - startPx);
  if (text === undefined) return [];
  const widthPx = input.metrics.width(text, 11, 600);
  const x = Math.min(Math.max(peak.xPx + (peak.widthPx - widthPx) / 2, startPx), endPx - widthPx);
  const y = Math.max(baseY - (peak.inside + peak.spread) * unitPx - 4, lane.yPx + headerPx + 10.5);
  return [words(text, x, y, { size: 11, weight: 600, halo: "page", rtl: input.words.dir === "rtl" })];
}
