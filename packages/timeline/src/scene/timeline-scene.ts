import type { Words } from "@whenwhere/view/pure";
import { type AxisTicks, axisTicks } from "./axis/axis.ts";
import { type AxisCalendar, UTC_CALENDAR } from "./axis/axis-calendar.ts";
import { axisExtras, LINE_PX } from "./axis/axis-extras.ts";
import { type AxisFormat, axisFormatIn } from "./axis/axis-format.ts";
import { type TimeScale, timeScale } from "./axis/time-scale.ts";
import type { ZoneTime } from "./axis/zone-time.ts";
import { zonedInput } from "./axis/zoned-input.ts";
import { zonedGlyph } from "./axis/zoned-store.ts";
import { afterPx, BEYOND_PX, beforePx, layBeyond } from "./bands/beyond.ts";
import { HISTOGRAM_PX, layHistogram } from "./bands/lay-histogram.ts";
import { layOverview, OVERVIEW_PX } from "./bands/overview.ts";
import { EMPTY_PX, isFiltered } from "./empty-plot.ts";
import { LABEL_SIZE_PX } from "./labels/label-text.ts";
import type { KeptForms } from "./lanes/kept-forms.ts";
import { sortedLanes } from "./lanes/kept-lanes.ts";
import { HEADER_PX, type LaneLayout, layoutLanes } from "./lanes/lane-layout.ts";
import { createLaneTally } from "./lanes/lane-tally.ts";
import { type LanesInSight, lanesInSight, linesOf } from "./lanes/lane-window.ts";
import { layLanes, lineName } from "./lanes/lay-lanes.ts";
import type { SortedRows } from "./lanes/sort-rows.ts";
import { glyphOf } from "./marks/glyph.ts";
import { layUndated, type UndatedStrip } from "./marks/undated.ts";
import { layNoteStrip, layNotes, type NoteStrip } from "./overlays/lay-notes.ts";
import { layLinks } from "./overlays/links.ts";
import { mirrorScene } from "./paint/mirror.ts";
import { paintScene } from "./paint/paint-scene.ts";
import type { SceneInput } from "./scene-input.ts";
import { keptStyles } from "./scene-kept.ts";
import type { Box, MarkStyle, SceneCounts, SceneStore, TimeGlyph, TimelineScene } from "./types.ts";

/** Height of both lines of the axis. */
const AXIS_PX = 38;
/** Height of the strip of records without a date. */
export const UNDATED_PX = 21;
const END_PX = 20;
/** Below this width the lane names stand above their lanes. */
const SIDE_FROM_PX = 620;

/** Without any date each tick would be made up. */
export const NO_TICKS: AxisTicks = { step: { unit: "year", count: 1 }, minor: [], major: [] };

interface Frame {
  readonly input: SceneInput;
  readonly styles: readonly MarkStyle[];
  readonly scale: TimeScale;
  readonly format: AxisFormat;
  readonly headers: "side" | "above";
}

/**
 * Computes all that a timeline shows in one frame: rows and viewport in, plain data out. Pure; reads no clock and no DOM.
 * Law: `counts.drawn + counts.folded + counts.undated + counts.outside + counts.scrolled === counts.shown`.
 * The scene may be higher than asked when even its densest form does not fit.
 */
