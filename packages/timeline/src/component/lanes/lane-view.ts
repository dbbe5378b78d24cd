import type { Words } from "@whenwhere/view";
import type { AxisCalendar } from "../../scene/axis/axis-calendar.ts";
import { createTotalTally } from "../../scene/bands/lay-histogram.ts";
import { oneCountryEach } from "../../scene/lanes/country-names.ts";
import { type LaneFields, laneTable } from "../../scene/lanes/lane-table.ts";
import type { LaneTally } from "../../scene/lanes/lane-tally.ts";
import { arrangeLanes } from "../../scene/lanes/lane-tree.ts";
import type { LaneTable, SceneStore } from "../../scene/types.ts";
import type { TimelineOptions } from "../options.ts";

/** Lanes as the options have them, kept between frames: opening a group reads no record again. */
export interface LaneView {
  table(options: TimelineOptions, words: Words): LaneTable;
  /** All records as one lane; undefined where no row of them is wanted. */
  total(options: TimelineOptions, store: SceneStore, calendar: AxisCalendar): LaneTally | undefined;
  /** `data`: everything. `filter`: counts only. */
  forget(what: "data" | "filter"): void;
}

/** A value as the reader sees it: countries by their names. */
function shownBy(lane: LaneFields, { names }: Words): (value: string, depth: number) => string {
  const at = [lane].flat().indexOf("country");
  return (value, depth) => (depth === at ? names.country(value) : value);
}

export function createLaneView(): LaneView {
  let base: { readonly table: LaneTable; readonly lane: LaneFields; readonly locale: string } | null = null;
  let arranged: { readonly table: LaneTable; readonly how: unknown[] } | null = null;
  let total: LaneTally | null = null;
  return {
    table({ store, lane = "category", collapsed, laneOrder: order }, words) {
      const { locale } = words;
      const none = words.t("timeline.no-lane");
      if (base?.lane !== lane || base.locale !== locale)
        base = { table: laneTable(oneCountryEach(store, words.names.country), lane, none), lane, locale };
      const how = [base.table, collapsed, order];
      if (how.some((part, i) => part !== arranged?.how[i]))
        arranged = {
          table: arrangeLanes(base.table, { collapsed, order, none, locale, shown: shownBy(lane, words) }),
          how,
        };
      return (arranged as NonNullable<typeof arranged>).table;
    },
    total(options, store, calendar) {
      if (options.histogram !== true) return undefined;
      total ??= createTotalTally(store, calendar);
      return total;
    },
    forget(what) {
      if (what === "filter") {
        total?.filter();
        return;
      }
      base = null;
      arranged = null;
      total = null;
    },
  };
}
