import { CONVENTIONAL } from "../../formats/acled/acled-codes.ts";
import { acledWhere } from "../../formats/acled/acled-parts.ts";
import { acledWhen } from "../../formats/acled/acled-when.ts";
import { cleanCell, createPresetRow } from "../../formats/preset-table.ts";
import type { Incident } from "../../incident.ts";
import type { Note } from "../../read/reader.ts";
import { readRecord } from "../../read/record/read-record.ts";
import type { DateOrder } from "../../read/table/date-text.ts";
import { createZoneCheck } from "../../read/zone-check.ts";
import { createZoneClocks } from "../../time/zone.ts";
import type { ByteDictionary } from "../bytes/byte-dictionary.ts";
import { rowDate } from "../row-date.ts";
import { type RowPlace, rowPlace } from "../row-place.ts";
import type { AcledRows } from "./acled-rows.ts";

/** What the distinct dates of a file say, each read once by the preset. */
export interface WhenTable {
  readonly startMs: Float64Array;
  readonly endMs: Float64Array;
  readonly coreStartMs: Float64Array;
  readonly coreEndMs: Float64Array;
  readonly bits: Uint8Array;
  /** There is something to say about it: its rows go the long way. */
  readonly isOdd: Uint8Array;
}

const WHEN_COLUMNS = ["event_date", "year", "time_precision"];

/** Reads all distinct dates; `pause` is awaited between them. */
export async function whenTable(rows: AcledRows, order: DateOrder, pause: () => Promise<void>): Promise<WhenTable> {
  const { whens, cells } = rows;
  const spans = (): Float64Array => new Float64Array(whens.length).fill(Number.NaN);
  const table = { startMs: spans(), endMs: spans(), coreStartMs: spans(), coreEndMs: spans() };
  const [bits, isOdd] = [new Uint8Array(whens.length), new Uint8Array(whens.length)];
  const presetRow = createPresetRow(WHEN_COLUMNS);
  const clocks = createZoneClocks();
  const knowsZone = createZoneCheck();
  for (const [code, { date, year, precision }] of whens.entries()) {
    if (code % 32 === 31) await pause();
    const texts = [cells.date.text(date), cells.year.text(year), cells.timePrecision.text(precision)];
    const notes: Note[] = [];
    const when = acledWhen(presetRow(texts, notes), order);
    const record = readRecord({ id: "x", title: "x", ...(when === undefined ? {} : { when }) }, knowsZone);
    // A code beside a date that is not there is not looked at; a row that bears it still is none.
    if (record.draft === null || notes.length + record.notes.length > 0) {
      isOdd[code] = 1;
      continue;
    }
    const spans = rowDate(record.draft.when, clocks);
    if (spans === null) continue;
    table.startMs[code] = spans.outerStartMs;
    table.endMs[code] = spans.outerEndMs;
    table.coreStartMs[code] = spans.coreStartMs;
    table.coreEndMs[code] = spans.coreEndMs;
    bits[code] = spans.bits;
  }
  return { ...table, bits, isOdd };
}

const WHERE_COLUMNS = ["longitude", "latitude", "geo_precision", "admin1"];

/** Class and radius of a place by its code in {@link AcledRows.place}; null where the code is not in the codebook. */
export function placeTable({ cells }: AcledRows): readonly (RowPlace | null)[] {
  const presetRow = createPresetRow(WHERE_COLUMNS);
  return Array.from({ length: Math.min(256, cells.geoPrecision.size * 2) }, (_, code) => {
    const notes: Note[] = [];
    const texts = ["1", "1", cells.geoPrecision.text(code >> 1), (code & 1) === 1 ? "x" : ""];
    const where = acledWhere(presetRow(texts, notes), (name) => name);
    return notes.length > 0 ? null : rowPlace(where as Incident["where"]);
  });
}

/** The code of a cell as the preset counts it. */
export function codeTexts(cells: ByteDictionary): readonly (string | undefined)[] {
  return Array.from({ length: cells.size }, (_, code) => cleanCell(cells.text(code))?.replace(/^(-?\d+)\.0+$/, "$1"));
}

/** Which cells of deaths hold a number that the codebook also uses for words. */
export function conventionalCells(cells: ByteDictionary): Uint8Array {
  return Uint8Array.from({ length: cells.size }, (_, code) =>
    CONVENTIONAL.has(Number(cleanCell(cells.text(code)))) ? 1 : 0,
  );
}

/** How often each date stands as it stands, all rows of the file counted. */
export function dateTexts(rows: AcledRows): ReadonlyMap<string, number> {
  const dates = new Map<string, number>();
  const count = (text: string, times: number): void => {
    dates.set(text, (dates.get(text) ?? 0) + times);
  };
  rows.dateCounts.forEach((times, code) => {
    if (times > 0) count(rows.cells.date.text(code), times);
  });
  for (const text of rows.badDates) count(text, 1);
  return dates;
}
