import type { TimeScale } from "../axis/time-scale.ts";
import type { Edge, MarkBar, Reading, TimeGlyph } from "../types.ts";

/** Below this width a doubt cannot be seen, and the shape of the category stands for it. */
export const SHAPE_BELOW_PX = 4.5;
/** How far a bar that runs on beyond the view reaches into the gutter. */
export const GUTTER_PX = 9;
const OPEN_FADE_PX = 34;

/** Alpha of the wash of one moment somewhere inside `widthPx`: the same ink, spread over the doubt. */
export function washAlpha(widthPx: number): number {
  return Math.min(0.85, Math.max(0.2, 0.85 * Math.sqrt(16 / Math.max(widthPx, 1e-9))));
}

/** Length of a side without a bound: long enough to read as open, too short to look measured. */
export function openLengthPx(scale: TimeScale): number {
  return scale.endPx - scale.startPx < 560 ? 60 : 150;
}

/** A reading in pixels along the time axis. */
export type FlatBar = Omit<MarkBar, "yPx" | "heightPx" | "line"> & {
  /** The whole doubt, clipped by nothing; infinite where unbounded. */
  readonly spanPx: number;
};

/** Bars of a reading: one, or one a member of a set. Lengths are clipped to the plot and its gutter. */
export function barsOf(glyph: TimeGlyph, reading: Reading, scale: TimeScale): FlatBar[] {
  if (reading.members.length > 1) return memberBars(glyph, reading, scale);
  const spanPx = (reading.endMs - reading.startMs) * scale.pxPerMs;
  const [rawStart, rawEnd] = extentPx(reading, scale);
  return [clipped(glyph, reading, { scale, rawStart, rawEnd, spanPx, alpha: alphaOf(glyph, reading, spanPx) })];
}

function memberBars(glyph: TimeGlyph, reading: Reading, scale: TimeScale): FlatBar[] {
  const share = reading.all ? 1 : 1 / reading.members.length;
  return reading.members.map(([startMs, endMs]) => {
    const spanPx = (endMs - startMs) * scale.pxPerMs;
    const ink = washAlpha(spanPx) * share;
    const alpha = glyph.outline === "hollow" || glyph.outline === "struck" ? 0 : Math.max(ink, 0.12);
    const member: Reading = { ...reading, startMs, endMs, start: "cap", end: "cap", members: [] };
    return clipped(glyph, member, { scale, rawStart: scale.x(startMs), rawEnd: scale.x(endMs), spanPx, alpha });
  });
}

/** Unbounded sides get a fixed length, but always reach into the view that they may touch. */
function extentPx(reading: Reading, scale: TimeScale): readonly [number, number] {
  const openStart = !Number.isFinite(reading.startMs);
  const openEnd = !Number.isFinite(reading.endMs);
  const lengthPx = openLengthPx(scale);
  if (openStart && openEnd) return [scale.startPx - GUTTER_PX, scale.endPx + GUTTER_PX];
  if (openStart) {
    const end = scale.x(reading.endMs);
    return [Math.min(end, scale.endPx) - lengthPx, end];
  }
  const start = scale.x(reading.startMs);
  if (openEnd) return [start, Math.max(start, scale.startPx) + lengthPx];
  return [start, scale.x(reading.endMs)];
}

function alphaOf(glyph: TimeGlyph, reading: Reading, spanPx: number): number {
  if (glyph.outline === "hollow" || glyph.outline === "struck") return 0;
  if (reading.kind === "throughout" || reading.kind === "instant") return 0.9;
  if (reading.kind === "ongoing") return Number.isFinite(spanPx) ? 0.9 : 0.3;
  if (Number.isFinite(spanPx)) return washAlpha(spanPx);
  return Number.isFinite(reading.startMs) || Number.isFinite(reading.endMs) ? 0.45 : 0.3;
}

interface RawBar {
  readonly scale: TimeScale;
  readonly rawStart: number;
  readonly rawEnd: number;
  readonly spanPx: number;
  readonly alpha: number;
}

