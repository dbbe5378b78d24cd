import type { OptionForm } from "@whenwhere/model/refuse-options";
import { refuseView, WORDS } from "@whenwhere/view";
import type { TimelineOptions } from "./options.ts";

/** Options of a timeline by name. */
export const TIMELINE_FORM: OptionForm<TimelineOptions> = {
  store: "any",
  lane: [String, Function, [String, Function]],
  collapsed: ["all", [String, [String]]],
  laneOrder: ["size", "name", "first", [String, [String]]],
  histogram: [true, false],
  motion: ["none", "gestures", "all"],
  lanes: [[String]],
  words: [WORDS],
  locale: [String],
  height: [Number],
  overview: [true, false],
  size: ["full", "sparkline"],
  orientation: ["horizontal", "vertical"],
  mode: ["pan", "select"],
  header: [true, false],
  footer: [true, false],
  theme: ["auto", "light", "dark"],
  eras: [[Object]],
  annotations: [[Object]],
  now: [true, false, String],
  zone: [String],
  calendars: [[String]],
  labelPriority: [String, Function],
  links: ["selected", "all", "none"],
  tooltip: [Function],
};

/** @throws WhenWhereError `timeline/store-missing`, `timeline/option-unknown`. */
export function refuseTimeline(options: TimelineOptions): void {
  refuseView(options, TIMELINE_FORM, { code: "timeline", name: "timeline" });
}
