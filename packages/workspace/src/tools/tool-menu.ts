import type { Store } from "@whenwhere/store";
import { h, type Words } from "@whenwhere/view";
import { type Disclosure, disclosure } from "../disclosure.ts";
import { storyDraft, storyEditorCss } from "../story/story-editor.ts";
import { summaryCss, summaryPanel } from "../summary/summary-panel.ts";
import { compareCss } from "./compare-css.ts";
import type { WorkspaceDataset } from "./compare-sets.ts";
import { COMPARE_TITLES, type CompareTool, compareTool } from "./compare-tool.ts";
import { type ToolPanel, type ToolPanelUse, toolPanel, toolPanelCss } from "./tool-panel.ts";

/** Styles of the tools and of what they open. */
export const toolsCss = `${toolPanelCss}${summaryCss}${compareCss}${storyEditorCss}`;

/** What the tools are made with. */
export interface ToolMenuOptions {
  readonly root: HTMLElement;
  readonly store: Store;
  readonly words: Words;
  readonly title: string;
  readonly say: (text: string) => void;
  /** Collections that were joined in the store. */
  readonly datasets: readonly WorkspaceDataset[];
  /** Another comparison is open, or none. */
  readonly onCompare: () => void;
}

/** The tools of a workspace: a button for the header and the panel that they open. */
export interface ToolMenu {
  readonly element: HTMLElement;
  readonly compare: CompareTool;
  /** Shows something else in the panel of the tools. */
  open(title: string, content: HTMLElement, how: ToolPanelUse): void;
  destroy(): void;
}

/** Summary, comparisons and the making of a story, in one menu. */
export function toolMenu(options: ToolMenuOptions): ToolMenu {
  const { root, store, words, title, say, datasets, onCompare } = options;
  const draft = storyDraft({ store, words, title });
  let panel: ToolPanel | null = null;
  const onePanel = (): ToolPanel => {
    panel ??= toolPanel(root, words);
    return panel;
  };
  const button = (): HTMLElement | null => menu.element.querySelector("button");
  const open = (text: string, content: HTMLElement): void => onePanel().open(text, content, { back: button() });
  const compare = compareTool({ store, words, title, datasets, say, panel: onePanel, onState: onCompare });
  const item = (text: string, act: () => void): HTMLElement => {
    const onclick = (): void => {
      menu.close();
      act();
    };
    return h("button", { type: "button", class: "ww-menu-item", onclick }, text);
  };
  const menu: Disclosure = disclosure({
    label: words.t("tools.button"),
    content: () => [
      item(words.t("summary.title"), () => open(words.t("summary.title"), summaryPanel(store, words))),
      (["windows", "datasets", "accounts"] as const).map((kind) =>
        item(words.t(COMPARE_TITLES[kind]), () => compare.show(kind, button())),
      ),
      item(words.t("story.add"), () => say(words.t("story.added", { n: draft.add() }))),
      item(words.t("story.yours"), () => open(words.t("story.yours"), draft.panel())),
    ],
  });
  return {
    element: menu.element,
    compare,
    open: (text, content, how) => onePanel().open(text, content, how),
    destroy: () => panel?.destroy(),
  };
}
