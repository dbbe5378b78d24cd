import { inTurns, type Steps } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import type { Words } from "@whenwhere/view";
import { StandingRanks } from "./standing-ranks.ts";
import { linesByOrder, linesByTime, type TableLines } from "./table-lines.ts";
import { columnKeys, sortedOrder, type TableColumn, type TableSort } from "./table-order.ts";
import { TimeRanks } from "./time-rows.ts";

/** The lines of a table in the order that is asked for. */
export interface TableSorter {
  readonly sort: readonly TableSort[];
  /** The order is still being made; until it is there, the lines stand in the order of before. */
  readonly isBusy: boolean;
  /** Asks for another order; `onReady` is called when it is there, at once where the records are few. */
  by(sort: readonly TableSort[]): void;
  lines(): TableLines;
  /** The data have changed. */
  forget(): void;
  destroy(): void;
}

/** Order of time, rising. */
const USUAL_SORT: readonly TableSort[] = [{ column: "when", descending: false }];

/** What a sorter is made with. */
export interface TableSorterOptions {
  readonly store: Store;
  readonly words: Words;
  readonly onReady: () => void;
}

export function tableSorter({ store, words, onReady }: TableSorterOptions): TableSorter {
  const keys = new Map<TableColumn, Uint32Array>();
  let sort = USUAL_SORT;
  /** Null: order of time, which the store has. */
  let order: StandingRanks | null = null;
  let time: TimeRanks | null = null;
  let isFalling = false;
  /** Ends the making of an order that is under way. */
  let stop: (() => void) | null = null;

  function* build(): Steps<Uint32Array> {
    for (const { column } of sort) {
      if (column === "when" || keys.has(column)) continue;
      keys.set(column, yield* columnKeys(store, column, words));
    }
    return yield* sortedOrder(store, sort, keys);
  }
  const start = (): void => {
    stop?.();
    stop = null;
    const [first] = sort;
    if (first === undefined || first.column === "when") {
      order = null;
      isFalling = first?.descending ?? false;
      onReady();
      return;
    }
    let isDone = false;
    const made = (next: Uint32Array) => {
      isDone = true;
      stop = null;
      order = new StandingRanks(next);
      onReady();
    };
    const undo = inTurns(build(), made, { startsNow: true });
    if (!isDone) stop = undo;
  };
  return {
    get sort() {
      return sort;
    },
    get isBusy() {
      return stop !== null;
    },
    by(next) {
      sort = next.length === 0 ? USUAL_SORT : next;
      start();
    },
    lines() {
      if (order !== null && order.length === store.columns.length) return linesByOrder(store, order);
      time ??= new TimeRanks(store);
      return linesByTime(store, time, isFalling);
    },
    forget() {
      keys.clear();
      order = null;
      time = null;
      start();
    },
    destroy() {
      stop?.();
      stop = null;
    },
  };
}

/** The sort after a press on a heading: that column alone, or, with Shift, as one more key; a second press turns it round. */
export function pressedSort(sort: readonly TableSort[], column: TableColumn, isMore: boolean): readonly TableSort[] {
  const known = sort.find((one) => one.column === column);
  const next = { column, descending: known !== undefined && !known.descending };
  if (!isMore) return [sort[0]?.column === column ? next : { column, descending: false }];
  return known === undefined ? [...sort, next] : sort.map((one) => (one === known ? next : one));
}
