import { readDateText } from "./date-text.ts";
import type { ColumnMap } from "./map-columns.ts";
import { isPublicationName } from "./publication-name.ts";
import type { TableRow } from "./table.ts";

/** The first column that holds days of publication and serves nothing else; null when there is none. */
export function publicationColumn(
  columns: readonly string[],
  rows: readonly TableRow[],
  map: ColumnMap,
): number | null {
  const used = new Set(Object.values(map));
  const column = columns.findIndex((name, i) => !used.has(i) && isPublicationName(name) && holdsDates(rows, i));
  return column === -1 ? null : column;
}

function holdsDates(rows: readonly TableRow[], column: number): boolean {
  return rows.slice(0, 50).some(({ cells }) => {
    const cell = cells[column];
    if (typeof cell !== "string" && typeof cell !== "number") return false;
    const { kind } = readDateText(String(cell), null);
    return kind === "edtf" || kind === "ambiguous";
  });
}
