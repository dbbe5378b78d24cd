import type { Store } from "@whenwhere/store";
import type {
  AtRest,
  AttributionSlot,
  Emitter,
  FrameScheduler,
  LiveRegion,
  Theme,
  Tooltip,
  ViewRoot,
} from "@whenwhere/view";
import type { StripPainter } from "../draw/strip-painter.ts";
import type { ColumnStop } from "../scene/bands/column-stops.ts";
import type { TimelineScene } from "../scene/types.ts";
import type { BrushSliders } from "./brush/brush-sliders.ts";
import type { RecordList } from "./hands/record-list.ts";
import type { LaneNames } from "./lanes/lane-names.ts";
import type { LaneScrollbar } from "./lanes/lane-scrollbar.ts";
import type { Glide } from "./motion/glide.ts";
import type { ViewHistory } from "./motion/view-history.ts";
import type { TimelineEvents } from "./options.ts";
import type { CrossFade } from "./picture/cross-fade.ts";
import type { Letters } from "./picture/letters.ts";
import type { LookAhead } from "./picture/look-ahead.ts";
import type { Picture } from "./picture/picture.ts";
import type { SceneSize } from "./picture/picture-scene.ts";
import type { Shell } from "./shell.ts";

/** One timeline on a page: what its parts share. Made and ended by `timeline()`. */
export interface TimelineCore {
  /** Prefix of the ids on the page. */
  readonly id: string;
  readonly root: ViewRoot;
  readonly credit: AttributionSlot;
  readonly picture: Picture;
  readonly shell: Shell;
  readonly sliders: BrushSliders;
  readonly laneNames: LaneNames;
  readonly scrollbar: LaneScrollbar;
  readonly glide: Glide;
  readonly fade: CrossFade;
  readonly ahead: LookAhead;
  history: ViewHistory;
  readonly list: RecordList;
  readonly tooltip: Tooltip;
  readonly live: LiveRegion;
  readonly emitter: Emitter<TimelineEvents>;
  readonly frames: FrameScheduler;
  /** Shapes of the platform by path data. */
  readonly paths: Map<string, Path2D>;
  readonly strips: StripPainter;
  theme: Theme;
  /** In which letters it draws. */
  readonly letters: Letters;
  /** What a drag does. */
  mode: "pan" | "select";
  /** First line of lanes in sight, where they do not all fit. */
  firstLine: number;
  /** Row of the keyboard; -1 = none. */
  focusRow: number;
  /** Column of the keyboard, where a band has no marks to walk; null = it walks records. */
  stop: ColumnStop | null;
  /** Takes back the styles of time that runs downward; null before they were needed. */
  undoUpright: (() => void) | null;
  /** A button or a finger is down on the drawing. */
  isHeld: boolean;
  /** As last drawn. */
  scene: TimelineScene | null;
  destroyed: boolean;
  /** Draws in the next frame. */
  request(): void;
  /** The same when nothing but the view has changed: words and numbers beside the drawing wait until it rests. */
  requestMove(): void;
  /** The same when only its own window has changed: words and numbers follow in a task of their own behind that frame. */
  requestWindow(): void;
  readonly rest: AtRest;
}

/** The store of the options as they are now. */
export function storeOf(core: TimelineCore): Store {
  return core.picture.options.store;
}

/** Row of a record's id; -1 when there is none. */
export function rowOfId(core: TimelineCore, id: string | null): number {
  return id === null ? -1 : storeOf(core).rowOf(id);
}

/** What a scene is asked for: the width of the stage, and the keyboard's row while its frame is to be seen. */
export function sceneSize(core: TimelineCore): SceneSize {
  const { stage, surface } = core.shell;
  return {
    widthPx: Math.max(stage.clientWidth, 120),
    focusRow: surface.matches(":focus-visible") ? core.focusRow : -1,
    drawHeaders: false,
    stop: surface.matches(":focus-visible") ? core.stop : null,
    firstLine: core.firstLine,
    // What is under a hand stays there: fewer lanes do not draw axis and strip up from under it.
    ...(core.isHeld && core.scene !== null ? { leastPlotPx: core.scene.plot.heightPx } : {}),
    ...(core.glide.at === null ? {} : { view: core.glide.at }),
  };
}

/** The scene of the store's view: as last drawn, or, on a glide, that which it leads to. */
export function settledScene(core: TimelineCore): TimelineScene {
  if (core.glide.at === null) return sceneOf(core);
  const { view: _, ...size } = sceneSize(core);
  return core.picture.scene(size);
}

/** The scene as last drawn. */
export function sceneOf(core: TimelineCore): TimelineScene {
  core.scene ??= core.picture.scene(sceneSize(core));
  return core.scene;
}
