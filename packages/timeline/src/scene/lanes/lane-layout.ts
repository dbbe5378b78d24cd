import type { CalendarStep } from "../axis/calendar.ts";
import { bandStep, MANY_BANDS } from "../bands/band-step.ts";
import { leastLines } from "../bands/crowd.ts";
import { type Folded, foldRows, foldStep } from "../bands/fold.ts";
import { isTallText } from "../labels/tall-text.ts";
import { type LanePacking, packLane } from "../marks/pack.ts";
import type { PackOptions } from "../marks/pack-candidate.ts";
import type { PackMemory } from "../marks/pack-memory.ts";
import type { LaneLevel } from "../types.ts";
import type { KeptForms } from "./kept-forms.ts";
import type { LaneTally } from "./lane-tally.ts";
import { CLOSEST, CLOSEST_TALL, LEAST_LANE_PX, PITCH, type Pitch, relaxRows, rowsPx } from "./press-rows.ts";
import { type LaneRows, MOST_LISTED } from "./sort-rows.ts";

/** Height of a lane's name where it stands above its lane. */
export const HEADER_PX = 16;

/** Side of the square that stands for one record in a stack. */
export const SQUARE_PX = 6;
const LANE_PAD_PX = 7;
/** Height of a density band with the words above it. */
const DENSITY_PX = 34;
const MAX_LABELLED = 160;
/** Squares of a lane that can still be told apart, and drawn in a frame. */
const MAX_SQUARES = 300;
/** Least distance of two marks on a line. */
const MARK_PITCH_PX = 17;
/** More marks than this in all lanes are not packed where the lanes do not fit anyway. */
const MOST_MARKS = 1200;
/** The same of lanes that are scrolled, of which each has room for a line or two. */
const MOST_SCROLLED = 400;
/** A band that is alone is not higher than this, one of very many not lower than a name. */
const TALL_PX = 92;
const THIN_PX = 17;
const MAX_STACK_PX = 84;
/** What a lane that is scrolled may be given beside its own height. */
const MOST_SPACE_PX = 12;

/** One lane at one level. */
export interface LaneLayout {
  readonly level: LaneLevel;
  readonly heightPx: number;
  /** Of the rows of its marks. */
  readonly pitch: Pitch;
  readonly packing: LanePacking | null;
  readonly folded: Folded | null;
}

/** Squares of a stack that stand side by side in a column. */
export function squaresAcross(columnPx: number): number {
  return Math.max(1, Math.floor((columnPx - 4) / SQUARE_PX));
}

/** The ways to draw a lane, roomiest first. */
const ROOMS = ["grow", "fit", "packed", "stacks", "density"] as const;
const PACKED = 2;
const STACKS = 3;
const DENSITY = 4;

/** What layout asks for beside packing. */
export interface LayoutOptions extends Omit<PackOptions, "labels"> {
  readonly heightPx: number;
  readonly headerPx: number;
  readonly tally: LaneTally;
  /** Words of the marks are placed afterwards, across the lanes. */
  readonly isUpright?: boolean;
  /** These lanes are some of many: each gets the room that it needs at least. */
  readonly isScrolled?: boolean;
  /** What lanes remember of the last frame. */
  readonly memories?: PackMemory | undefined;
  /** Lanes that were laid out before; absent: all are laid out anew. */
  readonly forms?: KeptForms<LaneLayout> | undefined;
}

/**
 * Finds the roomiest form of each lane so that all fit into `heightPx`: first the rows of all lanes are pressed alike, as long as
 * words have room in them, then the highest lane gives way. When even the densest forms are too high, they are returned as they
 * are. Bands of many records share what is left over.
 */
