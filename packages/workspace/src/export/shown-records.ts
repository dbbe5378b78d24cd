import type { Incident } from "@whenwhere/model";
import { HIDDEN, type Store } from "@whenwhere/store";

/** The records that pass the filters, possibly or surely, in time order; undated ones last. */
export function shownRecords(store: Store): Incident[] {
  const passing = store.passing();
  const incidents: Incident[] = [];
  for (const row of store.timeOrder) if (passing[row] !== HIDDEN) incidents.push(store.incident(row));
  return incidents;
}

/** Sources that some records name, by key: of a whole collection's, those of the records. */
export function sourcesOf(store: Store, incidents: readonly Incident[]): Store["sources"] {
  const named = new Set<string>();
  for (const { sources = [], figures = [], claims = [] } of incidents) {
    for (const key of sources) named.add(key);
    for (const { source } of [...figures, ...claims]) if (source !== undefined) named.add(source);
  }
  return Object.fromEntries(Object.entries(store.sources).filter(([key]) => named.has(key)));
}

/** A title as the name of a file, without an ending. */
export function fileName(title: string): string {
  const plain = title
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return plain === "" ? "incidents" : plain.slice(0, 60).toLowerCase();
}
