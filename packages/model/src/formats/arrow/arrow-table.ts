import {
  type Table as ArrowTable,
  type Column,
  type DataType,
  Type,
  tableFromIPC,
  TimeUnit as Unit,
} from "@uwdata/flechette";
import { recordsOfColumns } from "../../columns/column-records.ts";
import { parseJson } from "../../read/json-text.ts";
import { isRecord } from "../../read/record/fields.ts";
import { DAY_MS } from "../../time/calendar.ts";
import {
  anyCell,
  dayCell,
  singleCell,
  type TableCell,
  type TimeUnit,
  timeCell,
  timestampCell,
} from "../typed-cells.ts";
import { type TypedTable, unreadable } from "../typed-table.ts";
import { checkArrowBytes, checkArrowColumn } from "./arrow-check.ts";
import { arrowColumns, hasRecords, isOwnArrow } from "./arrow-columns.ts";
import { HEAD_KEY } from "./arrow-schema.ts";

/**
 * The table of Arrow IPC bytes: file (Feather 2) or stream, also packed ones, whose codecs are fetched when they are
 * needed. Whole numbers and timestamps are exact: BigInt until they become cells.
 *
 * @throws Error of flechette on damaged bytes.
 */
export async function decodeArrow(bytes: Uint8Array): Promise<ArrowTable> {
  // Columns of 8 bytes a value are views into the bytes, which must begin at a multiple of 8.
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  checkArrowBytes(aligned);
  const options = { useBigInt: true, useBigIntTimestamp: true };
  try {
    return tableFromIPC(aligned, options);
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith("Missing compression codec"))) throw error;
    (await import("./arrow-codecs.ts")).registerArrowCodecs();
    return tableFromIPC(aligned, options);
  }
}

/** What an Arrow file holds: a table, or a collection when `toArrow` wrote it. */
export type OpenedArrow = TypedTable | { readonly container: "arrow"; readonly collection: unknown };

/** Opens Arrow bytes; never rejects on data. A collection is what JSON says, still to be checked. */
export async function openArrow(bytes: Uint8Array): Promise<OpenedArrow> {
  try {
    const table = await decodeArrow(bytes);
    const collection = isOwnArrow(table) ? collectionOf(table) : null;
    return collection === null ? arrowTable(table) : { container: "arrow", collection };
  } catch (error) {
    return unreadable("arrow", "Arrow", error);
  }
}

/** Null where there are no records, and columns of which none can be made. */
function collectionOf(table: ArrowTable): unknown {
  const incidents = hasRecords(table) ? writtenRecords(table) : madeRecords(table);
  if (incidents === null) return null;
  const head = parsed(table.schema.metadata?.get(HEAD_KEY) ?? "{}");
  return { ...(isRecord(head) ? head : {}), whenwhere: 1, incidents };
}

function writtenRecords(table: ArrowTable): unknown[] {
  const records = table.getChild("record") as Column<unknown>;
  checkArrowColumn(records);
  return Array.from(records, (text) => parsed(text));
}

function madeRecords(table: ArrowTable): unknown[] | null {
  const own = arrowColumns(table);
  if (own?.recordData.kind !== "columns") return null;
  const { length, incident } = recordsOfColumns(own.recordData);
  return Array.from({ length }, (_, row) => incident(row));
}

/** What is no JSON is no record, which the reader tells. */
function parsed(text: unknown): unknown {
  const reading = parseJson(String(text));
  return reading.ok ? reading.value : text;
}

/**
 * The rows of an Arrow table. Types keep what they say: a date is a day, a timestamp an instant only when it bears a zone,
 * else wall time; whole numbers are exact; lists of plain values are split by `;`, other nested values are JSON; null is
 * blank. Never throws: what cannot be read is said.
 */
function arrowTable(table: ArrowTable): TypedTable {
  try {
    const columns = table.children.map(cellsOf);
    const rows = Array.from({ length: table.numRows }, (_, row) => ({
      cells: columns.map((cells) => cells[row] ?? null),
      badQuote: false,
    }));
    const names = table.schema.fields.map(({ name }) => name.trim());
    return { container: "arrow", table: { columns: names, delimiter: ",", rows }, notes: [] };
  } catch (error) {
    return unreadable("arrow", "Arrow", error);
  }
}

function cellsOf(column: Column<unknown>): readonly TableCell[] {
  checkArrowColumn(column);
  const plain = plainOf(column.type);
  const cells: TableCell[] = [];
  for (const value of column) cells.push(value === null || value === undefined ? null : anyCell(plain(value)));
  return cells;
}

type Plain = (value: unknown) => unknown;

/** What makes plain texts and numbers of the values of a type, inside lists and structs too. */
function plainOf(type: DataType): Plain {
  switch (type.typeId) {
    case Type.Date:
      return (value) => dayCell(Number(value) / DAY_MS);
    case Type.Timestamp: {
      const isInstant = typeof type.timezone === "string" && type.timezone !== "";
      return (value) => timestampCell(value as bigint, unitOf(type.unit), isInstant);
    }
    case Type.Time:
      return (value) => timeCell(BigInt(value as number | bigint), unitOf(type.unit));
    case Type.Float:
      return type.precision === 2 ? same : (value) => singleCell(value as number);
    case Type.Dictionary:
      return plainOf(type.dictionary);
    case Type.List:
    case Type.LargeList:
    case Type.FixedSizeList:
    case Type.ListView:
    case Type.LargeListView:
      return plainList(type.children[0]?.type);
    case Type.Struct:
      return plainStruct(type.children.map((child): [string, Plain] => [child.name, plainOf(child.type)]));
    default:
      return same;
  }
}

function same(value: unknown): unknown {
  return value;
}

function plainList(type: DataType | undefined): Plain {
  const plain = type === undefined ? same : plainOf(type);
  return (value) => Array.from(value as Iterable<unknown>, (item) => (item === null ? null : plain(item)));
}

function plainStruct(fields: readonly (readonly [string, Plain])[]): Plain {
  return (value) => {
    const struct = value as Readonly<Record<string, unknown>>;
    return Object.fromEntries(fields.map(([name, plain]) => [name, struct[name] == null ? null : plain(struct[name])]));
  };
}

function unitOf(unit: number): TimeUnit {
  if (unit === Unit.SECOND) return "second";
  if (unit === Unit.MILLISECOND) return "millisecond";
  return unit === Unit.MICROSECOND ? "microsecond" : "nanosecond";
}
