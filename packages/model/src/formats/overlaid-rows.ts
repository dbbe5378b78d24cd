import type { ColumnTarget, Mapping, Note, ReaderOptions, RecordSink } from "../read/reader.ts";
import { isRecord } from "../read/record/fields.ts";
import { normalName, TARGETS } from "../read/table/column-names.ts";
import { cellsOfItem, keysOfItems, readItemRows } from "../read/table/item-rows.ts";
import { cellText } from "../read/table/row-cells.ts";
import type { Table, TableRow } from "../read/table/table.ts";
import { valueText } from "../value-text.ts";

/** A record under way: the shape of our own JSON, not yet judged. */
export type RawRecord = Readonly<Record<string, unknown>>;

/** Columns and rows of a known layout; a null row stands for an item that is no record. */
export interface RowTable {
  readonly columns: readonly string[];
  readonly rows: readonly (TableRow | null)[];
  readonly items: readonly unknown[];
}

/** Cells of one row by column name in the form of `normalName`: small letters, words joined by underscores. */
export interface NamedCells {
  /** As it stood; undefined when there is no such column. */
  value(name: string): unknown;
  /** Trimmed text without a spreadsheet's apostrophe; undefined when blank. */
  text(name: string): string | undefined;
  /** Texts of `name1`, `name 2`, `name_3` ... in the order of the columns, blanks left out. */
  numbered(name: string): readonly string[];
}

/** What a reader makes of a row that the columns have been read from. */
export interface ChangedRow {
  readonly raw: RawRecord;
  readonly notes?: readonly Note[];
}

/** How a known layout is read. */
export interface OverlayPlan {
  /** Normal column names by target, best first; targets that are not named are not guessed. */
  readonly names: Readonly<Partial<Record<ColumnTarget, readonly string[]>>>;
  /** Columns, by normal name, that `change` has used up: they leave `extra`. */
  readonly used?: readonly RegExp[];
  change(raw: RawRecord, row: NamedCells): ChangedRow;
}

/** A delimited table as one. */
export function tableOf(table: Table): RowTable {
  return { columns: table.columns, rows: table.rows, items: table.rows };
}

/** Objects as a table: a column for every key that any of them has. */
export function objectTable(items: readonly unknown[]): RowTable {
  const columns = keysOfItems(items);
  const rows = items.map((item) => (isRecord(item) ? { cells: cellsOfItem(item, columns), badQuote: false } : null));
  return { columns, rows, items };
}

/**
 * Reads the rows of a known layout: the general reader takes dates, places and figures out of the named columns, with
 * all that it infers over a column, then `change` lays over it what only this layout says. The caller's own mapping wins.
 */
export function readOverlaidRows(table: RowTable, sink: RecordSink, setting: OverlayPlan & ReaderOptions): void {
  const layout = layoutOf(table.columns, setting);
  const refuse = (index: number) => notObject(table.items[index]);
  const layOver = (raw: unknown, { cells }: TableRow) =>
    setting.change(withoutExtra(raw as RawRecord, layout.used), namedCells(cells, layout));
  const mapping = mappingOf(table.columns, layout, setting);
  readItemRows({ columns: table.columns, rows: table.rows, refuse, layOver }, sink, { ...setting, mapping });
}

interface Layout {
  /** Column names in normal form. */
  readonly names: readonly string[];
  /** Index of the first column of each name. */
  readonly indexes: ReadonlyMap<string, number>;
  /** Columns, as they stand, that leave `extra`. */
  readonly used: ReadonlySet<string>;
}

function layoutOf(columns: readonly string[], { used = [] }: OverlayPlan): Layout {
  const names = columns.map(normalName);
  const indexes = new Map<string, number>();
  names.forEach((name, i) => {
    if (!indexes.has(name)) indexes.set(name, i);
  });
  const gone = columns.filter((_, i) => used.some((pattern) => pattern.test(names[i] as string)));
  return { names, indexes, used: new Set(gone) };
}

function mappingOf(
  columns: readonly string[],
  { indexes }: Layout,
  { names, mapping = {} }: OverlayPlan & ReaderOptions,
): Mapping {
  const pairs = TARGETS.map((target) => {
    const index = (names[target] ?? []).map((name) => indexes.get(name)).find((i) => i !== undefined);
    return [target, index === undefined ? null : columns[index]];
  });
  return { ...(Object.fromEntries(pairs) as Mapping), ...mapping };
}

function namedCells(cells: readonly unknown[], { names, indexes }: Layout): NamedCells {
  const value = (name: string): unknown => {
    const index = indexes.get(name);
    return index === undefined ? undefined : cells[index];
  };
  return {
    value,
    text: (name) => cellText(value(name)),
    numbered(name) {
      return names.flatMap((column, i) => {
        if (!column.startsWith(name) || !/^_?\d+$/.test(column.slice(name.length))) return [];
        const text = cellText(cells[i]);
        return text === undefined ? [] : [text];
      });
    },
  };
}

function withoutExtra(raw: RawRecord, used: ReadonlySet<string>): RawRecord {
  if (used.size === 0 || !isRecord(raw.extra)) return raw;
  const kept = Object.entries(raw.extra).filter(([name]) => !used.has(name));
  const { extra: _, ...rest } = raw;
  return kept.length === 0 ? rest : { ...rest, extra: Object.fromEntries(kept) };
}

function notObject(value: unknown): Note {
  return { code: "record/not-an-object", value, message: `Found ${valueText(value)}; expected an object.` };
}
