import type { Mapping, Note } from "../reader.ts";
import { isColumnName, normalName } from "./column-names.ts";
import { columnName, type Table, type TableRow } from "./table.ts";

/** Lines of an export that may stand above its header: a title, who made it, groups of columns. */
const MOST_ABOVE = 15;
/** A line of which so many cells are names of columns is the header, when the first line has not even two. */
const LEAST_NAMES = 3;

/** The table from its header on, and what is to be said of the lines above it, which are no records. */
export function belowTitle(
  table: Table,
  mapping: Mapping = {},
): { readonly table: Table; readonly notes: readonly Note[] } {
  const chosen = new Set<unknown>(Object.values(mapping));
  const namesIn = (cells: readonly unknown[]): number =>
    cells.filter((cell) => chosen.has(cell) || isColumnName(normalName(String(cell)))).length;
  if (namesIn(table.columns) >= 2 || table.columns.some((name) => chosen.has(name))) return { table, notes: [] };
  const names = table.rows.slice(0, MOST_ABOVE).map(({ cells }) => namesIn(cells));
  const most = Math.max(0, ...names);
  if (most < LEAST_NAMES) return { table, notes: [] };
  const at = names.indexOf(most);
  const header = table.rows[at] as TableRow;
  const above = [table.columns, ...table.rows.slice(0, at).map(({ cells }) => cells)].map(lineText);
  const message = `The header is "${lineText(header.cells)}"; ${above.length === 1 ? "the line" : `${above.length} lines`} above it were left out: ${above.map((line) => `"${line}"`).join(", ")}.`;
  return {
    table: { ...table, columns: header.cells.map(columnName), rows: table.rows.slice(at + 1) },
    notes: [{ code: "table/above-header", value: above, message }],
  };
}

function lineText(cells: readonly unknown[]): string {
  return cells
    .map((cell) => String(cell).trim())
    .filter((text) => text !== "")
    .join(", ");
}