export function layoutLanes(given: readonly LaneRows[], options: LayoutOptions): LaneLayout[] {
  const leastPx = keptLeast(options);
  const lanes = countedLanes(given, leastPx, options);
  const rooms = firstRooms(lanes, leastPx, options);
  const layouts = lanes.map((lane, i) => layoutLane(lane, rooms[i] as number, options));
  const total = (): number => layouts.reduce((sum, layout) => sum + layout.heightPx, 0);
  for (let guard = lanes.length * ROOMS.length; guard > 0 && total() > options.heightPx; guard--) {
    const tallest = nextToGiveWay(layouts, rooms);
    if (tallest < 0) break;
    const room = (rooms[tallest] as number) + 1;
    rooms[tallest] = room;
    const candidate = layoutLane(lanes[tallest] as LaneRows, room, options);
    // A denser form that is higher is no gain (one record is never folded); look on with the next one.
    if (candidate.heightPx < (layouts[tallest] as LaneLayout).heightPx) layouts[tallest] = candidate;
  }
  const relaxed = relaxRows(roomier(lanes, layouts, { ...options, leastPx }), options);
  return spaced(shareBands(lanes, relaxed, options), options);
}

/** The least height of a lane, worked out once a frame. */
function keptLeast(options: LayoutOptions): (lane: LaneRows) => number {
  const kept = new Map<number, number>();
  return (lane) => {
    if (lane.visible > MOST_LISTED) return Number.POSITIVE_INFINITY;
    const px = kept.get(lane.code) ?? leastHeightPx(lane, options);
    kept.set(lane.code, px);
    return px;
  };
}

/** Lanes that are scrolled are as many as fit at their usual height; lower ones share the room that is left, so that none stays empty below them. */
function spaced(layouts: LaneLayout[], options: LayoutOptions): LaneLayout[] {
  const sparePx = options.heightPx - layouts.reduce((sum, layout) => sum + layout.heightPx, 0);
  const eachPx = Math.min(Math.floor(sparePx / Math.max(layouts.length, 1)), MOST_SPACE_PX);
  if (options.isScrolled !== true || eachPx <= 0) return layouts;
  return layouts.map((layout) => ({ ...layout, heightPx: layout.heightPx + eachPx }));
}

/**
 * Where the lanes cannot fit, whatever their form, and hold more marks than can be told apart, those with more than their share
 * of them are counted like lanes of very many records: the work of a frame is bound by its pixels.
 */
function countedLanes(
  lanes: readonly LaneRows[],
  leastPx: (lane: LaneRows) => number,
  options: LayoutOptions,
): readonly LaneRows[] {
  const listed = lanes.filter(({ visible }) => visible <= MOST_LISTED);
  const marks = listed.reduce((sum, { visible }) => sum + visible, 0);
  const most = options.isScrolled === true ? MOST_SCROLLED : MOST_MARKS;
  if (marks <= most) return lanes;
  const mayFit = (): boolean => listed.reduce((sum, lane) => sum + leastPx(lane), 0) <= options.heightPx;
  if (options.isScrolled !== true && lanes.length * LEAST_LANE_PX <= options.heightPx && mayFit()) return lanes;
  const share = Math.max(1, Math.floor(most / listed.length));
  return lanes.map((lane) =>
    lane.visible > share ? { code: lane.code, visible: lane.visible, shown: lane.shown, rows: null } : lane,
  );
}

/** Forms that a lane cannot fit in are not tried: packing thousands of marks only to fold them would cost the frame. */
function firstRooms(lanes: readonly LaneRows[], leastPx: (lane: LaneRows) => number, options: LayoutOptions): number[] {
  const least = lanes.map((lane) => (lane.rows === null ? Number.POSITIVE_INFINITY : leastPx(lane)));
  const bandPx = lanes.length > MANY_BANDS ? THIN_PX : DENSITY_PX;
  const foldedPx = least.reduce((sum, px) => sum + Math.min(px, bandPx), 0);
  const isHopeless = least.reduce((sum, px) => sum + Math.min(px, DENSITY_PX), 0) > options.heightPx;
  return lanes.map(({ rows, visible }, i): number => {
    const ownPx = least[i] as number;
    if (isHopeless && ownPx > DENSITY_PX) return DENSITY;
    // What all others take, were they folded.
    const othersPx = foldedPx - Math.min(ownPx, bandPx);
    if (rows === null || (visible > MAX_LABELLED && ownPx + othersPx > options.heightPx)) return STACKS;
    return visible > MAX_LABELLED ? PACKED : 0;
  });
}

