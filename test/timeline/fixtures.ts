import type { Incident } from "@whenwhere/model";
import { createStore, type Store } from "@whenwhere/store";
import {
  axisFormat,
  laneTable,
  overviewBins,
  type SceneInput,
  type TimelineScene,
  type TimeSpan,
  timelineScene,
} from "@whenwhere/timeline";
import { createWords, fixedTextMetrics, timelineTexts } from "@whenwhere/view/pure";

/** One record with what a test cares about. */
export function record(id: string, when: Incident["when"], more: Partial<Incident> = {}): Incident {
  return { id, title: `Record ${id}`, category: "attack", ...(when === undefined ? {} : { when }), ...more };
}

export const WINTER: TimeSpan = { startMs: Date.UTC(2022, 0, 1), endMs: Date.UTC(2022, 1, 28) };

const WORDS = createWords("en").withTexts(timelineTexts);
const FORMAT = axisFormat("en");

/** A scene of records with fixed text widths, 1,000 px wide. */
export function sceneOf(
  incidents: readonly Incident[],
  more: Partial<SceneInput> = {},
): TimelineScene & { store: Store } {
  const store = createStore([...incidents]);
  return { ...sceneOfStore(store, more), store };
}

export function sceneOfStore(store: Store, more: Partial<SceneInput> = {}): TimelineScene {
  return timelineScene({
    store,
    lanes: laneTable(store, "category", "Not given"),
    view: WINTER,
    widthPx: 1000,
    heightPx: 500,
    metrics: fixedTextMetrics(),
    words: WORDS,
    format: FORMAT,
    overview: overviewBins(store, 80),
    brush: null,
    ...more,
  });
}
