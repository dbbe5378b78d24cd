import type { Reader, ReaderInput, ReaderOptions, RecordSink } from "../../read/reader.ts";
import { isRecord } from "../../read/record/fields.ts";
import type { DateOrder } from "../../read/table/date-text.ts";
import { valueText } from "../../value-text.ts";
import { createPrecisionTally } from "../precision-tally.ts";
import { createPresetCountry, type PresetCountry } from "../preset-country.ts";
import { orderOf } from "../preset-day.ts";
import {
  given,
  hasColumns,
  listOf,
  objectTable,
  type PresetOutcome,
  type PresetRow,
  type PresetTable,
  readPresetRows,
  tableOrJson,
} from "../preset-table.ts";
import { CONVENTIONAL, TAKEN } from "./acled-codes.ts";
import { acledActors, acledFigures, acledKinds, acledSources, acledTags, acledWhere } from "./acled-parts.ts";
import { acledWhen, lacksCentury } from "./acled-when.ts";

/**
 * ACLED, as exported (31 columns or more, upper-case headers of older files included) and as its API answers.
 * Codebook: Armed Conflict Location & Event Data, https://acleddata.com/methodology/acled-codebook; vocabularies also
 * by acledR 1.0.1. No ACLED row is shipped with this package.
 *
 * Of two rows of one `event_id_cnty` the one with the newer `timestamp` is kept. Points are centroids: their radii are
 * assumed, since the codebook states none.
 */