/** No form with a mark for each record is lower: marks of one line do not touch. */
function leastHeightPx({ code, visible }: LaneRows, { scale, tally }: LayoutOptions): number {
  const perLine = Math.floor((scale.endPx - scale.startPx + 40) / MARK_PITCH_PX);
  const evenly = Math.ceil(visible / Math.max(perLine, 1));
  const lane = visible > MAX_LABELLED ? tally.index.lanes[code] : undefined;
  return (lane === undefined ? evenly : Math.max(evenly, leastLines(lane, scale))) * PITCH.packed.rowPx;
}

/**
 * Gives room that is left over back to lanes that gave way, folded ones first, as long as all still fits: a labelled
 * form if there is room for it, else a packed one.
 */
function roomier(
  lanes: readonly LaneRows[],
  layouts: LaneLayout[],
  options: LayoutOptions & { readonly leastPx: (lane: LaneRows) => number },
): LaneLayout[] {
  let sparePx = options.heightPx - layouts.reduce((sum, layout) => sum + layout.heightPx, 0);
  for (const level of ["density", "stacks", "packed"] as const) {
    layouts.forEach((layout, i) => {
      const lane = lanes[i] as LaneRows;
      if (sparePx <= 0 || layout.level !== level || lane.rows === null) return;
      if (options.leastPx(lane) - layout.heightPx > sparePx) return;
      const forms =
        lane.visible > MAX_LABELLED ? ([2] as const) : level === "packed" ? ([0, 1] as const) : ([0, 1, 2] as const);
      const better = firstWithin(sparePx + layout.heightPx, forms, (form) => layoutLane(lane, form, options));
      if (better === null) return;
      layouts[i] = better;
      sparePx -= better.heightPx - layout.heightPx;
    });
  }
  return layouts;
}

/** The first form that is no higher; those after it are not laid out. */
function firstWithin(
  mostPx: number,
  forms: readonly number[],
  layoutOf: (form: number) => LaneLayout,
): LaneLayout | null {
  for (const form of forms) {
    const layout = layoutOf(form);
    if (layout.heightPx <= mostPx) return layout;
  }
  return null;
}

/** Bands of listed-out lanes take equal shares of the room that is left, or of that which is missing, within bounds. */
function shareBands(lanes: readonly LaneRows[], layouts: LaneLayout[], options: LayoutOptions): LaneLayout[] {
  const isBand = (layout: LaneLayout, i: number): boolean => layout.level === "density" && lanes[i]?.rows === null;
  const bands = layouts.filter(isBand).length;
  if (bands === 0) return layouts;
  const takenPx = layouts.reduce((sum, layout, i) => (isBand(layout, i) ? sum : sum + layout.heightPx), 0);
  const sharePx = Math.floor((options.heightPx - takenPx) / bands) - options.headerPx;
  const heightPx = Math.min(Math.max(sharePx, bands > MANY_BANDS ? THIN_PX : DENSITY_PX), TALL_PX) + options.headerPx;
  return layouts.map((layout, i) => (isBand(layout, i) ? { ...layout, heightPx } : layout));
}

/** Labels give way before records are folded: first the highest lane that still has marks at full size, then the highest of all. */
function nextToGiveWay(layouts: readonly LaneLayout[], rooms: readonly number[]): number {
  const pick = (limit: number, minPx: number): number =>
    layouts.reduce((best, layout, i) => {
      if ((rooms[i] as number) >= limit || layout.heightPx <= minPx) return best;
      return best < 0 || layout.heightPx > (layouts[best] as LaneLayout).heightPx ? i : best;
    }, -1);
  const whole = pick(2, 26);
  return whole >= 0 ? whole : pick(ROOMS.length - 1, 0);
}

