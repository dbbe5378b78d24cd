import type { TextMetrics, Words } from "@whenwhere/view/pure";
import type { LaneBox, Primitive, TimelineScene, TimeSpan } from "../types.ts";
import { level, rect, words as text } from "./paint-mark.ts";

const SIZE_PX = 11;

type Unpainted = Omit<TimelineScene, "layers">;

interface Paint {
  readonly words: Words;
  readonly metrics: TextMetrics;
  readonly total: string;
  readonly ends: readonly [first: string, last: string] | null;
  readonly brush: TimeSpan | null;
  readonly xOf: (ms: number) => number;
}

/** Turns a laid-out sparkline into strokes, back to front. */
export function paintSparkline(scene: Unpainted, paint: Paint): Primitive[] {
  return [...paintColumns(scene), ...paintBrush(scene, paint), ...paintWords(scene, paint)];
}

function paintColumns({ lanes, plot, axis }: Unpainted): Primitive[] {
  const { columns, peak } = lanes[0] as LaneBox;
  const unitPx = plot.heightPx / Math.max(peak, 1e-9);
  const sure: number[] = [];
  const possible: number[] = [];
  for (const column of columns) {
    const leftPx = Math.round(column.xPx);
    const columnPx = Math.max(Math.round(column.xPx + column.widthPx) - leftPx - 1, 1);
    // The least that can be seen is owed to a record that is there, not to a sliver of one.
    const surePx = column.inside > 0 ? Math.max(column.inside * unitPx, 1.5) : 0;
    const palePx = Math.max(column.spread * unitPx, column.spread > 0.02 ? 1 : 0);
    if (surePx > 0) sure.push(leftPx, axis.yPx - surePx, columnPx, surePx);
    if (palePx > 0) possible.push(leftPx, axis.yPx - surePx - palePx, columnPx, palePx);
  }
  const y = axis.yPx + 0.5;
  return [
    { t: "rects", boxes: Float32Array.from(possible), fill: "ink2", alpha: 0.45 },
    { t: "rects", boxes: Float32Array.from(sure), fill: "ink", alpha: 1 },
    level(y, [plot.xPx, plot.xPx + plot.widthPx], "rule"),
  ];
}

function paintBrush({ plot, axis }: Unpainted, { brush, xOf }: Paint): Primitive[] {
  if (brush === null) return [];
  const endPx = plot.xPx + plot.widthPx;
  const within = (ms: number): number => Math.min(Math.max(xOf(ms), plot.xPx), endPx);
  const [a, b] = [within(brush.startMs), within(brush.endMs)];
  const veil = (fromPx: number, toPx: number): Primitive[] =>
    toPx > fromPx ? [rect([fromPx, plot.yPx, toPx - fromPx, plot.heightPx], "page", 0.6)] : [];
  return [...veil(plot.xPx, a), ...veil(b, endPx), rect([a, axis.yPx - 1, Math.max(b - a, 2), 3], "ink")];
}

function paintWords(scene: Unpainted, { words, metrics, total, ends }: Paint): Primitive[] {
  const rtl = words.dir === "rtl";
  const { plot } = scene;
  const head = text(total, plot.xPx, 12, { size: 12, weight: 650, rtl });
  if (ends === null) return [head];
  const [first, last] = ends;
  const y = scene.heightPx - 4;
  const look = { size: SIZE_PX, fill: "ink2", rtl } as const;
  const bothPx = metrics.width(first, SIZE_PX) + metrics.width(last, SIZE_PX) + 14;
  // A single date, and two that would run into each other, are said once.
  if (first === last || bothPx > plot.widthPx) return [head, text(first, plot.xPx, y, look)];
  return [head, text(first, plot.xPx, y, look), text(last, plot.xPx + plot.widthPx, y, { ...look, anchor: "right" })];
}
