import { finishSteps, type HeadlineRule, type Steps } from "@whenwhere/model";
import { type CellGrid, cellGridOf } from "../cells/cell-grid.ts";
import { type MortonKeys, mortonKeysOf } from "../cells/morton-keys.ts";
import type { Dataset } from "../columns/dataset.ts";
import { type TimeCodes, timeCodeSteps, timeCodesOf } from "../columns/time-codes.ts";
import { absenceSteps } from "../counts/absences.ts";
import { headlineNumbers, type MeasureNumbers } from "../counts/figure-total.ts";
import { HistogramRows } from "../counts/histogram-rows.ts";
import type { RowKeys } from "../counts/row-keys.ts";
import { type FieldValues, readField } from "./field-values.ts";
import { type Measure, readMeasure } from "./figure-measure.ts";
import { searchTexts } from "./search-texts.ts";
import { SpanCeiling } from "./span-ceiling.ts";
import { type TimeWindow, WindowPlacer, type WindowPlaces } from "./window-places.ts";

/** Fields, measures, texts, times and cells of one data set, each read once, when first asked for. */
export interface FieldIndex {
  readonly length: number;
  /** Rows by rank. All that is indexed here is named by rank, so that rows of one time lie side by side. */
  readonly timeOrder: Uint32Array;
  values(field: string): FieldValues;
  measure(field: string): Measure;
  /** A measure with the numbers that a rule chooses. */
  numbers(measure: string, rule: HeadlineRule): MeasureNumbers;
  texts(): readonly string[];
  times(): TimeCodes;
  /** Makes ready, with pauses, what is asked of every window: times, places and absences. */
  prepareWindows(): Steps<void>;
  /** Equal windows have the same places, as long as no other window is asked for between them. */
  placesOf(window: TimeWindow): WindowPlaces;
  absences(): RowKeys;
  /** The values of a field as keys. */
  keys(field: string): RowKeys;
  cells(zoom: number): CellGrid;
  /** Rows by bins of time; of one category, when it is given. */
  histogram(edgesMs: Float64Array, category?: number): HistogramRows;
}

/** One set of edges with its lanes. */
interface Bins {
  readonly edges: Float64Array;
  readonly name: string;
  readonly lanes: Map<number | undefined, HistogramRows>;
}

/** Edges of a strip of all dates and of a view; a timeline that pans leaves its edges behind. */
const MOST_BINS = 3;

function isSame(one: Float64Array, other: Float64Array): boolean {
  return one.length === other.length && one.every((edge, i) => edge === other[i]);
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
  let times: TimeCodes | null = null;
  let placer: WindowPlacer | null = null;
  let absences: RowKeys | null = null;
  let order: MortonKeys | null = null;
  // One zoom at a time: two bytes a row and more for each would be kept for maps that have moved on.
  let grid: CellGrid | null = null;
  const bins: Bins[] = [];
  let binsMade = 0;
  const values = (field: string): FieldValues => remember(fields, field, () => readField(data, field, timeOrder));
  const measure = (name: string): Measure => remember(measures, name, () => readMeasure(data, name));
  const timeCodes = (): TimeCodes => {
    times ??= timeCodesOf(data.columns, timeOrder);
    return times;
  };
  // What somebody asked for meanwhile, and was made at once for, stays.
  const placing = function* (): Steps<WindowPlacer> {
    if (placer !== null) return placer;
    const codes = times ?? (yield* timeCodeSteps(data.columns, timeOrder));
    times ??= codes;
    const ceiling = new SpanCeiling(times);
    yield* ceiling.fill();
    placer ??= new WindowPlacer(times, ceiling);
    return placer;
  };
  const absent = function* (): Steps<RowKeys> {
    const made = absences ?? (yield* absenceSteps(data.columns, timeOrder));
    absences ??= made;
    return absences;
  };
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
    times: timeCodes,
    placesOf: (window) => {
      placer ??= finishSteps(placing());
      return placer.placesOf(window);
    },
    *prepareWindows() {
      // Counts without a window are asked for first.
      yield* absent();
      yield* placing();
    },
    keys: (field) => {
      const { values: names, codes, offsets } = values(field);
      return { length: names.length, codes, offsets, most: timeOrder.length };
    },
    absences: () => absences ?? finishSteps(absent()),
    cells: (zoom) => {
      order ??= mortonKeysOf(data.columns, timeOrder);
      if (grid?.zoom !== zoom) grid = cellGridOf(order, zoom);
      return grid;
    },
    histogram: (edgesMs, category) => {
      const at = bins.findIndex(({ edges }) => isSame(edges, edgesMs));
      const asked = bins.splice(at, at < 0 ? 0 : 1)[0] ?? {
        edges: edgesMs,
        name: String(++binsMade),
        lanes: new Map(),
      };
      bins.unshift(asked);
      bins.length = Math.min(bins.length, MOST_BINS);
      return remember(asked.lanes, category, () => {
        const only = category === undefined ? undefined : { category, codes: values("category").codes };
        const name = `${asked.name} ${category ?? ""}`;
        return new HistogramRows({ name, times: timeCodes(), extentMs, only }, edgesMs);
      });
    },
  };
}

function remember<K, T>(known: Map<K, T>, key: K, make: () => T): T {
  const old = known.get(key);
  if (old !== undefined) return old;
  const made = make();
  known.set(key, made);
  return made;
}
