import type { Figure, Incident } from "../incident.ts";
import { figureInterval } from "./figure-interval.ts";
import type { FigureColumn, FigureNumbers } from "./incident-columns.ts";

/** A measure of all rows under construction. */
export interface FigureArrays {
  readonly low: FigureNumbers;
  readonly best: FigureNumbers;
  readonly high: FigureNumbers;
}

/** A measure of which nobody has given a number yet; `isNarrow` where 32 bits are known to lose none. */
export function emptyFigureArrays(length: number, isNarrow = false): FigureArrays {
  const unknown = (): FigureNumbers =>
    (isNarrow ? new Float32Array(length) : new Float64Array(length)).fill(Number.NaN);
  return { low: unknown(), best: unknown(), high: unknown() };
}

/** Columns of every measure that a record names, in the order in which they first stand. */
export function figureColumns(incidents: readonly Incident[]): Readonly<Record<string, FigureColumn>> {
  const measures = new Map<string, FigureArrays>();
  incidents.forEach(({ figures }, row) => {
    writeFigures(measures, { row, length: incidents.length }, figures);
  });
  return Object.fromEntries([...measures].map(([name, arrays]) => [name, narrowed(arrays)]));
}

interface FigureRow {
  readonly row: number;
  /** Rows in all. */
  readonly length: number;
}

/** Writes the figures of one row; measures that are new get a column. */
export function writeFigures(
  measures: Map<string, FigureArrays>,
  { row, length }: FigureRow,
  figures: readonly Figure[] | undefined,
): void {
  if (figures === undefined) return;
  for (const [i, first] of figures.entries()) {
    const { measure } = first;
    if (figures.findIndex((figure) => figure.measure === measure) < i) continue;
    let arrays = measures.get(measure);
    if (arrays === undefined) {
      arrays = emptyFigureArrays(length);
      measures.set(measure, arrays);
    }
    const [low, high] = figureInterval(figures, measure);
    arrays.low[row] = low;
    arrays.high[row] = high;
    // "None reported" is a low of zero that says nothing.
    arrays.best[row] = first.kind === "unknown" ? Number.NaN : (first.best ?? first.low ?? first.high ?? Number.NaN);
  }
}

/** The same numbers in 32 bits each where none is lost. */
function narrowed({ low, best, high }: FigureArrays): FigureColumn {
  return { low: narrow(low), best: narrow(best), high: narrow(high) };
}

/** One side of it. */
export function narrow(numbers: FigureNumbers): FigureNumbers {
  if (numbers instanceof Float32Array) return numbers;
  for (let row = 0; row < numbers.length; row++) {
    const value = numbers[row] as number;
    if (!isNarrowNumber(value)) return numbers;
  }
  return new Float32Array(numbers);
}

/** Whether 32 bits hold a number as it is. */
export function isNarrowNumber(value: number): boolean {
  return Object.is(Math.fround(value), value);
}
