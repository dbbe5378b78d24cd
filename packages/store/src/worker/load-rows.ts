import {
  type ColumnLoadOptions,
  columnsOf,
  type IncidentColumns,
  type LoadInput,
  loadColumns,
  type RecordData,
  readIncidents,
} from "@whenwhere/model";
import { packRowTexts } from "../search/packed-texts.ts";
import { searchText } from "../search/search-words.ts";
import { ownArrays } from "./buffers-of.ts";
import type { SentLoad, SentRows } from "./messages.ts";
import { packRecords } from "./pack-records.ts";
import { readyRows } from "./ready-rows.ts";
import { tapInput } from "./tap-input.ts";

/** Options of loading, on whichever thread; rows are told before the last one is read. */
export interface RowLoadOptions extends Omit<ColumnLoadOptions, "onRows"> {
  onRows?(rows: SentRows): void;
  /** Field that gives the category. Default `category`. */
  readonly categoryField?: string;
}

/**
 * Loads, sorts by time, makes the columns narrow and packs the records: all that a store needs, in arrays that can be moved to another thread. The
 * first rows are told as soon as a quarter of a megabyte is there, and again when a reader of columns tells its own.
 */
export async function loadRows(input: LoadInput, options: RowLoadOptions): Promise<SentLoad> {
  const { onRows, categoryField, ...loading } = options;
  const tell = (columns: IncidentColumns): void => onRows?.({ rows: readyRows(columns, categoryField) });
  const reading =
    onRows === undefined ? loading : { ...loading, onRows: (columns: IncidentColumns) => tell(ownArrays(columns)) };
  const tapped =
    onRows === undefined ? { input, fetch: {} } : tapInput(input, loading, (head) => previewOf(head, loading, tell));
  const { columns, report, head, recordData } = await loadColumns(tapped.input, { ...reading, ...tapped.fetch });
  return {
    rows: readyRows(columns, categoryField),
    ...recordsToSend(recordData),
    report,
    head,
  };
}

/** Records as they cross best, and what of them is searched. */
function recordsToSend(data: RecordData): Pick<SentLoad, "recordData" | "texts"> {
  if (data.kind !== "incidents") return { recordData: data };
  const { incidents } = data;
  return { recordData: packRecords(incidents), texts: packRowTexts(incidents.map(searchText)) };
}

/** What the first bytes hold, where whole lines are whole records; the last line may be cut, and is left out. */
function previewOf(head: Uint8Array, options: RowLoadOptions, tell: (columns: IncidentColumns) => void): void {
  const isText = head.length > 0 && !/[[{<]/.test(String.fromCharCode(firstInk(head))) && !head.includes(0);
  const end = head.lastIndexOf(10) + 1;
  if (!isText || end === 0) return;
  const { onProgress: _, signal: __, fetch: ___, stallMs: ____, readers: _____, format, ...rest } = options;
  if (typeof format === "string" && format !== "auto" && format !== "csv" && format !== "tsv") return;
  const result = readIncidents(head.subarray(0, end), { ...rest, ...(typeof format === "object" ? { format } : {}) });
  if (result.incidents.length > 0) tell(columnsOf(result.incidents, { sources: result.sources, title: result.title }));
}

/** The first byte that is neither blank nor a mark of the encoding. */
function firstInk(bytes: Uint8Array): number {
  return bytes.find((byte) => byte > 32 && byte < 128) ?? 0;
}
