import { PLACE_PRECISIONS, STATUSES, type Status } from "@whenwhere/model";
import { HIDDEN, isDateUncertain, type Store } from "@whenwhere/store";
import { accountsDiffer } from "../card/account-table.ts";

/** A name with its number of records, the greatest number first. */
export interface NamedCount {
  readonly name: string;
  readonly n: number;
}

/** What can be counted of some rows without a view. */
export interface RowFacts {
  readonly shown: number;
  readonly undated: number;
  readonly unplaced: number;
  /** Dated records whose date is wider than a day without filling it, approximate, uncertain or open. */
  readonly uncertain: number;
  /** Places known only as an area. */
  readonly areas: number;
  /** Records whose speakers differ; null where the records were too many to read. */
  readonly rivals: number | null;
  /** Earliest start and latest end that are stated; null without any. */
  readonly extentMs: readonly [startMs: number, endMs: number] | null;
  readonly categories: readonly NamedCount[];
  readonly statuses: readonly { readonly name: Status; readonly n: number }[];
  /** Names of places as the records give them, else the country; null where the records were too many to read. */
  readonly places: readonly NamedCount[] | null;
}

/** Beyond this many rows the records themselves are not read: it would take seconds. */
export const MOST_READ = 50_000;

/** First precision that is an area. */
const AREA = PLACE_PRECISIONS.indexOf("district");
const UNKNOWN = PLACE_PRECISIONS.indexOf("unknown");

function ranked<Name extends string>(counts: ReadonlyMap<Name, number>): { name: Name; n: number }[] {
  return [...counts].map(([name, n]) => ({ name, n })).sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
}

function add<Name>(counts: Map<Name, number>, name: Name): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function extentOf({ columns }: Store, rows: readonly number[]): RowFacts["extentMs"] {
  let [startMs, endMs] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    const [from, to] = [columns.outerStartMs.at(row), columns.outerEndMs.at(row)];
    for (const ms of [from, to]) {
      if (!Number.isFinite(ms)) continue;
      startMs = Math.min(startMs, ms);
      endMs = Math.max(endMs, ms);
    }
  }
  return startMs < endMs ? [startMs, endMs] : null;
}

/** Rows that pass the filters, possibly or surely. */
export function passingRows(store: Store): number[] {
  const passing = store.passing();
  return Array.from(store.timeOrder).filter((row) => passing[row] !== HIDDEN);
}

/**
 * Counts some rows; a place that is known by its country alone is called what `countryOf` makes of the code.
 * Cost: one pass over them; up to 50,000 also a look into each record.
 */
export function rowFacts(
  store: Store,
  rows: readonly number[],
  countryOf: (code: string | null | undefined) => string = (code) => code ?? "",
): RowFacts {
  const { columns } = store;
  const categories = new Map<string, number>();
  const statuses = new Map<Status, number>();
  const places = new Map<string, number>();
  const reads = rows.length <= MOST_READ;
  let [undated, unplaced, uncertain, areas, rivals] = [0, 0, 0, 0, 0];
  for (const row of rows) {
    add(categories, store.categories[columns.category.at(row)] ?? "");
    add(statuses, STATUSES[columns.status.at(row)] ?? "happened");
    const precision = columns.placePrecision.at(row);
    if (precision === UNKNOWN) unplaced++;
    else if (precision >= AREA) areas++;
    if (Number.isNaN(columns.outerStartMs.at(row))) undated++;
    else if (isDateUncertain(store.columns, row)) uncertain++;
    if (!reads) continue;
    const incident = store.incident(row);
    if (accountsDiffer(incident)) rivals++;
    const place = incident.where?.name ?? incident.where?.admin1 ?? countryOf(incident.where?.country);
    if (place) add(places, place);
  }
  return {
    shown: rows.length,
    ...{ undated, unplaced, uncertain, areas },
    rivals: reads ? rivals : null,
    extentMs: extentOf(store, rows),
    categories: ranked(categories),
    statuses: ranked(statuses),
    places: reads ? ranked(places) : null,
  };
}
