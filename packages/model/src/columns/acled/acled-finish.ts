import { type AcledReading, acledOrder, createAcledReading, newestVersions } from "../../formats/acled/acled.ts";
import { cleanCell, presetRowReader } from "../../formats/preset-table.ts";
import type { Incident } from "../../incident.ts";
import type { ReaderOptions } from "../../read/reader.ts";
import { createRecordSink, type SinkResult } from "../../read/record-sink.ts";
import type { DateOrder } from "../../read/table/date-text.ts";
import type { TableRow } from "../../read/table/table.ts";
import { inSlices } from "../in-slices.ts";
import type { RowPlace } from "../row-place.ts";
import { codeTexts, conventionalCells, dateTexts, placeTable, type WhenTable, whenTable } from "./acled-lookups.ts";
import { type AcledRows, SLOW } from "./acled-rows.ts";

/** Reads rows of the file again, as texts. */
export interface RowTexts {
  row(row: number): TableRow;
}

/** A file of which every row has been judged: plain ones by their codes, the others by the preset. */
export interface JudgedRows {
  readonly order: DateOrder;
  readonly whens: WhenTable;
  readonly places: readonly (RowPlace | null)[];
  /** 1 where the preset has read the row. */
  readonly isSlow: Uint8Array;
  /** Records of such rows that are kept. */
  readonly slowIncidents: ReadonlyMap<number, Incident>;
  /** Rows that are kept, rising. */
  readonly kept: Uint32Array;
  readonly sink: SinkResult;
  /** All records, plain ones counted. */
  readonly counts: SinkResult["rows"];
}

/** What {@link judgeRows} needs beside the rows. */
export interface JudgeOptions {
  readonly texts: RowTexts;
  readonly options: ReaderOptions;
  pause(): Promise<void>;
}

/** Hands every row that is not plain to the preset, in the order of the file, and counts the others beside them. */
export async function judgeRows(rows: AcledRows, { texts, options, pause }: JudgeOptions): Promise<JudgedRows> {
  const dates = dateTexts(rows);
  const order = acledOrder(dates, { note() {} }, options);
  const whens = await whenTable(rows, order, pause);
  const places = placeTable(rows);
  const isSlow = await slowRows(rows, { whens, places, pause });
  const newest = await versions(rows, { isSlow, texts, pause });
  const sink = createRecordSink();
  sink.describe({ attribution: "Armed Conflict Location & Event Data (ACLED), acleddata.com" });
  const reading = createAcledReading({ dates, newest }, sink, options);
  const readRow = presetRowReader(rows.layout.columns, sink, reading.read);
  let read = 0;
  for (let row = 0; row < rows.length; row++) {
    if (isSlow[row] === 0) continue;
    sink.skip(row - read);
    readRow(texts.row(row));
    read = row + 1;
    await pause();
  }
  sink.skip(rows.length - read);
  const undated = await countPlain(rows, { isSlow, whens, reading, pause });
  for (const name of await plainSources(rows, isSlow, pause)) sink.source(name, { title: name });
  reading.tell();
  const result = sink.finish((id) => {
    const row = rows.ids.rowOf(new TextEncoder().encode(id));
    return row >= 0 && isSlow[row] === 0;
  });
  const slowIncidents = new Map(result.rowNumbers.map((number, i) => [number - 1, result.incidents[i] as Incident]));
  await pause();
  const kept = keptRows(rows.length, isSlow, slowIncidents);
  await pause();
  const { changed, unplaced } = result.rows;
  const counts = {
    read: rows.length,
    kept: kept.length,
    changed,
    undated: result.rows.undated + undated,
    unplaced,
    rejected: rows.length - kept.length,
  };
  return { order, whens, places, isSlow, slowIncidents, kept, sink: result, counts };
}

interface RowCodes {
  readonly whens: WhenTable;
  readonly places: readonly (RowPlace | null)[];
  pause(): Promise<void>;
}

async function slowRows(rows: AcledRows, { whens, places, pause }: RowCodes): Promise<Uint8Array> {
  const isSlow = rows.state.slice(0, rows.length);
  const when = rows.when.codes;
  await inSlices(rows.length, pause, (from, to) => {
    for (let row = from; row < to; row++) {
      if (isSlow[row] === SLOW) continue;
      if (whens.isOdd[when[row] as number] === 1 || places[rows.place[row] as number] === null) isSlow[row] = SLOW;
    }
  });
  return isSlow;
}

