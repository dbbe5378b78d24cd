import type { CountryCodes } from "../../place/country-code.ts";
import type { ColumnTarget } from "../reader.ts";
import type { ColumnFacts } from "./column-facts.ts";
import { normalName } from "./column-names.ts";
import { type DateDoubts, NO_DOUBTS } from "./date-doubt.ts";
import { type DateOrder, readDateText } from "./date-text.ts";
import type { ColumnMap } from "./map-columns.ts";

/** Cells of one row by target. */
export interface RowCells {
  has(target: ColumnTarget): boolean;
  /** Name of the column, for messages. */
  name(target: ColumnTarget): string;
  /** Trimmed text; undefined when the cell is blank. */
  text(target: ColumnTarget): string | undefined;
  /** As it stood when it is not text, or what the JSON in it says; undefined when blank. */
  json(target: ColumnTarget): unknown;
  order(target: ColumnTarget): DateOrder;
  isMidnight(target: ColumnTarget): boolean;
  /** The column holds a spreadsheet's counts of days. */
  isSerial(target: ColumnTarget): boolean;
  /** What speaks against dates of the target's column; null where nothing may (our own column `edtf`). */
  doubts(target: ColumnTarget): DateDoubts | null;
  /** Day on which the record was published, `YYYY-MM-DD`. */
  textDate(): string | undefined;
  /** The order of pairs in brackets is proven by the column. */
  readonly bracketsDecided: boolean;
  readonly swapped: boolean;
  readonly boundsOnly: boolean;
  readonly countryCode: CountryCodes;
}

/** What a table knows when its rows are read. */
export interface TablePlan {
  readonly columns: readonly string[];
  readonly map: ColumnMap;
  readonly facts: ColumnFacts;
  /** Start and end may be the bounds of one moment: the table has a column of precision codes that says which. */
  readonly boundsOnly: boolean;
  readonly countryCode: CountryCodes;
  /** Columns without a target, which are kept beside it; not those that speak of the whole table. */
  readonly others: readonly OtherColumn[];
}

/** A column that is kept under its name. */
export interface OtherColumn {
  readonly name: string;
  readonly column: number;
}

/** The columns that are neither among the mapped ones nor among `terms`. */
export function otherColumns(
  columns: readonly string[],
  map: ColumnMap,
  terms: ReadonlySet<number>,
): readonly OtherColumn[] {
  const used = new Set(Object.values(map));
  return columns
    .map((name, column) => ({ name: name === "" ? `column ${column + 1}` : name, column }))
    .filter(({ column }) => !used.has(column) && !terms.has(column));
}

/** Turns to the cells of another row; what it answers holds until it is called again. */
export type RowTurn = (cells: readonly unknown[]) => RowCells;

/** The rows of one table under a plan: one object that turns from row to row. */
export function createRowCells(plan: TablePlan): RowTurn {
  let cells: readonly unknown[] = [];
  const cell = (target: ColumnTarget): unknown => {
    const column = plan.map[target];
    return column === undefined ? undefined : cells[column];
  };
  const text = (target: ColumnTarget): string | undefined => cellText(cell(target));
  const row: RowCells = {
    has: (target) => plan.map[target] !== undefined,
    name: (target) => plan.columns[plan.map[target] ?? -1] ?? target,
    text,
    json(target) {
      const value = cell(target);
      if (typeof value !== "string") return value ?? undefined;
      const trimmed = value.trim();
      return trimmed === "" ? undefined : jsonCell(trimmed);
    },
    order: (target) => plan.facts.order.get(plan.map[target] ?? -1) ?? null,
    isMidnight: (target) => plan.facts.midnight.has(plan.map[target] ?? -1),
    isSerial: (target) => plan.facts.serial.has(plan.map[target] ?? -1),
    doubts(target) {
      const column = plan.map[target] ?? -1;
      return normalName(plan.columns[column] ?? "") === "edtf" ? null : (plan.facts.doubts.get(column) ?? NO_DOUBTS);
    },
    textDate() {
      const published = cells[plan.facts.published ?? -1];
      const reading = published === undefined ? null : readDateText(String(published), null);
      return reading?.kind === "edtf" ? /^\d{4}-\d{2}-\d{2}/.exec(reading.edtf)?.[0] : undefined;
    },
    bracketsDecided: plan.facts.bracketsDecided,
    swapped: plan.facts.swapped,
    boundsOnly: plan.boundsOnly,
    countryCode: plan.countryCode,
  };
  return (nextCells) => {
    cells = nextCells;
    return row;
  };
}

/**
 * Text of a cell without blanks around it and without the apostrophe that spreadsheets put before a formula;
 * undefined when nothing is left.
 */
export function cellText(value: unknown): string | undefined {
  if (value === null || value === undefined || typeof value === "object") return undefined;
  const text = String(value).trim();
  return text === "" ? undefined : withoutGuard(text);
}

const APOSTROPHE = 0x27;

/** Takes off one apostrophe that guards a formula sign; `toCSV` puts it there. */
function withoutGuard(text: string): string {
  return text.charCodeAt(0) === APOSTROPHE && /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text)
    ? text.slice(1)
    : text;
}

function jsonCell(text: string): unknown {
  if (!/^[[{\dtf-]/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
