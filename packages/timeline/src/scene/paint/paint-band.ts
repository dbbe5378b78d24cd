import { paintTile, steadyPx, steadyPxPerMs } from "../bands/band-tile.ts";
import type { BandLook, LaneBand } from "../bands/band-types.ts";
import { columnTime } from "../bands/column-words.ts";
import type { SceneInput } from "../scene-input.ts";
import type { LaneBox, Primitive } from "../types.ts";
import { line, words } from "./paint-mark.ts";

/** Below this height a band has neither words nor a scale. */
const WORDS_FROM_PX = 34;
const SCALE_FROM_PX = 56;
const WORDS_PX = 14;
/**
 * A lane of very many records: dark what lies surely in the column, pale on top of it what only may. The columns stand on whole
 * pixels, so that neighbours neither overlap nor leave a seam, and move by whole pixels when the view is panned.
 */
export function paintBand(
  lane: LaneBox,
  band: LaneBand,
  { input, headerPx }: { readonly input: SceneInput; readonly headerPx: number },
): Primitive[] {
  const token = lane.style === null ? "ink2" : lane.style.token;
  const dark = lane.style === null ? "ink" : `${token}-line`;
  const hasWords = lane.heightPx - headerPx >= WORDS_FROM_PX;
  const baseY = Math.round(lane.yPx + lane.heightPx) - 1;
  const roomPx = lane.heightPx - headerPx - (hasWords ? WORDS_PX : 3);
  const unitPx = roomPx / Math.max(lane.peak, 1e-9);
  const pxPerMs = steadyPxPerMs(lane.widthPx / Math.max(input.view.endMs - input.view.startMs, 1));
  const shiftPx = Math.round(input.view.startMs * pxPerMs - lane.xPx);
  const look: BandLook = { pxPerMs, unitPx, baseY, sure: dark, possible: token };
  const out: Primitive[] = [];
  const peak =
    hasWords && band.highest !== null
      ? paintPeak(lane, band.highest, { input, baseY, unitPx, headerPx, pxPerMs, shiftPx })
      : [];
  const scale = lane.heightPx - headerPx >= SCALE_FROM_PX ? paintScale(lane, input, { baseY, unitPx, peak }) : null;
  if (scale !== null) out.push(scale.line);
  for (const tile of band.tiles) {
    const parts = paintTile(tile, look);
    if (parts.length === 0) continue;
    out.push({ t: "band", x: steadyPx(tile.bins.edgesMs[0] as number, pxPerMs) - shiftPx, dir: 1, parts });
  }
  if (scale !== null) out.push(scale.words);
  return [...out, ...peak];
}

/** Words that stand from left to right of their places. */
function touches(a: Primitive, b: Primitive, { metrics }: SceneInput): boolean {
  if (a.t !== "text" || b.t !== "text") return false;
  const endPx = (one: typeof a): number => one.x + metrics.width(one.text, one.size, one.weight) + 4;
  return Math.abs(a.y - b.y) < 12 && a.x < endPx(b) && b.x < endPx(a);
}

interface Ground {
  readonly baseY: number;
  readonly unitPx: number;
}

/** One line at a round number, so that heights can be read; its number stands at the end that is farther from the highest column. */
function paintScale(
  lane: LaneBox,
  input: SceneInput,
  { baseY, unitPx, peak }: Ground & { readonly peak: readonly Primitive[] },
): { readonly line: Primitive; readonly words: Primitive } | null {
  const value = roundBelow(lane.peak);
  if (value < 2) return null;
  const y = Math.round(baseY - value * unitPx) + 0.5;
  const endX = lane.xPx + lane.widthPx;
  const text = input.words.number(value);
  const size = 10.5;
  const ends = [lane.xPx + 3, endX - 3 - input.metrics.width(text, size)];
  const [highest] = peak;
  if (highest?.t === "text" && highest.x < lane.xPx + lane.widthPx / 2) ends.reverse();
  const numbers = ends.map((x) => words(text, x, y - 3, { size, fill: "ink3", halo: "page" }));
  const free = numbers.find((number) => !peak.some((one) => touches(number, one, input)));
  if (free === undefined) return null;
  const across = [
    [lane.xPx, y],
    [endX, y],
  ] as const;
  return { line: line(across, "grid"), words: free };
}

/** 1, 2 or 5 times a power of ten, at most the value. */
function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return ([5, 2, 1].find((factor) => factor * power <= value) ?? 1) * power;
}

/** Names the highest column in view: with its time where there is room, else its number alone. */
function paintPeak(
  lane: LaneBox,
  peak: NonNullable<LaneBand["highest"]>,
  at: Ground & {
    readonly input: SceneInput;
    readonly headerPx: number;
    readonly pxPerMs: number;
    readonly shiftPx: number;
  },
): Primitive[] {
  if (peak.inside < 2) return [];
  const { input, baseY, unitPx, headerPx } = at;
  const startPx = lane.xPx + (headerPx > 0 ? 2 : 0);
  const endPx = lane.xPx + lane.widthPx;
  const n = peak.inside;
  const texts = [input.words.t("timeline.column", { n, range: keptTime(peak, input) }), input.words.number(n)];
  const text = texts.find((one) => input.metrics.width(one, 11, 600) <= endPx - startPx);
  if (text === undefined) return [];
  const widthPx = input.metrics.width(text, 11, 600);
  const middlePx = (steadyPx(peak.startMs, at.pxPerMs) + steadyPx(peak.endMs, at.pxPerMs)) / 2 - at.shiftPx;
  const x = Math.min(Math.max(middlePx - widthPx / 2, startPx), endPx - widthPx);
  const y = Math.max(baseY - (peak.inside + peak.spread) * unitPx - 4, lane.yPx + headerPx + 10.5);
  return [words(text, x, y, { size: 11, weight: 600, halo: "page", rtl: input.words.dir === "rtl" })];
}

const MOST_TIMES = 2_000;

/** The time of a column in words, as long as the language is the same. */
export function keptTime(
  peak: NonNullable<LaneBand["highest"]>,
  input: Pick<SceneInput, "words" | "format" | "kept">,
): string {
  const times = input.kept?.columnTimes;
  const key = `${peak.startMs}/${peak.endMs}`;
  const known = times?.get(key);
  if (known !== undefined) return known;
  const text = columnTime(peak, input);
  if (times !== undefined && times.size >= MOST_TIMES) times.clear();
  times?.set(key, text);
  return text;
}
