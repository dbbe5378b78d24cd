import type { Columns } from "@whenwhere/store";
import { type CalendarStep, stepAtLeast } from "../axis/calendar.ts";
import type { TimeScale } from "../axis/time-scale.ts";
import type { BandTile, HighestColumn } from "./band-types.ts";

/** Records of one lane counted into columns of the calendar. */
export interface Folded {
  readonly step: CalendarStep;
  /** n + 1 rising edges; the first and last columns may lie partly out of view. */
  readonly edgesMs: Float64Array;
  /** Records wholly inside one column. */
  readonly inside: Float64Array;
  /** Shares of the others, spread evenly over their outer span. */
  readonly spread: Float64Array;
  /** How many records are spread; 0 where columns come from a tally. */
  readonly across: number;
  /** Records that touch each column; null where they were not counted. */
  readonly touching: Float64Array | null;
  /** Height of the highest column in and near the view, so that panning does not change the scale; 0 = of the columns shown. */
  readonly peak: number;
  /** Records and shares that the view holds of the first and of the last column; null where columns count no other rows. */
  readonly cut: readonly [first: number, last: number] | null;
  /** The same columns by tiles that outlive the frame; null where columns do not come from a tally. */
  readonly tiles: readonly BandTile[] | null;
  /** The first of the columns that surely hold most records; null where none holds any, or where columns come from no tally. */
  readonly highest: HighestColumn | null;
}

/** Column steps that are at least `minPx` wide. */
export function foldStep(scale: TimeScale, minPx: number): CalendarStep {
  return stepAtLeast(minPx / scale.pxPerMs);
}

/**
 * Counts rows into columns. A vague record is shared among its columns, never put into one;
 * an unbounded one is shared over the part of the view that it may touch. Cost O(rows + rows' columns).
 */
export function foldRows(
  columns: Columns,
  rows: ArrayLike<number>,
  fold: { readonly scale: TimeScale; readonly step: CalendarStep },
): Folded {
  const { scale, step } = fold;
  const edges = columnEdges(scale, step);
  const bins = Math.max(edges.length - 1, 1);
  const inside = new Float64Array(bins);
  const spread = new Float64Array(bins);
  const delta = new Float64Array(bins + 1);
  let across = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const startMs = columns.outerStartMs.at(row);
    const endMs = columns.outerEndMs.at(row);
    const first = binOf(edges, Math.max(startMs, edges[0] as number));
    const last = binOf(edges, Math.min(endMs, edges[bins] as number), true);
    if (first === last && startMs >= (edges[0] as number) && endMs <= (edges[bins] as number)) {
      inside[first] = (inside[first] as number) + 1;
      continue;
    }
    across++;
    share({ edges, spread, delta }, { startMs, endMs, first, last });
  }
  let running = 0;
  for (let bin = 0; bin < bins; bin++) {
    running += delta[bin] as number;
    const widthMs = (edges[bin + 1] as number) - (edges[bin] as number);
    spread[bin] = Math.max(0, (spread[bin] as number) + running * widthMs);
  }
  return {
    step,
    edgesMs: edges,
    inside,
    spread,
    across,
    touching: null,
    peak: 0,
    cut: null,
    tiles: null,
    highest: null,
  };
}

function columnEdges(scale: TimeScale, step: CalendarStep): Float64Array {
  const { floorTo, nextAfter, boundaries } = scale.calendar;
  const first = floorTo(scale.view.startMs, step);
  const rest = boundaries(nextAfter(first, step), scale.view.endMs, step);
  const last = rest[rest.length - 1] ?? first;
  const end = last < scale.view.endMs ? [nextAfter(last, step)] : [];
  return Float64Array.from([first, ...rest, ...end]);
}

/** Column that holds an instant; `before` takes the column that ends there. */
function binOf(edges: Float64Array, ms: number, before = false): number {
  let low = 0;
  let high = edges.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const edge = edges[middle] as number;
    if (before ? edge < ms : edge <= ms) low = middle;
    else high = middle;
  }
  return low;
}

/** Whole columns by a difference array, so that a century over a thousand columns costs four additions. */
function share(
  into: { readonly edges: Float64Array; readonly spread: Float64Array; readonly delta: Float64Array },
  span: { readonly startMs: number; readonly endMs: number; readonly first: number; readonly last: number },
): void {
  const { edges, spread, delta } = into;
  const firstMs = edges[0] as number;
  const lastMs = edges[edges.length - 1] as number;
  const fromMs = Number.isFinite(span.startMs) ? span.startMs : Math.min(firstMs, span.endMs - 1);
  const toMs = Number.isFinite(span.endMs) ? span.endMs : Math.max(lastMs, span.startMs + 1);
  const density = 1 / Math.max(toMs - fromMs, 1);
  const takeOff = (bin: number, ms: number): void => {
    spread[bin] = (spread[bin] as number) - density * ms;
  };
  delta[span.first] = (delta[span.first] as number) + density;
  delta[span.last + 1] = (delta[span.last + 1] as number) - density;
  takeOff(span.first, Math.max(fromMs, firstMs) - (edges[span.first] as number));
  takeOff(span.last, (edges[span.last + 1] as number) - Math.min(toMs, lastMs));
}
