import type { Note, Reader, ReaderOptions, RecordSink } from "../../read/reader.ts";
import { isRecord } from "../../read/record/fields.ts";
import { normalName } from "../../read/table/column-names.ts";
import type { Table } from "../../read/table/table.ts";
import { valueText } from "../../value-text.ts";
import { type NamedCells, readOverlaidRows, tableOf } from "../overlaid-rows.ts";
import { columnKeys, jsonKeys, jsonOf, noteShape, trimmed } from "../preset-head.ts";
import { dateOfParts, dateOfText, partsOfList } from "./timelinejs-date.ts";
import { plainText, recordOfItem, type TimelineItem } from "./timelinejs-item.ts";

/**
 * TimelineJS: its sheet (version 3, and version 1 with `Start Date`) as CSV or TSV, and its JSON, old and new.
 *
 * Source: NUKnightLab/TimelineJS3 `src/js/core/ConfigFactory.js` (columns, number cleaning, title and era rows),
 * `src/js/date/TLDate.js` (parts of dates; texts of version 1 are month, day, year), `TimelineConfig.js` (JSON).
 * Missing months and days stay unknown, negative years are BCE, the title slide names the collection and is no record,
 * eras fill their interval, HTML becomes plain text. Slides have no place.
 */
export const timelinejs: Reader = {
  name: "timelinejs",
  detect(head) {
    const keys = jsonKeys(head);
    if (keys.size > 0) {
      if (keys.has("whenwhere")) return 0;
      if (keys.has("events") && keys.has("start_date") && (keys.has("text") || keys.has("headline"))) return 0.9;
      return keys.has("timeline") && keys.has("startDate") && keys.has("headline") ? 0.85 : 0;
    }
    const columns = columnKeys(head);
    if (!columns.has("headline") || !columns.has("media")) return 0;
    if (columns.has("year") && ["display_date", "end_year", "media_credit"].some((name) => columns.has(name)))
      return 0.9;
    return columns.has("start_date") && columns.has("text") ? 0.9 : 0;
  },
  read(input, sink, options) {
    if (!/^\s*[[{]/.test(input.text)) {
      readSheet(input.table(), sink, options);
      return;
    }
    const parsed = jsonOf(input, sink);
    if (parsed !== undefined) readDocument(parsed.value, sink);
  },
};

const COLUMNS =
  /^(year|month|day|time|end_year|end_month|end_day|end_time|start_date|end_date|display_date|media|media_credit|media_caption|media_thumbnail|alt_text|type|group|tag)$/;

function readSheet(table: Table, sink: RecordSink, options: ReaderOptions): void {
  const isFirstVersion = !table.columns.some((name) => normalName(name) === "year");
  readOverlaidRows(tableOf(withoutTitleRow(table, sink)), sink, {
    ...options,
    names: { title: ["headline"], summary: ["text"] },
    used: [COLUMNS],
    change(raw, row) {
      const notes: Note[] = [];
      const dates = isFirstVersion ? firstVersionDates(row, notes, options.dayFirst) : sheetDates(row, notes);
      const item: TimelineItem = {
        ...dates,
        isEra: row.text("type")?.toLowerCase() === "era",
        id: undefined,
        displayDate: row.text("display_date"),
        headline: row.text("headline"),
        text: row.text("text"),
        group: row.text("group") ?? row.text("tag"),
        media: {
          url: row.text("media"),
          caption: row.text("media_caption"),
          credit: row.text("media_credit"),
          thumbnail: row.text("media_thumbnail"),
          alt: row.text("alt_text"),
        },
        extra: isRecord(raw.extra) ? raw.extra : {},
      };
      return { raw: recordOfItem(item, notes, sink), notes };
    },
  });
}

function sheetDates(row: NamedCells, notes: Note[]): Pick<TimelineItem, "start" | "end"> {
  const parts = (prefix: string) => ({
    year: row.text(`${prefix}year`),
    month: row.text(`${prefix}month`),
    day: row.text(`${prefix}day`),
  });
  return {
    start: dateOfParts(parts(""), { field: "Year", notes }, row.text("time")),
    end: dateOfParts(parts("end_"), { field: "End Year", notes }, row.text("end_time")),
  };
}

function firstVersionDates(row: NamedCells, notes: Note[], dayFirst?: boolean): Pick<TimelineItem, "start" | "end"> {
  return {
    start: dateOfText(row.text("start_date"), { field: "Start Date", notes }, dayFirst),
    end: dateOfText(row.text("end_date"), { field: "End Date", notes }, dayFirst),
  };
}

/** Takes the first row of type `title` off the table; it names the collection. */
function withoutTitleRow(table: Table, sink: RecordSink): Table {
  const index = (name: string): number => table.columns.findIndex((column) => normalName(column) === name);
  const type = index("type");
  const at = table.rows.findIndex(({ cells }) => trimmed(cells[type])?.toLowerCase() === "title");
  const row = table.rows[at];
  if (type === -1 || row === undefined) return table;
  describeTitle(row.cells[index("headline")], row.cells[index("text")], sink);
  return { ...table, rows: table.rows.filter((_, i) => i !== at) };
}

function describeTitle(headline: unknown, text: unknown, sink: RecordSink): void {
  const [title, description] = [plainText(headline), plainText(text)];
  if (title !== undefined) sink.describe({ title });
  if (description !== undefined) sink.describe({ description });
  sink.note({
    code: "timelinejs/title",
    severity: "info",
    message: `The title slide${title === undefined ? "" : ` ${valueText(title)}`} names the collection; it is no record.`,
    hint: "Nothing to do.",
  });
}

type Json = Readonly<Record<string, unknown>>;

function readDocument(value: unknown, sink: RecordSink): void {
  const root = isRecord(value) ? value : {};
  const old = isRecord(root.timeline) ? root.timeline : null;
  const events = old === null ? root.events : old.date;
  if (!Array.isArray(events)) {
    noteShape(sink, value, "a TimelineJS document with events");
    return;
  }
  const title = old === null && isRecord(root.title) ? root.title : null;
  const words = title !== null && isRecord(title.text) ? title.text : {};
  if (title !== null) describeTitle(words.headline, words.text, sink);
  if (old !== null && (old.headline !== undefined || old.text !== undefined))
    describeTitle(old.headline, old.text, sink);
  const eras = old === null ? root.eras : old.era;
  const asItem = old === null ? itemOf : oldItemOf;
  for (const event of events) readItem(event, sink, (json, notes) => asItem(json, false, notes));
  if (Array.isArray(eras)) for (const era of eras) readItem(era, sink, (json, notes) => asItem(json, true, notes));
}

function readItem(value: unknown, sink: RecordSink, asItem: (json: Json, notes: Note[]) => TimelineItem): void {
  if (!isRecord(value)) {
    sink.reject({ code: "record/not-an-object", value, message: `Found ${valueText(value)}; expected a slide.` });
    return;
  }
  const notes: Note[] = [];
  sink.record(recordOfItem(asItem(value, notes), notes, sink), notes);
}

const KNOWN: readonly string[] = "start_date end_date text media group unique_id display_date type".split(" ");
const OLD_KNOWN: readonly string[] = "startDate endDate headline text tag asset".split(" ");

function itemOf(json: Json, isEra: boolean, notes: Note[]): TimelineItem {
  const { start_date: start, end_date: end } = json;
  const words = isRecord(json.text) ? json.text : {};
  const shown = [start, end].flatMap((date) => (isRecord(date) ? [trimmed(date.display_date)] : []));
  const display = trimmed(json.display_date) ?? (shown.filter((text) => text !== undefined).join(" – ") || undefined);
  return {
    isEra,
    id: trimmed(json.unique_id),
    start: dateOfParts(start, { field: "start_date", notes }),
    end: dateOfParts(end, { field: "end_date", notes }),
    displayDate: display,
    headline: trimmed(words.headline),
    text: trimmed(words.text),
    group: trimmed(json.group),
    media: isRecord(json.media) ? json.media : {},
    extra: without(json, KNOWN),
  };
}

function oldItemOf(json: Json, isEra: boolean, notes: Note[]): TimelineItem {
  const asset = isRecord(json.asset) ? json.asset : {};
  const { media, ...rest } = asset;
  const dateOf = (value: unknown, field: string) => {
    const text = trimmed(value);
    return text?.includes(",") ? dateOfParts(partsOfList(text), { field, notes }) : dateOfText(text, { field, notes });
  };
  return {
    isEra,
    id: undefined,
    start: dateOf(json.startDate, "startDate"),
    end: dateOf(json.endDate, "endDate"),
    displayDate: undefined,
    headline: trimmed(json.headline),
    text: trimmed(json.text),
    group: trimmed(json.tag),
    media: { ...rest, url: media },
    extra: without(json, OLD_KNOWN),
  };
}

function without(json: Json, names: readonly string[]): Json {
  return Object.fromEntries(
    Object.entries(json).filter(([name, value]) => !names.includes(name) && value !== null && value !== ""),
  );
}
