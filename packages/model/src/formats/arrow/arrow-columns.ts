import type { Column, Table } from "@uwdata/flechette";
import type { ColumnRecords } from "../../columns/column-records.ts";
import { saidOf } from "../../columns/columns-of.ts";
import type { CodedField, FigureColumn, FigureNumbers, IncidentColumns } from "../../columns/incident-columns.ts";
import { ROW_BITS } from "../../columns/row-bits.ts";
import { nameTextsOf, type PackedTexts } from "../../columns/row-names.ts";
import { PLACE_PRECISIONS, STATUSES } from "../../incident.ts";
import type { ImportReport } from "../../issues.ts";
import { describeCollection } from "../../read/collection-head.ts";
import type { CollectionHead } from "../../read/reader.ts";
import { createRecordSink } from "../../read/record-sink.ts";
import { SPAN_MEANINGS } from "../../time/span.ts";
import type { JsonRecords } from "./arrow-records.ts";
import { FIELD_PREFIX, FIGURE_PREFIX, HEAD_KEY, NUMBER_COLUMNS, VERSION, VERSION_KEY } from "./arrow-schema.ts";

/** What an Arrow file of ours holds. Arrays are views into its bytes. */
export interface ArrowColumns {
  readonly columns: IncidentColumns;
  readonly report: ImportReport;
  readonly recordData: JsonRecords | ColumnRecords;
  readonly head: CollectionHead;
}

/** Whether the file was written by `toArrow`. */
export function isOwnArrow({ schema }: Table): boolean {
  return schema.metadata?.get(VERSION_KEY) === VERSION;
}

/** Whether its records stand in it, and not only their columns. */
export function hasRecords({ schema }: Table): boolean {
  return schema.fields.some(({ name }) => name === "record");
}

/**
 * Columns of an Arrow file that `toArrow` wrote, without a copy; null when it was not, or when it does not hold together:
 * it is then read record by record. Cost: one pass over codes and offsets, which are checked.
 */
