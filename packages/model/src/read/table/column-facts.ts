import type { Note, ReaderOptions } from "../reader.ts";
import { normalName } from "./column-names.ts";
import { readCoordinate, readPair } from "./coordinate-text.ts";
import type { DateDoubts } from "./date-doubt.ts";
import type { DateOrder } from "./date-text.ts";
import type { ColumnMap } from "./map-columns.ts";
import { publicationColumn } from "./publication-column.ts";
import { isDateName } from "./serial-day.ts";
import { type DateSurvey, surveyDates } from "./survey-dates.ts";
import type { TableRow } from "./table.ts";

/** What only a whole column can tell. */
export interface ColumnFacts {
  /** Order of day and month by column index. */
  readonly order: ReadonlyMap<number, DateOrder>;
  /** Columns whose times are all midnight: plain days written by software. */
  readonly midnight: ReadonlySet<number>;
  /** Columns that hold a spreadsheet's counts of days and nothing else. */
  readonly serial: ReadonlySet<number>;
  /** What speaks against cells of a column of dates, by its index. */
  readonly doubts: ReadonlyMap<number, DateDoubts>;
  /** Column of the days on which the records were published; it is no date of theirs. */
  readonly published: number | null;
  /** Pairs in brackets, whose order nothing else tells: the column proves one, or none. */
  readonly bracketsDecided: boolean;
  /** Longitude and latitude stand in each other's column. */
  readonly swapped: boolean;
  readonly notes: readonly Note[];
}

/** A table of which it is known which column is what. */
export interface MappedTable {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly map: ColumnMap;
}

/** Walks the date and coordinate columns once, before any row is read. */
export function columnFacts(table: MappedTable, options: ReaderOptions): ColumnFacts {
  const { columns, rows, map } = table;
  const { notes, ...dates } = dateFacts(table, options);
  const published = publicationColumn(columns, rows, map);
  if (published !== null && map.date === undefined && map.start === undefined && map.year === undefined) {
    notes.push(publicationNote(columns[published] ?? ""));
  }
  const order = pairOrder(rows, map);
  const lonFirst = map.latLon !== undefined && map.lat === undefined && isLonFirst(columns[map.latLon] ?? "");
  if (order === "swapped" && !lonFirst) notes.push(swappedNote(columns, map));
  const swapped = lonFirst || order === "swapped";
  return { ...dates, published, bracketsDecided: order !== null || lonFirst, swapped, notes };
}

function dateFacts(
  { columns, rows, map }: MappedTable,
  { dayFirst }: ReaderOptions,
): Pick<ColumnFacts, "order" | "midnight" | "serial" | "doubts"> & { readonly notes: Note[] } {
  const notes: Note[] = [];
  const asked = askedOrder(dayFirst);
  const order = new Map<number, DateOrder>();
  const midnight = new Set<number>();
  const serial = new Set<number>();
  const doubts = new Map<number, DateDoubts>();
  for (const target of ["year", "date", "start", "end"] as const) {
    const column = map[target];
    if (column === undefined) continue;
    const name = columns[column] ?? "";
    const seen = surveyDates(rows, column, name);
    doubts.set(column, seen.doubts);
    if (target === "year") continue;
    order.set(column, asked ?? inferOrder(seen));
    const isOurs = normalName(name) === "edtf";
    if (holdsSerials(seen, name)) {
      serial.add(column);
      notes.push(serialNote(seen, name));
    }
    if (!isOurs && seen.withTime > 0 && seen.midnight === seen.withTime) {
      midnight.add(column);
      const message = `All ${seen.midnight} times in "${name}" are midnight; they were read as days.`;
      notes.push({ code: "time/midnight", field: name, message });
    }
    if (asked === null) notes.push(...orderNotes(seen, name, inferOrder(seen)));
    if (!isOurs) notes.push(...viaNotes(seen, name));
  }
  return { order, midnight, serial, doubts, notes };
}

/** The order that the caller decided; null when he left it open. */
function askedOrder(dayFirst: boolean | undefined): DateOrder {
  if (dayFirst === undefined) return null;
  return dayFirst ? "day-first" : "month-first";
}

/** Under the name of a date stand numbers that may be counts of days, and nothing else. */
function holdsSerials({ serial, stated }: DateSurvey, name: string): boolean {
  return serial > 0 && serial === stated && isDateName(name);
}

