import { type AxisTicks, axisTicks } from "../axis/axis.ts";
import { type AxisCalendar, UTC_CALENDAR } from "../axis/axis-calendar.ts";
import { axisExtras } from "../axis/axis-extras.ts";
import { axisFormatIn } from "../axis/axis-format.ts";
import { BLEED_PX, type TimeScale, timeScale } from "../axis/time-scale.ts";
import { zonedInput } from "../axis/zoned-input.ts";
import { BEYOND_PX, layBeyond } from "../bands/beyond.ts";
import { HISTOGRAM_PX, layHistogram } from "../bands/lay-histogram.ts";
import type { LabelRanks } from "../labels/label-priority.ts";
import { sortedLanes } from "../lanes/kept-lanes.ts";
import { layoutLanes } from "../lanes/lane-layout.ts";
import { createLaneTally, type LaneTally } from "../lanes/lane-tally.ts";
import { type LanesInSight, lanesInSight, type StandingLanes } from "../lanes/lane-window.ts";
import { layLanes } from "../lanes/lay-lanes.ts";
import type { SortedRows } from "../lanes/sort-rows.ts";
import { layUndated, type UndatedStrip } from "../marks/undated.ts";
import { layLinks } from "../overlays/links.ts";
import type { SceneLinks } from "../overlays/overlay-types.ts";
import { mirrorUpright, turnBox, turnLane, turnMark } from "../paint/turn.ts";
import type { SceneInput } from "../scene-input.ts";
import { keptStyles } from "../scene-kept.ts";
import { cachedGlyph, countsOf, NO_TICKS, rowOfId, UNDATED_PX } from "../timeline-scene.ts";
import type { Box, LaneBox, MarkStyle, TimeGlyph, TimelineScene, TimeMark } from "../types.ts";
import { AXIS_PX, CALENDAR_PX, type Paper, paintUpright } from "./paint-upright.ts";
import { headsPx, uprightHeads } from "./upright-heads.ts";
import { inkOf, uprightLabels } from "./upright-labels.ts";
import { uprightNotes } from "./upright-notes.ts";
import { EDGE_PX, layStrip, STRIP_PX } from "./upright-strip.ts";

/** Least length of the time, however low the picture. */
const LEAST_PX = 160;
/** Room for words that a lane has beside its marks, at least. */
const WORDS_PX = 20;
/** Words are one line high along the time, so that ticks and marks stand closer than they do along the lines. */
const LINE_HIGH = { width: () => 13 };

interface Ground {
  readonly input: SceneInput;
  readonly rows: SortedRows;
  readonly standing: StandingLanes;
  readonly tally: LaneTally;
  readonly scale: TimeScale;
  readonly styles: readonly MarkStyle[];
  readonly glyphOf: (row: number) => TimeGlyph;
  /** Across the lanes, from the axis to the strip. */
  readonly startPx: number;
  readonly endPx: number;
  /** Upper end of the time, below the heads, and its lower one. */
  readonly headPx: number;
  readonly bottomPx: number;
}

/**
 * The same as `timelineScene` with time running downward and lanes side by side, for phones and narrow columns. Counts, glyphs,
 * words and the order of the keyboard are the same: lanes are laid out along the lines and turned. Same law of counts. Heads of
 * groups stand over their lanes.
 */
export function uprightScene(given: SceneInput): TimelineScene {
  const calendar = given.calendar ?? UTC_CALENDAR;
  const zoned = zonedInput(given, calendar);
  const input: SceneInput = { ...zoned, labels: given.labels ?? new Map<number, readonly string[]>() };
  const scene = assemble(groundOf(input, given.store, calendar));
  return (input.dir ?? input.words.dir) === "rtl" ? mirrorUpright(scene) : scene;
}