export const acled: Reader = {
  name: "acled",
  detect: ({ columns, text }) => {
    if (hasColumns(columns, "event_id_cnty", "event_date")) return 0.98;
    if (hasColumns(columns, "event_date", "geo_precision", "sub_event_type")) return 0.95;
    return /^\s*[[{]/.test(text) && text.includes('"event_id_cnty"') && text.includes('"event_date"') ? 0.95 : 0;
  },
  read(input, sink, options) {
    const table = tableOf(input, sink);
    if (table === null) return;
    sink.describe({ attribution: "Armed Conflict Location & Event Data (ACLED), acleddata.com" });
    readTable(table, sink, options);
  },
};

function tableOf(input: ReaderInput, sink: RecordSink): PresetTable | null {
  return tableOrJson(input, sink, (value) => {
    const items = isRecord(value) ? value.data : value;
    if (Array.isArray(items)) return objectTable(items);
    sink.note({
      code: "input/shape",
      field: "data",
      message: `"data" is ${valueText(items)}; expected a list of events.`,
    });
    return null;
  });
}

function readTable(table: PresetTable, sink: RecordSink, options: ReaderOptions): void {
  const dates = new Map<string, number>();
  for (const text of cellsOf(table, "event_date")) dates.set(text, (dates.get(text) ?? 0) + 1);
  const reading = createAcledReading({ dates, newest: newestVersions(table) }, sink, options);
  readPresetRows(table, sink, reading.read);
  reading.tell();
}

/** What is known of a whole file before its rows are read. */
export interface AcledFile {
  /** How often each `event_date` stands, as it stands. */
  readonly dates: ReadonlyMap<string, number>;
  /** Newest `timestamp` of each id that stands more than once. */
  readonly newest: ReadonlyMap<string, number>;
}

/** One file under way. */
export interface AcledReading {
  read(row: PresetRow): PresetOutcome;
  /** Counts records that were read elsewhere. */
  count(codes: { readonly time: string | undefined; readonly place: string | undefined }, times: number): void;
  countConventional(times: number): void;
  /** Tells what was counted over all rows. */
  tell(): void;
}

/** Reads rows of one file; the order of its dates is told at once. */
export function createAcledReading(file: AcledFile, sink: RecordSink, options: ReaderOptions): AcledReading {
  const order = acledOrder(file.dates, sink, options);
  const tally = createPrecisionTally({
    time: "time_precision",
    place: "geo_precision",
    exactTime: "1",
    exactPlace: "1",
  });
  const country = createPresetCountry();
  let [rows, conventional] = [0, 0];
  return {
    read(cells) {
      const superseded = file.newest.get(cells.text("event_id_cnty") ?? "");
      const stamp = stampOf(cells.text("timestamp"));
      if (superseded !== undefined && stamp < superseded) return older(cells.text("event_id_cnty") ?? "");
      rows++;
      tally.add(cells.code("time_precision"), cells.code("geo_precision"));
      if (CONVENTIONAL.has(Number(cells.text("fatalities")))) conventional++;
      return acledEvent(cells, { order, country, sink });
    },
    count({ time, place }, times) {
      rows += times;
      tally.add(time, place, times);
    },
    countConventional(times) {
      conventional += times;
    },
    tell() {
      tally.tell(sink);
      if (conventional === 0) return;
      const message = `${conventional} of ${rows} records count 3, 10, 12 or 100 deaths, which the codebook also uses for "several", "dozens" and "hundreds".`;
      sink.note({ code: "figure/conventional", field: "fatalities", value: conventional, message });
    },
  };
}

function cellsOf({ columns, rows }: PresetTable, name: string): readonly string[] {
  const column = columns.findIndex((found) => found.toLowerCase() === name);
  return column < 0 ? [] : rows.map(({ cells }) => String(cells[column] ?? ""));
}

/** Day first, as the codebook of acledR has it, unless the caller or the column says otherwise. */
export function acledOrder(
  dates: ReadonlyMap<string, number>,
  sink: Pick<RecordSink, "note">,
  { dayFirst }: ReaderOptions,
): DateOrder {
  const countOf = (test: (text: string) => boolean): number => {
    let count = 0;
    for (const [text, times] of dates) if (test(text)) count += times;
    return count;
  };
  const short = countOf(lacksCentury);
  if (short > 0) {
    const message = `${short} dates have years of two digits; they were read as the stated year, else as 1997 to 2096.`;
    sink.note({ code: "time/century-assumed", field: "event_date", value: short, message });
  }
  if (dayFirst !== undefined) return dayFirst ? "day-first" : "month-first";
  const order = orderOf(dates.keys(), "day-first");
  const either = countOf((text) => /^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/.test(text));
  if (either > 0 && order !== null) {
    const words = order === "day-first" ? "day, month, year" : "month, day, year";
    const message = `Dates in "event_date" were read as ${words}.`;
    sink.note({ code: "time/order-inferred", field: "event_date", value: either, message });
  }
  return order;
}

/** Newest `timestamp` of each id that stands more than once. */
export function newestVersions(table: PresetTable): ReadonlyMap<string, number> {
  const ids = cellsOf(table, "event_id_cnty");
  const stamps = cellsOf(table, "timestamp");
  const seen = new Map<string, number>();
  const twice = new Map<string, number>();
  ids.forEach((raw, i) => {
    const id = raw.trim();
    const stamp = stampOf(stamps[i]);
    const before = seen.get(id);
    if (id === "" || stamps.length === 0) return;
    if (before !== undefined) twice.set(id, Math.max(before, stamp));
    seen.set(id, Math.max(before ?? stamp, stamp));
  });
  return twice;
}

function stampOf(text: string | undefined): number {
  const stamp = Number(text?.trim() || "0");
  return Number.isFinite(stamp) ? stamp : 0;
}

function older(id: string): PresetOutcome {
  const message = `A version of ${valueText(id)} with a newer timestamp is in the file; this one was left out.`;
  return { reject: { code: "record/superseded", field: "event_id_cnty", value: id, message } };
}

/** What one row needs to know of its file. */
export interface AcledFacts {
  readonly order: DateOrder;
  readonly country: PresetCountry;
  readonly sink: RecordSink;
}

/** The record of one row. */
export function acledEvent(row: PresetRow, { order, country, sink }: AcledFacts): PresetOutcome {
  const where = acledWhere(row, country);
  const kind = row.text("sub_event_type");
  const category = row.text("event_type");
  const location = row.text("location");
  const unused = location === undefined || location === where?.name ? {} : { location };
  const extra = { ...row.extra(TAKEN), ...unused, ...acledKinds(row) };
  const disorder = listOf(row.text("disorder_type"));
  const record = given({
    id: row.text("event_id_cnty"),
    title: [kind ?? category, where?.name].filter(Boolean).join(", "),
    summary: row.text("notes"),
    category,
    kind,
    when: acledWhen(row, order),
    where,
    actors: acledActors(row),
    figures: acledFigures(row),
    sources: acledSources(row, sink),
    tags: acledTags(row),
    extra: disorder.length > 1 ? { ...extra, disorder_type: disorder } : extra,
  });
  return { record };
}
