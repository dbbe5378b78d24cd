import type { InputHead, Note, Reader, ReaderOptions, RecordSink } from "../../read/reader.ts";
import { readCoordinate } from "../../read/table/coordinate-text.ts";
import { readDateText } from "../../read/table/date-text.ts";
import { isHeaderAgain, lengthNotes } from "../../read/table/read-rows.ts";
import { parseTable, type Table, type TableRow } from "../../read/table/table.ts";
import { valueText } from "../../value-text.ts";
import { createPresetCountry } from "../preset-country.ts";
import { orderOf } from "../preset-day.ts";
import { type HxlColumn, type HxlPlan, hxlRecord } from "./hxl-row.ts";
import { isTagRow, partOf, readTag } from "./hxl-tags.ts";

/** The standard lets the tags stand anywhere among the first 25 rows. */
const LAST_TAG_ROW = 25;

/**
 * Any table with a row of HXL tags: columns are taken for what their tags say, whatever their names.
 * Standard: Humanitarian Exchange Language 1.1, hashtag dictionary, https://hxlstandard.org/standard/1-1final/dictionary/.
 *
 * `#date+start` and `#date+end` fill the time between them. HXL does not say how finely a place is known: the smallest
 * named level (`#loc`, `#adm3` to `#adm1`, `#country`) is the precision.
 */
export const hxl: Reader = {
  name: "hxl",
  detect: (head) => (headHasTags(head) ? 0.9 : 0),
  read(input, sink, options) {
    const table = input.table();
    const layout = layoutOf(table);
    if (layout === null) {
      const message = "No row of HXL tags stands among the first 25 rows.";
      sink.note({ code: "table/no-column", value: table.columns.slice(0, 20), message });
      return;
    }
    sink.note({
      code: "table/tag-row",
      value: layout.tags,
      message: "Columns were taken for what the row of HXL tags says.",
    });
    readTagged(layout, sink, options);
  },
};

function headHasTags({ text }: InputHead): boolean {
  if (/^\s*[[{<]/.test(text) || !/(?:^|[\n,;\t|"])\s*#[a-z]/i.test(text)) return false;
  const lines = text.split(/\r\n|\n|\r/, LAST_TAG_ROW);
  return (
    parseTable(`${lines.filter((line) => line.includes("#")).join("\n")}\n`).rows.some(({ cells }) =>
      isTagRow(cells),
    ) || lines.some((line) => isTagRow(parseTable(line).columns))
  );
}

interface Layout {
  readonly tags: readonly string[];
  readonly names: readonly string[];
  readonly rows: readonly TableRow[];
}

/** Tags under the header, above it, or alone. */
function layoutOf({ columns, rows }: Table): Layout | null {
  if (isTagRow(columns)) {
    const labels = rows[0];
    const hasLabels = labels !== undefined && isLabels(labels.cells, columns);
    const names = hasLabels ? labels.cells.map((cell) => String(cell ?? "").trim()) : columns;
    return { tags: columns, names, rows: hasLabels ? rows.slice(1) : rows };
  }
  const at = rows.slice(0, LAST_TAG_ROW).findIndex(({ cells }) => isTagRow(cells));
  if (at === -1) return null;
  const tags = (rows[at] as TableRow).cells.map((cell) => String(cell ?? "").trim());
  const header = at === 0 ? columns : (rows[at - 1] as TableRow).cells.map((cell) => String(cell ?? "").trim());
  return { tags, names: header, rows: rows.slice(at + 1) };
}

/** A row under the tags that says no date where a date, and no number where a coordinate, should stand. */
function isLabels(cells: readonly unknown[], tags: readonly string[]): boolean {
  const told = tags.flatMap((cell, i) => {
    const tag = readTag(cell);
    const part = tag === null ? null : partOf(tag);
    const text = String(cells[i] ?? "").trim();
    if (text === "") return [];
    if (part === "lat" || part === "lon") return [Number.isNaN(readCoordinate(text))];
    if (part === "date" || part === "start" || part === "end") return [readDateText(text, null).kind === "bad"];
    return part === "figure" ? [!/\d/.test(text)] : [];
  });
  return told.length > 0 && told.every(Boolean);
}

function readTagged({ tags, names, rows }: Layout, sink: RecordSink, options: ReaderOptions): void {
  const columns = tags.map((cell, index): HxlColumn => {
    const tag = readTag(cell);
    return { index, name: names[index] || cell || `column ${index + 1}`, tag, part: tag === null ? null : partOf(tag) };
  });
  const dates = columns.filter(({ part }) => part === "date" || part === "start" || part === "end");
  const cells = rows.flatMap((row) => dates.map(({ index }) => String(row.cells[index] ?? "")));
  const { dayFirst } = options;
  const order = dayFirst === undefined ? orderOf(cells, null) : dayFirst ? "day-first" : "month-first";
  const plan: HxlPlan = { columns, order, country: createPresetCountry(), sink };
  for (const row of rows) readRow(row, names, plan);
}

function readRow(row: TableRow, names: readonly string[], plan: HxlPlan): void {
  const { sink } = plan;
  if (isHeaderAgain(row, names) || isTagRow(row.cells)) {
    sink.reject({ code: "table/repeated-header", message: "The header row stands here again; it is no record." });
    return;
  }
  const notes: Note[] = [...lengthNotes(row, plan.columns.length)];
  try {
    sink.record(hxlRecord(row.cells, plan, notes), notes);
  } catch (error) {
    const words = valueText(error instanceof Error ? error.message : error);
    sink.reject({ code: "record/reader-failed", message: `The row could not be read: ${words}.` });
  }
}
