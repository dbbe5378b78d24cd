import { createWords, type TextMetrics, timelineTexts, type Words } from "@whenwhere/view";
import { type AxisFormat, axisFormatIn } from "../../scene/axis/axis-format.ts";
import type { SecondCalendar } from "../../scene/axis/second-calendar.ts";
import { overviewBins } from "../../scene/bands/overview.ts";
import { createLaneTally, type LaneTally } from "../../scene/lanes/lane-tally.ts";
import { createPackMemory } from "../../scene/marks/pack-memory.ts";
import { createLinkTable, type LinkTable } from "../../scene/overlays/link-table.ts";
import { type Note, readNotes } from "../../scene/overlays/notes.ts";
import { createSceneKept, type SceneKept } from "../../scene/scene-kept.ts";
import type { LaneTable, OverviewBins, TimeGlyph, TimeSpan } from "../../scene/types.ts";
import { createWalk, type Walk } from "../../scene/walk.ts";
import { createLaneView, type LaneView } from "../lanes/lane-view.ts";
import type { TimelineOptions } from "../options.ts";
import { brushOf } from "./own-window.ts";
import { createSparklineView, type SparklineView } from "./sparkline-view.ts";
import type { UprightView } from "./upright-view.ts";
import { createZoneView, secondCalendars, type ZoneView, zoneOf } from "./zone-view.ts";

/** What scenes keep of the records, by the names under which they ask for it. */
interface RowMemory {
  /** Until data or zone change. */
  glyphs: Map<number, TimeGlyph>;
  linkTable?: LinkTable;
  /** Until the option of this name changes, too. */
  labelPriorities: Map<number, number>;
  /** Until the language changes, too. */
  labels: Map<number, readonly string[]>;
  kept: SceneKept;
}

/**
 * All that a picture is made of: the options, and what was made of them, of the data and of the filters, each kept until
 * that changes. `null` is made when a scene first needs it. Only {@link takeOptions} and {@link forget} let go of anything.
 */
export interface PictureState {
  options: TimelineOptions;
  readonly metrics: TextMetrics;
  readonly upright: UprightView;
  readonly laneView: LaneView;
  readonly sparkline: SparklineView;
  /** Of the language and the zone. */
  words: Words;
  format: AxisFormat | null;
  calendars: readonly SecondCalendar[];
  /** Of the options alone. */
  notes: readonly Note[];
  /** Of the data and the zone. */
  zoneView: ZoneView;
  rows: RowMemory;
  /** Of the data, the lanes and the filters. */
  walk: Walk | null;
  tally: LaneTally | null;
  bins: { readonly count: number; readonly value: OverviewBins | null } | null;
}

/** What has changed. `data`: everything; `lanes`: lanes and walk; `filter`: counts and walk. */
export type Forgotten = "data" | "lanes" | "filter";

function noRows(): RowMemory {
  return { glyphs: new Map(), labelPriorities: new Map(), labels: new Map(), kept: createSceneKept() };
}

/** The state of a picture of which nothing is drawn yet. */
export function createPictureState(
  options: TimelineOptions,
  tools: Pick<PictureState, "metrics" | "upright">,
): PictureState {
  const words = wordsOf(options);
  return {
    ...tools,
    options,
    laneView: createLaneView(),
    sparkline: createSparklineView(),
    words,
    format: null,
    calendars: secondCalendars(options.calendars, words.locale),
    notes: notesOf(options),
    zoneView: createZoneView(options.store, options.zone),
    rows: noRows(),
    walk: null,
    tally: null,
    bins: null,
  };
}

/**
 * Takes new options over, and lets go of what they make untrue. What other lanes or other data do is said by {@link forget}.
 * What cannot be used throws before anything is taken over: the picture stays as it was.
 */
export function takeOptions(state: PictureState, options: TimelineOptions): void {
  const before = state.options;
  const zone = options.zone !== before.zone;
  const language = options.words !== before.words || options.locale !== before.locale || zone;
  const words = language ? wordsOf(options) : state.words;
  const isRenamed = language || options.calendars !== before.calendars;
  Object.assign(state, {
    options,
    words,
    notes: notesOf(options),
    ...(isRenamed && { calendars: secondCalendars(options.calendars, words.locale) }),
  });
  if (language) {
    state.format = null;
    const { labels, kept } = noRows();
    Object.assign(state.rows, { labels, kept });
  }
  if (options.labelPriority !== before.labelPriority) state.rows.labelPriorities = new Map();
  // Days lie elsewhere now.
  if (zone) forget(state, "data");
  else if (options.store !== before.store) state.zoneView = createZoneView(options.store, options.zone);
}

/** Lets go of what was made of that which has changed. */
export function forget(state: PictureState, what: Forgotten): void {
  state.rows.kept.packed = createPackMemory();
  state.walk = null;
  state.bins = null;
  if (what !== "lanes") {
    state.sparkline.forget();
    state.laneView.forget(what);
  }
  if (what === "filter") state.tally?.filter();
  else state.tally = null;
  if (what !== "data") return;
  state.zoneView = createZoneView(state.options.store, state.options.zone);
  state.rows = noRows();
}

function wordsOf(options: TimelineOptions): Words {
  return (options.words ?? createWords(options.locale ?? "en"))
    .withTexts(timelineTexts)
    .inZone(zoneOf(options.zone).zone);
}

function notesOf({ eras, annotations, now }: TimelineOptions): readonly Note[] {
  return readNotes({
    ...(eras === undefined ? {} : { eras }),
    ...(annotations === undefined ? {} : { annotations }),
    ...(typeof now === "string" ? { now } : {}),
  });
}

/** Lanes as options and language have them. */
export function lanesOf({ laneView, options, words }: PictureState): LaneTable {
  return laneView.table(options, words);
}

/** Records in the order in which the keyboard walks them. */
export function walkOf(state: PictureState): Walk {
  state.walk ??= createWalk(state.options.store, lanesOf(state));
  return state.walk;
}

/** Where the rows of each lane lie in time. */
export function tallyOf(state: PictureState): LaneTally {
  state.tally ??= createLaneTally(state.zoneView.store, lanesOf(state), state.zoneView.calendar);
  return state.tally;
}

/** Names of ticks and columns. */
export function formatOf(state: PictureState): AxisFormat {
  state.format ??= axisFormatIn(state.words, state.zoneView.calendar.time);
  return state.format;
}

/** What scenes keep, with the ties between the records. */
export function rowsOf({ rows, options }: PictureState): RowMemory {
  rows.linkTable ??= createLinkTable(options.store);
  return rows;
}

/** The strip of all dates, as long as it is wanted; bars about as wide as a finger can tell apart. */
export function binsOf(state: PictureState, lengthPx: number): OverviewBins | null {
  if (state.options.overview === false) return null;
  const count = Math.max(12, Math.round((lengthPx - 170) / (lengthPx < 620 ? 8 : 10)));
  if (state.bins?.count !== count) {
    const { store, stated } = state.zoneView;
    state.bins = { count, value: overviewBins(store, count, stated) };
  }
  return state.bins.value;
}

/** The view of the store; until somebody moves it, where the dates are. */
export function viewOf({ options, zoneView }: PictureState): TimeSpan {
  return options.store.state.view ?? zoneView.first;
}

/** Where the axis has the timeline's own window; null when there is none. */
export function axisBrushOf({ options, zoneView }: PictureState): TimeSpan | null {
  const window = brushOf(options.store);
  return window === null ? null : zoneView.spanOf(window);
}
