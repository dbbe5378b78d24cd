import type { Words } from "@whenwhere/view";
import type { AxisCalendar } from "../../scene/axis/axis-calendar.ts";
import { createTotalTally } from "../../scene/bands/lay-histogram.ts";
import { laneTable } from "../../scene/lanes/lane-table.ts";
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

export function createLaneView(): LaneView {
  let base: { readonly table: LaneTable; readonly lane: TimelineOptions["lane"]; readonly none: string } | null = null;
  let arranged: { readonly table: LaneTable; readonly from: LaneTable; readonly how: unknown[] } | null = null;
  let total: LaneTally | null = null;
  const baseOf = (options: TimelineOptions, none: string): LaneTable => {
    if (base?.lane !== options.lane || base?.none !== none) {
      base = { table: laneTable(options.store, options.lane ?? "category", none), lane: options.lane, none };
    }
    return base.table;
  };
  return {
    table(options, words) {
      const none = words.t("timeline.no-lane");
      const from = baseOf(options, none);
      const { collapsed, laneOrder: order } = options;
      const how = [collapsed, order, words.locale];
      if (arranged?.from !== from || how.some((part, i) => part !== arranged?.how[i])) {
        arranged = { table: arrangeLanes(from, { collapsed, order, none, locale: words.locale }), from, how };
      }
      return arranged.table;
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
