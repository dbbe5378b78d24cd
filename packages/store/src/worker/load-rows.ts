import {
  type ColumnLoadOptions,
  columnsOf,
  type IncidentColumns,
  type LoadInput,
  loadColumns,
  loadIncidents,
  type RecordData,
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
function recordsToSend(data: RecordData): Pick<SentLoad, "recordData" | "names" | "texts"> {
  // In arrays of their own: the bytes of the whole file would go with them.
  if (data.kind === "columns") return { names: ownArrays(data.names) };
  if (data.kind !== "incidents") return { recordData: data };
  const { incidents } = data;
  return { recordData: packRecords(incidents), texts: packRowTexts(incidents.map(searchText)) };
}

/**
 * What the first bytes hold, where whole lines are whole records; the last line may be cut, and is left out. The same readers
 * look at it as at the whole: a code of a publisher must not be drawn as a number for a moment.
 */
async function previewOf(
  head: Uint8Array,
  options: RowLoadOptions,
  tell: (columns: IncidentColumns) => void,
): Promise<void> {
  const isText = head.length > 0 && !/[[{<]/.test(String.fromCharCode(firstInk(head))) && !head.includes(0);
  const end = head.lastIndexOf(10) + 1;
  if (!isText || end === 0) return;
  const { onProgress: _, onRows: __, fetch: ___, categoryField: ____, ...reading } = options;
  // What cannot be read is told by the reading of the whole.
  const result = await loadIncidents(head.subarray(0, end), reading).catch(() => null);
  if (result !== null && result.incidents.length > 0) tell(columnsOf(result.incidents, result));
}

/** The first byte that is neither blank nor a mark of the encoding. */
function firstInk(bytes: Uint8Array): number {
  return bytes.find((byte) => byte > 32 && byte < 128) ?? 0;
}
