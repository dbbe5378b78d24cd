import type { Note, RecordSink } from "../reader.ts";
import { quote } from "../record/row-log.ts";
import { readFigure } from "./figure-text.ts";
import { cellText, type RowCells, rowCells, type TablePlan } from "./row-cells.ts";
import { rowWhen } from "./row-when.ts";
import { rowWhere } from "./row-where.ts";

/** A row as a record of our own JSON, with remarks on what was not taken over as it stood. */
export interface RowRecord {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly notes: readonly Note[];
}

/** A plan with the columns that speak of the whole table, not of its rows. */
export interface RecordPlan extends TablePlan {
  readonly terms?: ReadonlySet<number>;
}

const TEXTS = ["id", "title", "summary", "category", "kind", "sensitivity", "note"] as const;
const LISTS = ["claims", "relations", "locators"] as const;

/** Turns cells into a record; columns without a target go to `extra`. */
export function rowRecord(cells: readonly unknown[], plan: RecordPlan, sink: RecordSink): RowRecord {
  const notes: Note[] = [];
  const row = rowCells(cells, plan);
  const entries: [string, unknown][] = TEXTS.map((name) => [name, row.text(name)]);
  entries.push(["status", row.text("status")?.toLowerCase()]);
  entries.push(["when", rowWhen(row, notes)], ["where", rowWhere(row, notes)], ["from", row.json("from")]);
  entries.push(["actors", actors(row)], ["figures", figures(row, notes)]);
  for (const name of LISTS) entries.push([name, row.json(name)]);
  entries.push(
    ["tags", listCell(row, "tags", /[;,|]/)],
    ["sources", sources(row, sink)],
    ["extra", extra(cells, row, plan)],
  );
  const given = entries.filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  return { raw: Object.fromEntries(given), notes };
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
        message: `"${field}" is ${quote(text)}, which is no count; it stays unknown.`,
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
  plan: RecordPlan,
): Readonly<Record<string, unknown>> | undefined {
  const used = new Set(Object.values(plan.map));
  const entries = plan.columns.flatMap((name, i): [string, unknown][] => {
    if (used.has(i) || plan.terms?.has(i) === true) return [];
    const value = cells[i];
    const kept = typeof value === "string" ? cellText(value) : (value ?? undefined);
    return kept === undefined ? [] : [[name === "" ? `column ${i + 1}` : name, kept]];
  });
  const own = row.json("extra");
  if (typeof own === "object" && own !== null && !Array.isArray(own)) entries.push(...Object.entries(own));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
