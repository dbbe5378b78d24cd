import { timelineTexts } from "@whenwhere/view/pure";
import type { SceneInput } from "../scene-input.ts";
import type { AxisCalendar } from "./axis-calendar.ts";
import { zonedStore } from "./zoned-store.ts";

/** The same input with days where the zone has them, from which follows what is drawn, counted and hit, and with its words. */
export function zonedInput(given: SceneInput, { time }: AxisCalendar): SceneInput {
  const words = given.words.withTexts(timelineTexts);
  return {
    ...given,
    store: given.zoned ?? zonedStore(given.store, time),
    words: time.isUtc ? words : words.inZone(time.zone),
  };
}
