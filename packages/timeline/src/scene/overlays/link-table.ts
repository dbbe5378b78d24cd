import type { RelationType } from "@whenwhere/model";
import type { SceneStore } from "../types.ts";
import type { Tie } from "./overlay-types.ts";

/** Which ties between records are drawn: those of the selected and the hovered record, all between drawn marks, or none. */
export type LinkMode = "selected" | "all" | "none";

/** Ties by record, read when they are asked for and kept. */
export interface LinkTable {
  /** Ties that the record states. */
  own(row: number): readonly Tie[];
  /** Ties that others state of it; in a store of more than 20,000 records only those of `among`. */
  of(row: number, among: readonly number[]): readonly Tie[];
}

/** Beyond this many records ties that point to a record are looked for among those in view: else all would be read on a hover. */
const MOST_ROWS = 20_000;
const NONE: readonly Tie[] = [];

/** A table of the store's ties; keep it until the data change. Cost: one pass over the records on the first question. */
export function createLinkTable(store: SceneStore): LinkTable {
  const known = new Map<number, readonly Tie[]>();
  let back: Map<number, Tie[]> | null = null;
  const own = (row: number): readonly Tie[] => {
    const held = known.get(row);
    if (held !== undefined) return held;
    const { relations } = store.incident(row);
    const ties = relations === undefined ? NONE : relations.map(({ type, to }) => tieOf(type, row, store.rowOf(to)));
    known.set(row, ties);
    return ties;
  };
  const backOf = (row: number): readonly Tie[] => {
    if (back === null) {
      back = new Map();
      for (let other = 0; other < store.columns.length; other++) {
        for (const tie of own(other)) {
          const named = tie.fromRow === other ? tie.toRow : tie.fromRow;
          back.set(named, [...(back.get(named) ?? []), tie]);
        }
      }
    }
    return back.get(row) ?? NONE;
  };
  return {
    own,
    of(row, among) {
      if (store.columns.length <= MOST_ROWS) return backOf(row);
      return among.flatMap(own).filter((tie) => (tie.fromRow === row || tie.toRow === row) && !own(row).includes(tie));
    },
  };
}

/** What follows comes later, so its arrow runs from what came before; all others run from the record that states the tie. */
function tieOf(type: RelationType, row: number, other: number): Tie {
  return type === "follows" ? { type, fromRow: other, toRow: row } : { type, fromRow: row, toRow: other };
}

/** The ties to draw, those of the reader's records first, each once. */
export function tiesOf(
  table: LinkTable,
  ask: { readonly mode: LinkMode; readonly rows: readonly number[]; readonly drawn: readonly number[] },
): readonly Tie[] {
  if (ask.mode === "none") return NONE;
  const mine = ask.rows.flatMap((row) => [...table.own(row), ...table.of(row, ask.drawn)]);
  const all = ask.mode === "all" ? [...mine, ...ask.drawn.flatMap((row) => table.own(row))] : mine;
  const seen = new Set<string>();
  return all.filter((tie) => {
    if (tie.fromRow === tie.toRow) return false;
    const pair = [tie.fromRow, tie.toRow];
    // Who says of two records that they are one makes no difference.
    const key = `${tie.type} ${(tie.type === "duplicateOf" ? pair.sort((a, b) => a - b) : pair).join(" ")}`;
    return !seen.has(key) && seen.add(key);
  });
}
