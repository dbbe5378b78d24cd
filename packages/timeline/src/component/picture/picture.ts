import type { Steps } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import { createWords, type TextMetrics, timelineTexts, type Words } from "@whenwhere/view";
import { axisTicks } from "../../scene/axis/axis.ts";
import type { AxisCalendar } from "../../scene/axis/axis-calendar.ts";
import { type AxisFormat, axisFormat } from "../../scene/axis/axis-format.ts";
import { initialView } from "../../scene/axis/initial-view.ts";
import { fullSpan, type StatedTimes, statedTimes } from "../../scene/axis/stated-extent.ts";
import { timeScale } from "../../scene/axis/time-scale.ts";
import { zonedSpan } from "../../scene/axis/zoned-store.ts";
import type { ColumnStop } from "../../scene/bands/column-stops.ts";
import { countAhead } from "../../scene/bands/look-ahead.ts";
import { overviewBins } from "../../scene/bands/overview.ts";
import { createLaneTally, type LaneTally } from "../../scene/lanes/lane-tally.ts";
import { createPackMemory } from "../../scene/marks/pack-memory.ts";
import { createLinkTable, type LinkTable } from "../../scene/overlays/link-table.ts";
import { type Note, readNotes } from "../../scene/overlays/notes.ts";
import { keptTime } from "../../scene/paint/paint-band.ts";
import { createSceneKept } from "../../scene/scene-kept.ts";
import { timelineScene } from "../../scene/timeline-scene.ts";
import type { LaneTable, OverviewBins, SceneStore, TimeGlyph, TimelineScene, TimeSpan } from "../../scene/types.ts";
import { createWalk, type Walk } from "../../scene/walk.ts";
import { createLaneView } from "../lanes/lane-view.ts";
import type { TimelineOptions } from "../options.ts";
import { lengthPx, timeBox } from "./orient.ts";
import { createSparklineView } from "./sparkline-view.ts";
import { createUprightView, type UprightView } from "./upright-view.ts";
import { createZoneView, secondCalendars, zoneOf } from "./zone-view.ts";

/** Source of the timeline's own clause. */
export const CLAUSE_SOURCE = "timeline";
/** Default of `height`. */
export const DEFAULT_HEIGHT_PX = 460;
/** Narrow views put lane names above their lanes and need more of it. */
const NARROW_HEIGHT_PX = 560;

/** Keeps what a frame needs and forgets only what has changed. */
export interface Picture {
  options: TimelineOptions;
  readonly words: Words;
  readonly lanes: LaneTable;
  readonly walk: Walk;
  readonly view: TimeSpan;
  readonly brush: TimeSpan | null;
  /** Days and hours of the axis. */
  readonly calendar: AxisCalendar;
  /** The store as the axis sees it. */
  readonly store: SceneStore;
  /** A span of the axis as the window that the store is to be asked for: see {@link ZoneView}. */
  windowOf(span: TimeSpan): TimeSpan;
  /** The span of all dates. */
  readonly full: TimeSpan;
  /** A record states a date. */
  readonly dated: boolean;
  /** `data`: everything; `lanes`: lanes and walk; `filter`: counts and walk. */
  forget(what: "data" | "lanes" | "filter"): void;
  scene(size: SceneSize): TimelineScene;
  /** What the next frames after a scene will ask for, to be got ready before; null = nothing. `before` = the view before its own. */
  ahead(scene: TimelineScene, before: TimeSpan | null): Steps<void> | null;
  readonly upright: UprightView;
  /** What it needs is still being loaded; `onReady` is called when it can be drawn. */
  wait(onReady: () => void): boolean;
  /** The sentence of a sparkline; "" before it is drawn. */
  sparklineText(): string;
}

