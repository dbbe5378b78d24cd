import type { RelationType } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";

/** A tie seen from one record. `back`: the other record names this one. */
export interface LinkedRecord {
  readonly row: number;
  readonly type: RelationType;
  readonly back: boolean;
}

/** Beyond this many records the ties that point to a record are not gathered: it would read them all. */
const MOST_ROWS = 200_000;

/** Ties that point to each record, by its id. Cost: one pass over the records. */
export function backRelations(store: Store): ReadonlyMap<string, readonly LinkedRecord[]> {
  const back = new Map<string, LinkedRecord[]>();
  const { length } = store.columns;
  if (length > MOST_ROWS) return back;
  for (let row = 0; row < length; row++) {
    for (const relation of store.incident(row).relations ?? []) {
      const list = back.get(relation.to) ?? [];
      list.push({ row, type: relation.type, back: true });
      back.set(relation.to, list);
    }
  }
  return back;
}

/** All records tied to one, each once; ties to records that are not here are left out. */
export function linkedRecords(
  store: Store,
  row: number,
  back: ReadonlyMap<string, readonly LinkedRecord[]>,
): readonly LinkedRecord[] {
  const own = (store.incident(row).relations ?? []).map((relation) => ({
    row: store.rowOf(relation.to),
    type: relation.type,
    back: false,
  }));
  const all = [...own, ...(back.get(store.id(row)) ?? [])].filter((link) => link.row >= 0 && link.row !== row);
  return all.filter((link, index) => all.findIndex((other) => other.row === link.row) === index);
}
