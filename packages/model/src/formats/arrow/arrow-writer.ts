import {
  type Batch,
  batchType,
  Column,
  columnFromArray,
  columnFromValues,
  type DataType,
  dictionary,
  Endianness,
  field,
  float32,
  float64,
  type IntType,
  list,
  Table,
  tableToIPC,
  uint8,
  uint16,
  uint32,
  utf8,
  Version,
} from "@uwdata/flechette";
import type { CodedField, IncidentColumns } from "../../columns/incident-columns.ts";
import { FIELD_PREFIX, FIGURE_PREFIX, HEAD_KEY, NUMBER_COLUMNS, VERSION, VERSION_KEY } from "./arrow-schema.ts";

/** What stands beside the columns in the file. */
export interface ArrowTexts {
  /** As JSON. */
  readonly head: string;
  id(row: number): string;
  title(row: number): string;
  /** The record as JSON; null leaves the column out. */
  readonly record: ((row: number) => string) | null;
}

/** Columns as bytes of an Arrow IPC file: arrays of numbers and codes are written as they are. */
export function arrowBytes(columns: IncidentColumns, texts: ArrowTexts): Uint8Array {
  const { length, fields, figures } = columns;
  const all: (readonly [string, Column<unknown>])[] = [
    ["id", textColumn(length, texts.id)],
    ["title", textColumn(length, texts.title)],
  ];
  for (const [name, key] of NUMBER_COLUMNS) {
    const numbers = columns[key];
    if (numbers !== undefined) all.push([name, numberColumn(numbers)]);
  }
  for (const [name, coded] of Object.entries(fields)) all.push([FIELD_PREFIX + name, codedColumn(coded, length)]);
  for (const [measure, numbers] of Object.entries(figures)) {
    for (const side of ["low", "best", "high"] as const) {
      all.push([`${FIGURE_PREFIX}${measure}.${side}`, numberColumn(numbers[side])]);
    }
  }
  if (texts.record !== null) all.push(["record", textColumn(length, texts.record)]);
  const metadata = new Map([
    [VERSION_KEY, VERSION],
    [HEAD_KEY, texts.head],
  ]);
  const schema = {
    version: Version.V5,
    endianness: Endianness.Little,
    fields: all.map(([name, column]) => field(name, column.type)),
    metadata,
  };
  const table = new Table(
    schema,
    all.map(([, column]) => column),
  );
  return tableToIPC(table, { format: "file" }) as Uint8Array;
}

function textColumn(length: number, textOf: (row: number) => string): Column<unknown> {
  if (length === 0) {
    const type = utf8();
    return new Column([createBatch(type, { length, offsets: new Int32Array(1), values: new Uint8Array(0) })], type);
  }
  const visitRows = (visit: (value: string) => void): void => {
    for (let row = 0; row < length; row++) visit(textOf(row));
  };
  return columnFromValues(visitRows, utf8()) as Column<unknown>;
}

type Numbers = Float64Array | Float32Array | Uint32Array | Uint16Array | Uint8Array;

/** One batch, also when it is empty. */
function numberColumn(values: Numbers): Column<unknown> {
  const type = numberType(values);
  return new Column([createBatch(type, { length: values.length, values })], type);
}

function numberType(values: Numbers): DataType {
  if (values instanceof Float64Array) return float64();
  if (values instanceof Float32Array) return float32();
  if (values instanceof Uint32Array) return uint32();
  return values instanceof Uint16Array ? uint16() : uint8();
}

/** One value a row as a dictionary column, several as lists of one; codes are those of the field. */
function codedColumn({ values, offsets, codes }: CodedField, length: number): Column<unknown> {
  // flechette ties a dictionary to its columns by this very object.
  const texts = utf8();
  const type = dictionary(texts, numberType(codes) as IntType);
  const dictionaryValues = columnFromArray([...values], texts);
  const coded = createBatch(type, { length: codes.length, values: codes }) as Batch<unknown> & {
    setDictionary(values: Column<unknown>): Batch<unknown>;
  };
  coded.setDictionary(dictionaryValues as Column<unknown>);
  if (offsets === null) return new Column([coded], type);
  const lists = list(type);
  const ends = Int32Array.from(offsets);
  return new Column([createBatch(lists, { length, offsets: ends, children: [coded] })], lists);
}

function createBatch(type: DataType, parts: Readonly<Record<string, unknown>>): Batch<unknown> {
  const Made = batchType(type) as new (options: object) => Batch<unknown>;
  return new Made({ nullCount: 0, type, validity: new Uint8Array(0), ...parts });
}
