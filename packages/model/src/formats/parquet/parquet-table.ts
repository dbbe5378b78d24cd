import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadata,
  parquetRead,
  parquetSchema,
  type SchemaTree,
} from "hyparquet";
import type { Note } from "../../read/reader.ts";
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
import type { PageDecompressor } from "./parquet-compressors.ts";

/** Limits of {@link parquetTable}. */
export interface ParquetLimits {
  /** Refuses a file that says it unpacks to more. */
  readonly maxBytes: number;
}

/**
 * The rows of a Parquet file. Types keep what they say: a DATE is a day, a TIMESTAMP an instant only when the file says
 * so, else wall time; whole numbers are exact; lists of plain values are split by `;`, other nested values are JSON;
 * null is blank. Codecs are fetched when a column needs one. Never rejects on data: what cannot be read is said.
 */
export async function parquetTable(bytes: Uint8Array, limits: ParquetLimits): Promise<TypedTable> {
  try {
    const file = asyncBufferOf(bytes);
    const metadata = parquetMetadata(await file.slice(0), { parsers: PARSERS });
    const refusal = refusalOf(metadata, bytes, limits);
    if (refusal !== null) return { container: "parquet", table: null, notes: [refusal] };
    const compressors = needsCodec(metadata)
      ? (await import("./parquet-compressors.ts")).pageDecompressors
      : ({} as Readonly<Record<string, PageDecompressor>>);
    let rows: readonly (readonly unknown[])[] = [];
    await parquetRead({
      file,
      metadata,
      compressors,
      parsers: PARSERS,
      onComplete: (read) => {
        rows = read;
      },
    });
    const fields = parquetSchema(metadata).children;
    const converters = fields.map(converterOf);
    const table = {
      columns: fields.map(({ element }) => element.name.trim()),
      delimiter: ",",
      rows: rows.map((row) => ({
        cells: converters.map((convert, i) => (row[i] === null || row[i] === undefined ? null : convert(row[i]))),
        badQuote: false,
      })),
    };
    return { container: "parquet", table, notes: [] };
  } catch (error) {
    return unreadable("parquet", "Parquet", error);
  }
}

function asyncBufferOf(bytes: Uint8Array): AsyncBuffer {
  return {
    byteLength: bytes.length,
    slice: (start, end) => bytes.slice(start, end).buffer as ArrayBuffer,
  };
}

/** A table of contents that no true file has: it would take all memory to follow it. */
function refusalOf(metadata: FileMetaData, bytes: Uint8Array, { maxBytes }: ParquetLimits): Note | null {
  const rows = Number(metadata.num_rows);
  const grouped = metadata.row_groups.reduce((sum, { num_rows }) => sum + Number(num_rows), 0);
  const chunks = metadata.row_groups.flatMap(({ columns }) => columns);
  const unpacked = chunks.reduce((sum, { meta_data }) => sum + Number(meta_data?.total_uncompressed_size ?? 0), 0);
  const isOutside = chunks.some(({ meta_data }) => Number(meta_data?.data_page_offset ?? 0) >= bytes.length);
  if (unpacked > maxBytes) {
    const message = `The Parquet file of ${bytes.length} bytes unpacks to ${unpacked}; the limit is ${maxBytes}.`;
    return { code: "input/too-large", value: unpacked, message };
  }
  // hyparquet leaves rejections unheard when columns and schema differ, which ends a process of Node.
  const leaves = leafPaths(parquetSchema(metadata)).join("\n");
  const isOdd = metadata.row_groups.some(
    ({ columns }) => columns.map(({ meta_data }) => meta_data?.path_in_schema.join("\t")).join("\n") !== leaves,
  );
  if (isOdd) {
    const message = "The columns of the Parquet file are not those of its schema.";
    return { code: "input/damaged", message };
  }
  // A run of equal values takes a few bits, so that a short file may well have many rows.
  if (rows >= 0 && rows === grouped && rows <= MAX_ROWS && !isOutside) return null;
  const message = `The table of contents of the Parquet file contradicts itself: ${rows} rows, ${grouped} in its groups.`;
  return { code: "input/damaged", message };
}

function leafPaths({ path, children }: SchemaTree): readonly string[] {
  return children.length === 0 ? [path.join("\t")] : children.flatMap(leafPaths);
}

const MAX_ROWS = 2 ** 26;

function needsCodec({ row_groups }: FileMetaData): boolean {
  return row_groups.some(({ columns }) =>
    columns.some(({ meta_data }) => !["UNCOMPRESSED", "SNAPPY"].includes(meta_data?.codec ?? "UNCOMPRESSED")),
  );
}

/** A count of time, until the column tells whether it is an instant. */
interface Stamp {
  readonly count: bigint;
  readonly unit: TimeUnit;
  /** No value of a file can bear it. */
  readonly isStamp: typeof STAMP;
}

function stamp(count: bigint | number, unit: TimeUnit): Stamp {
  return { count: BigInt(count), unit, isStamp: STAMP };
}

const STAMP = Symbol("stamp");

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

const PARSERS = {
  timestampFromMilliseconds: (count: bigint) => stamp(count, "millisecond"),
  timestampFromMicroseconds: (count: bigint) => stamp(count, "microsecond"),
  timestampFromNanoseconds: (count: bigint) => stamp(count, "nanosecond"),
  dateFromDays: dayCell,
  stringFromBytes: (bytes: Uint8Array | undefined) => bytes && textOf(bytes),
  // Broken JSON in one cell must not cost the file: cells are parsed where they are read.
  jsonFromBytes: (bytes: Uint8Array | undefined) => bytes && textOf(bytes),
};

type Converter = (value: unknown) => TableCell;

function converterOf(field: SchemaTree): Converter {
  const { element, children } = field;
  if (children.length > 0) {
    const areInstants = stampsOf(field).every((isInstant) => isInstant);
    return (value) => anyCell(withoutStamps(value, areInstants));
  }
  if (element.type === "FLOAT") return (value) => singleCell(value as number);
  const [isInstant] = stampsOf(field);
  if (isInstant !== undefined) return (value) => anyCell(withoutStamps(value, isInstant));
  const unit = timeUnitOf(element);
  if (unit !== null) return (value) => timeCell(BigInt(value as number | bigint), unit);
  return anyCell;
}

/** Whether the timestamps in a field, one after the other, are instants; else they are what a wall clock showed. */
function stampsOf({ element, children }: SchemaTree): readonly boolean[] {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (children.length > 0) return children.flatMap(stampsOf);
  if (logical?.type === "TIMESTAMP") return [logical.isAdjustedToUTC];
  if (converted?.startsWith("TIMESTAMP") === true) return [true];
  // The old type of Impala and Spark does not say.
  return type === "INT96" ? [false] : [];
}

function withoutStamps(value: unknown, areInstants: boolean): unknown {
  if (isStamp(value)) return timestampCell(value.count, value.unit, areInstants);
  if (Array.isArray(value)) return value.map((item) => withoutStamps(item, areInstants));
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutStamps(item, areInstants)]));
}

function timeUnitOf({ converted_type: converted, logical_type: logical }: SchemaTree["element"]): TimeUnit | null {
  if (logical?.type === "TIME") {
    return logical.unit === "MILLIS" ? "millisecond" : logical.unit === "MICROS" ? "microsecond" : "nanosecond";
  }
  return converted === "TIME_MILLIS" ? "millisecond" : converted === "TIME_MICROS" ? "microsecond" : null;
}

function isStamp(value: unknown): value is Stamp {
  return typeof value === "object" && value !== null && "isStamp" in value && value.isStamp === STAMP;
}
