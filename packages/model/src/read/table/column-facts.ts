import type { Note, ReaderOptions } from "../reader.ts";
import { normalName } from "./column-names.ts";
import { readCoordinate, readPair } from "./coordinate-text.ts";
import { type DateOrder, type DateReading, readDateText } from "./date-text.ts";
import type { ColumnMap } from "./map-columns.ts";
import type { TableRow } from "./table.ts";

/** What only a whole column can tell. */
export interface ColumnFacts {
  /** Order of day and month by column index. */
  readonly order: ReadonlyMap<number, DateOrder>;
  /** Columns whose times are all midnight: plain days written by software. */
  readonly midnight: ReadonlySet<number>;
  /** Longitude and latitude stand in each other's column. */
  readonly swapped: boolean;
  readonly notes: readonly Note[];
}

/** Walks the date and coordinate columns once, before any row is read. */
export function columnFacts(
  columns: readonly string[],
  rows: readonly TableRow[],
  map: ColumnMap,
  options: ReaderOptions,
): ColumnFacts {
  const notes: Note[] = [];
  const order = new Map<number, DateOrder>();
  const midnight = new Set<number>();
  for (const target of ["date", "start", "end"] as const) {
    const column = map[target];
    if (column === undefined) continue;
    const name = columns[column] ?? "";
    const seen = surveyDates(rows, column);
    order.set(
      column,
      options.dayFirst === undefined ? inferOrder(seen) : options.dayFirst ? "day-first" : "month-first",
    );
    if (normalName(name) !== "edtf" && seen.withTime > 0 && seen.midnight === seen.withTime) {
      midnight.add(column);
      notes.push({
        code: "time/midnight",
        field: name,
        message: `All ${seen.midnight} times in "${name}" are midnight; they were read as days.`,
      });
    }
    notes.push(...orderNotes(seen, name, order.get(column) ?? null, options), ...viaNotes(seen, name));
  }
  const swapped = isSwapped(rows, map);
  if (swapped) notes.push(swappedNote(columns, map));
  return { order, midnight, swapped, notes };
}

interface Survey {
  /** Rows of the form a-b-year in which a, or b, is over 12; and those that could be either. */
  firstOver: number;
  secondOver: number;
  either: number;
  withTime: number;
  midnight: number;
  compact: number;
  epoch: number;
}

function surveyDates(rows: readonly TableRow[], column: number): Survey {
  const seen: Survey = { firstOver: 0, secondOver: 0, either: 0, withTime: 0, midnight: 0, compact: 0, epoch: 0 };
  for (const { cells } of rows) {
    const cell = cells[column];
    if (typeof cell !== "string" && typeof cell !== "number") continue;
    const text = String(cell);
    const reading = readDateText(text, null);
    if (reading.kind === "ambiguous") seen.either++;
    else if (reading.kind === "edtf") surveyReading(seen, reading, text);
  }
  return seen;
}

function surveyReading(seen: Survey, reading: DateReading & { kind: "edtf" }, text: string): void {
  if (reading.edtf.includes("T")) seen.withTime++;
  if (reading.midnight) seen.midnight++;
  if (reading.via === "compact") seen.compact++;
  if (reading.via === "epoch") seen.epoch++;
  if (reading.via !== "numbers") return;
  const [, first, second] = /^\D*(\d{1,2})\D(\d{1,2})\D\s?\d{4}/.exec(text) ?? [];
  if (Number(first) > 12) seen.firstOver++;
  else if (Number(second) > 12) seen.secondOver++;
}

/** The column's order when every telling row agrees; null when none tells or they contradict each other. */
function inferOrder(seen: Survey): DateOrder {
  if (seen.firstOver > 0 && seen.secondOver === 0) return "day-first";
  if (seen.secondOver > 0 && seen.firstOver === 0) return "month-first";
  return null;
}

function orderNotes(seen: Survey, name: string, order: DateOrder, options: ReaderOptions): readonly Note[] {
  if (seen.either === 0 || options.dayFirst !== undefined) return [];
  const value = { dayOver12: seen.firstOver, monthOver12: seen.secondOver, either: seen.either };
  if (order !== null) {
    const words = order === "day-first" ? "day, month, year" : "month, day, year";
    const proof = order === "day-first" ? seen.firstOver : seen.secondOver;
    const message = `Dates in "${name}" were read as ${words}: ${proof} rows allow nothing else, ${seen.either} could be either.`;
    return [{ code: "time/order-inferred", field: name, value, message }];
  }
  const why = seen.firstOver > 0 ? "rows contradict each other" : "no row tells";
  const message = `In "${name}" day and month cannot be told apart (${why}); ${seen.either} rows have no date.`;
  return [{ code: "time/ambiguous-order", field: name, value, message, changes: false }];
}

function viaNotes(seen: Survey, name: string): readonly Note[] {
  const notes: Note[] = [];
  if (seen.compact > 0)
    notes.push({
      code: "time/compact",
      field: name,
      message: `${seen.compact} dates of eight digits in "${name}" were read as year, month, day.`,
    });
  if (seen.epoch > 0)
    notes.push({
      code: "time/epoch",
      field: name,
      message: `${seen.epoch} numbers in "${name}" were read as time since 1970 in UTC.`,
    });
  return notes;
}

/**
 * Swapped for sure: at least two rows, and at least half of all, have a "latitude" beyond 90 that would be a longitude,
 * and no row has a "longitude" beyond 90. One slip of the pen does not turn a whole column.
 */
function isSwapped(rows: readonly TableRow[], map: ColumnMap): boolean {
  let total = 0;
  let beyond = 0;
  for (const { cells } of rows) {
    const pair = rawPair(cells, map);
    if (pair === null) continue;
    const [lat, lon] = pair;
    if (Number.isNaN(lat) || Number.isNaN(lon) || (lat === 0 && lon === 0)) continue;
    total++;
    if (Math.abs(lon) > 90) return false;
    if (Math.abs(lat) > 90 && Math.abs(lat) <= 180) beyond++;
  }
  return beyond >= 2 && beyond * 2 >= total;
}

function rawPair(cells: readonly unknown[], map: ColumnMap): readonly [lat: number, lon: number] | null {
  if (map.latLon !== undefined && map.lat === undefined) return readPair(String(cells[map.latLon] ?? ""));
  if (map.lat === undefined || map.lon === undefined) return null;
  return [readCoordinate(String(cells[map.lat] ?? "")), readCoordinate(String(cells[map.lon] ?? ""))];
}

function swappedNote(columns: readonly string[], map: ColumnMap): Note {
  const names = [map.latLon, map.lat, map.lon]
    .flatMap((i) => (i === undefined ? [] : [`"${columns[i]}"`]))
    .join(" and ");
  const message = `Longitude and latitude stand the wrong way round in ${names} (most "latitudes" lie beyond 90); they were read swapped.`;
  return { code: "place/swapped-column", field: names, message };
}
