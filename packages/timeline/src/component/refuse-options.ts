import { WhenWhereError } from "@whenwhere/model";
import { type OptionForm, refuseOptions } from "@whenwhere/model/refuse-options";
import type { TimelineOptions } from "./options.ts";

const FORM: OptionForm<TimelineOptions> = {
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
const TIMELINE = { code: "timeline", name: "timeline" };

/** @throws WhenWhereError `timeline/store-missing`, `timeline/option-unknown`. */
export function refuseTimeline(options: Partial<TimelineOptions> | undefined): void {
  const store = options?.store;
  if (typeof store?.passing !== "function") {
    throw new WhenWhereError(
      "timeline/store-missing",
      `The timeline needs a store and found ${String(store)}.`,
      "Pass { store: createStore(incidents) }.",
    );
  }
  refuseOptions(options as TimelineOptions, FORM, TIMELINE);
}
