import type { Store } from "@whenwhere/store";
import { attributionSlot, type Words } from "@whenwhere/view";
import { printSheet } from "../export/print-sheet.ts";
import { savedFilters } from "../facets/saved-filters.ts";
import { type LoadingNote, loadingNote } from "../head/loading-note.ts";
import { type WorkspaceHeader, workspaceHeader } from "../head/workspace-header.ts";
import { type LayoutState, layoutState } from "../layout/layout-preset.ts";
import { workspaceLayout } from "../layout/workspace-layout.ts";
import { type LinkKeeper, linkKeeper } from "../link/link-keeper.ts";
import type { ReadLink } from "../link/workspace-link.ts";
import type { WorkspaceOptions } from "../workspace-options.ts";
import { type WorkspaceViewsOptions, workspaceViews } from "../workspace-views.ts";
import { type Arranged, type Stage, titleOf } from "./stage.ts";

/** What a stage is made with. */
export interface StageParts {
  readonly options: WorkspaceOptions;
  /** The records; stays its owner's to destroy. */
  readonly store: Store;
  readonly words: Words;
  /** The link that the page was opened with, which wins over all else. */
  readonly link: ReadLink | null;
  /** What the reader had arranged before options changed; wins over the options. */
  readonly arranged: Partial<Arranged>;
  readonly onLanguage: (link: ReadLink) => boolean;
  /** Something to say of the whole; "" as a rule. */
  readonly said: string;
  readonly onLayout: (state: LayoutState) => void;
}

/** What the views are told, as far as the options name it. */
function viewOptions(
  options: WorkspaceOptions,
): Omit<WorkspaceViewsOptions, "root" | "layout" | "store" | "words" | "saved" | "onCompare"> {
  const { table, attribution, lane, timeline, projection, worldview, map } = options;
  const description = options.description ?? options.collection?.description;
  return {
    ...(table ? { table } : {}),
    ...(attribution ? { attribution } : {}),
    ...(description ? { description } : {}),
    ...(lane ? { lane } : {}),
    ...(timeline ? { timeline } : {}),
    ...(projection ? { projection } : {}),
    ...(worldview ? { worldview } : {}),
    ...(map ? { map } : {}),
  };
}

/** A head, with the note of what is still being read, that another one may take the place of under the same views. */
interface Head {
  readonly now: WorkspaceHeader;
  change(options: WorkspaceOptions): void;
}

function exchangeable(
  make: (options: WorkspaceOptions) => WorkspaceHeader,
  note: LoadingNote,
  first: WorkspaceOptions,
): Head {
  const made = (options: WorkspaceOptions): WorkspaceHeader => {
    const header = make(options);
    note.show(options.loading ?? null);
    header.element.append(note.element);
    return header;
  };
  let now = made(first);
  return {
    get now() {
      return now;
    },
    change(options) {
      const old = now;
      now = made(options);
      old.element.replaceWith(now.element);
      const { state } = old.compare;
      old.destroy();
      now.compare.show(state);
    },
  };
}

/** All views of the records. */
export function recordsStage(root: HTMLElement, parts: StageParts): Stage {
  const { options, store, words, link, arranged } = parts;
  delete root.dataset.state;
  const layout = workspaceLayout(root, words, layoutState(link?.layout ?? arranged.layout ?? options.layout));
  const headerOf = (now: WorkspaceOptions): WorkspaceHeader =>
    workspaceHeader({
      store,
      words,
      title: titleOf(now),
      report: now.report ?? now.result?.report ?? null,
      layout,
      fragment: () => links.fragment(),
      exports: {
        pictures: () => views.pictures(),
        stage: () => views.stage(),
        root: () => root,
        description: now.description ?? now.collection?.description,
        page: now.pageExport ?? true,
      },
      headerContent: now.headerContent,
      datasets: options.datasets ?? [],
      onCompare: () => links.changed(),
    });
  const saved = savedFilters({
    store,
    first: arranged.savedFilters ?? options.savedFilters ?? [],
    ...(options.rememberFilters ? { keepAs: options.rememberFilters } : {}),
  });
  const note = loadingNote(words, "workspace.partial");
  const head = exchangeable(headerOf, note, options);
  root.replaceChildren(head.now.element, ...layout.elements);
  const credit = attributionSlot(root, store, options);
  const unprint = printSheet(root, { store, words, more: () => head.now.compare.paper() });
  const views = workspaceViews({
    root,
    layout,
    store,
    words,
    saved,
    ...viewOptions(options),
    onCompare: (button) => head.now.compare.show("accounts", button),
  });
  const links: LinkKeeper = linkKeeper({
    root,
    store,
    words,
    layout,
    table: () => views.table,
    compare: () => head.now.compare,
    version: options.dataVersion,
    fragment: options.fragment ?? true,
    say: (text, how) => head.now.say(text, how),
    onLanguage: parts.onLanguage,
  });
  if (arranged.table) views.table.update({ sort: arranged.table.sorts, columns: arranged.table.columns });
  if (arranged.compare) head.now.compare.show(arranged.compare);
  if (link !== null) links.take(link);
  if (parts.said !== "") head.now.say(parts.said, "lasting");
  layout.onState(parts.onLayout);
  return {
    store,
    ready: views.ready,
    showLoading: (loading) => note.show(loading ?? null),
    showHeader: head.change,
    get state() {
      return {
        store: store.state,
        layout: layout.state,
        table: views.table.state,
        savedFilters: saved.list,
        fragment: links.fragment(),
      };
    },
    get arranged() {
      const { compare } = head.now;
      return { layout: layout.state, table: views.table.state, savedFilters: saved.list, compare: compare.state };
    },
    destroy() {
      links.destroy();
      unprint();
      views.destroy();
      head.now.destroy();
      layout.destroy();
      credit.destroy();
      root.replaceChildren();
    },
  };
}
