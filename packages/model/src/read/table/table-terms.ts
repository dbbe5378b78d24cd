import type { RecordSink } from "../reader.ts";
import { normalName } from "./column-names.ts";
import { cellText } from "./row-cells.ts";
import type { TableRow } from "./table.ts";

/**
 * Columns `attribution`, `license` and `export_note` that say one thing in all rows, as `toCSV` writes them: they are told to
 * the sink as terms of the whole collection, the note as its description. Answers which columns those are.
 */
export function tableTerms(
  columns: readonly string[],
  rows: readonly TableRow[],
  sink: Pick<RecordSink, "describe">,
): ReadonlySet<number> {
  const terms = new Set<number>();
  for (const [title, name] of TERMS) {
    const column = columns.findIndex((one) => normalName(one) === title);
    const value = column < 0 ? null : onlyText(rows, column);
    if (value === null) continue;
    terms.add(column);
    sink.describe({ [name]: value });
  }
  return terms;
}

const TERMS = [
  ["attribution", "attribution"],
  ["license", "license"],
  ["export_note", "description"],
] as const;

/** The one text that stands in a column; null where there is none or more than one. */
function onlyText(rows: readonly TableRow[], column: number): string | null {
  let only: string | null = null;
  for (const { cells } of rows) {
    const text = cellText(cells[column]);
    if (text === undefined) continue;
    if (only !== null && only !== text) return null;
    only = text;
  }
  return only;
}
