import type { Note, ReaderOptions, RecordSink } from "../reader.ts";
import { isRecord } from "../record/fields.ts";
import { readRows } from "./read-rows.ts";
import type { TableRow } from "./table.ts";

/** Every key that any of the items has, in the order in which keys first come. What is no object has none. */
export function keysOfItems(items: readonly unknown[]): readonly string[] {
  const keys = new Set<string>();
  for (const item of items) if (isRecord(item)) for (const key of Object.keys(item)) keys.add(key);
  return [...keys];
}

/** Values of an object by key; null where it has none. */
export function cellsOfItem(item: Readonly<Record<string, unknown>>, keys: readonly string[]): readonly unknown[] {
  return keys.map((key) => (Object.hasOwn(item, key) ? item[key] : null));
}

/** Rows that were made of a list of items. */
export interface ItemRows<Row extends TableRow> {
  readonly columns: readonly string[];
  /** Null stands for an item that is no record. */
  readonly rows: readonly (Row | null)[];
  /** What is wrong with the item of a null. */
  readonly refuse: (index: number) => Note;
  /** Lays over what the columns gave what the row alone says. */
  readonly layOver: (raw: unknown, row: Row) => { readonly raw: unknown; readonly notes?: readonly Note[] };
}

/** Reads rows as those of any table, with all that is inferred over a column. Every item is told to the sink once, in its order. */
export function readItemRows<Row extends TableRow>(
  { columns, rows, refuse, layOver }: ItemRows<Row>,
  sink: RecordSink,
  options: ReaderOptions,
): void {
  let next = 0;
  const refuseUpTo = (): void => {
    while (next < rows.length && rows[next] === null) sink.reject(refuse(next++));
  };
  const over: RecordSink = {
    ...sink,
    record(raw, notes = []) {
      refuseUpTo();
      const laid = layOver(raw, rows[next++] as Row);
      sink.record(laid.raw, [...notes, ...(laid.notes ?? [])]);
    },
    reject(note) {
      refuseUpTo();
      next++;
      sink.reject(note);
    },
  };
  readRows({ columns, rows: rows.filter((row) => row !== null), tagRow: false }, over, options);
  refuseUpTo();
}
