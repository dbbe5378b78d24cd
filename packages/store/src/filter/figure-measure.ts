import type { Figure, Incident } from "@whenwhere/model";
import type { Dataset } from "../columns/dataset.ts";

/** The closed interval of one measure by row, over all its speakers; NaN on both sides where nobody gave a number. */
export interface Measure {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** At least one row has a number. */
  readonly isStated: boolean;
}

/** Reads a measure of `figures` (`killed`, or `figures.killed`). `count` is the number of happenings. */
export function readMeasure(data: Dataset, field: string): Measure {
  const name = field.startsWith("figures.") ? field.slice("figures.".length) : field;
  const { length } = data.columns;
  const low = new Float64Array(length).fill(Number.NaN);
  const high = new Float64Array(length).fill(Number.NaN);
  let isStated = false;
  for (let row = 0; row < length; row++) {
    const [from, to] = name === "count" ? happenings(data, row) : spoken(data, row, name);
    low[row] = from;
    high[row] = to;
    if (!Number.isNaN(from)) isStated = true;
  }
  return { low, high, isStated };
}

type Interval = readonly [low: number, high: number];

const UNKNOWN: Interval = [Number.NaN, Number.NaN];

function happenings(data: Dataset, row: number): Interval {
  const count = data.columns.count[row] as number;
  if (count === 0) return UNKNOWN;
  const isLowerBound = data.records !== null && data.incident(row).when?.countAtLeast === true;
  return [count, isLowerBound ? Number.POSITIVE_INFINITY : count];
}

function spoken(data: Dataset, row: number, measure: string): Interval {
  if (data.records === null) return UNKNOWN;
  const incident: Incident = data.incident(row);
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const figure of incident.figures ?? []) {
    if (figure.measure !== measure) continue;
    const [from, to] = intervalOf(figure);
    if (Number.isNaN(from)) continue;
    low = Math.min(low, from);
    high = Math.max(high, to);
  }
  return low <= high ? [low, high] : UNKNOWN;
}

/** "At least" has no upper end; a codebook's stand-in says nothing beyond its stated range. */
function intervalOf(figure: Figure): Interval {
  const kind = figure.kind ?? "exact";
  if (kind === "unknown") return UNKNOWN;
  const best = kind === "conventional" ? null : (figure.best ?? null);
  const low = figure.low ?? best;
  const high = figure.high ?? (kind === "lowest-reported" ? null : best);
  if (low === null && high === null) return UNKNOWN;
  return [Math.min(low ?? 0, high ?? Number.POSITIVE_INFINITY), Math.max(high ?? Number.POSITIVE_INFINITY, low ?? 0)];
}