function groundOf(input: SceneInput, store: SceneInput["store"], calendar: AxisCalendar): Ground {
  const tally = input.tally ?? createLaneTally(input.store, input.lanes, calendar);
  const { sorted: rows, standing } = sortedLanes({ tally, table: input.lanes, view: input.view }, input.kept);
  const glyphs = input.glyphs ?? new Map<number, TimeGlyph>();
  const footPx = (rows.undated.length > 0 ? UNDATED_PX : 0) + (rows.before + rows.after > 0 ? BEYOND_PX : 0) + 4;
  const headPx = headsPx(standing);
  const bottomPx = headPx + Math.max(input.heightPx - headPx - footPx, LEAST_PX);
  return {
    input,
    rows,
    standing,
    tally,
    scale: timeScale(input.view, headPx + BLEED_PX, bottomPx - BLEED_PX, calendar),
    styles: keptStyles(input.store.categories, input.kept),
    glyphOf: (row) => cachedGlyph({ store, time: calendar.time }, glyphs, row),
    startPx: AXIS_PX + (input.calendars?.length ?? 0) * CALENDAR_PX,
    endPx: input.widthPx - (input.overview === null ? EDGE_PX : STRIP_PX),
    headPx,
    bottomPx,
  };
}

/** Lanes with their marks as if time ran along the lines: `xPx` is counted along the time, `yPx` across the lanes. */
interface Flow {
  readonly sight: LanesInSight;
  readonly lanes: readonly LaneBox[];
  readonly heads: TimelineScene["heads"];
  readonly marks: readonly TimeMark[];
  readonly histogram: LaneBox | null;
  /** Where the last lane ends. */
  readonly endPx: number;
}

function layFlow(ground: Ground, ranks: LabelRanks): Flow {
  const { input, rows, standing, tally, scale, styles, glyphOf, startPx } = ground;
  const histogramPx = input.histogram === undefined ? 0 : HISTOGRAM_PX + 6;
  const roomPx = Math.max(ground.endPx - startPx - histogramPx, 40);
  // Heads of groups stand over their lanes and take no room from them.
  const groupPx = 0;
  const sight = lanesInSight(rows, standing, {
    first: input.firstLine,
    heightPx: roomPx,
    headerPx: WORDS_PX,
    groupPx,
  });
  const { store, words } = input;
  const layouts = layoutLanes(sight.lanes, {
    ...{ store, scale, words, glyphOf, tally, metrics: LINE_HIGH, texts: new Map<number, readonly string[]>() },
    ...{ selectedRow: ranks.selectedRow, heightPx: roomPx, headerPx: WORDS_PX },
    isScrolled: sight.scroll !== null,
    isUpright: true,
  });
  // What is left over is room for words, shared alike.
  const sparePx = Math.max(roomPx - layouts.reduce((sum, layout) => sum + layout.heightPx, 0), 0);
  const wide = layouts.map((layout) => ({ ...layout, heightPx: layout.heightPx + sparePx / layouts.length }));
  const place = { input: { ...input, metrics: LINE_HIGH }, scale, styles, headers: "side" } as const;
  const { lanes, heads, marks } = layLanes(sight, wide, { ...place, groupPx, topPx: startPx + histogramPx });
  const last = lanes[lanes.length - 1];
  return {
    sight,
    lanes,
    heads,
    marks: marks.map(withoutSpeakers),
    histogram:
      input.histogram === undefined
        ? null
        : layHistogram(input.histogram, { ...place, topPx: startPx, shown: rows.shown }),
    endPx: Math.max(last === undefined ? 0 : last.yPx + last.heightPx, ground.endPx),
  };
}

/** Rival readings stand side by side, where their speakers have no room at the bracket; they get words beside their bars. */
function withoutSpeakers(mark: TimeMark): TimeMark {
  return { ...mark, bracket: "end", bars: mark.bars.map((bar) => ({ ...bar, by: null })) };
}

