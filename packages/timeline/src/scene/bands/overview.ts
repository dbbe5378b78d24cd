import type { AxisCalendar } from "../axis/axis-calendar.ts";
import type { AxisFormat } from "../axis/axis-format.ts";
import { type CalendarStep, civilMonth, stepAtLeast, stepMs } from "../axis/calendar.ts";
import { fullSpan, statedTimes } from "../axis/stated-extent.ts";
import { type TimeScale, timeScale } from "../axis/time-scale.ts";
import { frame, line, rect, words } from "../paint/paint-mark.ts";
import type { SceneInput } from "../scene-input.ts";
import type { SceneKept } from "../scene-kept.ts";
import type { MarkStyle, OverviewBins, OverviewBox, Primitive, SceneStore } from "../types.ts";
import type { BandPart } from "./band-types.ts";
import { withoutLength } from "./column-words.ts";

/** Height of the strip with its axis. */
export const OVERVIEW_PX = 58;
const BARS_PX = 24;
const TEXT_PX = 17;
const HANDLE_PX = 6;

/** Counts all dates by category. Cost: one store histogram a category; keep it until clauses, data or width change. */
export function overviewBins(store: SceneStore, bins: number, stated = statedTimes(store)): OverviewBins | null {
  if (stated.extent === null) return null;
  const { startMs, endMs } = fullSpan(store, stated);
  const inside = store.categories.map(() => new Float64Array(bins));
  const spread = store.categories.map(() => new Float64Array(bins));
  const { outerStartMs, outerEndMs, category, length } = store.columns;
  const passing = store.passing("timeline");
  const perMs = bins / (endMs - startMs);
  let left = 0;
  for (let row = 0; row < length; row++) {
    if (passing[row] === 0) continue;
    const from = (outerStartMs.at(row) - startMs) * perMs;
    const to = (outerEndMs.at(row) - startMs) * perMs;
    const code = category.at(row);
    if (!Number.isFinite(to - from)) left++;
    else addShares(inside[code] as Float64Array, spread[code] as Float64Array, { from, to });
  }
  return { startMs, endMs, inside, spread, left };
}

/** A record inside one bin counts there; a longer one is shared among the bins that it covers. */
function addShares(
  inside: Float64Array,
  spread: Float64Array,
  span: { readonly from: number; readonly to: number },
): void {
  const first = Math.max(0, Math.floor(span.from));
  const last = Math.min(inside.length - 1, Math.max(first, Math.ceil(span.to) - 1));
  if (first === last) {
    inside[first] = (inside[first] as number) + 1;
    return;
  }
  const lengthBins = span.to - span.from;
  for (let bin = first; bin <= last; bin++) {
    const covered = Math.min(span.to, bin + 1) - Math.max(span.from, bin);
    spread[bin] = (spread[bin] as number) + covered / lengthBins;
  }
}

/** Years where they have room, else the finest step with room; the first tick of a year carries its number. */
function stripTicks(scale: TimeScale, format: AxisFormat): { xPx: number; label: string }[] {
  const year: CalendarStep = { unit: "year", count: 1 };
  const step = stepMs(year) * scale.pxPerMs >= 40 ? year : stepAtLeast(64 / scale.pxPerMs);
  const fine = step.unit === "year" && stepMs(year) * scale.pxPerMs > 420 ? stepAtLeast(90 / scale.pxPerMs) : step;
  const { wallMs } = scale.calendar.time;
  return scale.calendar.boundaries(scale.view.startMs, scale.view.endMs, fine).map((ms) => {
    const wall = wallMs(ms);
    const newYear = fine.unit === "month" && civilMonth(wall).month === 0;
    const newMonth =
      (fine.unit === "week" || fine.unit === "day") && civilMonth(wall).month !== civilMonth(wall - stepMs(fine)).month;
    const label = newYear
      ? format.tick(ms, year)
      : newMonth
        ? format.heading(ms, { unit: "month", count: 1 }, false)
        : format.tick(ms, fine);
    return { xPx: scale.x(ms), label };
  });
}