function serialNote({ serial, serialTime }: DateSurvey, name: string): Note {
  const times = serialTime === 0 ? "" : ` The times of day in ${serialTime} of them were left out.`;
  const message = `All ${serial} dates in "${name}" are a spreadsheet's counts of days; they were read as days counted from 1900. Counted from 1904, as old Macintosh files do, each is four years and a day later.${times}`;
  return { code: "time/serial", field: name, value: serial, message };
}

/** "lon_lat", "lng,lat", "x_y": the name of the column says which of the two comes first. */
function isLonFirst(name: string): boolean {
  return /^(?:lon|lng|long|longitude)_?(?:and_)?(?:lat|latitude)$|^x_?y$/.test(normalName(name));
}

function publicationNote(name: string): Note {
  const message = `"${name}" tells when the records were published, not when they happened; they have no date.`;
  return { code: "table/publication-date", field: name, message };
}

/** The column's order when every telling row agrees; null when none tells or they contradict each other. */
function inferOrder(seen: DateSurvey): DateOrder {
  if (seen.firstOver > 0 && seen.secondOver === 0) return "day-first";
  if (seen.secondOver > 0 && seen.firstOver === 0) return "month-first";
  return null;
}

const rowsOf = (n: number): string => (n === 1 ? "1 row has" : `${n} rows have`);

function orderNotes(seen: DateSurvey, name: string, order: DateOrder): readonly Note[] {
  if (seen.either === 0) return [];
  const value = { dayOver12: seen.firstOver, monthOver12: seen.secondOver, either: seen.either };
  if (order !== null) {
    const words = order === "day-first" ? "day, month, year" : "month, day, year";
    const proof = order === "day-first" ? seen.firstOver : seen.secondOver;
    const message = `Dates in "${name}" were read as ${words}: ${proof} rows allow nothing else, ${seen.either} could be either.`;
    return [{ code: "time/order-inferred", field: name, value, message }];
  }
  const why = seen.firstOver > 0 ? "rows contradict each other" : "no row tells";
  const message = `In "${name}" day and month cannot be told apart (${why}); ${rowsOf(seen.either)} no date.`;
  return [{ code: "time/ambiguous-order", field: name, value, message, changes: false }];
}

function viaNotes(seen: DateSurvey, name: string): readonly Note[] {
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
  if (seen.season > 0)
    notes.push({
      code: "time/season",
      field: name,
      message: `${seen.season} seasons in "${name}" were read as those of the northern half of the Earth.`,
    });
  if (seen.week > 0)
    notes.push({
      code: "time/week",
      field: name,
      message: `${seen.week} weeks in "${name}" were read by ISO 8601: a week as some day of its seven from Monday on.`,
    });
  if (seen.calendar > 0)
    notes.push({
      code: "time/calendar-read",
      field: name,
      message: `${seen.calendar} dates in "${name}" are of a Hijri calendar; they were turned into days of ours.`,
    });
  if (seen.otherYears > 0 && !seen.doubts.otherCalendar)
    notes.push({
      code: "time/calendar",
      field: name,
      message: `${seen.otherYears} dates in "${name}" are of the years 1300 to 1500; they were read as Gregorian.`,
      changes: false,
    });
  return notes;
}

/**
 * Swapped for sure: at least two rows, and at least half of all, have a "latitude" beyond 90 that would be a longitude,
 * and no row has a "longitude" beyond 90. One slip of the pen does not turn a whole column. `straight` when a row has a
 * longitude beyond 90 and none a latitude; null when nothing tells.
 */
function pairOrder(rows: readonly TableRow[], map: ColumnMap): "swapped" | "straight" | null {
  let total = 0;
  let latBeyond = 0;
  let lonBeyond = 0;
  for (const { cells } of rows) {
    const pair = rawPair(cells, map);
    if (pair === null) continue;
    const [lat, lon] = pair;
    if (Number.isNaN(lat) || Number.isNaN(lon) || (lat === 0 && lon === 0)) continue;
    total++;
    if (Math.abs(lon) > 90) lonBeyond++;
    if (Math.abs(lat) > 90 && Math.abs(lat) <= 180) latBeyond++;
  }
  if (lonBeyond > 0) return latBeyond === 0 ? "straight" : null;
  return latBeyond >= 2 && latBeyond * 2 >= total ? "swapped" : null;
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
