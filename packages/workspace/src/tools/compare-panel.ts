import type { Store } from "@whenwhere/store";
import { createFrameScheduler, h, saveFile, setText, timelineTexts, type Words } from "@whenwhere/view";
import { fileName } from "../export/shown-records.ts";
import { textSheet } from "../summary/summary-words.ts";
import {
  accountsComparison,
  type CompareContext,
  type Comparison,
  setsComparison,
  windowsComparison,
} from "./compare-kinds.ts";
import type { WorkspaceDataset } from "./compare-sets.ts";
import { type CompareSheet, compareSheetNode, compareSheetText } from "./compare-sheet.ts";
import type { CompareKind, CompareState } from "./compare-state.ts";

/** What a comparison is made with. */
export interface ComparePanelOptions {
  readonly store: Store;
  readonly words: Words;
  /** Of the collection: it names the file. */
  readonly title: string;
  readonly datasets: readonly WorkspaceDataset[];
  /** What is compared has changed. */
  readonly onState: () => void;
}

/** A comparison in the page. Follows filters, records and, for accounts, the selection. */
export interface ComparePanel {
  readonly element: HTMLElement;
  /** Null where there is nothing to compare. */
  readonly state: CompareState | null;
  /** What stands in the table; null where there is nothing to compare. */
  readonly sheet: CompareSheet | null;
  /** False when these records have not what the state names: then it begins as usual. */
  readonly fits: boolean;
  destroy(): void;
}

/** Said where there are not two of a kind. */
const NOTHING: Readonly<Record<CompareKind, string>> = {
  windows: "compare.no-dates",
  datasets: "compare.no-sets",
  accounts: "compare.no-accounts",
};

function comparisonOf(context: CompareContext, asked: CompareState | CompareKind): Comparison | null {
  const kind = typeof asked === "string" ? asked : asked.kind;
  const state = typeof asked === "string" ? null : asked;
  if (kind === "windows") return windowsComparison(context, state?.kind === kind ? state : null);
  if (kind === "datasets") return setsComparison(context, state?.kind === kind ? state : null);
  return accountsComparison(context, state?.kind === kind ? state : null);
}

/** How many lines differ, in words: what a reader who hears the page is told of a change. */
function countText({ groups }: CompareSheet, words: Words): string {
  const lines = groups.flatMap((group) => group.lines);
  return words.t("compare.count", { n: lines.filter(({ verdict }) => verdict !== "same").length, total: lines.length });
}

/** What a comparison is chosen with, how much differs, and its table. */
interface PanelBody {
  readonly element: HTMLElement;
  readonly form: HTMLElement;
  /** Without a sheet it says that there is nothing to compare. */
  show(sheet: CompareSheet | null): void;
}

function panelBody(kind: CompareKind, words: Words, onSave: () => void): PanelBody {
  const form = h("form", { onsubmit: (event: Event) => event.preventDefault() });
  const count = h("p", { class: "ww-cmp-count", role: "status" });
  const result = h("div");
  const save = h("button", { type: "button", class: "ww-button", onclick: onSave }, words.t("compare.save"));
  const foot = h("div", { class: "ww-cmp-foot" }, save);
  const nothing = h("p", null, words.t(NOTHING[kind]));
  return {
    element: h("div", { class: "ww-compare" }, nothing, form, count, result, foot),
    form,
    show(sheet) {
      nothing.hidden = sheet !== null;
      for (const part of [form, count, result, foot]) part.hidden = sheet === null;
      if (sheet === null) return;
      setText(count, countText(sheet, words));
      result.replaceChildren(compareSheetNode(sheet));
    },
  };
}

/** Two sides beside each other, what differs marked by a sign, by weight and in words. */
export function comparePanel(asked: CompareState | CompareKind, options: ComparePanelOptions): ComparePanel {
  const { store, datasets, onState } = options;
  const words = options.words.withTexts(timelineTexts);
  const kind = typeof asked === "string" ? asked : asked.kind;
  let sheet: CompareSheet | null = null;
  let now: Comparison | null = null;
  const body = panelBody(kind, words, () => {
    if (sheet === null) return;
    const text = textSheet(store, words, { title: options.title, body: compareSheetText(sheet, words) });
    saveFile(`${fileName(`${options.title} ${sheet.title}`)}.txt`, text, "text/plain");
  });
  const draw = (): void => {
    sheet = now?.sheet() ?? null;
    body.show(sheet);
  };
  const begin = (from: CompareState | CompareKind): void => {
    now = comparisonOf(context, from);
    body.form.replaceChildren(...(now?.controls ?? []));
    draw();
  };
  const context: CompareContext = {
    ...{ store, words, datasets },
    changed() {
      draw();
      onState();
    },
    pick(id) {
      store.select(id);
      begin("accounts");
      // The list of records is new: whoever chose in the old one goes on in it.
      body.form.querySelector("select")?.focus();
      onState();
    },
  };
  begin(asked);
  const fits = now === null ? typeof asked === "string" : (now as Comparison).fits;
  const frame = createFrameScheduler();
  const again = (): void => begin(now?.state ?? kind);
  const onSelection = (selectedId: string | null): void => {
    const state = now?.state;
    if (kind !== "accounts" || selectedId === null || state?.kind !== kind || state.id === selectedId) return;
    begin(kind);
    onState();
  };
  const undo = [
    store.on("filter", () => frame.request(draw)),
    store.on("data", () => frame.request(again)),
    store.on("selection", ({ selectedId }) => onSelection(selectedId)),
  ];
  return {
    element: body.element,
    fits,
    get state() {
      return now?.state ?? null;
    },
    get sheet() {
      return sheet;
    },
    destroy() {
      for (const one of undo) one();
      frame.destroy();
    },
  };
}