/** Lays out and paints the strip with its brush, its words and its handles. */
export function layOverview(
  bins: OverviewBins,
  place: {
    readonly input: SceneInput;
    readonly startPx: number;
    readonly endPx: number;
    readonly topPx: number;
    readonly styles: readonly MarkStyle[];
    readonly format: AxisFormat;
    readonly calendar: AxisCalendar;
  },
): { readonly box: OverviewBox; readonly items: Primitive[] } {
  const { input, startPx, endPx, topPx } = place;
  const scale = timeScale({ startMs: bins.startMs, endMs: bins.endMs }, startPx, endPx, place.calendar);
  const brush = input.brush ?? input.view;
  const clampX = (ms: number): number => Math.min(Math.max(scale.x(ms), startPx), endPx);
  const brushPx = [clampX(brush.startMs), Math.max(clampX(brush.endMs), clampX(brush.startMs) + 3)] as const;
  const note = bins.left > 0 ? input.words.t("timeline.not-in-strip", { n: bins.left }) : "";
  const text = input.words.range(brush.startMs, brush.endMs);
  const barsTop = topPx + TEXT_PX;
  const baseY = barsTop + BARS_PX;
  const { parts, ground } = keptBars(bins, { ...place, baseY, scale }, input.kept);
  const items: Primitive[] = [{ t: "band", x: 0, dir: 1, parts }, ...ground];
  items.push(...brushStrokes(brushPx, { startPx, endPx, barsTop, baseY }));
  items.push(...captions({ text, note, brushPx, place }));
  const box: OverviewBox = {
    xPx: startPx,
    yPx: topPx,
    widthPx: endPx - startPx,
    heightPx: OVERVIEW_PX,
    startMs: bins.startMs,
    endMs: bins.endMs,
    brushPx,
    brushMs: [brush.startMs, brush.endMs],
    text,
    note,
  };
  return { box, items };
}

type Ground = Parameters<typeof bars>[1] & {
  readonly scale: TimeScale;
  readonly format: AxisFormat;
  readonly input: SceneInput;
};

/** The same bars, and the same line with its ticks, as in the last frame where nothing moved them. */
function keptBars(
  bins: OverviewBins,
  place: Ground,
  kept: SceneKept | undefined,
): Pick<NonNullable<SceneKept["bars"]>, "parts" | "ground"> {
  const { startPx, endPx, baseY, styles } = place;
  // Letters that arrive late have other widths.
  const letterPx = place.input.metrics.width("0", 11.5);
  const name = [startPx, endPx, baseY, letterPx].join(" ");
  const known = kept?.bars;
  if (known?.bins === bins && known.place === name && known.styles === styles) return known;
  const made = { bins, place: name, styles, parts: bars(bins, place), ground: groundOf(place) };
  if (kept !== undefined) kept.bars = made;
  return made;
}

function groundOf({ scale, format, input, startPx, endPx, baseY }: Ground): readonly Primitive[] {
  const from = (x: number, y: number, to: readonly [number, number]) => [[x, y], to] as const;
  const out: Primitive[] = [line(from(startPx, baseY + 0.5, [endPx, baseY + 0.5]), "rule")];
  for (const tick of stripTicks(scale, format)) {
    out.push(line(from(tick.xPx, baseY, [tick.xPx, baseY + 5]), "ink2"));
    const fits = tick.xPx + 4 + input.metrics.width(tick.label, 11.5) <= endPx + 8;
    if (fits) out.push(words(tick.label, tick.xPx + 4, baseY + 13, { fill: "ink2" }));
  }
  return out;
}

function bars(
  bins: OverviewBins,
  place: {
    readonly startPx: number;
    readonly endPx: number;
    readonly baseY: number;
    readonly styles: readonly MarkStyle[];
  },
): BandPart[] {
  const length = bins.inside[0]?.length ?? 0;
  const columnPx = (place.endPx - place.startPx) / Math.max(length, 1);
  let tallest = 1;
  for (let bin = 0; bin < length; bin++) {
    let sum = 0;
    for (let c = 0; c < bins.inside.length; c++) sum += (bins.inside[c]?.[bin] ?? 0) + (bins.spread[c]?.[bin] ?? 0);
    tallest = Math.max(tallest, sum);
  }
  const inks = new Map<string, Ink>();
  for (const part of ["inside", "spread"] as const) {
    place.styles.forEach(({ token }, c) => {
      const key = `${part} ${token}`;
      const ink = inks.get(key) ?? { token, alpha: part === "inside" ? 1 : 0.5, values: new Float64Array(length) };
      inks.set(key, ink);
      const own = bins[part][c];
      if (own !== undefined)
        for (let bin = 0; bin < length; bin++) ink.values[bin] = at(ink.values, bin) + at(own, bin);
    });
  }
  const topY = new Float64Array(length).fill(place.baseY);
  return [...inks.values()].map((ink): BandPart => {
    const boxes = inkBoxes(ink, { ...place, columnPx, unitPx: (BARS_PX - 2) / tallest, topY });
    return { boxes, fill: ink.token, alpha: ink.alpha };
  });
}

