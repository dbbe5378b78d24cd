import type { Store } from "@whenwhere/store";
import { h, type Words } from "@whenwhere/view";
import { type Disclosure, disclosure } from "../disclosure.ts";
import { storyDraft, storyEditorCss } from "../story/story-editor.ts";
import { summaryCss, summaryPanel } from "../summary/summary-panel.ts";
import { compareCss, comparePanel } from "./compare-panel.ts";
import { type ToolPanel, toolPanel, toolPanelCss } from "./tool-panel.ts";

/** Styles of the tools and of what they open. */
export const toolsCss = `${toolPanelCss}${summaryCss}${compareCss}${storyEditorCss}`;

/** What the tools are made with. */
export interface ToolMenuOptions {
  readonly root: HTMLElement;
  readonly store: Store;
  readonly words: Words;
  readonly title: string;
  readonly say: (text: string) => void;
}

/** The tools of a workspace: a button for the header and the panel that they open. */
export interface ToolMenu {
  readonly element: HTMLElement;
  destroy(): void;
}

/** Summary, comparison and the making of a story, in one menu. */
export function toolMenu(options: ToolMenuOptions): ToolMenu {
  const { root, store, words, title, say } = options;
  const draft = storyDraft({ store, words, title });
  let panel: ToolPanel | null = null;
  const open = (text: string, content: HTMLElement): void => {
    panel ??= toolPanel(root, words);
    panel.open(text, content, menu.element.querySelector("button"));
  };
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
      item(words.t("compare.title"), () => open(words.t("compare.title"), comparePanel(store, words))),
      item(words.t("story.add"), () => say(words.t("story.added", { n: draft.add() }))),
      item(words.t("story.yours"), () => open(words.t("story.yours"), draft.panel())),
    ],
  });
  return {
    element: menu.element,
    destroy: () => panel?.destroy(),
  };
}
