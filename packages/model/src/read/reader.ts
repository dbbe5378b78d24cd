import type { Issue } from "../issues.ts";
import type { JsonParse } from "./json-text.ts";
import type { Table } from "./table/table.ts";

/** The beginning of an input, by which a reader recognises its format. Cheap: nothing is read to the end. */
export interface InputHead {
  /** The first 65,536 characters, decoded, without a byte order mark. */
  readonly text: string;
  /** The first 65,536 bytes; null when the caller gave text. */
  readonly bytes: Uint8Array | null;
  /** File name or URL, when known. */
  readonly name: string | null;
  /** As a server gave it, e.g. `text/csv`; null when not known. */
  readonly mediaType: string | null;
  /** Cells of the first row as a table would have them, trimmed; empty for JSON. */
  readonly columns: readonly string[];
}

/** A whole input. `json` and `table` parse when first called and keep the answer. */
export interface ReaderInput {
  readonly head: InputHead;
  readonly text: string;
  readonly bytes: Uint8Array | null;
  readonly encoding: string;
  json(): JsonParse;
  table(): Table;
}

/** One remark of a reader: an {@link Issue} in the making. Severity, hint and message default to those of the code. */
export interface Note {
  readonly code: string;
  readonly field?: string | null;
  readonly value?: unknown;
  readonly message?: string;
  readonly hint?: string;
  readonly severity?: Issue["severity"];
  /** The kept record differs from what the input said. */
  readonly changes?: boolean;
}

/** Title page of a collection. */
export interface CollectionHead {
  readonly title?: string;
  readonly description?: string;
  readonly attribution?: string;
  readonly license?: string;
  readonly language?: string;
}

/**
 * Where a reader delivers. Each record read calls `record` or `reject` exactly once, in the order of the input,
 * which is the sum law: kept + rejected = read. Nothing here throws on data.
 */
export interface RecordSink {
  /** A record in the shape of our own JSON; wrong parts become issues, the rest is kept. */
  record(raw: unknown, notes?: readonly Note[]): void;
  /** A record that cannot be used. */
  reject(note: Note): void;
  /** A remark about the whole input. */
  note(note: Note): void;
  source(key: string, raw: unknown): void;
  describe(head: CollectionHead): void;
  /** The name of the format for the report, when it is finer than the reader's own. */
  format(name: string): void;
}

/** Choices of the caller that a reader should follow. */
export interface ReaderOptions {
  readonly mapping?: Mapping;
  /** Order of `05-03-2024`: true = 5 March. Absent: inferred over the column, and said. */
  readonly dayFirst?: boolean;
  /** BCP 47 language of the texts. */
  readonly language?: string;
}

/**
 * A format. Presets are plain objects of this shape: pass one as `format`, or several as `readers` to have them
 * recognised. A table preset detects by `head.columns`, walks `input.table().rows` and gives each row to
 * `sink.record` in the shape of our own JSON, with notes for what it changed; ids, validation, counts and the
 * report are the sink's work.
 */
export interface Reader {
  /** As the report names it. */
  readonly name: string;
  /** 0 = not mine, 1 = mine for sure. The highest answer wins; the earlier reader wins a tie. */
  detect(head: InputHead): number;
  read(input: ReaderInput, sink: RecordSink, options: ReaderOptions): void;
}

/** What a column can be taken for. */
export type ColumnTarget =
  | "id"
  | "title"
  | "summary"
  | "category"
  | "kind"
  | "status"
  | "date"
  | "start"
  | "end"
  | "time"
  | "year"
  | "month"
  | "day"
  | "span"
  | "zone"
  | "dateLabel"
  | "count"
  | "countAtLeast"
  | "lon"
  | "lat"
  | "latLon"
  | "place"
  | "precision"
  | "radiusM"
  | "basis"
  | "obscured"
  | "inferred"
  | "admin1"
  | "country"
  | "geometry"
  | "from"
  | "actors"
  | "killed"
  | "injured"
  | "figures"
  | "claims"
  | "relations"
  | "locators"
  | "sources"
  | "url"
  | "tags"
  | "sensitivity"
  | "note"
  | "extra";

/** Column names by target; null = leave this target out, absent = guess it. */
export type Mapping = { readonly [T in ColumnTarget]?: string | null };
