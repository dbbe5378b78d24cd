import { createCountryCodes } from "../../place/country-code.ts";
import type { Note, ReaderOptions, RecordSink } from "../reader.ts";
import { columnFacts } from "./column-facts.ts";
import { normalName } from "./column-names.ts";
import { mapColumns } from "./map-columns.ts";
import { otherColumns } from "./row-cells.ts";
import { createRowReader, type RowRecord } from "./row-record.ts";
import type { TableRow } from "./table.ts";
import { tableTerms } from "./table-terms.ts";
import { isTotalsRow } from "./totals-row.ts";

/** Columns and rows, from delimited text or from GeoJSON properties. */
export interface RowSource {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** False when the first row cannot be one of HXL tags. */
  readonly tagRow?: boolean;
}

/** Reads the rows of a table into the sink: columns are guessed or given, then every row becomes one record. */
export function readRows(source: RowSource, sink: RecordSink, options: ReaderOptions): void {
  const columns = distinctNames(source.columns);
  const { tags, rows } = source.tagRow === false ? { tags: undefined, rows: source.rows } : splitTags(source.rows);
  if (tags !== undefined)
    sink.note({
      code: "table/tag-row",
      value: tags,
      message: "The row after the header holds HXL tags; it is no record.",
    });
  const { map, notes } = mapColumns(columns, rows, {
    ...(options.mapping === undefined ? {} : { mapping: options.mapping }),
    tags,
  });
  const facts = columnFacts({ columns, rows, map }, options);
  for (const note of [...notes, ...facts.notes]) sink.note(note);
  const codes = columns.filter((name) => PRECISION_CODES.test(normalName(name)));
  for (const name of codes) sink.note(precisionNote(name));
  const boundsOnly = codes.some((name) => /^(date|time)/.test(normalName(name)));
  const others = otherColumns(columns, map, tableTerms(columns, rows, sink));
  const read = createRowReader({ others, columns, map, facts, boundsOnly, countryCode: createCountryCodes() }, sink);
  for (const row of rows) readRow(row, { columns, read }, sink);
}

interface RowReading {
  readonly columns: readonly string[];
  read(cells: readonly unknown[]): RowRecord;
}

const PRECISION_CODES = /^(date_prec|time_precision|where_prec|geo_precision|specificity|geolocation_resolution)$/;

function precisionNote(name: string): Note {
  const message = `"${name}" holds codes of precision that a general reader does not know; dates and places may be drawn finer than they are.`;
  return { code: "table/precision-codes", field: name, message };
}

function readRow(row: TableRow, { columns, read }: RowReading, sink: RecordSink): void {
  if (isHeaderAgain(row, columns)) {
    sink.reject({ code: "table/repeated-header", message: "The header row stands here again; it is no record." });
    return;
  }
  const { raw, notes } = read(row.cells);
  if (raw["when"] === undefined && raw["where"] === undefined && isTotalsRow(row.cells)) {
    sink.reject({ code: "table/totals-row" });
    return;
  }
  sink.record(raw, [...lengthNotes(row, columns.length), ...notes]);
}

/** Remarks on a row whose cells are fewer or more than its header, or whose quotation marks are broken. */
export function lengthNotes(row: TableRow, width: number): readonly Note[] {
  const notes: Note[] = [];
  const found = row.cells.length;
  if (row.badQuote) notes.push({ code: "table/quote" });
  if (found < width)
    notes.push({
      code: "table/short-row",
      value: found,
      message: `The row has ${found} of ${width} cells; the rest counts as blank.`,
    });
  if (found > width && row.cells.slice(width).some((cell) => String(cell).trim() !== "")) {
    const message = `The row has ${found} cells, the header ${width}; the surplus was left out.`;
    notes.push({ code: "table/long-row", value: row.cells.slice(width), message });
  }
  return notes;
}

/** Whether a row only repeats the names of the columns. */
export function isHeaderAgain(row: TableRow, columns: readonly string[]): boolean {
  if (columns.length < 2 || row.cells.length < columns.length) return false;
  return columns.every((name, i) => normalName(String(row.cells[i] ?? "")) === normalName(name));
}

/** Takes a row of HXL tags off the top of the rows. */
export function splitTags(rows: readonly TableRow[]): {
  readonly tags: readonly string[] | undefined;
  readonly rows: readonly TableRow[];
} {
  const cells = (rows[0]?.cells ?? []).map((cell) => String(cell ?? "").trim());
  const tagged = cells.filter((cell) => /^#[a-z]+([+ ].*)?$/i.test(cell)).length;
  const blank = cells.filter((cell) => cell === "").length;
  return tagged >= 2 && tagged + blank === cells.length
    ? { tags: cells, rows: rows.slice(1) }
    : { tags: undefined, rows };
}

/** A second column of the same name gets a number, so that neither is lost. */
function distinctNames(columns: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return columns.map((name) => {
    let distinct = name;
    for (let n = 2; distinct !== "" && seen.has(distinct); n++) distinct = `${name} (${n})`;
    seen.add(distinct);
    return distinct;
  });
}
