import type { Store } from "@whenwhere/store";
import { adoptViewStyles, h, type Words } from "@whenwhere/view";
import { type Disclosure, disclosure } from "../disclosure.ts";
import type { StoryDraft } from "../story/story-editor.ts";
import type { WorkspaceDataset } from "./compare-sets.ts";
import { COMPARE_TITLES, type CompareTool, compareTool } from "./compare-tool.ts";
import { type ToolPanel, type ToolPanelUse, toolPanel } from "./tool-panel.ts";

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

/** What a tool shows, with styles of its own. */
interface Tool {
  readonly element: HTMLElement;
  readonly css: string;
  readonly destroy?: () => void;
}

/** Summary, comparisons and the making of a story, in one menu. Program and styles of each are loaded when it is first asked for. */
export function toolMenu(options: ToolMenuOptions): ToolMenu {
  const { root, store, words, title, say, datasets, onCompare } = options;
  let draft: Promise<StoryDraft> | null = null;
  const draftOf = (): Promise<StoryDraft> => {
    draft ??= import("../story/story-editor.ts").then(({ storyDraft }) => storyDraft({ store, words, title }));
    return draft;
  };
  const addStep = async (): Promise<void> => say(words.t("story.added", { n: (await draftOf()).add() }));
  const showStory = async (): Promise<void> => {
    const { storyEditorCss: css } = await import("../story/story-editor-css.ts");
    open(words.t("story.yours"), { element: (await draftOf()).panel(), css });
  };
  const showSummary = async (): Promise<void> => {
    const [{ followingSummary }, { summaryCss: css }] = await Promise.all([
      import("../summary/following-summary.ts"),
      import("../summary/summary-css.ts"),
    ]);
    open(words.t("summary.title"), { ...followingSummary(store, words), css });
  };
  let panel: ToolPanel | null = null;
  const onePanel = (): ToolPanel => {
    panel ??= toolPanel(root, words);
    return panel;
  };
  const button = (): HTMLElement | null => menu.element.querySelector("button");
  const open = (text: string, { element, css, destroy }: Tool): void => {
    let undress: (() => void) | null = null;
    const onGone = (): void => {
      undress?.();
      destroy?.();
    };
    onePanel().open(text, element, { back: button(), onGone });
    undress = adoptViewStyles(element, css);
  };
  const compare = compareTool({ store, words, title, datasets, say, panel: onePanel, onState: onCompare });
  const item = (text: string, act: () => void | Promise<void>): HTMLElement => {
    const onclick = async (): Promise<void> => {
      menu.close();
      try {
        await act();
      } catch {
        say(words.t("workspace.error.view"));
      }
    };
    return h("button", { type: "button", class: "ww-menu-item", onclick }, text);
  };
  const menu: Disclosure = disclosure({
    label: words.t("tools.button"),
    content: () => [
      item(words.t("summary.title"), showSummary),
      (["windows", "datasets", "accounts"] as const).map((kind) =>
        item(words.t(COMPARE_TITLES[kind]), () => compare.show(kind, button())),
      ),
      item(words.t("story.add"), addStep),
      item(words.t("story.yours"), showStory),
    ],
  });
  return {
    element: menu.element,
    compare,
    open: (text, content, how) => onePanel().open(text, content, how),
    destroy: () => panel?.destroy(),
  };
}
