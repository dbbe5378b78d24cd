import { WhenWhereError } from "../errors.ts";
import type { Collection, Incident, Source } from "../incident.ts";
import type { ImportReport, Issue } from "../issues.ts";
import { checkRedactOptions } from "../redact/redact-options.ts";
import { redactResult } from "../redact/redact-result.ts";
import type { RedactOptions } from "../redact/redact-types.ts";
import { refuseOptions } from "../refuse-options.ts";
import { valueText } from "../value-text.ts";
import { decodeBytes, withoutMark } from "./decode-bytes.ts";
import { jsonReader } from "./json-reader.ts";
import { parseJson } from "./json-text.ts";
import { objectsText } from "./objects-text.ts";
import { READ_FORM } from "./read-forms.ts";
import type { CollectionHead, InputHead, Mapping, Note, Reader, ReaderInput, ReaderOptions } from "./reader.ts";
import { createRecordSink, type FinishingSink } from "./record-sink.ts";
import { sniffDelimiter } from "./table/sniff-delimiter.ts";
import { columnName, parseTable, type Table } from "./table/table.ts";
import { tableReader } from "./table-reader.ts";
import { wrongInput } from "./wrong-input.ts";

/** Formats that {@link readIncidents} knows by name. */
export type FormatName = "auto" | "json" | "geojson" | "csv" | "tsv";

/** Options of {@link readIncidents}. */
export interface ReadOptions {
  /** Default `auto`: recognised by content. A {@link Reader} reads the input whatever it looks like. */
  readonly format?: FormatName | Reader;
  /** More formats for `auto` to recognise, before the built-in ones. */
  readonly readers?: readonly Reader[];
  /** Which column is what; the rest is guessed. */
  readonly mapping?: Mapping;
  /** Order of `05-03-2024`: true = 5 March. Default: inferred over the whole column, and said. */
  readonly dayFirst?: boolean;
  /** BCP 47 language of the texts, when the input does not say. */
  readonly language?: string;
  /** File name or URL, which helps recognition. */
  readonly name?: string;
  /** As a server gave it. */
  readonly mediaType?: string;
  /** What must not leave the reader: see `redactIncidents`. The result, its issues too, holds the rest only. */
  readonly redact?: RedactOptions;
}

/**
 * What was read. Law: `incidents.length === report.rows.kept` and `kept + rejected === read`; where records were redacted,
 * `incidents.length === report.redaction.records.after` instead.
 */
