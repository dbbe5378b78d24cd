import type { CodedField, FigureColumn, Incident, Issue } from "@whenwhere/model";
import type { PackedRowTexts } from "../search/packed-texts.ts";
import type { Columns } from "../types.ts";

/** One reading of the data: columns, names and the way back to the records. Replaced as a whole, never changed. */
export interface Dataset {
  readonly columns: Columns;
  readonly categories: readonly string[];
  /** The records by row; null behind the columns door. */
  readonly records: readonly Incident[] | null;
  /** Fields and measures that came as columns, by row. Where there are any, no record is asked for others. */
  readonly fields?: Readonly<Record<string, CodedField>> | undefined;
  readonly figures?: Readonly<Record<string, FigureColumn>> | undefined;
  /** Folded texts to be searched, where they came with the columns. */
  readonly texts?: PackedRowTexts | undefined;
  /** Rows in rising order of outer start, undated ones last, where that is known already. */
  readonly timeOrder?: Uint32Array | undefined;
  /** The hull of all finite bounds, where that is known already. */
  readonly extentMs?: readonly [startMs: number, endMs: number] | null | undefined;
  /** What was wrong with the ids as they were given. */
  issues?(): readonly Issue[];
  id(row: number): string;
  /** -1 when there is none. */
  rowOf(id: string): number;
  incident(row: number): Incident;
}

/** A data set over records, one row a record. */
export function datasetOfRecords(
  columns: Columns,
  categories: readonly string[],
  records: readonly Incident[],
): Dataset {
  const id = (row: number): string => records[row]?.id ?? "";
  return {
    columns,
    categories,
    records,
    id,
    rowOf: idLookup(records.length, id),
    incident: (row) => records[row] as Incident,
  };
}

/** A map from id to row that is built at the first question and keeps the first of equal ids. */
export function idLookup(length: number, id: (row: number) => string): (id: string) => number {
  let rows: Map<string, number> | null = null;
  return (wanted) => {
    if (rows === null) {
      rows = new Map();
      for (let row = length - 1; row >= 0; row--) rows.set(id(row), row);
    }
    return rows.get(wanted) ?? -1;
  };
}