export function timelineScene(given: SceneInput): TimelineScene {
  const calendar = given.calendar ?? UTC_CALENDAR;
  const input = zonedInput(given, calendar);
  const tally = input.tally ?? createLaneTally(input.store, input.lanes, calendar);
  const { sorted: rows, standing } = sortedLanes({ tally, table: input.lanes, view: input.view }, input.kept);
  const frame = frameOf(input, rows.shown, calendar);
  const glyphs = input.glyphs ?? new Map<number, TimeGlyph>();
  const beyondPx = frame.headers === "above" && rows.before + rows.after > 0 ? BEYOND_PX : 0;
  const strip = layNoteStrip(input.notes ?? [], (name) => hasLane(input, name), { ...input, scale: frame.scale });
  const fixedPx =
    strip.heightPx +
    linesPx(input) +
    AXIS_PX +
    beyondPx +
    (rows.undated.length > 0 ? UNDATED_PX : 0) +
    (input.overview === null ? 4 : OVERVIEW_PX);
  const headerPx = frame.headers === "above" ? HEADER_PX : 0;
  const roomPx = input.heightPx - fixedPx - 6 - (input.histogram === undefined ? 0 : HISTOGRAM_PX + headerPx);
  const sight = lanesInSight(rows, standing, { first: input.firstLine, heightPx: roomPx, headerPx });
  const layouts = layoutLanes(sight.lanes, {
    store: input.store,
    scale: frame.scale,
    metrics: input.metrics,
    words: input.words,
    texts: input.labels ?? new Map<number, readonly string[]>(),
    selectedRow: rowOfId(input, input.store.state.selectedId),
    ranks: {
      store: input.store,
      selectedRow: rowOfId(input, input.store.state.selectedId),
      hoveredRow: rowOfId(input, input.store.state.hoveredId),
      priority: input.labelPriority,
      priorities: input.labelPriorities ?? new Map<number, number>(),
    },
    glyphOf: (row) => cachedGlyph({ store: given.store, time: calendar.time }, glyphs, row),
    heightPx: roomPx - sight.groupsPx,
    isScrolled: sight.scroll !== null,
    headerPx,
    tally,
    memories: input.kept?.packed.atZoom(frame.scale.pxPerMs),
    forms: keptForms(input, rows, frame),
  });
  return assemble(frame, { rows, sight, layouts, fixedPx, strip });
}

/** Lanes as they were laid out, where nothing that they depend on has changed. */
function keptForms(input: SceneInput, rows: SortedRows, { scale, headers }: Frame): KeptForms<LaneLayout> | undefined {
  const { kept, metrics, labels, labelPriority, labelPriorities } = input;
  const { selectedId, hoveredId } = input.store.state;
  const own = [labels, labelPriority, labelPriorities, selectedId, hoveredId];
  // Letters that arrive late have other widths.
  const letterPx = metrics.width("0", LABEL_SIZE_PX);
  return kept?.forms.under([rows, scale.startPx, scale.endPx, headers, letterPx, kept.packed, ...own]);
}

/** Row of a record's id; -1 for none. */
export function rowOfId({ store }: SceneInput, id: string | null): number {
  return id === null ? -1 : store.rowOf(id);
}

/** A row's glyph as the zone sees it, from those that are kept. */
export function cachedGlyph(
  from: { readonly store: SceneStore; readonly time: ZoneTime },
  glyphs: Map<number, TimeGlyph>,
  row: number,
): TimeGlyph {
  let glyph = glyphs.get(row);
  if (glyph === undefined) {
    glyph = zonedGlyph(glyphOf(from.store, row) as TimeGlyph, from.time);
    glyphs.set(row, glyph);
  }
  return glyph;
}

function frameOf(input: SceneInput, shown: number, calendar: AxisCalendar): Frame {
  const styles = keptStyles(input.store.categories, input.kept);
  const headers = input.widthPx >= SIDE_FROM_PX ? "side" : "above";
  const startPx = headers === "side" ? gutterPx(input, shown) : 14;
  const endPx = Math.max(input.widthPx - (headers === "side" ? END_PX : 14), startPx + 40);
  return {
    input,
    styles,
    headers,
    scale: timeScale(input.view, startPx, endPx, calendar),
    format: input.format ?? axisFormatIn(input.words, calendar.time),
  };
}

