import type { OptionForm } from "@whenwhere/model/refuse-options";
import { refuseView } from "@whenwhere/view";
import type { TimelineOptions } from "./options.ts";

/** Options of a timeline by name. */
export const TIMELINE_FORM: OptionForm<TimelineOptions> = {
  store: "any",
  lane: "any",
  collapsed: "any",
  laneOrder: "any",
  histogram: "any",
  motion: ["none", "gestures", "all"],
  lanes: "any",
  words: "any",
  locale: "any",
  height: "any",
  overview: "any",
  size: ["full", "sparkline"],
  orientation: ["horizontal", "vertical"],
  mode: ["pan", "select"],
  header: "any",
  footer: "any",
  theme: ["auto", "light", "dark"],
  eras: "any",
  annotations: "any",
  now: "any",
  zone: "any",
  calendars: "any",
  labelPriority: "any",
  links: ["selected", "all", "none"],
  tooltip: "any",
};

/** @throws WhenWhereError `timeline/store-missing`, `timeline/option-unknown`. */
export function refuseTimeline(options: TimelineOptions): void {
  refuseView(options, TIMELINE_FORM, { code: "timeline", name: "timeline" });
}
