import { CERTAIN, HIDDEN, POSSIBLE, type Store } from "@whenwhere/store";
import { MOST_READ } from "../summary/row-facts.ts";
import type { CompareSet } from "./compare-state.ts";
import type { SideRows, Tally } from "./side-facts.ts";

/** One of several collections that were joined in a store: those of its records that are there belong to it. */
export interface WorkspaceDataset {
  readonly title?: string | null | undefined;
  /** A record may stand in several datasets. */
  readonly incidents: readonly { readonly id: string }[];
}

/** A dataset or source that has records in the store. */
export interface NamedSet extends CompareSet {
  readonly title: string;
  /** Rising rows. */
  readonly rows: readonly number[];
}

/** Fields in which files that were joined elsewhere say where a record comes from. */
const DATASET_FIELDS: readonly string[] = ["dataset", "collection"];

/** Rows by the values that a field states. */
function rowsByField(store: Store, field: string): ReadonlyMap<string, number[]> {
  const rows = new Map<string, number[]>();
  const coded = store.field(field);
  if (coded === null) return rows;
  for (let row = 0; row < store.columns.length; row++) {
    const from = coded.offsets === null ? row : (coded.offsets[row] as number);
    const to = coded.offsets === null ? row + 1 : (coded.offsets[row + 1] as number);
    for (let at = from; at < to; at++) put(rows, coded.values[coded.codes[at] as number], row);
  }
  return rows;
}

function put(rows: Map<string, number[]>, value: unknown, row: number): void {
  if (typeof value !== "string" || value === "") return;
  const own = rows.get(value) ?? [];
  rows.set(value, own);
  own.push(row);
}

/** Columns of the input that have no place in a record are kept under `extra`. */
function rowsByExtra(store: Store, field: string): ReadonlyMap<string, number[]> {
  const rows = new Map<string, number[]>();
  const { length } = store.columns;
  for (let row = 0; row < length && length <= MOST_READ; row++) put(rows, store.incident(row).extra?.[field], row);
  return rows;
}

function rowsOfDataset(store: Store, { incidents }: WorkspaceDataset): readonly number[] {
  const rows = new Set(incidents.map(({ id }) => store.rowOf(id)).filter((row) => row >= 0));
  return [...rows].sort((a, b) => a - b);
}

/** Of two datasets with one title the first counts. */
function givenSets(store: Store, datasets: readonly WorkspaceDataset[]): readonly NamedSet[] {
  const sets = datasets.map((dataset, index): NamedSet => {
    const title = dataset.title || String(index + 1);
    return { by: "dataset", key: title, title, rows: rowsOfDataset(store, dataset) };
  });
  return sets.filter(({ key, rows }, index) => rows.length > 0 && index === sets.findIndex((one) => one.key === key));
}

function statedSets(store: Store): readonly NamedSet[] {
  for (const field of DATASET_FIELDS) {
    const stated = rowsByField(store, field);
    const rows = stated.size > 0 ? stated : rowsByExtra(store, field);
    if (rows.size > 1) return [...rows].map(([key, own]) => ({ by: "dataset" as const, key, title: key, rows: own }));
  }
  return [];
}

/**
 * What the store can be divided by: the datasets that the host names, else those that a column `dataset` or `collection`
 * tells apart, in their order; then its sources, those of most records first. Cost: one pass over the rows.
 */
export function compareSets(store: Store, datasets: readonly WorkspaceDataset[]): readonly NamedSet[] {
  const given = givenSets(store, datasets);
  const sources = [...rowsByField(store, "source")].map(([key, rows]): NamedSet => {
    const source = Object.hasOwn(store.sources, key) ? store.sources[key] : undefined;
    return { by: "source", key, title: source?.title ?? key, rows };
  });
  sources.sort((a, b) => b.rows.length - a.rows.length || (a.key < b.key ? -1 : 1));
  return [...(given.length > 0 ? given : statedSets(store)), ...sources];
}

/** The set of a link among those of the store. */
export function setOf(sets: readonly NamedSet[], { by, key }: CompareSet): NamedSet | undefined {
  return sets.find((one) => one.by === by && one.key === key);
}

/** Two sets to begin with: the first two of a kind, datasets before sources; null where there are none. */
export function firstSets(sets: readonly NamedSet[]): readonly [NamedSet, NamedSet] | null {
  const datasets = sets.filter(({ by }) => by === "dataset");
  const [a, b] = datasets.length > 1 ? datasets : sets;
  return a === undefined || b === undefined ? null : [a, b];
}

/** The rows of a set under all filters, in time order of neither: rising. */
export function setRows(store: Store, { rows }: NamedSet): SideRows {
  const passing = store.passing();
  return {
    certain: rows.filter((row) => passing[row] === CERTAIN),
    possible: rows.filter((row) => passing[row] === POSSIBLE),
  };
}

/** How many of the rows that pass the filters stand in both sets. */
export function sharedTally(store: Store, [a, b]: readonly [NamedSet, NamedSet]): Tally {
  const passing = store.passing();
  const other = new Set(b.rows);
  const shared = a.rows.filter((row) => passing[row] !== HIDDEN && other.has(row));
  const certain = shared.filter((row) => passing[row] === CERTAIN).length;
  return { certain, possible: shared.length - certain };
}
