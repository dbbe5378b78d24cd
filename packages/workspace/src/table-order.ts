import { PLACE_PRECISIONS, STATUSES } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import type { Words } from "@whenwhere/view";

/** Columns of the table, in reading order. */
export type TableColumn = "what" | "when" | "where" | "status";

/** What the table is sorted by. */
export interface TableSort {
  readonly column: TableColumn;
  readonly descending: boolean;
}

/** A place in the order for every row: `rank[row]`, and the row at each place: `row[rank]`. */
export interface RowRanks {
  readonly rank: Uint32Array;
  readonly row: Uint32Array;
}

function ranksOf(order: Uint32Array): RowRanks {
  const rank = new Uint32Array(order.length);
  for (let index = 0; index < order.length; index++) rank[order[index] as number] = index;
  return { rank, row: order };
}

/**
 * By the earliest possible instant; of rows that begin together the narrower first, then the earlier in the input;
 * undated rows last. The store's time order has the first and the last of it, so only runs of equal starts are sorted.
 */
function timeRanks(store: Store): RowRanks {
  const { outerStartMs, outerEndMs } = store.columns;
  const order = Uint32Array.from(store.timeOrder);
  const start = (index: number): number => outerStartMs.at(order[index] as number);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && start(to) === start(from)) to++;
    if (to - from > 1) {
      order.subarray(from, to).sort((a, b) => {
        const [endA, endB] = [outerEndMs.at(a), outerEndMs.at(b)];
        return endA === endB ? a - b : endA - endB;
      });
    }
    from = to;
  }
  return ranksOf(order);
}

function textRanks(store: Store, textOf: (row: number) => string, locale: string): RowRanks {
  const texts = Array.from({ length: store.columns.length }, (_, row) => textOf(row));
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  const time = timeRanks(store).rank;
  const order = Uint32Array.from(texts.keys()).sort(
    (a, b) => collator.compare(texts[a] as string, texts[b] as string) || (time[a] as number) - (time[b] as number),
  );
  return ranksOf(order);
}

/** The order of all rows by one column, rising. Cost: one sort of all rows; keep it until the data change. */
export function rowRanks(store: Store, column: TableColumn, words: Words): RowRanks {
  if (column === "when") return timeRanks(store);
  if (column === "what") return textRanks(store, (row) => store.incident(row).title, words.locale);
  if (column === "where") {
    const last = "\uffff";
    const known = (row: number): boolean => PLACE_PRECISIONS[store.columns.placePrecision.at(row)] !== "unknown";
    return textRanks(store, (row) => (known(row) ? words.whereShort(store.incident(row).where) : last), words.locale);
  }
  const order = STATUSES.map((_, index) => String.fromCharCode(97 + index));
  return textRanks(store, (row) => order[store.columns.status.at(row)] ?? "", words.locale);
}

/**
 * Some rows in the order of `ranks`. Falling order turns the dated rows round and leaves the undated last:
 * a date that nobody gave is not the latest one.
 */
export function sortRows(rows: Uint32Array, ranks: RowRanks, options: { store: Store; sort: TableSort }): Uint32Array {
  const places = rows.map((row) => ranks.rank[row] as number).sort();
  const sorted = places.map((place) => ranks.row[place] as number);
  const { store, sort } = options;
  if (!sort.descending) return sorted;
  if (sort.column !== "when") return sorted.reverse();
  const { outerStartMs } = store.columns;
  const undated = sorted.findIndex((row) => Number.isNaN(outerStartMs.at(row)));
  const dated = undated < 0 ? sorted.length : undated;
  sorted.subarray(0, dated).reverse();
  return sorted;
}
