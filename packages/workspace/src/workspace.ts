import { createStore, type Store } from "@whenwhere/store";
import {
  attributionSlot,
  createEmitter,
  createViewRoot,
  errorPanel,
  h,
  resolveTarget,
  type Words,
} from "@whenwhere/view";
import { disclosureCss } from "./disclosure-css.ts";
import { printSheet, printSheetCss } from "./export/print-sheet.ts";
import { runCss } from "./export/run-css.ts";
import { type SavedFilter, savedFilters } from "./facets/saved-filters.ts";
import { loadingNote } from "./head/loading-note.ts";
import { linkOfPage } from "./head/share.ts";
import { titleElement, workspaceHeader } from "./head/workspace-header.ts";
import { layoutCss } from "./layout/layout-css.ts";
import { type LayoutState, layoutState } from "./layout/layout-preset.ts";
import { workspaceLayout } from "./layout/workspace-layout.ts";
import { type LinkKeeper, linkKeeper } from "./link/link-keeper.ts";
import type { ReadLink } from "./link/workspace-link.ts";
import type { RecordTableState } from "./table/record-table.ts";
import { toolsCss } from "./tools/tool-menu.ts";
import type { WidgetHandle } from "./widget.ts";
import { wordsKeeper } from "./words-keeper.ts";
import { workspaceCss } from "./workspace-css.ts";
import type { WorkspaceEvents, WorkspaceOptions } from "./workspace-options.ts";
import { workspaceViews } from "./workspace-views.ts";

/** Keys of a saved workspace. Each is null while there are no records. */
export interface WorkspaceState {
  readonly store: Store["state"] | null;
  readonly layout: LayoutState | null;
  readonly table: RecordTableState | null;
  readonly savedFilters: readonly SavedFilter[] | null;
  /** The whole view as the fragment of a link, without `#`. */
  readonly fragment: string | null;
}

/** Handle of a workspace. */
export interface WorkspaceHandle extends WidgetHandle<WorkspaceOptions, WorkspaceEvents, WorkspaceState> {
  /** The store of the views; null while there are no records. */
  readonly store: Store | null;
  /** Resolves when all views, the map too, are in the page. */
  readonly ready: Promise<void>;
}

/** What is in the page now, with its owner. */
interface Stage {
  readonly store: Store | null;
  readonly ready: Promise<void>;
  readonly state: WorkspaceState;
  /** Says how far the reading is, without making anything anew; null where something else is said. */
  readonly showLoading: ((loading: WorkspaceOptions["loading"]) => void) | null;
  /** Puts another head over the same views; null where there are none. */
  readonly showHeader: ((options: WorkspaceOptions) => void) | null;
  destroy(): void;
}

const NO_STATE: WorkspaceState = { store: null, layout: null, table: null, savedFilters: null, fragment: null };

/** Options that only the head shows: a change of these makes no view anew. */
const HEAD_OPTIONS: readonly string[] = ["title", "report", "loading"];

/** What a stage is made with. */
interface StageParts {
  readonly options: WorkspaceOptions;
  readonly words: Words;
  /** The link that the page was opened with. */
  readonly link: ReadLink | null;
  readonly onLanguage: (link: ReadLink) => boolean;
  /** Something to say of the whole; "" as a rule. */
  readonly said: string;
  readonly onLayout: (state: LayoutState) => void;
}

function storeOf(options: WorkspaceOptions): { store: Store; owned: boolean } | null {
  if (options.store) return { store: options.store, owned: false };
  const records = options.result ?? options.collection;
  return records ? { store: createStore({ ...records, sources: records.sources ?? {} }), owned: true } : null;
}

function titleOf(options: WorkspaceOptions): string {
  return options.title ?? options.result?.title ?? options.collection?.title ?? "";
}

function messageStage(root: HTMLElement, options: WorkspaceOptions, words: Words): Stage {
  const { error, loading } = options;
  const labels = {
    found: words.t("workspace.found"),
    expected: words.t("workspace.expected"),
    remedy: words.t("workspace.remedy"),
  };
  const note = loadingNote(words, "workspace.loading");
  note.show(loading ?? {});
  root.dataset.state = "message";
  const title = titleOf(options);
  root.replaceChildren();
  if (title !== "") root.append(h("div", { class: "ww-ws-head" }, titleElement(title)));
  root.append(h("div", { class: "ww-ws-message" }, error ? errorPanel({ labels, ...error }) : note.element));
  return {
    store: null,
    ready: Promise.resolve(),
    state: NO_STATE,
    showLoading: error ? null : (next) => note.show(next ?? {}),
    showHeader: null,
    destroy: () => {},
  };
}

