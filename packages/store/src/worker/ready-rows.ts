import {
  type CodedField,
  type ColumnsSaid,
  type FigureColumn,
  type IncidentColumns,
  type RecordSource,
  type RowNames,
  type Source,
  saidOf,
} from "@whenwhere/model";
import { datasetOfColumns, datasetOfRows, namedRows } from "../columns/column-door.ts";
import type { Dataset } from "../columns/dataset.ts";
import { columnsOfParts, type NarrowParts, partsOf } from "../columns/narrow-parts.ts";
import { extentOf, timeOrderOf } from "../columns/time-order.ts";

/** Rows with all that a store needs of them, as plain data: what takes time is done, on whichever thread they were read. */
export interface ReadyRows {
  readonly columns: NarrowParts;
  readonly categories: readonly string[];
  readonly fields: Readonly<Record<string, CodedField>>;
  readonly figures: Readonly<Record<string, FigureColumn>>;
  readonly timeOrder: Uint32Array;
  /** The hull of all finite bounds. */
  readonly extentMs: readonly [startMs: number, endMs: number] | null;
  readonly sources: Readonly<Record<string, Source>>;
  /** What must be said of rows from the first one on: title and terms, as far as they are known. */
  readonly said: ColumnsSaid;
}

/**
 * Columns made narrow and put into their order. Cost: some passes over the rows, and a sort where their days are too many to be coded.
 *
 * @throws WhenWhereError as `createStore` does of columns.
 */
export function readyRows(read: IncidentColumns, categoryField?: string): ReadyRows {
  const { columns, categories, fields = {}, figures = {} } = datasetOfColumns(read, categoryField);
  const timeOrder = timeOrderOf(columns);
  const { sources } = read;
  const extentMs = extentOf(columns);
  return { columns: partsOf(columns), categories, fields, figures, timeOrder, extentMs, sources, said: saidOf(read) };
}

/** The data set of such rows; nothing is looked at row by row. Without records, they are made of the columns, under names where there are any. */
export function datasetOfReady(ready: ReadyRows, records?: RecordSource | RowNames): Dataset {
  const { categories, fields, figures, timeOrder, extentMs } = ready;
  const rows = datasetOfRows(columnsOfParts(ready.columns), categories);
  const whole = { ...rows, fields, figures, timeOrder, extentMs };
  if (records === undefined) return whole;
  if (!("incident" in records)) return namedRows(whole, records);
  return {
    ...whole,
    id: (row) => records.id(row),
    rowOf: (id) => records.rowOf(id),
    incident: (row) => records.incident(row),
  };
}
