import type { Steps } from "@whenwhere/model";
import { axisTicks } from "../../scene/axis/axis.ts";
import { timeScale } from "../../scene/axis/time-scale.ts";
import { zonedSpan } from "../../scene/axis/zoned-store.ts";
import type { ColumnStop } from "../../scene/bands/column-stops.ts";
import { countAhead } from "../../scene/bands/look-ahead.ts";
import { type Note, readNotes } from "../../scene/overlays/notes.ts";
import { keptTime } from "../../scene/paint/paint-band.ts";
import type { SceneInput } from "../../scene/scene-input.ts";
import { timelineScene } from "../../scene/timeline-scene.ts";
import type { TimelineScene, TimeSpan } from "../../scene/types.ts";
import { lengthPx, timeBox } from "./orient.ts";
import { axisBrushOf, binsOf, formatOf, lanesOf, type PictureState, rowsOf, tallyOf, viewOf } from "./picture-state.ts";

/** Default of `height`. */
export const DEFAULT_HEIGHT_PX = 460;
/** Narrow views put lane names above their lanes and need more of it. */
const NARROW_HEIGHT_PX = 560;

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
  /** Height that the lanes keep; see {@link SceneInput}. */
  readonly leastPlotPx?: number;
}

/** The scene of a picture: along the page or down it, or as small as a word. */
export function pictureScene(state: PictureState, size: SceneSize): TimelineScene {
  if (state.options.size === "sparkline") return sparklineOf(state, size.widthPx);
  const upright = state.options.orientation === "vertical" ? state.upright.scene : null;
  return upright === null ? timelineScene(inputOf(state, size, false)) : upright(inputOf(state, size, true));
}

function sparklineOf(state: PictureState, widthPx: number): TimelineScene {
  const { options, metrics, words, zoneView, sparkline } = state;
  const look = { widthPx, heightPx: options.height, metrics, words, format: formatOf(state) };
  return sparkline.scene({ ...look, store: zoneView.store, stated: zoneView.stated, brush: axisBrushOf(state) });
}

function inputOf(state: PictureState, size: SceneSize, isUpright: boolean): SceneInput {
  const { options, zoneView, laneView } = state;
  const { store, calendar, stated } = zoneView;
  const { widthPx } = size;
  const heightPx = options.height ?? (isUpright || widthPx < 620 ? NARROW_HEIGHT_PX : DEFAULT_HEIGHT_PX);
  const histogram = laneView.total(options, store, calendar);
  return {
    ...size,
    store: options.store,
    zoned: store,
    calendar,
    dated: stated.extent !== null,
    view: size.view ?? viewOf(state),
    brush: axisBrushOf(state),
    lanes: lanesOf(state),
    tally: tallyOf(state),
    ...(histogram === undefined ? {} : { histogram }),
    overview: binsOf(state, isUpright ? heightPx : widthPx),
    heightPx,
    shrink: true,
    metrics: state.metrics,
    words: state.words,
    format: formatOf(state),
    calendars: state.calendars,
    ...rowsOf(state),
    labelPriority: options.labelPriority,
    notes: notesNow(state),
    links: options.links ?? "selected",
  };
}

/** Eras, annotations and the present, where the axis has them. */
function notesNow({ options, notes, zoneView }: PictureState): readonly Note[] {
  const all = options.now === true ? [...notes, ...readNotes({ now: nowMs(options.zone) })] : notes;
  return all.map((note) => {
    const [startMs, endMs] = zonedSpan(note.startMs, note.endMs, zoneView.calendar.time);
    return { ...note, startMs, endMs };
  });
}

/** The present: the instant on an axis with a zone, else the reader's clock as the wall calendar of the axis has it. */
function nowMs(zone: string | undefined): number {
  if (zone !== undefined) return Date.now();
  const now = new Date();
  return now.getTime() - now.getTimezoneOffset() * 60_000;
}

/** What the next frames after a scene will ask for, to be got ready before; null = nothing. `before` = the view before its own. */
export function pictureAhead(
  { tally, format, words, rows, metrics, zoneView }: PictureState,
  scene: TimelineScene,
  before: TimeSpan | null,
): Steps<void> | null {
  const codes = scene.lanes.flatMap(({ band, code }) => (band ? [code] : []));
  if (tally === null || format === null || codes.length === 0) return null;
  const startPx = scene.plot.xPx;
  const endPx = startPx + Math.abs(lengthPx(scene, timeBox(scene)));
  const told = { words, format, kept: rows.kept };
  const ticks = { metrics, headingEndPx: endPx };
  return countAhead({
    tally,
    codes,
    view: scene.view,
    pxPerMs: (endPx - startPx) / (scene.view.endMs - scene.view.startMs),
    before,
    name: (column) => keptTime(column, told),
    tick: (span) => axisTicks(timeScale(span, startPx, endPx, zoneView.calendar), format, ticks),
  });
}
