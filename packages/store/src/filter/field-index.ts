import type { HeadlineRule } from "@whenwhere/model";
import { type CellGrid, cellGridOf } from "../cells/cell-grid.ts";
import { type MortonKeys, mortonKeysOf } from "../cells/morton-keys.ts";
import type { Dataset } from "../columns/dataset.ts";
import { headlineNumbers, type MeasureNumbers } from "../counts/figure-total.ts";
import { HistogramRows } from "../counts/histogram-rows.ts";
import { createRecentHistograms } from "../counts/recent-histograms.ts";
import type { RowKeys } from "../counts/row-keys.ts";
import { type FieldValues, readField } from "./field-values.ts";
import { type Measure, readMeasure } from "./figure-measure.ts";
import { remember } from "./remember.ts";
import { searchTexts } from "./search-texts.ts";
import { createWindowTables, type WindowTables } from "./window-tables.ts";

/** Fields, measures, texts, times and cells of one data set, each read once, when first asked for. */
export interface FieldIndex extends WindowTables {
  readonly length: number;
  /** Rows by rank. All that is indexed here is named by rank, so that rows of one time lie side by side. */
  readonly timeOrder: Uint32Array;
  values(field: string): FieldValues;
  measure(field: string): Measure;
  /** A measure with the numbers that a rule chooses. */
  numbers(measure: string, rule: HeadlineRule): MeasureNumbers;
  texts(): readonly string[];
  /** The values of a field as keys. */
  keys(field: string): RowKeys;
  cells(zoom: number): CellGrid;
  /** Rows by bins of time; of one category, when it is given. */
  histogram(edgesMs: Float64Array, category?: number): HistogramRows;
}

export function createFieldIndex(
  data: Dataset,
  timeOrder: Uint32Array,
  extentMs: readonly [startMs: number, endMs: number] | null,
): FieldIndex {
  const fields = new Map<string, FieldValues>();
  const measures = new Map<string, Measure>();
  const numbers = new Map<string, MeasureNumbers>();
  let texts: readonly string[] | null = null;
  let order: MortonKeys | null = null;
  // One zoom at a time: two bytes a row and more for each would be kept for maps that have moved on.
  let grid: CellGrid | null = null;
  const windows = createWindowTables(data.columns, timeOrder);
  const histograms = createRecentHistograms();
  const values = (field: string): FieldValues => remember(fields, field, () => readField(data, field, timeOrder));
  const measure = (name: string): Measure => remember(measures, name, () => readMeasure(data, name));
  return {
    length: data.columns.length,
    timeOrder,
    values,
    measure,
    numbers: (name, rule) =>
      remember(numbers, `${rule} ${name}`, () => {
        return { ...measure(name), name, rule, chosen: headlineNumbers(data, name, rule) };
      }),
    texts: () => {
      texts ??= searchTexts(data);
      return texts;
    },
    ...windows,
    keys: (field) => {
      const { values: names, codes, offsets } = values(field);
      return { length: names.length, codes, offsets, most: timeOrder.length };
    },
    cells: (zoom) => {
      order ??= mortonKeysOf(data.columns, timeOrder);
      if (grid?.zoom !== zoom) grid = cellGridOf(order, zoom);
      return grid;
    },
    histogram: (edgesMs, category) =>
      histograms.rows(edgesMs, category, (name) => {
        const only = category === undefined ? undefined : { category, codes: values("category").codes };
        return new HistogramRows({ name, times: windows.times(), extentMs, only }, edgesMs);
      }),
  };
}
