import { type TextMetrics, timelineTexts, type Words } from "@whenwhere/view/pure";
import { type AxisFormat, axisFormat } from "./axis/axis-format.ts";
import { timeScale } from "./axis/time-scale.ts";
import type { SparklineCounts } from "./bands/sparkline-counts.ts";
import { mirrorScene } from "./paint/mirror.ts";
import { paintSparkline } from "./paint/paint-sparkline.ts";
import type { Box, FoldColumn, SceneCounts, TimelineScene, TimeSpan } from "./types.ts";

/** Height of a sparkline unless another is asked for. */
export const SPARKLINE_PX = 60;
/** Room at either side, and above and below the columns for a line of words. */
const SPARKLINE_EDGE_PX = 6;
const HEAD_PX = 17;
const FOOT_PX = 16;
const COLUMN_PX = 4;
const YEAR_MS = 31_556_952_000;

/** What a sparkline is made of. */
export interface SparklineInput {
  readonly counts: SparklineCounts;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly metrics: TextMetrics;
  readonly words: Words;
  readonly format?: AxisFormat;
  /** Window of the brush: what is outside it recedes. */
  readonly brush: TimeSpan | null;
}

/** Bins that fit side by side. */
export function sparklineBins(widthPx: number): number {
  return Math.max(8, Math.floor((widthPx - 2 * SPARKLINE_EDGE_PX) / COLUMN_PX));
}

/**
 * All dates between two lines of words: how many records when, dark what lies wholly in a column and pale what only may,
 * the first and the last date, and the total. Nothing is drawn one by one, so `drawn` and `outside` are 0.
 * Law: `folded + undated === shown`, and the columns sum to `folded`.
 */
export function sparklineScene(given: SparklineInput): TimelineScene {
  const input = { ...given, words: given.words.withTexts(timelineTexts) };
  const { widthPx, heightPx } = input;
  const { span, shown, undated } = input.counts;
  const endPx = Math.max(widthPx - SPARKLINE_EDGE_PX, SPARKLINE_EDGE_PX + 8);
  const scale = timeScale(span, SPARKLINE_EDGE_PX, endPx);
  const baseY = heightPx - FOOT_PX;
  const plot: Box = {
    xPx: SPARKLINE_EDGE_PX,
    yPx: HEAD_PX,
    widthPx: endPx - SPARKLINE_EDGE_PX,
    heightPx: baseY - HEAD_PX,
  };
  const columns = columnsOf(input.counts, plot);
  const total = sparklineTotal(input);
  const folded = shown - undated;
  const counts: SceneCounts = { shown, drawn: 0, folded, undated, outside: 0, before: 0, after: 0, scrolled: 0 };
  const unpainted: Omit<TimelineScene, "layers"> = {
    widthPx,
    heightPx,
    dir: "ltr",
    view: span,
    plot,
    headers: "above",
    lanes: [
      {
        ...plot,
        code: 0,
        name: total,
        level: "density",
        shown: folded,
        drawn: 0,
        folded,
        style: null,
        columns,
        peak: Math.max(0, ...columns.map((column) => column.inside + column.spread)),
      },
    ],
    marks: [],
    heads: [],
    histogram: null,
    scroll: null,
    undated: null,
    axis: { yPx: baseY, ticks: [], caption: "", zone: "", changes: [], lines: [] },
    overview: null,
    beyond: null,
    counts,
    notes: [],
    links: { arrows: [], absent: [], more: 0 },
  };
  const items = paintSparkline(unpainted, { ...input, total, ends: extentWords(input), xOf: scale.x });
  const scene: TimelineScene = { ...unpainted, layers: [{ name: "marks", clip: null, items }] };
  return input.words.dir === "rtl" ? mirrorScene(scene) : scene;
}

function columnsOf(counts: SparklineCounts, plot: Box): FoldColumn[] {
  const { span, inside, spread } = counts;
  const [widthPx, lengthMs] = [plot.widthPx / inside.length, (span.endMs - span.startMs) / inside.length];
  return Array.from(inside, (sure, bin): FoldColumn => {
    const possible = spread[bin] as number;
    return {
      ...plot,
      xPx: plot.xPx + bin * widthPx,
      widthPx,
      lane: 0,
      startMs: span.startMs + bin * lengthMs,
      endMs: span.startMs + (bin + 1) * lengthMs,
      inside: sure,
      spread: possible,
      touching: null,
      inView: sure + possible,
    };
  }).filter((column) => column.inView > 0);
}

/** "412 records": those that pass. */
function sparklineTotal({ words, counts }: Pick<SparklineInput, "words" | "counts">): string {
  return counts.shown === 0 ? words.t("timeline.empty") : words.t("timeline.total", { n: counts.shown });
}

/** A sparkline in one sentence: its name for those who hear the page. */
export function sparklineWords({ words: given, counts }: Pick<SparklineInput, "words" | "counts">): string {
  const words = given.withTexts(timelineTexts);
  const total = sparklineTotal({ words, counts });
  if (counts.shown === 0 || counts.stated === null) return total;
  const range = words.range(counts.stated[0], counts.stated[1]);
  const sure = Math.round(counts.inside.reduce((sum, n) => sum + n, 0));
  const possible = counts.shown - counts.undated - sure;
  return words.t("timeline.sparkline", { total, range, sure, possible, undated: counts.undated });
}

/** First and last stated date: days, months where they are over three years apart, years over eighty. Null without any. */
function extentWords({ counts, words, format }: SparklineInput): readonly [first: string, last: string] | null {
  if (counts.stated === null) return null;
  const [startMs, endMs] = counts.stated;
  const lengthMs = endMs - startMs;
  const unit = lengthMs > 80 * YEAR_MS ? "year" : lengthMs > 3 * YEAR_MS ? "month" : "day";
  const said = format ?? axisFormat(words.locale);
  const first = said.heading(startMs, { unit, count: 1 }, true);
  return [first, said.heading(endMs - 1, { unit, count: 1 }, true)];
}