export function arrowColumns(table: Table): ArrowColumns | null {
  if (!isOwnArrow(table)) return null;
  try {
    return ownColumns(table);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function ownColumns(table: Table): ArrowColumns {
  const length = table.numRows;
  const { sources, head } = headOf(table);
  const numbers = Object.fromEntries(
    NUMBER_COLUMNS.flatMap(([name, key]) => {
      const column = table.getChild(name);
      return column === undefined || column === null ? [] : [[key, numbersOf(column, KINDS[key])]];
    }),
  ) as unknown as Omit<IncidentColumns, "length" | "fields" | "figures" | "sources">;
  checkIndexes(numbers);
  const names = table.schema.fields.map(({ name }) => name);
  const fields = names
    .filter((name) => name.startsWith(FIELD_PREFIX))
    .map((name): [string, CodedField] => [name.slice(FIELD_PREFIX.length), codedField(childOf(table, name))]);
  const measures = new Set(
    names
      .filter((name) => name.startsWith(FIGURE_PREFIX))
      .map((name) => name.slice(FIGURE_PREFIX.length).replace(/\.\w+$/, "")),
  );
  const figures = [...measures].map((measure): [string, FigureColumn] => [measure, figureColumn(table, measure)]);
  const columns: IncidentColumns = {
    length,
    ...numbers,
    fields: Object.fromEntries(fields),
    figures: Object.fromEntries(figures),
    sources,
    ...saidOf(head),
  };
  const ids = packedTexts(childOf(table, "id"));
  const recordData: ArrowColumns["recordData"] = hasRecords(table)
    ? { kind: "json", ids, records: packedTexts(childOf(table, "record")) }
    : { kind: "columns", names: nameTextsOf(ids, packedTexts(childOf(table, "title"))), columns };
  return { columns, report: reportOf(columns), recordData, head };
}

/** Arrays that must be there, and those that may be missing. */
const KINDS = {
  startMs: Float64Array,
  endMs: Float64Array,
  coreStartMs: Float64Array,
  coreEndMs: Float64Array,
  dateBits: Uint8Array,
  lon: Float64Array,
  lat: Float64Array,
  radiusM: Float32Array,
  placePrecision: Uint8Array,
  status: Uint8Array,
  span: Uint8Array,
  rowBits: Uint8Array,
  count: Uint32Array,
} as const;
const OPTIONAL: readonly string[] = ["coreStartMs", "coreEndMs", "count"];

function checkIndexes(columns: Partial<IncidentColumns>): void {
  for (const key of Object.keys(KINDS) as (keyof typeof KINDS)[]) {
    if (columns[key] === undefined && !OPTIONAL.includes(key)) throw new RangeError(`${key} is missing`);
  }
  const bounds = [
    [columns.placePrecision, PLACE_PRECISIONS.length],
    [columns.status, STATUSES.length],
    [columns.span, SPAN_MEANINGS.length],
  ] as const;
  for (const [codes = [], count] of bounds) checkBelow(codes, count);
}

function childOf(table: Table, name: string): Column<unknown> {
  const column = table.getChild(name) as Column<unknown> | null | undefined;
  if (column === undefined || column === null) throw new RangeError(`${name} is missing`);
  return column;
}

interface RawBatch {
  readonly length: number;
  readonly nullCount: number;
  readonly values?: unknown;
  readonly offsets?: unknown;
  readonly children?: readonly RawBatch[];
  readonly dictionary?: { toArray(): ArrayLike<unknown> };
}

/** The only batch of a column: we write one, and an empty table has none. */
function batchOf(column: Column<unknown>): RawBatch {
  const [batch, ...more] = column.data as unknown as readonly RawBatch[];
  if (batch === undefined || more.length > 0 || batch.nullCount > 0) throw new RangeError("more than one batch");
  return batch;
}

function numbersOf(
  column: Column<unknown>,
  Kind: (typeof KINDS)[keyof typeof KINDS],
): FigureNumbers | CodedField["codes"] {
  const { values, length } = batchOf(column);
  if (!(values instanceof Kind) || values.length !== length) throw new RangeError("a column is not as we write it");
  return values;
}

function codedField(column: Column<unknown>): CodedField {
  const batch = batchOf(column);
  const inner = batch.children?.[0] ?? batch;
  const codes = inner.values as CodedField["codes"];
  const values = Array.from(inner.dictionary?.toArray() ?? [], String);
  if (!ArrayBuffer.isView(codes) || codes.length !== inner.length)
    throw new RangeError("a field is not as we write it");
  checkBelow(codes, values.length);
  if (inner === batch) return { values, offsets: null, codes };
  const offsets = offsetsOf(batch.offsets, batch.length, codes.length);
  return { values, offsets: new Uint32Array(offsets.buffer, offsets.byteOffset, offsets.length), codes };
}

function checkBelow(codes: ArrayLike<number>, count: number): void {
  for (let i = 0; i < codes.length; i++) {
    if ((codes[i] as number) >= count) throw new RangeError(`the code ${codes[i]} is not below ${count}`);
  }
}

/** Ascending offsets of so many stretches, that cover all of what they point into. */
function offsetsOf(offsets: unknown, length: number, end: number): Int32Array {
  if (!(offsets instanceof Int32Array) || offsets.length < length + 1) throw new RangeError("offsets are missing");
  const own = offsets.subarray(0, length + 1);
  for (let i = 0; i < length; i++) {
    if ((own[i] as number) > (own[i + 1] as number)) throw new RangeError("offsets go back");
  }
  if (own[0] !== 0 || (own[length] as number) > end) throw new RangeError("offsets point outside");
  return own;
}

function figureColumn(table: Table, measure: string): FigureColumn {
  const side = (name: string): FigureNumbers => {
    const { values, length } = batchOf(childOf(table, `${FIGURE_PREFIX}${measure}.${name}`));
    const isNumbers = values instanceof Float32Array || values instanceof Float64Array;
    if (!isNumbers || values.length !== length) throw new RangeError("a figure is not as we write it");
    return values;
  };
  return { low: side("low"), best: side("best"), high: side("high") };
}

function packedTexts(column: Column<unknown>): PackedTexts {
  const { offsets, values, length } = batchOf(column);
  if (!(values instanceof Uint8Array)) throw new RangeError("a text is not as we write it");
  return { offsets: offsetsOf(offsets, length, values.length), bytes: values };
}

/** Title page and sources, checked as those of a collection. */
function headOf(table: Table): { readonly sources: IncidentColumns["sources"]; readonly head: CollectionHead } {
  const sink = createRecordSink();
  try {
    const said = JSON.parse(table.schema.metadata?.get(HEAD_KEY) ?? "{}") as Readonly<Record<string, unknown>>;
    describeCollection({ ...said, whenwhere: 1 }, sink);
  } catch {
    throw new RangeError("the title page is not JSON");
  }
  const { sources, head } = sink.finish();
  return { sources, head };
}

function reportOf({ length, startMs, rowBits }: IncidentColumns): ImportReport {
  let undated = 0;
  let unplaced = 0;
  for (let row = 0; row < length; row++) {
    if (Number.isNaN(startMs[row])) undated++;
    if (((rowBits[row] as number) & ROW_BITS.unplaced) !== 0) unplaced++;
  }
  const rows = { read: length, kept: length, changed: 0, undated, unplaced, rejected: 0 };
  return { format: "json", encoding: "arrow", rows, issues: [] };
}
