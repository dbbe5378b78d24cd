import type { ByteText } from "./byte-text.ts";
import type { RowScanner } from "./row-scanner.ts";

/** The header of a table. */
export interface TableLayout {
  /** As they stand in the file. */
  readonly columns: readonly string[];
  /** Column by lower-case name; the first of a name counts. */
  readonly index: ReadonlyMap<string, number>;
  readonly delimiter: string;
}

/** All cells of the row that the scanner has found, as texts. */
export function cellTexts(scanner: RowScanner, text: ByteText): readonly string[] {
  const cells: string[] = [];
  for (let column = 0; column < scanner.count; column++) cells.push(cellTextOf(scanner, column, text));
  return cells;
}

/** One cell of it. */
export function cellTextOf(scanner: RowScanner, column: number, text: ByteText): string {
  const cell = text(scanner.bytes, scanner.start[column] as number, scanner.end[column] as number);
  return scanner.escaped[column] === 1 ? cell.replaceAll('""', '"') : cell;
}
