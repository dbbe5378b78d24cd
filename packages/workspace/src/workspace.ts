import type { Store } from "@whenwhere/store";
import { createEmitter, createViewRoot, resolveTarget, setTheme } from "@whenwhere/view";
import { controlsCss } from "./controls-css.ts";
import { disclosureCss } from "./disclosure-css.ts";
import { printSheetCss } from "./export/print-sheet.ts";
import { runCss } from "./export/run-css.ts";
import { linkOfPage } from "./head/share.ts";
import { layoutCss } from "./layout/layout-css.ts";
import type { LayoutState } from "./layout/layout-preset.ts";
import type { ReadLink } from "./link/workspace-link.ts";
import { refuseWorkspace } from "./refuse-options.ts";
import { messageStage, waitingStage } from "./stage/message-stage.ts";
import { ownStore } from "./stage/own-store.ts";
import { recordsStage, type StageParts } from "./stage/records-stage.ts";
import { type Arranged, type Stage, titleOf, type WorkspaceState } from "./stage/stage.ts";
import { toolPanelCss } from "./tools/tool-panel.ts";
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
const RECORD_OPTIONS: readonly string[] = ["store", "collection", "result"];

/** What of a reader's arrangement outlasts a change of options: all but what it names. */
function outlasting(arranged: Partial<Arranged>, named: readonly string[]): Partial<Arranged> {
  return Object.fromEntries(Object.entries(arranged).filter(([name]) => !named.includes(name)));
}

/**
 * Timeline, map, table, record card and filters over one store, with honest counts. Four columns on a wide screen, three
 * on a tablet, tabs and a card at the foot on a phone; it takes the width of `target`, and its own height unless
 * `--ww-workspace-height` says one. `update` keeps what the reader has done: filters and selection until other records come, and
 * the layout, the table, named filters and an open comparison until the change names them. A language whose texts are not at hand is loaded first, and nothing is drawn before;
 * where it cannot be loaded, the workspace speaks English and says so.
 *
 * @throws WhenWhereError `view/target-missing`, `workspace/options-missing`, `workspace/option-unknown`,
 * `words/locale`.
 */
export function workspace(target: string | Element, options: WorkspaceOptions): WorkspaceHandle {
  refuseWorkspace(options);
  const host = resolveTarget(target);
  let current = options;
  /** The page's address is still to be shown: it is asked once, and again when a link in another language has come. */
  let asksLink = true;
  /** What the last link spoke; the host's next word on it wins. */
  let language: string | null = null;
  const own = ownStore();
  let arranged: Partial<Arranged> = {};
  const linked = (): ReadLink | null => ((current.fragment ?? true) === false ? null : linkOfPage(host));
  let now: Stage | null = null;
  const restage = (names: readonly string[] = []): void => {
    const areOthers = names.some((name) => RECORD_OPTIONS.includes(name));
    // No comparison outlasts the records that it is of.
    arranged = outlasting(now?.arranged ?? arranged, areOthers ? [...names, "compare"] : names);
    now?.destroy();
    if (areOthers) own.destroy();
    now = stage();
  };
  const speech = wordsKeeper(() => restage());
  let { words } = speech.wordsFor(options, linked()?.language ?? null);
  const root = createViewRoot(host, {
    className: "ww-workspace",
    css: `${controlsCss}${workspaceCss}${layoutCss}${disclosureCss}${printSheetCss}${toolPanelCss}${runCss}`,
    words,
    theme: options.theme,
  });
  const emitter = createEmitter<WorkspaceEvents>("workspace", { ready: "any", layout: "any" });
  let destroyed = false;

  /** A link in another language makes all anew; one without a language, or in one that is not here, does not. */
  const onLanguage = (link: ReadLink): boolean => {
    if (link.refused !== null || link.language === null) return false;
    const next = speech.wordsFor(current, link.language);
    if (next.words.locale === words.locale) return false;
    // What is drawn stays until the texts are there; then all is made anew from the address.
    asksLink = true;
    if (next.waitsFor === null) restage();
    return true;
  };
  const unspoken = (): string =>
    speech.failed === null ? "" : words.t("language.failed", { language: words.names.language(speech.failed) });
  const stage = (): Stage => {
    const link = asksLink ? linked() : null;
    language = link?.language ?? language;
    const spoken = speech.wordsFor(current, language);
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
    const store = current.error ? null : own.of(current);
    if (store === null) return messageStage(element, current, words);
    asksLink = false;
    const parts: StageParts = {
      ...{ options: current, store, words, link, arranged },
      ...{ onLanguage, onLayout, said: unspoken() },
    };
    const next = recordsStage(element, parts);
    void next.ready.then(() => (destroyed ? undefined : emitter.emit("ready", store)));
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
      setTheme(root.element, current.theme);
      const named = Object.keys(changes).filter((name) => name !== "theme");
      if (named.length === 0) return;
      const only = (names: readonly string[]) => named.every((name) => names.includes(name));
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
      if (named.includes("locale") || named.includes("words")) language = null;
      restage(named);
    },
    on: emitter.on,
    destroy() {
      if (destroyed) return;
      destroyed = true;
      speech.destroy();
      live().destroy();
      own.destroy();
      emitter.clear();
      root.destroy();
    },
  };
}