interface SlowRows {
  readonly isSlow: Uint8Array;
  readonly texts: RowTexts;
  pause(): Promise<void>;
}

/** Newest versions of ids that stand more than once. A plain row whose id a slow one shares becomes slow itself. */
async function versions(rows: AcledRows, { isSlow, texts, pause }: SlowRows): Promise<ReadonlyMap<string, number>> {
  const { index } = rows.layout;
  const [id, stamp] = [index.get("event_id_cnty") ?? -1, index.get("timestamp") ?? -1];
  const first = isSlow.slice();
  for (let row = 0; row < rows.length; row++) {
    if (first[row] === 0) continue;
    const text = String(texts.row(row).cells[id] ?? "");
    for (const key of new Set([text.trim(), cleanCell(text) ?? ""])) {
      const other = rows.ids.rowOf(new TextEncoder().encode(key));
      if (other >= 0) isSlow[other] = SLOW;
    }
    await pause();
  }
  const table: TableRow[] = [];
  for (let row = 0; row < rows.length; row++) {
    if (isSlow[row] === 0) continue;
    const { cells } = texts.row(row);
    table.push({ cells: stamp < 0 ? [cells[id]] : [cells[id], cells[stamp]], badQuote: false });
    await pause();
  }
  await pause();
  return newestVersions({ columns: stamp < 0 ? ["event_id_cnty"] : ["event_id_cnty", "timestamp"], rows: table });
}

interface PlainRows {
  readonly isSlow: Uint8Array;
  readonly whens: WhenTable;
  readonly reading: AcledReading;
  pause(): Promise<void>;
}

/** Counts the plain rows for the report; answers how many have no date. */
async function countPlain(rows: AcledRows, { isSlow, whens, reading, pause }: PlainRows): Promise<number> {
  const times = codeTexts(rows.cells.timePrecision);
  const places = codeTexts(rows.cells.geoPrecision);
  const conventional = conventionalCells(rows.cells.fatalities);
  const precisionOf = Uint32Array.from(rows.whens, ({ precision }) => precision);
  const counts = new Uint32Array(times.length * places.length);
  const [whenOf, deathsOf] = [rows.when.codes, rows.deaths.codes];
  let [undated, stated] = [0, 0];
  await inSlices(rows.length, pause, (from, to) => {
    for (let row = from; row < to; row++) {
      if (isSlow[row] !== 0) continue;
      const when = whenOf[row] as number;
      const cell = (precisionOf[when] as number) * places.length + ((rows.place[row] as number) >> 1);
      counts[cell] = (counts[cell] as number) + 1;
      if (Number.isNaN(whens.startMs[when])) undated++;
      stated += conventional[deathsOf[row] as number] as number;
    }
  });
  counts.forEach((count, cell) => {
    if (count === 0) return;
    const codes = { time: times[Math.floor(cell / places.length)], place: places[cell % places.length] };
    reading.count(codes, count);
  });
  reading.countConventional(stated);
  return undated;
}

async function plainSources(
  rows: AcledRows,
  isSlow: Uint8Array,
  pause: () => Promise<void>,
): Promise<readonly string[]> {
  const { values } = rows.cells.fields.source;
  const { offsets, codes } = rows.source;
  const isUsed = new Uint8Array(values.length);
  await inSlices(rows.length, pause, (from, to) => {
    for (let row = from; row < to; row++) {
      if (isSlow[row] !== 0) continue;
      const end = offsets[row + 1] as number;
      for (let i = offsets[row] as number; i < end; i++) isUsed[codes[i] as number] = 1;
    }
  });
  return values.filter((_, code) => isUsed[code] === 1);
}

function keptRows(length: number, isSlow: Uint8Array, slow: ReadonlyMap<number, Incident>): Uint32Array {
  const kept = new Uint32Array(length);
  let count = 0;
  for (let row = 0; row < length; row++) if (isSlow[row] === 0 || slow.has(row)) kept[count++] = row;
  return kept.slice(0, count);
}