/** What categories of one colour say of the bins. */
interface Ink {
  readonly token: string;
  readonly alpha: number;
  readonly values: Float64Array;
}

function at(values: Float64Array, bin: number): number {
  return values[bin] as number;
}

/** One colour of all columns, on whole pixels, standing on what is there already. */
function inkBoxes(
  { values, alpha }: Ink,
  on: { readonly startPx: number; readonly columnPx: number; readonly unitPx: number; readonly topY: Float64Array },
): Float32Array {
  const { startPx, columnPx, unitPx, topY } = on;
  const gapPx = columnPx > 4 ? 1 : 0;
  const boxes: number[] = [];
  for (let bin = 0; bin < values.length; bin++) {
    const value = at(values, bin);
    if (!(value > 0.004)) continue;
    const heightPx = Math.max(value * unitPx, alpha === 1 ? 1.6 : 0.9);
    topY[bin] = at(topY, bin) - heightPx;
    const leftPx = Math.round(startPx + bin * columnPx);
    const widthPx = Math.round(startPx + (bin + 1) * columnPx) - leftPx - gapPx;
    boxes.push(leftPx, at(topY, bin), widthPx, heightPx);
  }
  return Float32Array.from(boxes);
}

function brushStrokes(
  brushPx: readonly [number, number],
  strip: { readonly startPx: number; readonly endPx: number; readonly barsTop: number; readonly baseY: number },
): Primitive[] {
  const [a, b] = brushPx;
  const { startPx, endPx, barsTop, baseY } = strip;
  const out: Primitive[] = [
    rect([startPx, barsTop - 2, a - startPx, baseY - barsTop + 2], "page", 0.45),
    rect([b, barsTop - 2, endPx - b, baseY - barsTop + 2], "page", 0.45),
    frame([a, barsTop - 2, b - a, baseY - barsTop + 2.5], "ink", 1.5),
  ];
  for (const x of brushPx) {
    out.push(frame([x - HANDLE_PX / 2, barsTop + 5, HANDLE_PX, 14], "ink", 1.5, [], "panel"));
  }
  return out;
}

function captions(at: {
  readonly text: string;
  readonly note: string;
  readonly brushPx: readonly [number, number];
  readonly place: {
    readonly input: SceneInput;
    readonly startPx: number;
    readonly endPx: number;
    readonly topPx: number;
  };
}): Primitive[] {
  const { metrics, words: say } = at.place.input;
  const { startPx, endPx, topPx } = at.place;
  const [a, b] = at.brushPx;
  let { text } = at;
  if (metrics.width(text, 11.5, 600) > endPx - startPx) text = withoutLength(text);
  const textPx = metrics.width(text, 11.5, 600);
  const rtl = say.dir === "rtl";
  const y = topPx + 10;
  const out: Primitive[] = [];
  const after = b + 10 + textPx <= endPx + 9;
  const before = !after && a - 10 - textPx >= startPx;
  const textX = after ? b + 10 : before ? a - 10 - textPx : Math.max(startPx, endPx - textPx);
  const level = after || before ? y + 5 : y;
  out.push(words(text, textX, level, { weight: 600, rtl, halo: "page" }));
  const notePx = metrics.width(at.note, 11);
  const noteFits = (x: number): boolean =>
    x + notePx <= endPx && (x + notePx + 12 < Math.min(textX, a - 6) || x > Math.max(textX + textPx, b) + 12);
  const noteX = [startPx, endPx - notePx].find(noteFits);
  if (at.note !== "" && noteX !== undefined) out.push(words(at.note, noteX, y, { fill: "ink3", size: 11, rtl }));
  return out;
}