/** What a scene is asked for beside the options. */
export interface SceneSize {
  readonly widthPx: number;
  readonly focusRow: number;
  readonly drawHeaders: boolean;
  /** Column of the keyboard, framed. */
  readonly stop?: ColumnStop | null;
  /** First line of lanes in sight, where they do not all fit. */
  readonly firstLine: number;
  /** Drawn in place of the store's view, on the way to it. */
  readonly view?: TimeSpan;
}

/** The window of the timeline's own clause; null when there is none. */
export function brushOf(store: Store): TimeSpan | null {
  const clause = store.state.clauses[CLAUSE_SOURCE];
  return clause?.kind === "window" ? { startMs: clause.startMs, endMs: clause.endMs } : null;
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

/** The present: the instant on an axis with a zone, else the reader's clock as the wall calendar of the axis has it. */
function nowMs(zone: string | undefined): number {
  if (zone !== undefined) return Date.now();
  const now = new Date();
  return now.getTime() - now.getTimezoneOffset() * 60_000;
}

/** A picture of the options' store. `metrics` measures text. */
export function createPicture(
  initial: TimelineOptions,
  metrics: TextMetrics,
  upright: UprightView = createUprightView(),
): Picture {
  let options = initial;
  let words = wordsOf(options);
  let zoneView = createZoneView(options.store, options.zone);
  let calendars = secondCalendars(options.calendars, words.locale);
  let glyphs = new Map<number, TimeGlyph>();
  let labels = new Map<number, readonly string[]>();
  let labelPriorities = new Map<number, number>();
  let kept = createSceneKept();
  const laneView = createLaneView();
  const sparkline = createSparklineView();
  let walk: Walk | null = null;
  let tally: LaneTally | null = null;
  let full: TimeSpan | null = null;
  let first: TimeSpan | null = null;
  let stated: StatedTimes | null = null;
  let format: AxisFormat | null = null;
  let linkTable: LinkTable | null = null;
  let notes: readonly Note[] = notesOf(options);
  let bins: { readonly count: number; readonly value: OverviewBins | null } | null = null;
  const lanesNow = (): LaneTable => {
    return laneView.table(options, words);
  };
  const histogramOf = (): { readonly histogram?: LaneTally } => {
    const histogram = laneView.total(options, zoneView.store, zoneView.calendar);
    return histogram === undefined ? {} : { histogram };
  };
  const tallyNow = (): LaneTally => {
    tally ??= createLaneTally(zoneView.store, lanesNow(), zoneView.calendar);
    return tally;
  };
  const binsNow = (widthPx: number): OverviewBins | null => {
    if (options.overview === false) return null;
    const count = Math.max(12, Math.round((widthPx - 170) / (widthPx < 620 ? 8 : 10)));
    if (bins === null || bins.count !== count)
      bins = { count, value: overviewBins(zoneView.store, count, statedNow()) };
    return bins.value;
  };
  const statedNow = (): StatedTimes => {
    stated ??= statedTimes(zoneView.store);
    return stated;
  };
  const fullNow = (): TimeSpan => {
    full ??= fullSpan(zoneView.store, statedNow());
    return full;
  };
  const firstNow = (): TimeSpan => {
    first ??= initialView(zoneView.store, statedNow());
    return first;
  };
  const datedNow = (): boolean => {
    return statedNow().extent !== null;
  };
  const brushNow = (): TimeSpan | null => {
    const window = brushOf(options.store);
    return window === null ? null : zoneView.spanOf(window);
  };
  return {
    get calendar() {
      return zoneView.calendar;
    },
    get store() {
      return zoneView.store;
    },
    windowOf: (span) => zoneView.windowOf(span),
    get dated() {
      return datedNow();
    },
    get full() {
      return fullNow();
    },
    get options() {
      return options;
    },
    set options(next) {
      const before = options;
      const zone = next.zone !== before.zone;
      const language = next.words !== before.words || next.locale !== before.locale || zone;
      options = next;
      notes = notesOf(options);
      if (language) {
        words = wordsOf(options);
        format = null;
        labels = new Map();
        kept = createSceneKept();
      }
      if (language || next.calendars !== before.calendars) calendars = secondCalendars(options.calendars, words.locale);
      if (next.labelPriority !== before.labelPriority) labelPriorities = new Map();
      if (zone || next.store !== before.store) zoneView = createZoneView(options.store, options.zone);
      // Days lie elsewhere now.
      if (zone) this.forget("data");
    },
    get words() {
      return words;
    },
    get lanes() {
      return lanesNow();
    },
    get walk() {
      walk ??= createWalk(options.store, lanesNow());
      return walk;
    },
    get view() {
      return options.store.state.view ?? firstNow();
    },
    get brush() {
      return brushNow();
    },
    forget(what) {
      kept.packed = createPackMemory();
      walk = null;
      bins = null;
      if (what !== "lanes") sparkline.forget();
      if (what !== "lanes") laneView.forget(what);
      if (what === "filter") tally?.filter();
      else tally = null;
      if (what !== "data") return;
      zoneView = createZoneView(options.store, options.zone);
      glyphs = new Map();
      labels = new Map();
      labelPriorities = new Map();
      kept = createSceneKept();
      full = null;
      first = null;
      stated = null;
      linkTable = null;
    },
    upright,
    wait: (onReady) => options.orientation === "vertical" && options.size !== "sparkline" && upright.wait(onReady),
    sparklineText: () => sparkline.text(words),
    ahead(scene, before) {
      const codes = scene.lanes.flatMap(({ band, code }) => (band ? [code] : []));
      if (tally === null || format === null || codes.length === 0) return null;
      const startPx = scene.plot.xPx;
      const endPx = startPx + Math.abs(lengthPx(scene, timeBox(scene)));
      const told = { words, format, kept };
      return countAhead({
        tally,
        codes,
        view: scene.view,
        pxPerMs: (endPx - startPx) / (scene.view.endMs - scene.view.startMs),
        before,
        name: (column) => keptTime(column, told),
        tick: (span) =>
          axisTicks(timeScale(span, startPx, endPx, zoneView.calendar), told.format, { metrics, headingEndPx: endPx }),
      });
    },
    scene({ widthPx, focusRow, drawHeaders, firstLine, view, stop = null }) {
      format ??= axisFormat(words.locale, {
        time: zoneView.calendar.time,
        bce: (year) => words.t("date.bce", { year }),
      });
      if (options.size === "sparkline") {
        const { store } = zoneView;
        const look = { widthPx, heightPx: options.height, metrics, words, format };
        return sparkline.scene({ ...look, store, stated: statedNow(), brush: brushNow() });
      }
      linkTable ??= createLinkTable(options.store);
      const own = options.orientation === "vertical" ? upright.scene : null;
      const isUpright = own !== null;
      const heightPx = options.height ?? (isUpright || widthPx < 620 ? NARROW_HEIGHT_PX : DEFAULT_HEIGHT_PX);
      return (own ?? timelineScene)({
        store: options.store,
        lanes: lanesNow(),
        view: view ?? this.view,
        firstLine,
        ...histogramOf(),
        widthPx,
        heightPx,
        shrink: true,
        metrics,
        words,
        overview: binsNow(isUpright ? heightPx : widthPx),
        brush: brushNow(),
        dated: datedNow(),
        focusRow,
        stop,
        glyphs,
        labels,
        labelPriority: options.labelPriority,
        labelPriorities,
        kept,
        format,
        tally: tallyNow(),
        calendar: zoneView.calendar,
        zoned: zoneView.store,
        calendars,
        drawHeaders,
        notes: (options.now === true ? [...notes, ...readNotes({ now: nowMs(options.zone) })] : notes).map((note) => {
          const [startMs, endMs] = zonedSpan(note.startMs, note.endMs, zoneView.calendar.time);
          return { ...note, startMs, endMs };
        }),
        links: options.links ?? "selected",
        linkTable,
      });
    },
  };
}
