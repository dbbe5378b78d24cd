import type { OptionForm } from "@whenwhere/model/refuse-options";
import { decodeState, encodeState, INITIAL_STATE, type Store, type StoreState } from "@whenwhere/store";
import { refuseView } from "@whenwhere/view";

/** Filters under a name. `filters` is the text that `encodeState` writes of them. */
export interface SavedFilter {
  readonly name: string;
  readonly filters: string;
}

/** The filters that a reader has named. */
export interface SavedFilters {
  readonly list: readonly SavedFilter[];
  /** Keeps the filters of now; of two with one name the newer stands. */
  save(name: string): void;
  remove(name: string): void;
  /** Puts the filters of a name in place of those of now; how many did not fit these records. */
  apply(name: string): number;
  onChange(callback: () => void): void;
}

/** Where saved filters are kept beyond the page: the part of `localStorage` that is used. */
export interface FilterShelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const KEY = "whenwhere:filters:";
const MOST = 100;
const LONGEST_NAME = 80;

/** What a shelf holds may have been written by anybody: whatever is not a list of names and filters is nothing. */
function savedFiltersOf(value: unknown): readonly SavedFilter[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MOST).flatMap((entry: unknown) => {
    if (typeof entry !== "object" || entry === null) return [];
    const { name, filters } = entry as Readonly<Record<string, unknown>>;
    if (typeof name !== "string" || typeof filters !== "string" || name.trim() === "") return [];
    const { issues } = decodeState(filters);
    return issues.length > 0 ? [] : [{ name: name.slice(0, LONGEST_NAME), filters }];
  });
}

function readShelf(shelf: FilterShelf | null, key: string): readonly SavedFilter[] {
  try {
    return savedFiltersOf(JSON.parse(shelf?.getItem(key) ?? "[]"));
  } catch {
    return [];
  }
}

/** What saved filters are made with. */
export interface SavedFiltersOptions {
  readonly store: Store;
  /** Filters that the host has already. */
  readonly first?: readonly SavedFilter[];
  /** Name under which this browser keeps them; without one they last as long as the page. */
  readonly keepAs?: string;
  /** Default: the page's `localStorage`. */
  readonly shelf?: FilterShelf | null;
}

const FORM: OptionForm<SavedFiltersOptions> = { store: "any", first: [[Object]], keepAs: [String], shelf: "any" };

function pageShelf(): FilterShelf | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    // A sandboxed frame has none and says so by throwing.
    return null;
  }
}

/** Named filters, in memory, and in this browser where the host says under which name. */
export function savedFilters(options: SavedFiltersOptions): SavedFilters {
  refuseView(options, FORM, { code: "saved-filters", name: "savedFilters" });
  const { store, first = [], keepAs } = options;
  const shelf = keepAs === undefined ? null : (options.shelf ?? pageShelf());
  const key = `${KEY}${keepAs ?? ""}`;
  const merged = new Map([...savedFiltersOf(first), ...readShelf(shelf, key)].map((one) => [one.name, one]));
  let list: readonly SavedFilter[] = [...merged.values()];
  let changed: () => void = () => {};
  const change = (next: readonly SavedFilter[]): void => {
    list = next;
    try {
      shelf?.setItem(key, JSON.stringify(list));
    } catch {
      // A full or forbidden shelf: they last as long as the page.
    }
    changed();
  };
  const without = (name: string): readonly SavedFilter[] => list.filter((one) => one.name !== name);
  return {
    get list() {
      return list;
    },
    save(given) {
      const name = given.trim().slice(0, LONGEST_NAME);
      if (name === "") return;
      const state: StoreState = { ...INITIAL_STATE, clauses: store.state.clauses };
      change([...without(name), { name, filters: encodeState(state) }].slice(-MOST));
    },
    remove: (name) => change(without(name)),
    apply(name) {
      const found = list.find((one) => one.name === name);
      if (found === undefined) return 0;
      const { state } = decodeState(found.filters);
      return store.restore({ ...store.state, clauses: state.clauses }).length;
    },
    onChange(callback) {
      changed = callback;
    },
  };
}
