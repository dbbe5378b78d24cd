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
import { ownWords } from "./own-words.ts";
import { restoreFromFragment } from "./share.ts";
import type { WidgetHandle } from "./widget.ts";
import { workspaceCss } from "./workspace-css.ts";
import { titleElement, workspaceHeader } from "./workspace-header.ts";
import { workspaceLayout } from "./workspace-layout.ts";
import type { WorkspaceEvents, WorkspaceOptions } from "./workspace-options.ts";
import { workspaceViews } from "./workspace-views.ts";

/** Handle of a workspace. */
export interface WorkspaceHandle
  extends WidgetHandle<WorkspaceOptions, WorkspaceEvents, { readonly store: Store["state"] | null }> {
  /** The store of the views; null while there are no records. */
  readonly store: Store | null;
  /** Resolves when all views, the map too, are in the page. */
  readonly ready: Promise<void>;
}

/** What is in the page now, with its owner. */
interface Stage {
  readonly store: Store | null;
  readonly ready: Promise<void>;
  destroy(): void;
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
  const bar = h("i", { style: { width: `${Math.round(100 * (loading?.share ?? 0))}%` } });
  const reading = [
    h("p", { role: "status" }, words.t("workspace.loading")),
    loading?.rows === undefined
      ? null
      : h("p", { class: "ww-secondary" }, words.t("workspace.loading.rows", { n: loading.rows })),
    loading?.share === undefined ? null : h("div", { class: "ww-ws-progress", "aria-hidden": "true" }, bar),
    loading?.onCancel
      ? h(
          "button",
          { type: "button", class: "ww-button", onclick: () => loading.onCancel?.() },
          words.t("workspace.cancel"),
        )
      : null,
  ];
  root.dataset.state = "message";
  const title = titleOf(options);
  root.replaceChildren();
  if (title !== "") root.append(h("div", { class: "ww-ws-head" }, titleElement(title)));
  root.append(h("div", { class: "ww-ws-message" }, error ? errorPanel({ labels, ...error }) : reading));
  return { store: null, ready: Promise.resolve(), destroy: () => {} };
}

function recordsStage(root: HTMLElement, options: WorkspaceOptions, words: Words): Stage | null {
  const made = storeOf(options);
  if (made === null) return null;
  const { store, owned } = made;
  delete root.dataset.state;
  const layout = workspaceLayout(root, words);
  const { attribution } = options;
  const header = workspaceHeader({
    store,
    words,
    title: titleOf(options),
    report: options.report ?? options.result?.report ?? null,
    timelineSvg: () => views.timelineSvg(),
    headerContent: options.headerContent,
  });
  const restore = (): void => {
    const dropped = restoreFromFragment(store);
    if (dropped > 0) header.say(words.t("workspace.dropped-clauses", { n: dropped }));
  };
  const fragment = options.fragment ?? true;
  if (fragment) restore();
  if (fragment) window.addEventListener("hashchange", restore);
  root.replaceChildren(header.element, layout.tabs, layout.side, layout.time, layout.map, layout.table, layout.card);
  const credit = attributionSlot(root, store, options);
  const { description = options.collection?.description, lane, projection, timeline } = options;
  const views = workspaceViews({
    root,
    layout,
    store,
    words,
    ...(attribution ? { attribution } : {}),
    ...(description ? { description } : {}),
    ...(lane ? { lane } : {}),
    ...(timeline ? { timeline } : {}),
    ...(projection ? { projection } : {}),
  });
  return {
    store,
    ready: views.ready,
    destroy() {
      window.removeEventListener("hashchange", restore);
      views.destroy();
      header.destroy();
      layout.destroy();
      credit.destroy();
      if (owned) store.destroy();
      root.replaceChildren();
    },
  };
}

/**
 * Timeline, map, table, record card and filters over one store, with honest counts. Four columns on a wide screen, three
 * on a tablet, tabs and a card at the foot on a phone; it takes the width of `target`, and its own height unless
 * `--ww-workspace-height` says one.
 *
 * @throws WhenWhereError `view/target-missing`.
 */
export function workspace(target: string | Element, options: WorkspaceOptions): WorkspaceHandle {
  let current = options;
  const words = ownWords(options);
  const root = createViewRoot(resolveTarget(target), {
    className: "ww-workspace",
    css: workspaceCss,
    words,
    ...(options.theme === undefined ? {} : { theme: options.theme }),
  });
  const emitter = createEmitter<WorkspaceEvents>();
  let destroyed = false;

  const stage = (): Stage => {
    root.element.setAttribute("role", "region");
    root.element.setAttribute("aria-label", titleOf(current) || words.t("table.title"));
    const next =
      (current.error ? null : recordsStage(root.element, current, words)) ?? messageStage(root.element, current, words);
    const { store } = next;
    if (store) void next.ready.then(() => (destroyed ? undefined : emitter.emit("ready", store)));
    return next;
  };
  let now = stage();

  return {
    element: root.element,
    get store() {
      return now.store;
    },
    get ready() {
      return now.ready;
    },
    get state() {
      return { store: now.store?.state ?? null };
    },
    update(changes) {
      if (destroyed) return;
      current = { ...current, ...changes };
      now.destroy();
      now = stage();
    },
    on: emitter.on,
    destroy() {
      if (destroyed) return;
      destroyed = true;
      now.destroy();
      emitter.clear();
      root.destroy();
    },
  };
}
