import { dsvFormat } from "d3-dsv";
import { withoutMark } from "../decode-bytes.ts";
import { badQuoteLines } from "./bad-quotes.ts";
import { sniffDelimiter } from "./sniff-delimiter.ts";

/** One row of a table: its cells in the order of the columns, as they stood in the file. */
export interface TableRow {
  readonly cells: readonly unknown[];
  /** A quotation mark in this row was not closed where it should be; cells were split at every delimiter. */
  readonly badQuote: boolean;
}

/** A table: trimmed column names and rows. Empty lines are no rows. */
export interface Table {
  readonly columns: readonly string[];
  readonly delimiter: string;
  readonly rows: readonly TableRow[];
}

/**
 * Splits delimited text into a table; never throws. d3-dsv does the splitting (its `parseRows`, which needs no
 * generated code, so that a strict CSP holds). Lines whose quotation marks are broken are split on their own, so that
 * one of them cannot swallow the rows after it.
 */
export function parseTable(text: string, delimiter = sniffDelimiter(text)): Table {
  const dsv = dsvFormat(delimiter);
  const rows: TableRow[] = [];
  const addGood = (part: string): void => {
    for (const cells of dsv.parseRows(part)) {
      if (!isBlankRow(cells)) rows.push({ cells, badQuote: false });
    }
  };
  let from = 0;
  for (const [start, end] of badQuoteLines(text, delimiter)) {
    addGood(text.slice(from, start));
    const cells = badQuoteCells(text.slice(start, end), delimiter);
    if (!isBlankRow(cells)) rows.push({ cells, badQuote: true });
    from = end;
    if (text[from] === "\r") from++;
    if (text[from] === "\n") from++;
  }
  addGood(from === 0 ? text : text.slice(from));
  const header = rows[0];
  return { columns: (header?.cells ?? []).map((cell) => columnName(cell)), delimiter, rows: rows.slice(1) };
}

/** A column name without blanks, quotes and byte order marks around it. */
export function columnName(cell: unknown): string {
  return withoutMark(String(cell).trim())
    .replace(/^"+|"+$/g, "")
    .trim();
}

/** Cells of a line whose quotation marks are broken. */
export function badQuoteCells(line: string, delimiter: string): readonly string[] {
  return line.split(delimiter).map(unquote);
}

/** A line without any text in its cells is no row. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

function unquote(cell: string): string {
  return cell.trim().replace(/^"|"$/g, "").replaceAll('""', '"');
}
