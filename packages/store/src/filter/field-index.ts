import { type CellGrid, cellGridOf } from "../cells/cell-grid.ts";
import { type MortonOrder, mortonOrderOf } from "../cells/morton-order.ts";
import type { Dataset } from "../columns/dataset.ts";
import { type TimeCodes, timeCodesOf } from "../columns/time-codes.ts";
import { absencesOf } from "../counts/count-tally.ts";
import { type FieldValues, readField } from "./field-values.ts";
import { type Measure, readMeasure } from "./figure-measure.ts";
import { searchTexts } from "./text-test.ts";

/** Fields, measures, texts, times and cells of one data set, each read once, when first asked for. */
export interface FieldIndex {
  readonly length: number;
  /** Rows by rank. All that is indexed here is named by rank, so that rows of one time lie side by side. */
  readonly timeOrder: Uint32Array;
  values(field: string): FieldValues;
  measure(field: string): Measure;
  texts(): readonly string[];
  times(): TimeCodes;
  absences(): Uint8Array;
  cells(zoom: number): CellGrid;
}

export function createFieldIndex(data: Dataset, timeOrder: Uint32Array): FieldIndex {
  const fields = new Map<string, FieldValues>();
  const measures = new Map<string, Measure>();
  let texts: readonly string[] | null = null;
  let times: TimeCodes | null = null;
  let absences: Uint8Array | null = null;
  let order: MortonOrder | null = null;
  // One zoom at a time: eight bytes a row and more for each would be kept for maps that have moved on.
  let grid: CellGrid | null = null;
  return {
    length: data.columns.length,
    timeOrder,
    values: (field) => remember(fields, field, () => readField(data, field, timeOrder)),
    measure: (field) => remember(measures, field, () => readMeasure(data, field)),
    texts: () => {
      texts ??= searchTexts(data);
      return texts;
    },
    times: () => {
      times ??= timeCodesOf(data.columns, timeOrder);
      return times;
    },
    absences: () => {
      absences ??= absencesOf(data.columns, timeOrder);
      return absences;
    },
    cells: (zoom) => {
      order ??= mortonOrderOf(data.columns, timeOrder);
      if (grid?.zoom !== zoom) grid = cellGridOf(order, zoom);
      return grid;
    },
  };
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const old = known.get(key);
  if (old !== undefined) return old;
  const made = make();
  known.set(key, made);
  return made;
}
