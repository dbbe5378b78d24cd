import { DAY_MS } from "@whenwhere/model";
import { isDateUncertain } from "@whenwhere/store";
import { type Peak, peaksOf, type Words } from "@whenwhere/view/pure";
import type { AxisFormat } from "../axis/axis-format.ts";
import { boundaries, nextAfter, stepAtLeast } from "../axis/calendar.ts";
import { statedExtent } from "../axis/stated-extent.ts";
import { columnTime } from "../bands/column-words.ts";
import type { SceneStore } from "../types.ts";

/** What can be said of all dates that pass, whatever the view shows. */
export interface DateFacts {
  readonly dated: number;
  /** Dated records whose date is wider than a day without filling it, approximate, uncertain, or open at a side. */
  readonly uncertain: number;
  /** The busiest columns of the calendar, the highest first: at most two, none where nothing stands out. */
  readonly peaks: readonly Peak[];
}

/** Columns that all dates are counted into. */
const COLUMNS = 40;

/** Cost: one pass over the rows, and one histogram of the store. Keep it until clauses or data change. */
export function dateFacts(store: SceneStore): DateFacts {
  const { columns } = store;
  const passing = store.passing("timeline");
  let dated = 0;
  let uncertain = 0;
  for (let row = 0; row < columns.length; row++) {
    const startMs = columns.outerStartMs.at(row) as number;
    if (passing[row] === 0 || Number.isNaN(startMs)) continue;
    dated++;
    if (isDateUncertain(columns, row)) uncertain++;
  }
  return { dated, uncertain, peaks: busiestColumns(store, dated) };
}

/** Only what lies surely in a column makes a peak. */
function busiestColumns(store: SceneStore, dated: number): readonly Peak[] {
  const extent = statedExtent(store);
  if (extent === null || dated < 3) return [];
  const [startMs, endMs] = extent;
  const step = stepAtLeast(Math.max((endMs - startMs) / COLUMNS, DAY_MS));
  const inner = boundaries(startMs + 1, endMs - 1, step);
  const first = inner[0];
  const last = inner[inner.length - 1];
  if (first === undefined || last === undefined || inner.length < 2) return [];
  const edgesMs = [...inner, nextAfter(last, step)];
  const { certain } = store.histogram(edgesMs, { except: "timeline" });
  return peaksOf(edgesMs, certain, dated / (edgesMs.length + 1));
}

/** The facts in sentences; "" where there is nothing to say. */
export function factWords(facts: DateFacts, tools: { readonly words: Words; readonly format?: AxisFormat }): string {
  const { words } = tools;
  const peaks = facts.peaks.map((peak) =>
    words.t("timeline.peak", { n: words.number(peak.n), range: columnTime(peak, tools) }),
  );
  const said: string[] = [];
  if (peaks.length > 0) said.push(words.t("timeline.peaks", { peaks: peaks.join(words.t("list.comma")) }));
  if (facts.uncertain > 0) {
    const share = new Intl.NumberFormat(words.locale, { style: "percent" }).format(facts.uncertain / facts.dated);
    said.push(words.t("timeline.uncertain", { uncertain: facts.uncertain, dated: facts.dated, share }));
  }
  return said.join(" ");
}
