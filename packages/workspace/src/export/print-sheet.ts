import type { Store } from "@whenwhere/store";
import { h, type Words, watchPrint } from "@whenwhere/view";
import { sentencesText, summarize } from "../summary/summary-words.ts";
import { exportScope, scopeLines } from "./export-scope.ts";
import { shownRecords } from "./shown-records.ts";

/** More records than this are counted on paper and not listed: they would be hundreds of pages. */
const MOST_LISTED = 2000;

/** What is put on paper in place of panes that scroll. */
export const printSheetCss = `
.ww-print{display:none}
@media print{
@page{margin:12mm}
.ww-workspace,.ww-workspace[data-layout]{display:block!important;min-height:0!important;height:auto!important;overflow:visible!important}
.ww-files{display:none!important}
.ww-workspace :is(.ww-ws-buttons,.ww-ws-status,.ww-ws-tabs,.ww-ws-side,.ww-ws-table,.ww-ws-card,.ww-report-button,.ww-layout-button,.ww-map-corner button),.ww-workspace>:is([class*=divider],[class*=player],[class*=story-editor]){display:none!important}
.ww-workspace .ww-ws-head{display:block;padding:0 16px 6px}
.ww-workspace .ww-ws-head>slot,.ww-workspace .ww-ws-head>label{display:none}
.ww-workspace :is(.ww-ws-time,.ww-ws-map){display:block!important;contain:none!important;position:relative;break-inside:avoid}
.ww-workspace .ww-ws-time{height:auto!important}
.ww-workspace .ww-ws-map{height:110mm!important;margin-top:4mm}
.ww-print{display:block;padding-inline:16px;color:#1c1b19;font-size:9pt;line-height:12pt}
.ww-print h3{font-size:11pt;line-height:14pt;margin:5mm 0 2mm;break-after:avoid}
.ww-print table{border-collapse:collapse;width:100%}
.ww-print thead{display:table-header-group}
.ww-print th{font-weight:650;text-align:start;border-bottom:1px solid #1c1b19;padding:0 8px 2px 0}
.ww-print td{vertical-align:top;text-align:start;border-bottom:1px solid #d8d4cb;padding:2px 8px 2px 0;padding-inline:0 8px;overflow-wrap:anywhere}
.ww-print tr{break-inside:avoid}
}
`;

function recordTable(store: Store, words: Words): HTMLElement {
  const records = shownRecords(store);
  const head = ["what", "when", "where", "status"].map((key) => h("th", { scope: "col" }, words.t(`table.${key}`)));
  const rows = records
    .slice(0, MOST_LISTED)
    .map((incident) =>
      h(
        "tr",
        null,
        h("td", { dir: "auto", lang: store.language }, incident.title),
        h("td", null, words.whenOf(incident)),
        h("td", null, words.where(incident.where)),
        h("td", null, words.status(incident.status ?? "happened")),
      ),
    );
  const more = records.length - rows.length;
  return h(
    "div",
    null,
    h("table", null, h("thead", null, h("tr", null, head)), h("tbody", null, rows)),
    more > 0 ? h("p", null, words.t("export.more", { n: more })) : null,
  );
}

/** What a print sheet is made with. */
export interface PrintSheetOptions {
  readonly store: Store;
  readonly words: Words;
  /** What else stands on the page, between the summary and the records: an open comparison. */
  readonly more?: () => readonly HTMLElement[] | null;
}

/**
 * What a printed workspace says in words, at the end of `root`: filters, date of the print, and every record that is
 * shown, each on a line of its own. It is made when the page is printed and gone after it. Returns the undo.
 */
export function printSheet(root: HTMLElement, options: PrintSheetOptions): () => void {
  const { store, words, more = () => null } = options;
  const sheet = h("div", { class: "ww-print" });
  let theme: string | null = null;
  const fill = (): void => {
    const [, ...lines] = scopeLines(exportScope({ store, words }));
    sheet.replaceChildren(
      ...lines.map((line) => h("p", { dir: "auto" }, line)),
      h("h3", null, words.t("summary.title")),
      h("p", null, sentencesText(summarize(store, words).sentences)),
      ...(more() ?? []),
      h("h3", null, words.t("table.title")),
      recordTable(store, words),
    );
    // The credit of the page ends the sheet.
    root.insertBefore(sheet, root.querySelector(":scope>.ww-attribution"));
    theme ??= root.getAttribute("data-theme") ?? "";
    // The map reads its colours anew when the theme changes; style sheets cannot reach into a canvas.
    root.setAttribute("data-theme", "light");
  };
  const empty = (): void => {
    sheet.remove();
    if (theme === "") root.removeAttribute("data-theme");
    else if (theme !== null) root.setAttribute("data-theme", theme);
    theme = null;
  };
  const undo = watchPrint((printed) => (printed ? fill() : empty()));
  return () => {
    undo();
    empty();
  };
}
