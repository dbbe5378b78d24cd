import type { Words } from "@whenwhere/view";
import type { AxisCalendar } from "../../scene/axis/axis-calendar.ts";
import { createTotalTally } from "../../scene/bands/lay-histogram.ts";
import { withCountryNames } from "../../scene/lanes/country-names.ts";
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
  let base: { readonly table: LaneTable; readonly lane: TimelineOptions["lane"]; readonly locale: string } | null =
    null;
  let arranged: { readonly table: LaneTable; readonly from: LaneTable; readonly how: unknown[] } | null = null;
  let total: LaneTally | null = null;
  const baseOf = ({ store, lane }: TimelineOptions, words: Words): LaneTable => {
    const { locale } = words;
    if (base?.lane !== lane || base?.locale !== locale) {
      const none = words.t("timeline.no-lane");
      base = { table: laneTable(withCountryNames(store, words), lane ?? "category", none), lane, locale };
    }
    return base.table;
  };
  return {
    table(options, words) {
      const none = words.t("timeline.no-lane");
      const from = baseOf(options, words);
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
