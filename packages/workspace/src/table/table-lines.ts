import { CERTAIN, POSSIBLE, type Store } from "@whenwhere/store";
import type { StandingRanks } from "./standing-ranks.ts";
import { type OrderedRows, rankedRows, type TimeRanks, timeRows } from "./time-rows.ts";

/** One line of the table: a heading over a group, or a record. */
export type TableLine =
  | { readonly kind: "group"; readonly certainty: "certain" | "possible"; readonly count: number }
  | { readonly kind: "record"; readonly row: number; readonly certainty: "certain" | "possible" };

/** All lines of a table, addressed by index without making them. */
export interface TableLines {
  readonly length: number;
  at(index: number): TableLine | null;
  /** The line of a row, -1 when it is not listed. */
  indexOf(row: number): number;
}

export const NO_LINES: TableLines = { length: 0, at: () => null, indexOf: () => -1 };

/** Lines for rows that pass surely and rows that pass only possibly. An empty group of possible rows has no heading. */
function tableLines(certain: OrderedRows, possible: OrderedRows): TableLines {
  const possibleHead = possible.length > 0 ? 1 : 0;
  const certainHead = certain.length > 0 || possibleHead === 0 ? 1 : 0;
  const firstPossible = certainHead + certain.length;
  const length = certain.length + possible.length === 0 ? 0 : firstPossible + possibleHead + possible.length;
  return {
    length,
    at(index) {
      if (index < 0 || index >= length) return null;
      if (certainHead === 1 && index === 0) return { kind: "group", certainty: "certain", count: certain.length };
      if (index < firstPossible) return { kind: "record", row: certain.at(index - certainHead), certainty: "certain" };
      if (index === firstPossible && possibleHead === 1) {
        return { kind: "group", certainty: "possible", count: possible.length };
      }
      return { kind: "record", row: possible.at(index - firstPossible - possibleHead), certainty: "possible" };
    },
    indexOf(row) {
      const sure = certain.indexOf(row);
      if (sure >= 0) return certainHead + sure;
      const unsure = possible.indexOf(row);
      return unsure < 0 ? -1 : firstPossible + possibleHead + unsure;
    },
  };
}

/** Lines in order of time: nothing is sorted but what is looked at. */
export function linesByTime(store: Store, time: TimeRanks, descending: boolean): TableLines {
  time.ranks.follow(store.standing());
  return tableLines(timeRows(time, CERTAIN, descending), timeRows(time, POSSIBLE, descending));
}

/** Lines in any order of all rows. */
export function linesByOrder(store: Store, ranks: StandingRanks): TableLines {
  ranks.follow(store.standing());
  return tableLines(rankedRows(ranks, CERTAIN), rankedRows(ranks, POSSIBLE));
}