export interface ReadResult {
  readonly incidents: readonly Incident[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly issues: readonly Issue[];
  readonly report: ImportReport;
  readonly title: string | null;
  readonly description: string | null;
  readonly attribution: string | null;
  readonly license: string | null;
  readonly language: string | null;
}

/** All values of {@link FormatName}. */
export const FORMAT_NAMES: readonly string[] = ["auto", "json", "geojson", "csv", "tsv"];
const HEAD_SIZE = 65_536;
const ENCODING_NOTES: Readonly<Record<string, string>> = {
  "windows-1252": "The bytes are not UTF-8; they were read as Windows-1252.",
  "utf-8 with errors": "Some bytes are not UTF-8; each was read as the replacement mark \ufffd.",
};
const CONTAINERS: ReadonlySet<string> = new Set(["parquet", "arrow"]);

/**
 * Reads incidents from text or bytes: our own JSON (collection, list, JSON Lines), GeoJSON, CSV, TSV, or whatever a
 * {@link Reader} knows. Publishers' formats such as ACLED are readers of `whenwhere/formats` (`readers: presets`), which
 * `loadIncidents` fetches by itself. Records that a program has made are checked the same way, as a list or a collection.
 *
 * Never throws on data: every problem is an issue, one bad record never costs the good ones, and an input that is something
 * else altogether (HTML, ZIP, nothing) gives no incidents and one error that names it. Time and memory are linear in the input.
 *
 * @throws WhenWhereError for a wrong call only: an input that is neither text, bytes nor records, an unknown option, format
 * or mapping.
 */
export function readIncidents(input: ReadInput, options: ReadOptions = {}): ReadResult {
  refuseOptions(options, READ_FORM, { code: "read", name: "readIncidents" });
  checkOptions(options);
  return readInput(decodedInput(isObjects(input) ? objectsText(input) : input, options), options);
}

/** Text or bytes of a file, or records as objects: a list or a collection, as `JSON.parse` would have given it. */
export type ReadInput =
  | string
  | Uint8Array
  | ArrayBuffer
  | readonly object[]
  | (Omit<Partial<Collection>, "incidents"> & { readonly incidents: readonly object[] });

/** A list or a plain object; a File or a Response is neither. */
function isObjects(input: ReadInput): input is Exclude<ReadInput, string | Uint8Array | ArrayBuffer> {
  return Array.isArray(input) || (Object(input) === input && Object.getPrototypeOf(input) === Object.prototype);
}

/** Text or bytes as an input of readers. */
export function decodedInput(input: string | Uint8Array | ArrayBuffer, options: ReadOptions): ReaderInput {
  const bytes = bytesOf(input);
  const { text, encoding } =
    bytes === null ? { text: withoutMark(input as string), encoding: "text" } : decodeBytes(bytes);
  return readerInput(text, { bytes, encoding, options });
}

/** Reads an input that is decoded already, as {@link readIncidents} does. `notes` are what was said while decoding it. */
export function readInput(source: ReaderInput, options: ReadOptions, notes: readonly Note[] = []): ReadResult {
  checkOptions(options);
  const sink = createRecordSink();
  for (const note of notes) sink.note(note);
  const { text, bytes, encoding } = source;
  const reader = chooseReader(source, options);
  const wrong = reader.sure ? null : wrongInput(text, bytes);
  if (ENCODING_NOTES[encoding] !== undefined && wrong === null) {
    sink.note({ code: "input/encoding", value: encoding, message: ENCODING_NOTES[encoding] });
  }
  if (wrong === null) readWith(reader.reader, source, { sink, options });
  else sink.note(wrong);
  const result = resultOf(sink, {
    reader: wrong === null ? reader.reader.name : "unknown",
    encoding,
    language: options.language,
  });
  return options.redact === undefined ? result : redactResult(result, options.redact);
}

/** The result of an input that could not be opened; `notes` say why, with at least one error among them. */
export function nothingRead(encoding: string, options: ReadOptions, notes: readonly Note[]): ReadResult {
  const sink = createRecordSink();
  for (const note of notes) sink.note(note);
  return resultOf(sink, { reader: "unknown", encoding, language: options.language });
}

function checkOptions(options: ReadOptions): void {
  if (options.redact !== undefined) checkRedactOptions(options.redact);
  const { format = "auto" } = options;
  if (typeof format === "string" && !FORMAT_NAMES.includes(format)) {
    throw new WhenWhereError(
      "read/format",
      `readIncidents: the format ${valueText(format)} is not known.`,
      `Use one of ${FORMAT_NAMES.join(", ")}, or pass a reader from "whenwhere/formats".`,
    );
  }
  if (typeof format === "object" && (format === null || typeof format.read !== "function")) {
    throw new WhenWhereError(
      "read/format",
      "readIncidents: format is an object without a read function.",
      "Pass a Reader.",
    );
  }
}

function bytesOf(input: string | Uint8Array | ArrayBuffer): Uint8Array | null {
  if (typeof input === "string") return null;
  if (input instanceof Uint8Array) return input;
  // An ArrayBuffer may come from another realm, where instanceof fails.
  if (Object.prototype.toString.call(input) === "[object ArrayBuffer]") return new Uint8Array(input);
  throw new WhenWhereError(
    "read/input",
    `readIncidents: the input is ${valueText(input)}; expected text, a Uint8Array, an ArrayBuffer or a list of records.`,
    "For a URL, File or stream use loadIncidents.",
  );
}

interface InputFacts {
  readonly bytes: Uint8Array | null;
  readonly encoding: string;
  readonly options: ReadOptions;
}

function readerInput(text: string, { bytes, encoding, options }: InputFacts): ReaderInput {
  let json: ReturnType<typeof parseJson> | null = null;
  let table: Table | null = null;
  return {
    head: headOf(text, bytes, options),
    text,
    bytes,
    encoding,
    json: () => (json ??= parseJson(text)),
    table: () => (table ??= parseTable(text, options.format === "tsv" ? "\t" : undefined)),
  };
}

/** The head of an input by which readers recognise it; at most 65,536 bytes are decoded. */
export function inputHead(input: string | Uint8Array, options: ReadOptions = {}): InputHead {
  if (typeof input === "string") return headOf(withoutMark(input), null, options);
  return headOf(decodeBytes(input.subarray(0, HEAD_SIZE)).text, input, options);
}

function headOf(text: string, bytes: Uint8Array | null, options: ReadOptions): InputHead {
  const head = text.slice(0, HEAD_SIZE);
  const firstLine = /^\s*([^\r\n]*)/.exec(head)?.[1] ?? "";
  const isJson = /^[[{]/.test(firstLine.trimStart());
  return {
    text: head,
    bytes: bytes?.subarray(0, HEAD_SIZE) ?? null,
    name: options.name ?? null,
    mediaType: options.mediaType ?? null,
    columns: isJson ? [] : firstLine.split(sniffDelimiter(head)).map(columnName),
  };
}

/** The reader that an input with this head goes to. */
export function readerOf(head: InputHead, options: ReadOptions): Reader {
  return chooseReader({ head }, options).reader;
}

/** The reader, and whether it knows the input so surely that nothing else may call it wrong. */
function chooseReader(
  input: Pick<ReaderInput, "head">,
  options: ReadOptions,
): { readonly reader: Reader; readonly sure: boolean } {
  const { format = "auto", readers = [] } = options;
  if (typeof format === "object") return { reader: format, sure: true };
  if (format === "json" || format === "geojson") return { reader: jsonReader, sure: false };
  if (format === "csv" || format === "tsv") return { reader: tableReader, sure: false };
  let best: Reader = tableReader;
  let top = 0;
  for (const reader of [...readers, jsonReader, tableReader]) {
    const score = detectSafely(reader, input.head);
    if (score > top) {
      top = score;
      best = reader;
    }
  }
  return { reader: best, sure: readers.includes(best) };
}

function detectSafely(reader: Reader, head: InputHead): number {
  try {
    return reader.detect(head);
  } catch {
    return 0;
  }
}

interface ReadingTo {
  readonly sink: FinishingSink;
  readonly options: ReaderOptions;
}

function readWith(reader: Reader, input: ReaderInput, { sink, options }: ReadingTo): void {
  try {
    reader.read(input, sink, options);
  } catch (error) {
    // A wrong call stays a throw; a slip of a reader must not cost what was read before it.
    if (error instanceof WhenWhereError) throw error;
    const words = error instanceof Error ? error.message : error;
    sink.note({ code: "input/reader-failed", message: `The reader "${reader.name}" stopped: ${valueText(words)}.` });
  }
}

interface ResultFacts {
  readonly reader: string;
  readonly encoding: string;
  readonly language: string | undefined;
}

function resultOf(sink: FinishingSink, facts: ResultFacts): ReadResult {
  const before = sink.finish();
  const broken = before.issues.some(({ row, severity }) => row === null && severity === "error");
  const done = before.rows.kept === 0 && !broken ? withNothingUsable(sink, before.rows.read) : before;
  const head: CollectionHead = done.head;
  const format = done.format ?? facts.reader;
  return {
    incidents: done.incidents,
    sources: done.sources,
    issues: done.issues,
    // A table without a preset is called by the file that it stood in.
    report: {
      format: CONTAINERS.has(facts.encoding) && format === "csv" ? facts.encoding : format,
      encoding: facts.encoding,
      rows: done.rows,
      issues: done.issues,
    },
    title: head.title ?? null,
    description: head.description ?? null,
    attribution: head.attribution ?? null,
    license: head.license ?? null,
    language: head.language ?? facts.language ?? null,
  };
}

function withNothingUsable(sink: FinishingSink, read: number): ReturnType<FinishingSink["finish"]> {
  const message = read === 0 ? "The input has no records." : `None of the ${read} records could be used.`;
  sink.note({ code: "input/no-usable-row", value: read, message });
  return sink.finish();
}
