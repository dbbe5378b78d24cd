import { adoptViewStyles, h, type Words } from "@whenwhere/view";
import type { ComparePanel, ComparePanelOptions } from "./compare-panel.ts";
import type { CompareKind, CompareState } from "./compare-state.ts";
import type { ToolPanel } from "./tool-panel.ts";

/** Comparisons of a workspace, one at a time. */
export interface CompareTool {
  /** What is compared now, as links hold it; null while no comparison is open. */
  readonly state: CompareState | null;
  /** Opens a comparison, as links hold one or as it begins; null closes it. `back` has the focus when it closes. */
  show(asked: CompareState | CompareKind | null, back?: HTMLElement | null): void;
  /** The open comparison as a table for paper, under its heading; null while none is open. */
  paper(): readonly HTMLElement[] | null;
}

/** What the comparisons are made with. */
export interface CompareToolOptions extends ComparePanelOptions {
  readonly panel: () => ToolPanel;
  /** A message that is spoken. */
  readonly say: (text: string) => void;
}

/** Heading of each kind. */
export const COMPARE_TITLES: Readonly<Record<CompareKind, string>> = {
  windows: "compare.title",
  datasets: "compare.datasets.title",
  accounts: "compare.accounts.title",
};

function headingOf(asked: CompareState | CompareKind, words: Words): string {
  return words.t(COMPARE_TITLES[typeof asked === "string" ? asked : asked.kind]);
}

/** Program and styles of comparisons are loaded when the first one is opened. */
export function compareTool(options: CompareToolOptions): CompareTool {
  const { words, panel, say, onState } = options;
  let now: ComparePanel | null = null;
  let node: ((sheet: NonNullable<ComparePanel["sheet"]>) => HTMLElement) | null = null;
  /** What is being opened, until its program is there. */
  let wanted: CompareState | null = null;
  let turn = 0;
  let undress: (() => void) | null = null;

  const gone = (): void => {
    now?.destroy();
    now = null;
    undress?.();
    undress = null;
    wanted = null;
    turn++;
    onState();
  };
  const fill = async (body: HTMLElement, asked: CompareState | CompareKind): Promise<void> => {
    const own = turn;
    const [{ comparePanel }, { compareSheetNode }, { compareCss }] = await Promise.all([
      import("./compare-panel.ts"),
      import("./compare-sheet.ts"),
      import("./compare-css.ts"),
    ]);
    if (own !== turn) return;
    undress = adoptViewStyles(body, compareCss);
    node = compareSheetNode;
    now = comparePanel(asked, options);
    wanted = null;
    body.replaceChildren(now.element);
    if (!now.fits) say(words.t("link.faults", { n: 1 }));
    onState();
  };
  return {
    get state() {
      return now?.state ?? wanted;
    },
    show(asked, back = null) {
      if (asked === null) {
        if (now !== null || wanted !== null) panel().close();
        return;
      }
      const body = h("div");
      panel().open(headingOf(asked, words), body, { back, isWide: true, onGone: gone });
      wanted = typeof asked === "string" ? null : asked;
      turn++;
      void fill(body, asked);
    },
    paper() {
      const sheet = now?.sheet ?? null;
      return sheet === null || node === null ? null : [h("h3", null, sheet.title), node(sheet)];
    },
  };
}
