import type { Where } from "../incident.ts";
import { jsonSyntaxNote } from "../read/json-syntax-note.ts";
import type { Note, ReaderInput, RecordSink } from "../read/reader.ts";
import { isRecord } from "../read/record/fields.ts";
import { normalName } from "../read/table/column-names.ts";
import { cellsOfItem, keysOfItems } from "../read/table/item-rows.ts";
import { isHeaderAgain, lengthNotes, splitTags } from "../read/table/read-rows.ts";
import { cellText } from "../read/table/row-cells.ts";
import type { TableRow } from "../read/table/table.ts";
import { isTotalsRow } from "../read/table/totals-row.ts";
import { valueText } from "../value-text.ts";

/** A table whose columns a preset knows by name, whatever their case. */
export interface PresetTable {
  /** As they stand in the file. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** One row of a preset's table. Names are lower-case; the first of several that has a cell with text counts. */
export interface PresetRow {
  /** Trimmed text without byte order marks; undefined when blank or when there is no such column. */
  text(...names: string[]): string | undefined;
  /** A number, also with thousands separators; undefined, and said, when the cell is none. */
  number(...names: string[]): number | undefined;
  /** A code as text, `1.0` being `1`; undefined when blank. */
  code(...names: string[]): string | undefined;
  /** The entry of a code table; undefined, and said, when the code is not in it. */
  coded<T>(table: Readonly<Record<string, T>>, ...names: string[]): T | undefined;
  note(note: Note): void;
  /** Columns that are not among `taken`, as they stand; undefined when there are none. */
  extra(taken: ReadonlySet<string>): Readonly<Record<string, unknown>> | undefined;
}

/** The record of a row, or a reason to refuse it. */
export type PresetOutcome = { readonly record: Readonly<Record<string, unknown>> } | { readonly reject: Note };

/** The table of an input that may be JSON as well: `ofJson` gets the value. Null, and said, when it is broken. */
export function tableOrJson(
  input: ReaderInput,
  sink: RecordSink,
  ofJson: (value: unknown) => PresetTable | null,
): PresetTable | null {
  if (!/^\s*[[{]/.test(input.head.text)) return delimitedTable(input, sink);
  const parsed = input.json();
  if (parsed.ok) return ofJson(parsed.value);
  sink.note(jsonSyntaxNote(input.text, parsed));
  return null;
}

/** The delimited table of an input. A row of HXL tags under the header is no record. */
export function delimitedTable(input: ReaderInput, sink: RecordSink): PresetTable {
  const { columns, rows } = input.table();
  const split = splitTags(rows);
  if (split.tags !== undefined) {
    const message = "The row after the header holds HXL tags; it is no record.";
    sink.note({ code: "table/tag-row", value: split.tags, message });
  }
  return { columns, rows: split.rows };
}

/** A list of JSON objects as a table; what is no object becomes a row without cells. */
export function objectTable(items: readonly unknown[]): PresetTable {
  const columns = keysOfItems(items);
  const cells = (item: unknown) => (isRecord(item) ? cellsOfItem(item, columns) : []);
  return { columns, rows: items.map((item) => ({ cells: cells(item), badQuote: false })) };
}

/** Gives every row to `read` and what comes of it to the sink: each row exactly once. */
export function readPresetRows(table: PresetTable, sink: RecordSink, read: (row: PresetRow) => PresetOutcome): void {
  const readRow = presetRowReader(table.columns, sink, read);
  for (const row of table.rows) readRow(row);
}

/** Reads rows of one table one by one: each goes to the sink exactly once. */
export function presetRowReader(
  columns: readonly string[],
  sink: RecordSink,
  read: (row: PresetRow) => PresetOutcome,
): (row: TableRow) => void {
  const first = normalName(columns[0] ?? "");
  const presetRow = createPresetRow(columns);
  return (row) => {
    if (normalName(String(row.cells[0] ?? "")) === first && isHeaderAgain(row, columns)) {
      sink.reject({ code: "table/repeated-header", message: "The header row stands here again; it is no record." });
      return;
    }
    const notes: Note[] = [...lengthNotes(row, columns.length)];
    const outcome = readSafely(presetRow(row.cells, notes), read);
    if ("reject" in outcome) sink.reject(outcome.reject);
    else if (isNowhere(outcome.record) && isTotalsRow(row.cells, 0)) sink.reject({ code: "table/totals-row" });
    else sink.record(outcome.record, notes);
  };
}

/** Without a date and without a position. */
function isNowhere({ when, where }: Readonly<Record<string, unknown>>): boolean {
  return when === undefined && (where as Where | undefined)?.lon === undefined;
}

/** A slip of ours in one row must not cost the others. */
function readSafely(row: PresetRow, read: (row: PresetRow) => PresetOutcome): PresetOutcome {
  try {
    return read(row);
  } catch (error) {
    const words = valueText(error instanceof Error ? error.message : error);
    return { reject: { code: "record/reader-failed", message: `The row could not be read: ${words}.` } };
  }
}

/** Column index by lower-case name; the first of a name counts. */
export function columnIndex(columns: readonly string[]): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  columns.forEach((name, i) => {
    const key = name.toLowerCase();
    if (key !== "" && !index.has(key)) index.set(key, i);
  });
  return index;
}

/** Turns to the cells of another row; remarks on it go to `notes`. What it answers holds until it is called again. */
export type PresetRowTurn = (cells: readonly unknown[], notes: Note[]) => PresetRow;

/** The rows of one table, each as a {@link PresetRow}: one object that turns from row to row. */
export function createPresetRow(columns: readonly string[]): PresetRowTurn {
  const index = columnIndex(columns);
  const others = new Map<ReadonlySet<string>, readonly OtherColumn[]>();
  let cells: readonly unknown[] = [];
  let notes: Note[] = [];
  const find = (names: readonly string[]): { readonly name: string; readonly text: string } | undefined => {
    for (const name of names) {
      const column = index.get(name);
      const text = column === undefined ? undefined : cleanCell(cells[column]);
      if (text !== undefined) return { name, text };
    }
    return undefined;
  };
  const row: PresetRow = {
    text: (...names) => find(names)?.text,
    number(...names) {
      const found = find(names);
      if (found === undefined) return undefined;
      const value = plainNumber(found.text);
      if (value !== undefined) return value;
      const message = `"${found.name}" is ${valueText(found.text)}, which is no number; it stays unknown.`;
      notes.push({ code: "figure/not-a-number", field: found.name, value: found.text, message });
      return undefined;
    },
    code(...names) {
      const found = find(names);
      return found === undefined ? undefined : codeOf(found.text);
    },
    coded(table, ...names) {
      const found = find(names);
      if (found === undefined) return undefined;
      const code = codeOf(found.text);
      if (Object.hasOwn(table, code)) return table[code];
      const message = `"${found.name}" is ${valueText(code)}, which is not in the codebook (${Object.keys(table).join(", ")}).`;
      notes.push({ code: "field/code", field: found.name, value: code, message });
      return undefined;
    },
    note: (note) => notes.push(note),
    extra(taken) {
      let found = others.get(taken);
      if (found === undefined) {
        found = otherColumns(columns, taken);
        others.set(taken, found);
      }
      let extra: Record<string, unknown> | undefined;
      for (const { name, column } of found) {
        const value = cells[column];
        const kept = typeof value === "object" && value !== null ? value : cleanCell(value);
        if (kept === undefined) continue;
        extra ??= {};
        if (name === "__proto__") Object.defineProperty(extra, name, { ...OWN, value: kept });
        else extra[name] = kept;
      }
      return extra;
    },
  };
  return (nextCells, nextNotes) => {
    cells = nextCells;
    notes = nextNotes;
    return row;
  };
}

function codeOf(text: string): string {
  return text.includes(".") ? text.replace(/^(-?\d+)\.0+$/, "$1") : text;
}

/** An assignment to `__proto__` would be none. */
const OWN = { enumerable: true, configurable: true, writable: true } as const;

/** A column without a place in the record, and the name under which it is kept. */
interface OtherColumn {
  readonly name: string;
  readonly column: number;
}

function otherColumns(columns: readonly string[], taken: ReadonlySet<string>): readonly OtherColumn[] {
  return columns
    .map((name, column) => ({ name, column }))
    .filter(({ name }) => !taken.has(name) && !taken.has(name.toLowerCase()))
    .map(({ name, column }) => ({ name: name === "" ? `column ${column + 1}` : name, column }));
}

/** Text of a cell as presets take it: trimmed, without byte order marks; undefined when blank. */
export function cleanCell(value: unknown): string | undefined {
  return cellText(typeof value === "string" && value.includes("\ufeff") ? value.replaceAll("\ufeff", "") : value);
}

/** A decimal number with or without thousands commas; undefined when it is none. */
export function plainNumber(text: string): number | undefined {
  if (/^[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/.test(text)) return Number(text);
  return /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? Number(text.replaceAll(",", "")) : undefined;
}

/** Entries whose value says something; a record is built from them. */
export function given(entries: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const kept: Record<string, unknown> = {};
  for (const name of Object.keys(entries)) {
    const value = entries[name];
    if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) continue;
    kept[name] = value;
  }
  return kept;
}

/** Parts of a list cell, trimmed, blank ones and repeats left out. */
export function listOf(text: string | undefined, separator: string | RegExp = ";"): readonly string[] {
  if (text === undefined) return [];
  if (typeof separator === "string" && !text.includes(separator)) return [text.trim()].filter((part) => part !== "");
  const parts = text.split(separator).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ""))];
}

/** True when all names are among the columns of a head. */
export function hasColumns(columns: readonly string[], ...names: string[]): boolean {
  const there = new Set(columns.map((name) => name.toLowerCase()));
  return names.every((name) => there.has(name));
}