function assemble(ground: Ground): TimelineScene {
  const { input, rows, scale, startPx, headPx, bottomPx } = ground;
  const ranks = ranksOf(input);
  const flow = layFlow(ground, ranks);
  const plot: Box = { xPx: startPx, yPx: headPx, widthPx: flow.endPx - startPx, heightPx: bottomPx - headPx };
  // Wider than asked for where even the densest forms do not fit.
  const widthPx = input.widthPx + flow.endPx - ground.endPx;
  const undated = layUndatedStrip(ground, widthPx);
  const axisPx = bottomPx + (undated?.box.heightPx ?? 0);
  const lanes = flow.lanes.map(turnLane);
  const histogram = flow.histogram === null ? null : turnLane(flow.histogram);
  const folded = [...lanes, ...(histogram === null ? [] : [histogram])].filter(
    ({ level }) => level === "stacks" || level === "density",
  );
  const turned = flow.marks.map(turnMark);
  const taken = [...folded, ...turned.flatMap(inkOf)];
  const notes = uprightNotes({ ...input, scale, lanes: flow.lanes, laneValues: input.lanes.values, plot, taken });
  const marks = uprightLabels(turned, {
    ...{ input, ranks, glyphOf: ground.glyphOf, plot },
    taken: [...folded, ...notes.flatMap(({ labelBox }) => labelBox ?? [])],
  });
  const { ticks, format } = ticksOf(ground);
  const strip = layStrip(input, { ...ground, format, xPx: widthPx - STRIP_PX });
  const { zone, changes, lines } = axisExtras(scale, ticks, { ...input, metrics: LINE_HIGH });
  const beyond = layBeyond(input, rows, axisPx);
  const paper: Paper = {
    ...{ input, ticks, undated, scale, strip: strip?.items ?? [], marks: flow.marks },
    lanes: flow.histogram === null ? flow.lanes : [flow.histogram, ...flow.lanes],
  };
  const { scroll } = flow.sight;
  const scene: Omit<TimelineScene, "layers"> = {
    ...{ widthPx, heightPx: axisPx + (beyond?.heightPx ?? 0) + 4, dir: "ltr", orientation: "vertical" },
    ...{ view: input.view, plot, headers: "above", lanes, histogram, notes, beyond },
    marks: [...marks, ...(undated?.marks ?? [])],
    heads: uprightHeads(flow.heads, headPx),
    scroll: scroll === null ? null : { ...scroll, yPx: plot.xPx, heightPx: plot.widthPx },
    undated: undated?.box ?? null,
    axis: { yPx: axisPx, ticks: [...ticks.minor, ...ticks.major], caption: "", zone, changes, lines },
    overview: strip?.box ?? null,
    counts: countsOf({ rows, sight: flow.sight }, flow.marks.length),
    links: linksOf(ground, flow, plot),
  };
  return paintUpright(scene, paper);
}

function ranksOf(input: SceneInput): LabelRanks & { readonly selectedRow: number } {
  const { store, labelPriority: priority } = input;
  return {
    store,
    selectedRow: rowOfId(input, store.state.selectedId),
    hoveredRow: rowOfId(input, store.state.hoveredId),
    priority,
    priorities: input.labelPriorities ?? new Map<number, number>(),
  };
}

function ticksOf({ input, scale }: Ground) {
  const { time } = scale.calendar;
  const format = input.format ?? axisFormatIn(input.words, time);
  const tools = { metrics: LINE_HIGH, headingEndPx: Number.POSITIVE_INFINITY };
  const ticks: AxisTicks = input.dated === false ? NO_TICKS : axisTicks(scale, format, tools);
  return { ticks, format };
}

/** Arrows run as they would along the lines; their words are said only. */
function linksOf({ input }: Ground, { marks }: Flow, plot: Box): SceneLinks {
  const links = layLinks({
    ...{ ...input, metrics: LINE_HIGH, mode: input.links ?? "selected", table: input.linkTable, marks, taken: [] },
    within: turnBox(plot),
  });
  const arrows = links.arrows.map((arrow) => ({
    ...arrow,
    textBox: null,
    points: arrow.points.map(([along, across]) => [across, along] as const),
  }));
  return { ...links, arrows };
}

/** Along the lines, below the time. */
function layUndatedStrip({ input, rows, styles, bottomPx }: Ground, widthPx: number): UndatedStrip | null {
  if (rows.undated.length === 0) return null;
  const headerText = `${input.words.t("timeline.no-date")}: ${input.words.number(rows.undated.length)}`;
  const startPx = EDGE_PX + input.metrics.width(headerText, 12) + 14;
  const endPx = widthPx - EDGE_PX;
  return {
    ...layUndated(rows.undated, { input, startPx, endPx, topPx: bottomPx, styles }),
    box: { xPx: EDGE_PX, yPx: bottomPx, widthPx: endPx - EDGE_PX, heightPx: UNDATED_PX },
    headerXPx: EDGE_PX,
    headerText,
  };
}
