import type { Store } from "@whenwhere/store";
import { createLiveRegion, errorPanel, h, type Words } from "@whenwhere/view";
import { facets } from "./facets.ts";
import { legend } from "./legend.ts";
import { mountMap, mountTimeline, type PictureView } from "./picture-views.ts";
import { recordCard } from "./record-card.ts";
import { recordTable } from "./record-table.ts";
import type { WorkspaceLayout } from "./workspace-layout.ts";
import type { WorkspaceOptions } from "./workspace-options.ts";

/** What the views are made with. */
export interface WorkspaceViewsOptions {
  readonly root: HTMLElement;
  readonly layout: WorkspaceLayout;
  readonly store: Store;
  readonly words: Words;
  readonly attribution?: string;
  readonly description?: string;
  readonly lane?: WorkspaceOptions["lane"];
  readonly timeline?: WorkspaceOptions["timeline"];
  readonly projection?: "mercator" | "globe" | "flat";
}

/** All views of one store, and what ties them to the page. */
export interface WorkspaceViews {
  timelineSvg(): string | null;
  /** Resolves when the pictures are in the page. */
  readonly ready: Promise<void>;
  destroy(): void;
}

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}

/** "/" anywhere in the workspace goes to the search; the page around it keeps its own "/". */
function searchKey(root: HTMLElement, toSearch: () => void): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const own = event.composedPath()[0] ?? null;
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing(own)) return;
    event.preventDefault();
    toSearch();
  };
  root.addEventListener("keydown", onKey);
  return () => root.removeEventListener("keydown", onKey);
}

function announce(root: HTMLElement, store: Store, words: Words): () => void {
  const region = createLiveRegion(root, { intervalMs: 1000 });
  const undo = [
    store.on("filter", () => region.say(words.counts(store.count()))),
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
  const filters = facets(layout.side, { store, words });
  const owned = [
    filters,
    legend(layout.side, { words }),
    recordTable(layout.table, { store, words }),
    recordCard(layout.card, { store, words, ...(description === undefined ? {} : { description }) }),
  ];
  const toSearch = (): void => {
    layout.open("filter");
    filters.focusSearch();
  };
  const undo = [searchKey(root, toSearch), announce(root, store, words)];
  const pictures = new Map<HTMLElement, PictureView>();
  let destroyed = false;
  layout.onChange((name) => {
    for (const picture of pictures.values()) picture.fit(name);
  });

  const mount = async (target: HTMLElement, load: typeof mountTimeline): Promise<void> => {
    const waiting = h("div", { class: "ww-ws-placeholder" });
    target.append(waiting);
    try {
      const view = await load(target, { ...options, layout: layout.name, onSearch: toSearch });
      if (destroyed) view.destroy();
      else pictures.set(target, view);
    } catch (error) {
      const found = error instanceof Error ? error.message : String(error);
      if (!destroyed) target.append(errorPanel({ title: words.t("workspace.error.view"), found }));
    }
    waiting.remove();
  };
  const ready = Promise.all([mount(layout.time, mountTimeline), mount(layout.map, mountMap)]).then(() => undefined);

  return {
    ready,
    timelineSvg: () => pictures.get(layout.time)?.toSVG() ?? null,
    destroy() {
      destroyed = true;
      for (const one of undo) one();
      for (const one of owned) one.destroy();
      for (const one of pictures.values()) one.destroy();
      pictures.clear();
    },
  };
}
