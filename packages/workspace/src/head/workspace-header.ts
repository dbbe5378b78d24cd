import type { ImportReport } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import { createAtRest, h, saveFile, setText, type Words } from "@whenwhere/view";
import { disclosure } from "../disclosure.ts";
import { type ExportMenuOptions, exportMenu } from "../export/export-menu.ts";
import { openRun } from "../export/open-run.ts";
import type { RunStage } from "../export/run-file.ts";
import { fileName } from "../export/shown-records.ts";
import { layoutMenu } from "../layout/layout-menu.ts";
import type { WorkspaceLayout } from "../layout/workspace-layout.ts";
import { summaryText } from "../summary/summary-words.ts";
import type { WorkspaceDataset } from "../tools/compare-sets.ts";
import type { CompareTool } from "../tools/compare-tool.ts";
import { toolMenu } from "../tools/tool-menu.ts";
import { countLine } from "./count-line.ts";
import { reportButton } from "./report-button.ts";
import { shareFragment } from "./share.ts";

/** What the header is made with. */
export interface HeaderOptions {
  readonly store: Store;
  readonly words: Words;
  readonly title: string;
  readonly report: ImportReport | null;
  readonly layout: WorkspaceLayout;
  /** The view as the fragment of a link. */
  readonly fragment: () => string;
  readonly exports: Pick<ExportMenuOptions, "pictures" | "root" | "description" | "page"> & {
    /** What a run is taken of; null while it is not in the page. */
    readonly stage: () => RunStage | null;
  };
  readonly headerContent?: Node | undefined;
  /** Collections that were joined in the store. */
  readonly datasets: readonly WorkspaceDataset[];
  /** Another comparison is open, or none. */
  readonly onCompare: () => void;
}

/** Title, honest counts, what was read, and the buttons. */
export interface WorkspaceHeader {
  readonly element: HTMLElement;
  /** A message that stands for some seconds and is spoken; a lasting one stands until it is closed. */
  say(text: string, how?: "lasting"): void;
  readonly compare: CompareTool;
  destroy(): void;
}

const MESSAGE_MS = 6000;

/** The title of a workspace, alone while nothing else is known. */
export function titleElement(title: string): HTMLElement {
  return h("h2", { class: "ww-ws-title", dir: "auto" }, title);
}

/** The way back to all records where the filters stand behind a tab: styles show it on a phone only. */
function clearButton(store: Store, words: Words): { readonly element: HTMLElement; destroy(): void } {
  const onclick = (): void => store.clear();
  const element = h("button", { type: "button", class: "ww-text-button ww-ws-clear", onclick });
  const draw = (): void => {
    const n = Object.keys(store.state.clauses).length;
    setText(element, words.t("filters.clear", { n }));
    element.hidden = n === 0;
  };
  draw();
  return { element, destroy: store.on("filter", draw) };
}

/** What happened just now, or, until the reader closes it, what holds for the whole. */
function statusLine(words: Words): Pick<WorkspaceHeader, "element" | "say" | "destroy"> {
  const element = h("span", { class: "ww-ws-status", role: "status" });
  const clear = (): void => {
    element.textContent = "";
  };
  const fading = createAtRest(clear, MESSAGE_MS);
  return {
    element,
    say(text, how) {
      fading.cancel();
      element.textContent = text;
      element.classList.toggle("ww-lasting", how === "lasting");
      if (how !== "lasting") return fading.later();
      const button = { type: "button", class: "ww-button ww-button-small", onclick: clear } as const;
      element.append(h("button", button, words.t("workspace.close")));
    },
    destroy: fading.cancel,
  };
}

/** Makes the header of a workspace that has its records. */
export function workspaceHeader(options: HeaderOptions): WorkspaceHeader {
  const { store, words, title, report } = options;
  const status = statusLine(words);
  const { say } = status;
  const share = h(
    "button",
    {
      type: "button",
      class: "ww-button",
      onclick: async () => {
        const copied = await shareFragment(options.fragment());
        say(words.t(copied ? "workspace.shared" : "workspace.share-failed"));
      },
    },
    words.t("workspace.share"),
  );
  const showRun = (content: HTMLElement, onGone: () => void): void =>
    tools.open(words.t("run.title"), content, { back: download.element.querySelector("button"), onGone });
  const more = {
    run: () => openRun({ store, words, stage: options.exports.stage(), say, name: fileName(title) }, showRun),
    summary: () => saveFile(`${fileName(title)}.txt`, summaryText(store, words, title), "text/plain"),
  };
  const { datasets, onCompare } = options;
  const root = options.exports.root() ?? document.body;
  const tools = toolMenu({ root, store, words, title, say, datasets, onCompare });
  const download = disclosure({
    label: words.t("export.button"),
    content: () => exportMenu({ store, words, title, say, ...options.exports, more }, () => download.close()),
  });
  const arrange = disclosure({
    label: words.t("layout.button"),
    content: () => layoutMenu(options.layout, words),
  });
  arrange.element.classList.add("ww-layout-button");
  const counts = h("div", { class: "ww-ws-counts" });
  const line = countLine(counts, { store, words });
  const clear = clearButton(store, words);
  const told = reportButton(store, { words, report });
  counts.append(clear.element, told.element);
  const buttons = h("div", { class: "ww-ws-buttons" }, arrange.element, tools.element, share, download.element);
  return {
    element: h(
      "div",
      { class: "ww-ws-head" },
      titleElement(title),
      counts,
      status.element,
      options.headerContent,
      buttons,
    ),
    say,
    compare: tools.compare,
    destroy() {
      status.destroy();
      line.destroy();
      clear.destroy();
      told.destroy();
      tools.destroy();
    },
  };
}
