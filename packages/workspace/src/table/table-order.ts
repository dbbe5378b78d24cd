import { PLACE_PRECISIONS, STATUSES, type Steps } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import type { Words } from "@whenwhere/view";
import { categoryOrder } from "../category-order.ts";

/** Columns of the table, in reading order. */
export type TableColumn =
  | "what"
  | "when"
  | "where"
  | "status"
  | "category"
  | "kind"
  | "country"
  | "admin1"
  | "actors"
  | "sources"
  | "tags"
  | "id";

/** All columns that a table can have, in the order of its menu. */
export const TABLE_COLUMNS: readonly TableColumn[] = [
  "what",
  "when",
  "where",
  "status",
  "category",
  "kind",
  "country",
  "admin1",
  "actors",
  "sources",
  "tags",
  "id",
];

/** What the table is sorted by. */
export interface TableSort {
  readonly column: TableColumn;
  readonly descending: boolean;
}

/** Keys of rows that say nothing in a column: last, whichever way it is sorted. */
const NO_KEY = 0xffffffff;

/** What a cell says. */
export function cellText(store: Store, words: Words, place: { row: number; column: TableColumn }): string {
  const { row, column } = place;
  if (column === "status") return words.status(store.statusOf(row));
  if (column === "id") return store.id(row);
  const incident = store.incident(row);
  const comma = words.t("list.comma");
  switch (column) {
    case "what":
      return incident.title;
    case "when":
      return words.whenShortOf(incident);
    case "where":
      return words.whereShort(incident.where);
    case "category":
      return words.category(store.categories[store.columns.category.at(row)] || "other");
    case "kind":
      return incident.kind ?? "";
    case "country":
      return countryName(words, incident.where?.country);
    case "admin1":
      return incident.where?.admin1 ?? "";
    case "actors":
      return (incident.actors ?? []).map(({ name }) => name).join(comma);
    case "sources":
      return (incident.sources ?? [])
        .map((key) => store.sources[key]?.publisher ?? store.sources[key]?.title ?? key)
        .join(comma);
    case "tags":
      return (incident.tags ?? []).join(comma);
  }
}

/** A country by its name in the reader's language; what is no ISO code stays as it is. */
export function countryName(words: Words, code: string | null | undefined): string {
  if (!code) return "";
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return words.names.country(code);
}

/** Text by which a row is sorted; "" when it says nothing. Statuses and categories have an order of their own. */
function sortText(store: Store, words: Words, place: { row: number; column: TableColumn }): string {
  const { row, column } = place;
  const letter = (index: number): string => String.fromCharCode(97 + Math.max(0, index));
  if (column === "status") return letter(STATUSES.indexOf(store.statusOf(row)));
  if (column === "category") return letter(categoryOrder(store).indexOf(store.columns.category.at(row)));
  if (column === "where" && PLACE_PRECISIONS[store.columns.placePrecision.at(row)] === "unknown") return "";
  return cellText(store, words, place);
}

/** Rows by one column: `keys[row]` rises with what the cell says, equal cells have equal keys. In steps. */
export function* columnKeys(store: Store, column: TableColumn, words: Words): Steps<Uint32Array> {
  const { length } = store.columns;
  const codes = new Uint32Array(length);
  const known = new Map<string, number>();
  const texts: string[] = [];
  for (let row = 0; row < length; row++) {
    const text = sortText(store, words, { row, column });
    let code = known.get(text);
    if (code === undefined) {
      code = texts.push(text) - 1;
      known.set(text, code);
    }
    codes[row] = code;
    if (row % 256 === 255) yield;
  }
  const collator = new Intl.Collator(words.locale, { numeric: true, sensitivity: "base" });
  const compare = (a: number, b: number): number => collator.compare(texts[a] as string, texts[b] as string);
  const order = yield* mergeSorted(Uint32Array.from(texts.keys()), compare);
  const keyOf = new Uint32Array(texts.length);
  let key = 0;
  for (let at = 0; at < order.length; at++) {
    const code = order[at] as number;
    // Texts that differ in case alone are one to a reader who sorts.
    if (at > 0 && compare(order[at - 1] as number, code) !== 0) key++;
    keyOf[code] = texts[code] === "" ? NO_KEY : key;
    if (at % 1024 === 1023) yield;
  }
  for (let row = 0; row < length; row++) codes[row] = keyOf[codes[row] as number] as number;
  return codes;
}

/**
 * The order of all rows under several keys, the first one first; rows that are equal in all of them stand in order of time.
 * `keysOf` gives what {@link columnKeys} made; dates are read from the columns. In steps.
 */
export function* sortedOrder(
  store: Store,
  sort: readonly TableSort[],
  keysOf: ReadonlyMap<TableColumn, Uint32Array>,
): Steps<Uint32Array> {
  const { outerStartMs, outerEndMs } = store.columns;
  const byTime = (a: number, b: number, sign: number): number => {
    const [startA, startB] = [outerStartMs.at(a), outerStartMs.at(b)];
    if (Number.isNaN(startA) || Number.isNaN(startB))
      return Number(Number.isNaN(startA)) - Number(Number.isNaN(startB));
    if (startA !== startB) return startA < startB ? -sign : sign;
    const [endA, endB] = [outerEndMs.at(a), outerEndMs.at(b)];
    return endA === endB ? 0 : endA < endB ? -sign : sign;
  };
  const rules = sort.map(({ column, descending }) => {
    const sign = descending ? -1 : 1;
    const keys = keysOf.get(column);
    if (keys === undefined) return (a: number, b: number) => byTime(a, b, sign);
    return (a: number, b: number): number => {
      const [one, two] = [keys[a] as number, keys[b] as number];
      if (one === two) return 0;
      if (one === NO_KEY || two === NO_KEY) return one === NO_KEY ? 1 : -1;
      return one < two ? -sign : sign;
    };
  });
  const compare = (a: number, b: number): number => {
    for (const rule of rules) {
      const order = rule(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
  return yield* mergeSorted(Uint32Array.from(store.timeOrder), compare);
}

const BLOCK = 256;

/** A stable sort that stops after every few hundred comparisons, so that its owner may look at the clock. */
function* mergeSorted(values: Uint32Array, compare: (a: number, b: number) => number): Steps<Uint32Array> {
  for (let from = 0; from < values.length; from += BLOCK) {
    values.subarray(from, from + BLOCK).sort(compare);
    yield;
  }
  let source: Uint32Array = values;
  let target: Uint32Array = new Uint32Array(values.length);
  for (let width = BLOCK; width < values.length; width *= 2) {
    for (let from = 0; from < source.length; from += 2 * width) {
      const middle = Math.min(from + width, source.length);
      const end = Math.min(from + 2 * width, source.length);
      let [left, right] = [from, middle];
      for (let at = from; at < end; at++) {
        const takesLeft =
          left < middle && (right >= end || compare(source[left] as number, source[right] as number) <= 0);
        target[at] = source[takesLeft ? left++ : right++] as number;
        if (at % BLOCK === BLOCK - 1) yield;
      }
      yield;
    }
    [source, target] = [target, source];
  }
  return source;
}
