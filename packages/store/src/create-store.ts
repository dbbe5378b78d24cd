import { type Incident, type RecordSource, type Source, WhenWhereError } from "@whenwhere/model";
import { type OptionForm, refuseOptions } from "@whenwhere/model/refuse-options";
import { buildDataset } from "./columns/build-columns.ts";
import { datasetOfColumns } from "./columns/column-door.ts";
import type { Dataset } from "./columns/dataset.ts";
import { checkRecords } from "./columns/record-faults.ts";
import { MemoryStore, type StoreOptions } from "./memory-store.ts";
import { unpackDataset } from "./packed/unpack-dataset.ts";
import type { ColumnInput, Store } from "./types.ts";

/** The options of a store by name. */
const STORE_FORM: OptionForm<StoreOptions> = {
  sources: "any",
  title: "any",
  attribution: "any",
  license: "any",
  language: "any",
  categoryField: [String, Function],
  keep: "any",
  onError: [Function],
};

/** A collection, or what `readIncidents` gives back: records with their sources. */
export interface StoreCollection {
  readonly incidents: readonly Incident[];
  readonly sources?: Readonly<Record<string, Source>>;
  readonly title?: string | null;
  readonly attribution?: string | null;
  readonly license?: string | null;
  readonly language?: string | null;
}

/**
 * What a store can be made of: records, a whole collection, typed arrays of one length (with the records behind them, as
 * `loadColumns` gives both), or a buffer of `packStore`.
 */
export type StoreInput =
  | readonly Incident[]
  | StoreCollection
  | { readonly columns: ColumnInput; readonly records?: RecordSource }
  | { readonly packed: ArrayBuffer };

/**
 * Makes the store that linked views share. A record whose date or place cannot be read stays, as undated or unplaced, and one
 * whose id is an earlier one's stays under an id of its own: `store.issues` names each. Records are taken as they are; for a
 * whole check of those that come from elsewhere, unknown fields included: `createStore(readIncidents(records))`.
 * Throws {@link WhenWhereError} for a wrong call: `store/input`, `store/columns-shape`, `store/columns-length`,
 * `store/too-many-categories`, `store/packed`, `store/keep`, `store/option-unknown`. Cost: one pass over the records; indexes are built when first asked for.
 */
export function createStore(input: StoreInput, options: StoreOptions = {}): Store {
  refuseOptions(options, STORE_FORM, { code: "store", name: "createStore" });
  if (isIncidents(input)) return new MemoryStore(datasetOf(input, options), options);
  if (typeof input === "object" && input !== null) {
    if ("packed" in input) return new MemoryStore(unpackDataset(input.packed), options);
    if ("columns" in input) {
      const { columns, records } = input;
      const whole = records === undefined ? columns : { ...columns, records };
      return new MemoryStore(datasetOfColumns(whole, options.categoryField), named(columns, options));
    }
    if ("incidents" in input && Array.isArray(input.incidents)) {
      return new MemoryStore(datasetOf(input.incidents, options), named(input, options));
    }
  }
  throw new WhenWhereError(
    "store/input",
    `createStore got ${input === null ? "null" : typeof input}, not records.`,
    "Give a list of incidents, a collection { incidents }, or typed arrays { columns }.",
  );
}

function datasetOf(incidents: readonly Incident[], { categoryField }: StoreOptions): Dataset {
  checkRecords(incidents, "createStore");
  return buildDataset(incidents, categoryField);
}

/** What the data says of itself, unless the caller says otherwise. */
function named(data: Omit<StoreCollection, "incidents">, options: StoreOptions): StoreOptions {
  const { sources, title, attribution, license, language } = data;
  return {
    ...(sources === undefined ? {} : { sources }),
    ...(title ? { title } : {}),
    ...(attribution ? { attribution } : {}),
    ...(license ? { license } : {}),
    ...(language ? { language } : {}),
    ...options,
  };
}

function isIncidents(input: StoreInput): input is readonly Incident[] {
  return Array.isArray(input);
}
