import type { Mapping, Note } from "../reader.ts";
import { isColumnName, normalName } from "./column-names.ts";
import { columnName, type Table } from "./table.ts";

/** Lines of an export that may stand above its header: a title, who made it, groups of columns. */
const MOST_ABOVE = 15;
/** A line of which so many cells are names of columns is the header, when the first line has not even two. */
const LEAST_NAMES = 3;

/** The table from its header on, and what is to be said of the lines above it, which are no records. */
export function belowTitle(table: Table, mapping: Mapping = {}): { readonly table: Table; readonly note?: Note } {
  const chosen = new Set<unknown>(Object.values(mapping));
  const lines = [table.columns, ...table.rows.slice(0, MOST_ABOVE).map(({ cells }) => cells.map(columnName))];
  const names = lines.map((line) => line.filter((name) => chosen.has(name) || isColumnName(normalName(name))).length);
  const most = Math.max(...names);
  const at = names.indexOf(most);
  if (most < LEAST_NAMES || (names[0] ?? 0) >= 2 || table.columns.some((name) => chosen.has(name))) return { table };
  const value = lines.slice(0, at).map((line) => line.filter((name) => name !== "").join(", "));
  const message = `Lines above the header were left out: ${value.map((line) => `"${line}"`).join(", ")}.`;
  return {
    table: { ...table, columns: lines[at] as readonly string[], rows: table.rows.slice(at) },
    note: { code: "table/above-header", value, message },
  };
}
