import { type FigureInterval, figureInterval, ROW_BITS } from "@whenwhere/model";
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
  const column = data.figures !== undefined && Object.hasOwn(data.figures, name) ? data.figures[name] : undefined;
  if (column !== undefined) {
    const isStated = column.low.some((value) => !Number.isNaN(value));
    return { low: new Float64Array(column.low), high: new Float64Array(column.high), isStated };
  }
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

const UNKNOWN: FigureInterval = [Number.NaN, Number.NaN];

function happenings(data: Dataset, row: number): FigureInterval {
  const count = data.columns.count.at(row);
  if (count === 0) return UNKNOWN;
  const isLowerBound = (data.columns.rowBits.at(row) & ROW_BITS.countAtLeast) !== 0;
  return [count, isLowerBound ? Number.POSITIVE_INFINITY : count];
}

function spoken(data: Dataset, row: number, measure: string): FigureInterval {
  return data.records === null ? UNKNOWN : figureInterval(data.incident(row).figures, measure);
}
