import { type Incident, type Source, WhenWhereError } from "@whenwhere/model";
import { type OptionForm, refuseOptions } from "@whenwhere/model/refuse-options";
import { buildDataset } from "./columns/build-columns.ts";
import { datasetOfColumns } from "./columns/column-door.ts";
import { MemoryStore, type StoreOptions } from "./memory-store.ts";
import { unpackDataset } from "./packed/unpack-dataset.ts";
import type { ColumnInput, Store } from "./types.ts";

/** The options of a store by name. */
export const STORE_FORM: OptionForm<StoreOptions> = {
  sources: "any",
  title: "any",
  attribution: "any",
  license: "any",
  language: "any",
  categoryField: "any",
  keep: "any",
  onError: "any",
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

/** What a store can be made of: records, a whole collection, typed arrays of one length, or a buffer of `packStore`. */
export type StoreInput =
  | readonly Incident[]
  | StoreCollection
  | { readonly columns: ColumnInput }
  | { readonly packed: ArrayBuffer };

/**
 * Makes the store that linked views share. A record whose date or place cannot be read stays, as undated or unplaced; one whose
 * id is an earlier one's stays under an id of its own, which `store.issues` names.
 * Throws {@link WhenWhereError} for a wrong call: `store/input`, `store/columns-shape`, `store/columns-length`,
 * `store/too-many-categories`, `store/packed`, `store/keep`, `store/option-unknown`. Cost: one pass over the records; indexes are built when first asked for.
 */
export function createStore(input: StoreInput, options: StoreOptions = {}): Store {
  refuseOptions(options, STORE_FORM, { code: "store", name: "createStore" });
  if (isIncidents(input)) return new MemoryStore(buildDataset(input, options.categoryField), options);
  if (typeof input === "object" && input !== null) {
    if ("packed" in input) return new MemoryStore(unpackDataset(input.packed), options);
    if ("columns" in input) {
      return new MemoryStore(datasetOfColumns(input.columns, options.categoryField), named(input.columns, options));
    }
    if ("incidents" in input && Array.isArray(input.incidents)) {
      return new MemoryStore(buildDataset(input.incidents, options.categoryField), named(input, options));
    }
  }
  throw new WhenWhereError(
    "store/input",
    `createStore got ${input === null ? "null" : typeof input}, not records.`,
    "Give a list of incidents, a collection {incidents, sources}, or typed arrays {columns: {startMs, ...}}.",
  );
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
