import type { MapProjection, Worldview } from "@whenwhere/map";
import type { Store } from "@whenwhere/store";
import { createLiveRegion, type Words } from "@whenwhere/view";
import { cardOverview } from "./card/card-overview.ts";
import { recordCard } from "./card/record-card.ts";
import type { RunStage } from "./export/run-file.ts";
import { type FacetsHandle, facets } from "./facets/facets.ts";
import type { SavedFilters } from "./facets/saved-filters.ts";
import { legend } from "./head/legend.ts";
import { steadyHeight } from "./layout/steady-height.ts";
import { tabCounts } from "./layout/tab-counts.ts";
import type { WorkspaceLayout } from "./layout/workspace-layout.ts";
import { preparedAtRest } from "./prepared-at-rest.ts";
import { type RecordTableHandle, type RecordTableOptions, recordTable } from "./table/record-table.ts";
import { workspaceKeys } from "./workspace-keys.ts";
import type { WorkspaceMapOptions, WorkspaceOptions, WorkspaceTimelineOptions } from "./workspace-options.ts";
import { workspacePictures } from "./workspace-pictures.ts";

/** What the views are made with. */
export interface WorkspaceViewsOptions {
  readonly root: HTMLElement;
  readonly layout: WorkspaceLayout;
  readonly store: Store;
  readonly words: Words;
  readonly saved: SavedFilters;
  readonly table?: Pick<RecordTableOptions, "sort" | "columns">;
  readonly attribution?: string;
  readonly description?: string;
  readonly lane?: WorkspaceOptions["lane"];
  readonly timeline?: WorkspaceTimelineOptions;
  readonly projection?: MapProjection;
  readonly worldview?: Worldview;
  readonly map?: WorkspaceMapOptions;
  /** The accounts of the selected record are to be compared; the button has the focus again afterwards. */
  readonly onCompare: (button: HTMLElement) => void;
}

/** All views of one store, and what ties them to the page. */
export interface WorkspaceViews {
  readonly table: RecordTableHandle;
  readonly filters: FacetsHandle;
  /** Timeline and map as they stand, as SVG; null while they are not in the page. */
  pictures(): { readonly timeline: string | null; readonly map: string | null };
  /** The map as what a run is taken of; null while it is not in the page. */
  stage(): RunStage | null;
  /** Resolves when the pictures are in the page. */
  readonly ready: Promise<void>;
  destroy(): void;
}

/** `isSaid`: another view in sight says the counts, as it does where it stands alone. */
function announce(root: HTMLElement, { store, words }: WorkspaceViewsOptions, isSaid: () => boolean): () => void {
  const region = createLiveRegion(root, { intervalMs: 1000 });
  const undo = [
    store.on("filter", () => isSaid() || region.say(() => words.counts(store.count()))),
    store.on("selection", () => {
      const { selectedId } = store.state;
      const row = selectedId === null ? -1 : store.rowOf(selectedId);
      if (row >= 0) region.say(words.incident(store.incident(row)));
    }),
  ];
  return () => {
    for (const one of undo) one();
    region.destroy();
  };
}

/** Puts table, card, filters and legend into the layout at once, and the pictures as soon as they are loaded. */
export function workspaceViews(options: WorkspaceViewsOptions): WorkspaceViews {
  const { root, layout, store, words, description } = options;
  const filters = facets(layout.side, { store, words, saved: options.saved });
  const table = recordTable(layout.table, { store, words, ...options.table });
  const owned = [
    filters,
    legend(layout.side, { words }),
    table,
    recordCard(layout.card, {
      store,
      words,
      overview: () => cardOverview(store, words),
      onCompare: options.onCompare,
      ...(description === undefined ? {} : { description }),
    }),
  ];
  const toSearch = (): void => {
    layout.open("filter");
    filters.focusSearch();
  };
  const step = (by: -1 | 1): boolean => (by < 0 ? filters.undo() : filters.redo());
  const undo = [
    workspaceKeys(root, { search: toSearch, step }),
    announce(root, options, () => pictures.hasTimeline && !layout.time.hidden),
    tabCounts(layout, store, words),
    steadyHeight(layout.time, store),
  ];
  const pictures = workspacePictures(layout, { ...options, onSearch: toSearch });
  let destroyed = false;
  return {
    table,
    filters,
    ready: pictures.ready.then(() => {
      if (!destroyed) undo.push(preparedAtRest(store));
    }),
    stage: pictures.stage,
    pictures: pictures.svg,
    destroy() {
      destroyed = true;
      for (const one of undo) one();
      for (const one of owned) one.destroy();
      pictures.destroy();
    },
  };
}