function layoutLane(lane: LaneRows, room: number, options: LayoutOptions): LaneLayout {
  const make = (): LaneLayout => layoutAnew(lane, room, options);
  return options.forms === undefined ? make() : options.forms.form(lane, room, make);
}

/** Without marks of their own. */
export const FOLDED = { pitch: PITCH.labelled, packing: null } as const;

function layoutAnew(lane: LaneRows, room: number, options: LayoutOptions): LaneLayout {
  const name = ROOMS[room] as (typeof ROOMS)[number];
  if (name === "stacks" && lane.visible <= MAX_SQUARES) {
    const folded = foldLane(lane, foldStep(options.scale, 26), options);
    const heightPx = stackHeightPx(folded, options);
    if (heightPx <= MAX_STACK_PX) {
      return { ...FOLDED, level: "stacks", heightPx: heightPx + 14 + LANE_PAD_PX + options.headerPx, folded };
    }
  }
  if (name === "stacks" || name === "density") {
    const folded = foldLane(lane, densityStep(lane, options), options);
    return { ...FOLDED, level: "density", heightPx: DENSITY_PX + options.headerPx, folded };
  }
  const rows = lane.rows ?? [];
  const labels = name === "packed" ? (rows.length > MAX_LABELLED ? "none" : "narrow") : (name as "grow" | "fit");
  const { memories } = options;
  const memory = memories === undefined ? undefined : { key: `${lane.code}/${labels}`, lanes: memories };
  const packing = packLane(rows, { ...options, memory, labels: options.isUpright === true ? "none" : labels });
  const level = name === "packed" ? "packed" : "labelled";
  // Upright, what rows leave free is room for words beside them.
  const roomy = options.isUpright === true ? PITCH.labelled : closestOf(packing);
  const pitch = level === "packed" ? PITCH.packed : roomy;
  return { level, pitch, heightPx: rowsPx(packing.lines, pitch, options.headerPx), packing, folded: null };
}

/** As close as the words of its rows allow. */
function closestOf({ items }: LanePacking): Pitch {
  return items.some(({ label }) => label !== null && isTallText(label.text)) ? CLOSEST_TALL : CLOSEST;
}

/** Listed rows are counted as they come, others by the index. */
function foldLane({ code, rows }: LaneRows, step: CalendarStep, options: LayoutOptions): Folded {
  const { scale, store, tally } = options;
  return rows === null ? tally.folded(code, step, scale.view) : foldRows(store.columns, rows, { scale, step });
}

function stackHeightPx(folded: Folded, options: Omit<PackOptions, "labels">): number {
  let tallest = 0;
  for (let i = 0; i < folded.inside.length; i++) {
    const columnPx = ((folded.edgesMs[i + 1] as number) - (folded.edgesMs[i] as number)) * options.scale.pxPerMs;
    const across = squaresAcross(columnPx);
    const squares = Math.ceil((folded.inside[i] as number) / across);
    const cap = Math.ceil((folded.spread[i] as number) / across);
    tallest = Math.max(tallest, (squares + cap) * SQUARE_PX);
  }
  return tallest;
}

/** At least 4 px, and as coarse as the dates usually are (up to 24 px): days counted by the hour would all look vague. */
function densityStep({ code, rows }: LaneRows, options: LayoutOptions): CalendarStep {
  const { scale, store, tally } = options;
  if (rows === null) return bandStep(tally, code, scale.pxPerMs);
  const { outerStartMs, outerEndMs } = store.columns;
  const every = Math.max(1, Math.floor(rows.length / 99));
  const lengths = rows
    .filter((_, i) => i % every === 0)
    .map((row) => outerEndMs.at(row) - outerStartMs.at(row))
    .sort((a, b) => a - b);
  const usualPx = (lengths[lengths.length >> 1] ?? 0) * scale.pxPerMs * 0.9;
  return foldStep(scale, Math.min(Math.max(usualPx, 4), 24));
}
