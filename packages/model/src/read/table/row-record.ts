import { valueText } from "../../value-text.ts";
import type { Note, RecordSink } from "../reader.ts";
import { readFigure } from "./figure-text.ts";
import { cellText, createRowCells, type OtherColumn, type RowCells, type TablePlan } from "./row-cells.ts";
import { rowWhen } from "./row-when.ts";
import { rowWhere } from "./row-where.ts";

/** A row as a record of our own JSON, with remarks on what was not taken over as it stood. */
export interface RowRecord {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly notes: readonly Note[];
}

const TEXTS = ["id", "title", "summary", "category", "kind", "sensitivity", "note"] as const;
const LISTS = ["claims", "relations", "locators"] as const;

/** A reader of the rows of one table, cells into a record; columns without a target go to `extra`. */
export function createRowReader(plan: TablePlan, sink: RecordSink): (cells: readonly unknown[]) => RowRecord {
  const turn = createRowCells(plan);
  return (cells) => {
    const notes: Note[] = [];
    const row = turn(cells);
    const raw: Record<string, unknown> = {};
    for (const name of TEXTS) give(raw, name, row.text(name));
    give(raw, "status", row.text("status")?.toLowerCase());
    give(raw, "when", rowWhen(row, notes));
    give(raw, "where", rowWhere(row, notes));
    give(raw, "from", row.json("from"));
    give(raw, "actors", actors(row));
    give(raw, "figures", figures(row, notes));
    for (const name of LISTS) give(raw, name, row.json(name));
    give(raw, "tags", listCell(row, "tags", /[;,|]/));
    give(raw, "sources", sources(row, sink));
    give(raw, "extra", extra(cells, row, plan.others));
    return { raw, notes };
  };
}

/** Only what says something. */
function give(raw: Record<string, unknown>, name: string, value: unknown): void {
  if (value !== undefined && !(Array.isArray(value) && value.length === 0)) raw[name] = value;
}

/** A JSON list as it is, else the parts of the text. */
function listCell(row: RowCells, target: "tags" | "actors" | "sources", separator: RegExp): unknown[] | undefined {
  const value = row.json(target);
  if (Array.isArray(value)) return value as unknown[];
  const parts = row
    .text(target)
    ?.split(separator)
    .map((part) => part.trim());
  return parts?.filter((part) => part !== "");
}

function actors(row: RowCells): unknown[] | undefined {
  return listCell(row, "actors", /[;|]/)?.map((actor) => (typeof actor === "string" ? { name: actor } : actor));
}

/** Figures of their own column first; `killed` and `injured` add what that one does not count. */
function figures(row: RowCells, notes: Note[]): unknown {
  const given = row.json("figures");
  const list: unknown[] = Array.isArray(given) ? [...(given as unknown[])] : [];
  for (const measure of ["killed", "injured"] as const) {
    const text = row.text(measure);
    if (text === undefined) continue;
    const numbers = readFigure(text);
    if (numbers !== null) list.push({ measure, ...numbers });
    else {
      const field = row.name(measure);
      notes.push({
        code: "figure/not-a-number",
        field,
        value: text,
        message: `"${field}" is ${valueText(text)}, which is no count; it stays unknown.`,
      });
    }
  }
  return given !== undefined && !Array.isArray(given) ? given : list;
}

/**
 * Names or addresses of sources become sources of the collection under their own text as key; an address beside a
 * single name is that publication, under its address.
 */
function sources(row: RowCells, sink: RecordSink): unknown[] | undefined {
  const names = listCell(row, "sources", /;/) ?? [];
  const url = row.text("url");
  const [only] = names;
  if (names.length === 1 && typeof only === "string" && url !== undefined && isUrl(url)) {
    sink.source(url, { title: only, url });
    return [url];
  }
  const keys = url === undefined ? names : [...names, url];
  for (const key of keys) {
    if (typeof key === "string") sink.source(key, isUrl(key) ? { title: key, url: key } : { title: key });
  }
  return keys;
}

function isUrl(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text);
}

function extra(
  cells: readonly unknown[],
  row: RowCells,
  others: readonly OtherColumn[],
): Readonly<Record<string, unknown>> | undefined {
  const entries: [string, unknown][] = [];
  for (const { name, column } of others) {
    const value = cells[column];
    const kept = typeof value === "string" ? cellText(value) : (value ?? undefined);
    if (kept !== undefined) entries.push([name, kept]);
  }
  const own = row.json("extra");
  if (typeof own === "object" && own !== null && !Array.isArray(own)) entries.push(...Object.entries(own));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
