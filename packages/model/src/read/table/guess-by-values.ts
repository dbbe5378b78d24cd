import type { ColumnTarget } from "../reader.ts";
import { readPair } from "./coordinate-text.ts";
import { readDateText } from "./date-text.ts";
import type { TableRow } from "./table.ts";

/** What the guess may look at. */
export interface GuessInput {
  readonly rows: readonly TableRow[];
  readonly width: number;
  isFree(column: number): boolean;
  /** The column is named as the day of the report: never a date of the happening. */
  isPublication(column: number): boolean;
  has(target: ColumnTarget): boolean;
}

const SAMPLE = 200;

/** Finds a date column, a "lat, lon" column and a title by what stands in the cells, when no name told. */
export function guessByValues(input: GuessInput, give: (target: ColumnTarget, column: number) => void): void {
  const samples = Array.from({ length: input.width }, (_, i) => sampleOf(input.rows, i));
  const best = (score: (cells: readonly string[], column: number) => number, atLeast: number): number => {
    let column = -1;
    let top = atLeast;
    samples.forEach((cells, i) => {
      if (!input.isFree(i) || cells.length === 0) return;
      const now = score(cells, i);
      if (now < top || (now === top && column !== -1)) return;
      top = now;
      column = i;
    });
    return column;
  };
  const hasDate = (["date", "start", "year"] as const).some((target) => input.has(target));
  if (!hasDate)
    give(
      "date",
      best((cells, i) => (input.isPublication(i) ? 0 : share(cells, isDateLike)), 0.8),
    );
  if (!input.has("lat") && !input.has("latLon"))
    give(
      "latLon",
      best((cells) => share(cells, (cell) => readPair(cell) !== null), 0.8),
    );
  if (!input.has("title") && !input.has("summary")) give("title", best(proseScore, 0.5));
}

function sampleOf(rows: readonly TableRow[], column: number): readonly string[] {
  const cells: string[] = [];
  for (const row of rows) {
    const cell = row.cells[column];
    if (typeof cell === "string" && cell.trim() !== "") cells.push(cell.trim());
    if (cells.length >= SAMPLE) break;
  }
  return cells;
}

function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.filter(test).length / cells.length;
}

/** A bare number is a date only under a column name that says so. */
function isDateLike(cell: string): boolean {
  if (/^\d+(?:\.\d+)?$/.test(cell)) return false;
  const read = readDateText(cell, null);
  return read.kind === "edtf" || read.kind === "ambiguous";
}

/** Texts with words that differ from row to row make a title. */
function proseScore(cells: readonly string[]): number {
  const words = share(cells, (cell) => /\p{L}{3}/u.test(cell) && !/^(https?:|[{[])/.test(cell));
  const distinct = new Set(cells).size / cells.length;
  const length = cells.reduce((sum, cell) => sum + Math.min(cell.length, 60), 0) / cells.length;
  return words * (0.4 + 0.3 * distinct + (0.3 * Math.min(length, 30)) / 30);
}
