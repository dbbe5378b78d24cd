import type { Worldview } from "@whenwhere/map";
import { createPause, inTurns } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import { createLiveRegion, errorPanel, h, type Words } from "@whenwhere/view";
import { cardOverview } from "./card/card-overview.ts";
import { recordCard } from "./card/record-card.ts";
import type { RunStage } from "./export/run-file.ts";
import { type FacetsHandle, facets } from "./facets/facets.ts";
import type { SavedFilters } from "./facets/saved-filters.ts";
import { legend } from "./head/legend.ts";
import { steadyHeight } from "./layout/steady-height.ts";
import { tabCounts } from "./layout/tab-counts.ts";
import type { WorkspaceLayout } from "./layout/workspace-layout.ts";
import { mountMap, mountTimeline, type PictureView } from "./picture-views.ts";
import { type RecordTableHandle, type RecordTableOptions, recordTable } from "./table/record-table.ts";
import type { WorkspaceMapOptions, WorkspaceOptions, WorkspaceTimelineOptions } from "./workspace-options.ts";

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
  readonly projection?: "mercator" | "globe" | "flat";
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

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}

/** Back, forth, or null for a key that means neither. */
function stepOfKey({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): -1 | 1 | null {
  if (!ctrlKey && !metaKey) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? 1 : -1;
  return letter === "y" ? 1 : null;
}

/**
 * "/" anywhere in the workspace goes to the search, Ctrl or Cmd with Z takes the last filter back, with Shift (or Y) does it
 * again; not while somebody types, and the page around keeps its own keys.
 */
function workspaceKeys(root: HTMLElement, on: { search(): void; step(by: -1 | 1): boolean }): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.defaultPrevented || typing(event.composedPath()[0] ?? null)) return;
    const by = stepOfKey(event);
    const isSearch = event.key === "/" && !event.ctrlKey && !event.metaKey;
    if (by === null ? isSearch : on.step(by)) event.preventDefault();
    if (isSearch) on.search();
  };
  root.addEventListener("keydown", onKey);
  return () => root.removeEventListener("keydown", onKey);
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

/** Null for a picture that has not been drawn yet, such as a map that never came into sight. */
function svgOf(picture: PictureView | undefined): string | null {
  try {
    return picture?.toSVG() ?? null;
  } catch {
    return null;
  }
}

/** The page has drawn what it has and is not being loaded any more. */
const IDLE_MS = 500;

/** Makes the tables of a moving window before a hand asks for them, a turn at a time, for the data of now and of later. */
function preparedAtRest(store: Store): () => void {
  let stop = (): void => {};
  let timer: ReturnType<typeof setTimeout> | null = null;
  const begin = (): void => {
    stop();
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      stop = inTurns(store.prepare(), () => {});
    }, IDLE_MS);
  };
  begin();
  const undo = store.on("data", begin);
  return () => {
    undo();
    stop();
    if (timer !== null) clearTimeout(timer);
  };
}

/** Puts table, card, filters and legend into the layout at once, and the pictures as soon as they are loaded. */
export function workspaceViews(options: WorkspaceViewsOptions): WorkspaceViews {
  const { root, layout, store, words, description } = options;
  const pause = createPause();
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
    announce(root, options, () => pictures.has(layout.time) && !layout.time.hidden),
    tabCounts(layout, store, words),
    steadyHeight(layout.time, store),
  ];
  const pictures = new Map<HTMLElement, PictureView>();
  let destroyed = false;
  layout.onChange((name) => {
    for (const picture of pictures.values()) picture.fit(name, layout.timeRoom);
  });

  const mount = async (target: HTMLElement, load: typeof mountTimeline): Promise<void> => {
    const waiting = h("div", { class: "ww-ws-placeholder" });
    target.append(waiting);
    try {
      const view = await load(target, { ...options, layout: layout.name, room: layout.timeRoom, onSearch: toSearch });
      if (destroyed) view.destroy();
      else pictures.set(target, view);
    } catch (error) {
      const found = error instanceof Error ? error.message : String(error);
      if (!destroyed) target.append(errorPanel({ title: words.t("workspace.error.view"), found }));
    }
    waiting.remove();
  };
  // The map has a task of its own: what stands beside it is seen, and may be used, before it is made.
  const mountMapLater: typeof mountMap = async (target, wanted) => {
    await pause();
    return mountMap(target, wanted);
  };
  const ready = Promise.all([mount(layout.time, mountTimeline), mount(layout.map, mountMapLater)]).then(() => {
    if (!destroyed) undo.push(preparedAtRest(store));
  });

  return {
    table,
    filters,
    ready,
    stage: () => pictures.get(layout.map)?.stage ?? null,
    pictures: () => ({ timeline: svgOf(pictures.get(layout.time)), map: svgOf(pictures.get(layout.map)) }),
    destroy() {
      destroyed = true;
      for (const one of undo) one();
      for (const one of owned) one.destroy();
      for (const one of pictures.values()) one.destroy();
      pictures.clear();
    },
  };
}