function recordsStage(root: HTMLElement, parts: StageParts): Stage | null {
  const { options, words, link } = parts;
  const made = storeOf(options);
  if (made === null) return null;
  const { store, owned } = made;
  delete root.dataset.state;
  const layout = workspaceLayout(root, words, layoutState(link?.layout ?? options.layout));
  const { attribution } = options;
  const headerOf = (now: WorkspaceOptions) =>
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
  let header = headerOf(options);
  const saved = savedFilters({
    store,
    ...(options.savedFilters ? { first: options.savedFilters } : {}),
    ...(options.rememberFilters ? { keepAs: options.rememberFilters } : {}),
  });
  const note = loadingNote(words, "workspace.partial");
  note.show(options.loading ?? null);
  header.element.append(note.element);
  root.replaceChildren(header.element, ...layout.elements);
  const credit = attributionSlot(root, store, options);
  const unprint = printSheet(root, { store, words, more: () => header.compare.paper() });
  const { description = options.collection?.description, lane, projection, worldview, timeline, map } = options;
  const views = workspaceViews({
    root,
    layout,
    store,
    words,
    saved,
    ...(options.table ? { table: options.table } : {}),
    ...(attribution ? { attribution } : {}),
    ...(description ? { description } : {}),
    ...(lane ? { lane } : {}),
    ...(timeline ? { timeline } : {}),
    ...(projection ? { projection } : {}),
    ...(worldview ? { worldview } : {}),
    ...(map ? { map } : {}),
    onCompare: (button) => header.compare.show("accounts", button),
  });
  const links: LinkKeeper = linkKeeper({
    root,
    store,
    words,
    layout,
    table: () => views.table,
    compare: () => header.compare,
    version: options.dataVersion,
    fragment: options.fragment ?? true,
    say: (text, how) => header.say(text, how),
    onLanguage: parts.onLanguage,
  });
  if (link !== null) links.take(link);
  if (parts.said !== "") header.say(parts.said, "lasting");
  layout.onState(parts.onLayout);
  return {
    store,
    ready: views.ready,
    showLoading: (loading) => note.show(loading ?? null),
    showHeader(now) {
      const old = header;
      header = headerOf(now);
      note.show(now.loading ?? null);
      header.element.append(note.element);
      old.element.replaceWith(header.element);
      const { state } = old.compare;
      old.destroy();
      header.compare.show(state);
    },
    get state() {
      return {
        store: store.state,
        layout: layout.state,
        table: views.table.state,
        savedFilters: saved.list,
        fragment: links.fragment(),
      };
    },
    destroy() {
      links.destroy();
      unprint();
      views.destroy();
      header.destroy();
      layout.destroy();
      credit.destroy();
      if (owned) store.destroy();
      root.replaceChildren();
    },
  };
}

/** Nothing but the ground, while the texts of the language are on their way: no word of another language is seen. */
function waitingStage(root: HTMLElement, ready: Promise<void>): Stage {
  root.dataset.state = "message";
  root.setAttribute("aria-busy", "true");
  root.replaceChildren();
  return {
    store: null,
    ready,
    state: NO_STATE,
    showLoading: () => {},
    showHeader: () => {},
    destroy: () => root.removeAttribute("aria-busy"),
  };
}

/**
 * Timeline, map, table, record card and filters over one store, with honest counts. Four columns on a wide screen, three
 * on a tablet, tabs and a card at the foot on a phone; it takes the width of `target`, and its own height unless
 * `--ww-workspace-height` says one. A language whose texts are not at hand is loaded first, and nothing is drawn before;
 * where it cannot be loaded, the workspace speaks English and says so.
 *
 * @throws WhenWhereError `view/target-missing`.
 */
export function workspace(target: string | Element, options: WorkspaceOptions): WorkspaceHandle {
  const host = resolveTarget(target);
  let current = options;
  const linked = (): ReadLink | null => ((current.fragment ?? true) === false ? null : linkOfPage(host));
  let now: Stage | null = null;
  const restage = (): void => {
    now?.destroy();
    now = stage();
  };
  const speech = wordsKeeper(restage);
  let { words } = speech.wordsFor(options, linked()?.language ?? null);
  const root = createViewRoot(host, {
    className: "ww-workspace",
    css: `${workspaceCss}${layoutCss}${disclosureCss}${printSheetCss}${toolsCss}${runCss}`,
    words,
    ...(options.theme === undefined ? {} : { theme: options.theme }),
  });
  const emitter = createEmitter<WorkspaceEvents>();
  let destroyed = false;

  /** A link in another language makes all anew; one without a language, or in one that is not here, does not. */
  const onLanguage = (link: ReadLink): boolean => {
    if (link.refused !== null || link.language === null) return false;
    const next = speech.wordsFor(current, link.language);
    if (next.words.locale === words.locale) return false;
    // What is drawn stays until the texts are there; then all is made anew from the address.
    if (next.waitsFor === null) restage();
    return true;
  };
  const unspoken = (): string =>
    speech.failed === null ? "" : words.t("language.failed", { language: words.names.language(speech.failed) });
  const stage = (): Stage => {
    const link = linked();
    const spoken = speech.wordsFor(current, link?.language ?? null);
    words = spoken.words;
    const { element } = root;
    element.lang = words.locale;
    element.dir = words.dir;
    if (spoken.waitsFor !== null)
      return waitingStage(
        element,
        speech.ready.then(() => now?.ready),
      );
    element.setAttribute("role", "region");
    element.setAttribute("aria-label", titleOf(current) || words.t("table.title"));
    const onLayout = (state: LayoutState): void => emitter.emit("layout", state);
    const parts: StageParts = { options: current, words, link, onLanguage, onLayout, said: unspoken() };
    const next = (current.error ? null : recordsStage(element, parts)) ?? messageStage(element, current, words);
    const { store } = next;
    if (store) void next.ready.then(() => (destroyed ? undefined : emitter.emit("ready", store)));
    return next;
  };
  now = stage();
  const live = (): Stage => now as Stage;

  return {
    element: root.element,
    get store() {
      return live().store;
    },
    get ready() {
      return live().ready;
    },
    get state() {
      return live().state;
    },
    update(changes) {
      if (destroyed) return;
      current = { ...current, ...changes };
      const only = (names: readonly string[]) => Object.keys(changes).every((name) => names.includes(name));
      const { showLoading, showHeader } = live();
      if (only(["loading"]) && showLoading !== null) {
        showLoading(changes.loading);
        return;
      }
      if (only(HEAD_OPTIONS) && showHeader !== null) {
        root.element.setAttribute("aria-label", titleOf(current) || words.t("table.title"));
        showHeader(current);
        return;
      }
      restage();
    },
    on: emitter.on,
    destroy() {
      if (destroyed) return;
      destroyed = true;
      speech.destroy();
      live().destroy();
      emitter.clear();
      root.destroy();
    },
  };
}