function clipped(glyph: TimeGlyph, reading: Reading, raw: RawBar): FlatBar {
  const { scale } = raw;
  const lowPx = scale.startPx - GUTTER_PX;
  const highPx = scale.endPx + GUTTER_PX;
  const bothOpen = !Number.isFinite(reading.startMs) && !Number.isFinite(reading.endMs);
  const cutStart = raw.rawStart < scale.startPx - 0.5 && !bothOpen;
  const cutEnd = raw.rawEnd > scale.endPx + 0.5 && !bothOpen;
  const xPx = clamp(cutStart ? lowPx : raw.rawStart, lowPx, highPx);
  const endPx = clamp(cutEnd ? highPx : raw.rawEnd, xPx, highPx);
  const widthPx = endPx - xPx;
  const start: Edge = cutStart ? "beyond" : reading.start;
  const end: Edge = cutEnd ? "beyond" : reading.end;
  const core = coreFades(reading, scale, { xPx, endPx });
  return {
    xPx,
    widthPx,
    spanPx: raw.spanPx,
    start,
    end,
    startFadePx: cutStart ? 0 : fadePx(start, widthPx, core.start),
    endFadePx: cutEnd ? 0 : fadePx(end, widthPx, core.end),
    alpha: raw.alpha,
    stated: statedPx(reading, scale, { xPx, endPx }),
    ticksPx: ticksPx(glyph, reading, raw),
    by: reading.by,
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** The stretch between a bound and the core: a happening that fills its interval may begin or end anywhere in it. */
function coreFades(
  reading: Reading,
  scale: TimeScale,
  box: { readonly xPx: number; readonly endPx: number },
): { readonly start: number; readonly end: number } {
  const solid = reading.kind === "throughout" && reading.coreStartMs < reading.coreEndMs;
  if (!solid) return { start: 0, end: 0 };
  const start = Number.isFinite(reading.coreStartMs) ? scale.x(reading.coreStartMs) - box.xPx : 0;
  const end = Number.isFinite(reading.coreEndMs) ? box.endPx - scale.x(reading.coreEndMs) : 0;
  const widthPx = box.endPx - box.xPx;
  return { start: clamp(start, 0, widthPx * 0.49), end: clamp(end, 0, widthPx * 0.49) };
}

function fadePx(edge: Edge, widthPx: number, corePx: number): number {
  if (edge === "open" || edge === "unknown") return Math.min(OPEN_FADE_PX, widthPx * 0.45);
  if (edge === "fade") return Math.max(Math.min(widthPx > 200 ? 26 : 16, widthPx * 0.35), corePx);
  return corePx > 2 ? corePx : 0;
}

function statedPx(
  reading: Reading,
  scale: TimeScale,
  box: { readonly xPx: number; readonly endPx: number },
): readonly [number, number] | null {
  if (reading.kind !== "ongoing" || !(reading.coreStartMs < reading.coreEndMs)) return null;
  if (reading.coreStartMs <= reading.startMs && reading.coreEndMs >= reading.endMs) return null;
  const start = clamp(scale.x(reading.coreStartMs), box.xPx, box.endPx);
  const end = clamp(scale.x(reading.coreEndMs), box.xPx, box.endPx);
  if (end <= box.xPx || start >= box.endPx) return null;
  return [start, Math.max(end - start, 3)];
}

/** Ticks stand for the number, evenly spread and at least 5 px apart. */
function ticksPx(glyph: TimeGlyph, reading: Reading, raw: RawBar): readonly number[] {
  if (reading.kind !== "series" || !Number.isFinite(raw.spanPx)) return [];
  const wanted = glyph.count > 0 ? glyph.count : 5;
  const count = Math.max(1, Math.min(wanted, Math.floor(raw.spanPx / 5) - 1));
  const stepPx = raw.spanPx / (count + 1);
  const out: number[] = [];
  for (let i = 1; i <= count && out.length < 1000; i++) {
    const x = raw.rawStart + i * stepPx;
    if (x >= raw.scale.startPx && x <= raw.scale.endPx) out.push(x);
  }
  return out;
}
