import { type ImportReport, ROW_BITS, type RowCounts } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import { h, type Words } from "@whenwhere/view";
import { disclosure } from "../disclosure.ts";
import { reportLine, reportPanel } from "./report-panel.ts";

/** Rows of a store that no reader has read: it takes all of them, some otherwise than they are written. */
function countsOf({ columns }: Store, changed: number): RowCounts {
  const { length: read, outerStartMs, rowBits } = columns;
  let [undated, unplaced] = [0, 0];
  for (let row = 0; row < read; row++) {
    if (Number.isNaN(outerStartMs.at(row))) undated++;
    if (((rowBits.at(row) as number) & ROW_BITS.unplaced) !== 0) unplaced++;
  }
  return { read, kept: read, changed, undated, unplaced, rejected: 0 };
}

/** What was read, and what the store has to say of the records that came to it; null where nobody says anything. */
function reportWith(store: Store, report: ImportReport | null): ImportReport | null {
  const { issues } = store;
  if (issues.length === 0) return report;
  const changed = new Set(issues.map(({ row }) => row)).size;
  if (report === null) return { format: "", encoding: "", rows: countsOf(store, changed), issues };
  const rows = { ...report.rows, changed: report.rows.changed + changed };
  return { ...report, rows, issues: [...report.issues, ...issues] };
}

/** The line that says what was read and opens the report, kept true as records come; nothing where there is nothing to say. */
export function reportButton(
  store: Store,
  { words, report }: { readonly words: Words; readonly report: ImportReport | null },
): { readonly element: HTMLElement; destroy(): void } {
  const element = h("span", { class: "ww-report" });
  let told = -1;
  const draw = (): void => {
    if (store.issues.length === told) return;
    told = store.issues.length;
    const whole = reportWith(store, report);
    element.replaceChildren();
    if (whole === null) return;
    const label = reportLine(whole, words);
    const content = () => reportPanel(whole, words);
    element.append(disclosure({ label, className: "ww-report-button", content }).element);
  };
  draw();
  return { element, destroy: store.on("data", draw) };
}
