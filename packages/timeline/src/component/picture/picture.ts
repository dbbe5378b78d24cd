import type { Steps } from "@whenwhere/model";
import type { TextMetrics, Words } from "@whenwhere/view";
import type { AxisCalendar } from "../../scene/axis/axis-calendar.ts";
import type { LaneTable, SceneStore, TimelineScene, TimeSpan } from "../../scene/types.ts";
import type { Walk } from "../../scene/walk.ts";
import type { TimelineOptions } from "../options.ts";
import { pictureAhead, pictureScene, type SceneSize } from "./picture-scene.ts";
import {
  axisBrushOf,
  createPictureState,
  type Forgotten,
  forget,
  lanesOf,
  takeOptions,
  viewOf,
  walkOf,
} from "./picture-state.ts";
import { createUprightView, type UprightView } from "./upright-view.ts";

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
  /** A span of the axis as the window that the store is to be asked for: see `ZoneView`. */
  windowOf(span: TimeSpan): TimeSpan;
  /** The span of all dates. */
  readonly full: TimeSpan;
  /** A record states a date. */
  readonly dated: boolean;
  forget(what: Forgotten): void;
  scene(size: SceneSize): TimelineScene;
  /** What the next frames after a scene will ask for, to be got ready before; null = nothing. `before` = the view before its own. */
  ahead(scene: TimelineScene, before: TimeSpan | null): Steps<void> | null;
  readonly upright: UprightView;
  /** What it needs is still being loaded; `onReady` is called when it can be drawn. */
  wait(onReady: () => void): boolean;
  /** The sentence of a sparkline; "" before it is drawn. */
  sparklineText(): string;
}

/** A picture of the options' store. `metrics` measures text. */
export function createPicture(
  options: TimelineOptions,
  metrics: TextMetrics,
  upright: UprightView = createUprightView(),
): Picture {
  const state = createPictureState(options, { metrics, upright });
  return {
    get options() {
      return state.options;
    },
    set options(next) {
      takeOptions(state, next);
    },
    get words() {
      return state.words;
    },
    get lanes() {
      return lanesOf(state);
    },
    get walk() {
      return walkOf(state);
    },
    get view() {
      return viewOf(state);
    },
    get brush() {
      return axisBrushOf(state);
    },
    get calendar() {
      return state.zoneView.calendar;
    },
    get store() {
      return state.zoneView.store;
    },
    windowOf: (span) => state.zoneView.windowOf(span),
    get full() {
      return state.zoneView.full;
    },
    get dated() {
      return state.zoneView.stated.extent !== null;
    },
    forget: (what) => forget(state, what),
    scene: (size) => pictureScene(state, size),
    ahead: (scene, before) => pictureAhead(state, scene, before),
    upright,
    wait: (onReady) =>
      state.options.orientation === "vertical" && state.options.size !== "sparkline" && upright.wait(onReady),
    sparklineText: () => state.sparkline.text(state.words),
  };
}
