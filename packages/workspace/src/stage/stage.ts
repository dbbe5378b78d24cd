import type { Store } from "@whenwhere/store";
import type { SavedFilter } from "../facets/saved-filters.ts";
import type { LayoutState } from "../layout/layout-preset.ts";
import type { RecordTableState } from "../table/record-table.ts";
import type { CompareState } from "../tools/compare-state.ts";
import type { WorkspaceOptions } from "../workspace-options.ts";

/** Keys of a saved workspace. Each is null while there are no records. */
export interface WorkspaceState {
  readonly store: Store["state"] | null;
  readonly layout: LayoutState | null;
  readonly table: RecordTableState | null;
  readonly savedFilters: readonly SavedFilter[] | null;
  /** The whole view as the fragment of a link, without `#`. */
  readonly fragment: string | null;
}

/** What a reader has arranged, which another stage begins with. The rest is in the store. */
export interface Arranged {
  readonly layout: LayoutState;
  readonly table: RecordTableState;
  readonly savedFilters: readonly SavedFilter[];
  readonly compare: CompareState | null;
}

/** What is in the page of a workspace now, with its owner: its records, a message, or nothing yet. */
export interface Stage {
  readonly store: Store | null;
  readonly ready: Promise<void>;
  readonly state: WorkspaceState;
  /** Null where there is nothing to arrange. */
  readonly arranged: Arranged | null;
  /** Says how far the reading is, without making anything anew; null where something else is said. */
  readonly showLoading: ((loading: WorkspaceOptions["loading"]) => void) | null;
  /** Puts another head over the same views; null where there are none. */
  readonly showHeader: ((options: WorkspaceOptions) => void) | null;
  destroy(): void;
}

/** The state of a stage without records. */
export const NO_STATE: WorkspaceState = { store: null, layout: null, table: null, savedFilters: null, fragment: null };

/** What the whole is called; "" where nobody says. */
export function titleOf(options: WorkspaceOptions): string {
  return options.title ?? options.result?.title ?? options.collection?.title ?? "";
}