/** The gutter is as wide as the longest lane name asks for, within bounds. */
function gutterPx(input: SceneInput, shown: number): number {
  const lines = input.lanes.widest ?? linesOf(input.lanes);
  const isTree = lines.some(({ open }) => open !== null);
  const countPx = input.metrics.width(input.words.number(shown), 11) + 8;
  const widths = lines.map((line) => input.metrics.width(lineName(line, input.words), 12) + 20 * line.depth);
  const widest = Math.max(0, ...widths, input.metrics.width(input.words.t("timeline.no-date"), 12) - countPx);
  const mostPx = isTree ? 230 : Math.min(Math.max(0.26 * input.widthPx, 200), 240);
  return Math.round(Math.min(Math.max(widest + countPx + 50, beforePx(input, shown), 110), mostPx));
}

/** A lane's name in the reader's words. */
function laneName(input: { readonly lanes: SceneInput["lanes"]; readonly words: Words }, code: number): string {
  const value = input.lanes.values[code] ?? "";
  return input.lanes.isCategory ? input.words.category(value) : value;
}

interface Parts {
  readonly rows: SortedRows;
  readonly sight: LanesInSight;
  readonly layouts: readonly LaneLayout[];
  readonly fixedPx: number;
  readonly strip: NoteStrip;
}

/** Room of the lines of other calendars. */
function linesPx(input: SceneInput): number {
  const lines = input.calendars?.length ?? 0;
  return lines === 0 ? 0 : lines * LINE_PX + 4;
}

/** "Hours", with the zone behind it where there is room. */
function captionOf({ input, scale }: Frame, { step }: AxisTicks, offset: string): string {
  if (input.dated === false) return "";
  const unit = input.words.t(`timeline.unit.${step.unit}`);
  const whole = [unit, offset].join(input.words.t("list.comma"));
  return offset === "" || input.metrics.width(whole, 11) + 26 > scale.startPx ? unit : whole;
}

function hasLane(input: SceneInput, name: string): boolean {
  return input.lanes.order.some((code) => input.lanes.values[code] === name || laneName(input, code) === name);
}

function assemble(frame: Frame, parts: Parts): TimelineScene {
  const { input, scale, headers } = frame;
  const { strip } = parts;
  const laid = layPlot(frame, parts);
  const { lanes, heads, histogram, plot, undated } = laid;
  const foot = layFoot(frame, parts, plot.heightPx);
  const notes = layNotes(strip, {
    ...input,
    scale,
    lanes,
    marks: laid.marks,
    laneValues: input.lanes.values,
    headers,
    bottomPx: plot.heightPx,
  });
  const marks = [...laid.marks, ...(undated?.marks ?? [])];
  const scene: Omit<TimelineScene, "layers"> = {
    widthPx: input.widthPx,
    heightPx: foot.heightPx,
    dir: "ltr",
    view: input.view,
    plot,
    headers,
    lanes,
    marks,
    heads,
    histogram,
    scroll: laid.scroll,
    undated: undated?.box ?? null,
    axis: foot.axis,
    overview: foot.overview?.box ?? null,
    beyond: foot.beyond,
    counts: countsOf(parts, laid.marks.length),
    notes,
    links: layLinks({
      ...input,
      mode: input.links ?? "selected",
      table: input.linkTable,
      marks,
      taken: notes.flatMap(({ labelBox }) => labelBox ?? []),
      within: { ...plot, yPx: strip.heightPx },
    }),
  };
  const painted = paintScene(scene, {
    input,
    ticks: foot.ticks,
    undated,
    overviewItems: foot.overview?.items ?? [],
    format: frame.format,
    xOf: scale.x,
  });
  return (input.dir ?? input.words.dir) === "rtl" ? mirrorScene(painted) : painted;
}

/** Where all rows of a scene went. */
export function countsOf({ rows, sight }: Pick<Parts, "rows" | "sight">, drawn: number): SceneCounts {
  return {
    shown: rows.shown,
    drawn,
    folded: rows.visible - sight.scrolled - drawn,
    undated: rows.undated.length,
    outside: rows.before + rows.after,
    before: rows.before,
    after: rows.after,
    scrolled: sight.scrolled,
  };
}

