import type { Store } from "@whenwhere/store";
import { createEmitter, createViewRoot, resolveTarget } from "@whenwhere/view";
import { disclosureCss } from "./disclosure-css.ts";
import { printSheetCss } from "./export/print-sheet.ts";
import { runCss } from "./export/run-css.ts";
import { linkOfPage } from "./head/share.ts";
import { layoutCss } from "./layout/layout-css.ts";
import type { LayoutState } from "./layout/layout-preset.ts";
import type { ReadLink } from "./link/workspace-link.ts";
import { refuseWorkspace } from "./refuse-options.ts";
import { messageStage, waitingStage } from "./stage/message-stage.ts";
import { recordsStage, type StageParts } from "./stage/records-stage.ts";
import { type Stage, titleOf, type WorkspaceState } from "./stage/stage.ts";
import { toolsCss } from "./tools/tool-menu.ts";
import type { WidgetHandle } from "./widget.ts";
import { wordsKeeper } from "./words-keeper.ts";
import { workspaceCss } from "./workspace-css.ts";
import type { WorkspaceEvents, WorkspaceOptions } from "./workspace-options.ts";

/** Handle of a workspace. */
export interface WorkspaceHandle extends WidgetHandle<WorkspaceOptions, WorkspaceEvents, WorkspaceState> {
  /** The store of the views; null while there are no records. */
  readonly store: Store | null;
  /** Resolves when all views, the map too, are in the page. */
  readonly ready: Promise<void>;
}

/** Options that only the head shows: a change of these makes no view anew. */
const HEAD_OPTIONS: readonly string[] = ["title", "report", "loading"];

/**
 * Timeline, map, table, record card and filters over one store, with honest counts. Four columns on a wide screen, three
 * on a tablet, tabs and a card at the foot on a phone; it takes the width of `target`, and its own height unless
 * `--ww-workspace-height` says one. A language whose texts are not at hand is loaded first, and nothing is drawn before;
 * where it cannot be loaded, the workspace speaks English and says so.
 *
 * @throws WhenWhereError `view/target-missing`, `workspace/options-missing`, `workspace/option-unknown`, `workspace/layout-unknown`.
 */
export function workspace(target: string | Element, options: WorkspaceOptions): WorkspaceHandle {
  refuseWorkspace(options);
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
      refuseWorkspace(changes);
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