/** What lies between the notes and the axis: the row of all records, the lanes, the strip of what has no date. */
function layPlot(frame: Frame, parts: Parts) {
  const { input, scale } = frame;
  const { sight, strip, rows } = parts;
  const histogram =
    input.histogram === undefined
      ? null
      : layHistogram(input.histogram, { ...frame, topPx: strip.heightPx + 2, shown: rows.shown });
  const topPx = strip.heightPx + 2 + (histogram?.heightPx ?? 0);
  const { lanes, heads, marks, bottomPx } = layLanes(sight, parts.layouts, { ...frame, topPx });
  const undatedPx = rows.undated.length > 0 ? UNDATED_PX : 0;
  const sparePx = input.heightPx - parts.fixedPx + strip.heightPx - bottomPx;
  const spare = input.shrink === true && sight.scroll === null ? 0 : Math.max(0, sparePx);
  const emptyPx = isFiltered(rows.shown, input.store.columns.length) ? strip.heightPx + EMPTY_PX : 0;
  const heightPx = Math.max(bottomPx + spare + undatedPx, input.leastPlotPx ?? 0, emptyPx);
  const plot: Box = { xPx: scale.startPx, yPx: 0, widthPx: scale.endPx - scale.startPx, heightPx };
  const undated = undatedPx > 0 ? layUndatedStrip(frame, { rows: rows.undated, topPx: heightPx - undatedPx }) : null;
  const scroll = sight.scroll === null ? null : { ...sight.scroll, yPx: topPx, heightPx: heightPx - undatedPx - topPx };
  return { histogram, lanes, heads, marks, plot, undated, scroll };
}

/** The axis with its lines, the counts beyond the view, and the strip of all dates. */
function layFoot(frame: Frame, { rows }: Parts, topPx: number) {
  const { input, scale, headers } = frame;
  const isSide = headers === "side";
  const beyond = layBeyond(input, rows, topPx + (isSide ? AXIS_PX - BEYOND_PX : AXIS_PX + linesPx(input) - 2));
  const axisPx = AXIS_PX + linesPx(input) + (isSide || beyond === null ? 0 : BEYOND_PX);
  const headingEndPx = scale.endPx + 9 - (isSide ? afterPx(input, beyond) : 0);
  const ticks =
    input.dated === false ? NO_TICKS : axisTicks(scale, frame.format, { metrics: input.metrics, headingEndPx });
  const { offset, zone, changes, lines } = axisExtras(scale, ticks, input);
  const axis = {
    yPx: topPx,
    ticks: [...ticks.minor, ...ticks.major],
    caption: captionOf(frame, ticks, offset),
    zone,
    changes,
    lines,
  };
  const { startPx, endPx, calendar } = scale;
  const tools = { input, styles: frame.styles, format: frame.format, calendar, startPx, endPx, topPx: topPx + axisPx };
  const overview = input.overview === null ? null : layOverview(input.overview, tools);
  return { axis, ticks, beyond, overview, heightPx: topPx + axisPx + (overview === null ? 4 : OVERVIEW_PX) };
}

function layUndatedStrip(
  frame: Frame,
  strip: { readonly rows: ArrayLike<number>; readonly topPx: number },
): UndatedStrip {
  const { input, scale, headers, styles } = frame;
  const headerText =
    headers === "side"
      ? input.words.t("timeline.no-date")
      : `${input.words.t("timeline.no-date")}: ${input.words.number(strip.rows.length)}`;
  const headerPx = headers === "side" ? 0 : input.metrics.width(headerText, 12) + 14;
  const laid = layUndated(strip.rows, {
    input,
    startPx: scale.startPx + headerPx,
    endPx: scale.endPx,
    topPx: strip.topPx,
    styles,
  });
  return {
    ...laid,
    box: { xPx: scale.startPx, yPx: strip.topPx, widthPx: scale.endPx - scale.startPx, heightPx: UNDATED_PX },
    headerXPx: headers === "side" ? 38 : scale.startPx,
    headerText,
  };
}
