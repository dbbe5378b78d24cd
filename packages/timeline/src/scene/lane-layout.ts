import type { CalendarStep } from "./calendar.ts";
import { type Folded, foldRows, foldStep } from "./fold.ts";
import { type LanePacking, packLane } from "./pack.ts";
import type { PackOptions } from "./pack-candidate.ts";
import type { LaneLevel } from "./types.ts";

/** Pitch and bar height of a level. */
export const PITCH = {
  labelled: { rowPx: 18, barPx: 15 },
  packed: { rowPx: 10.8, barPx: 8.5 },
} as const;

/** Side of the square that stands for one record in a stack. */
export const SQUARE_PX = 6;
const LANE_PAD_PX = 7;
/** Height of a density band with the words above it. */
export const DENSITY_PX = 34;
const MAX_LABELLED = 160;
const MAX_PACKED = 1500;
const MAX_STACK_PX = 84;

/** One lane at one level. */
export interface LaneLayout {
  readonly level: LaneLevel;
  readonly heightPx: number;
  readonly packing: LanePacking | null;
  readonly folded: Folded | null;
}

/** Squares of a stack that stand side by side in a column. */
export function squaresAcross(columnPx: number): number {
  return Math.max(1, Math.floor((columnPx - 4) / SQUARE_PX));
}

/** The ways to draw a lane, roomiest first. */
const ROOMS = ["grow", "fit", "packed", "stacks", "density"] as const;

/**
 * Finds the roomiest form of each lane so that all fit into `heightPx`: the highest lane gives way first.
 * When even the densest forms are too high, they are returned as they are.
 */
export function layoutLanes(
  lanes: readonly (readonly number[])[],
  options: Omit<PackOptions, "labels"> & { readonly heightPx: number; readonly headerPx: number },
): LaneLayout[] {
  const rooms = lanes.map((rows): number => (rows.length > MAX_PACKED ? 3 : rows.length > MAX_LABELLED ? 2 : 0));
  const layouts = lanes.map((rows, i) => layoutLane(rows, rooms[i] as number, options));
  const total = (): number => layouts.reduce((sum, layout) => sum + layout.heightPx, 0);
  for (let guard = lanes.length * ROOMS.length; guard > 0 && total() > options.heightPx; guard--) {
    const tallest = nextToGiveWay(layouts, rooms);
    if (tallest < 0) break;
    const room = (rooms[tallest] as number) + 1;
    rooms[tallest] = room;
    const candidate = layoutLane(lanes[tallest] as readonly number[], room, options);
    // A denser form that is higher is no gain (one record is never folded); look on with the next one.
    if (candidate.heightPx < (layouts[tallest] as LaneLayout).heightPx) layouts[tallest] = candidate;
  }
  return roomier(lanes, layouts, options);
}

/**
 * Gives room that is left over back to lanes that gave way, folded ones first, as long as all still fits: a labelled
 * form if there is room for it, else a packed one.
 */
function roomier(
  lanes: readonly (readonly number[])[],
  layouts: LaneLayout[],
  options: Omit<PackOptions, "labels"> & { readonly heightPx: number; readonly headerPx: number },
): LaneLayout[] {
  let sparePx = options.heightPx - layouts.reduce((sum, layout) => sum + layout.heightPx, 0);
  for (const level of ["density", "stacks", "packed"] as const) {
    layouts.forEach((layout, i) => {
      const rows = lanes[i] as readonly number[];
      if (layout.level !== level || rows.length > MAX_PACKED) return;
      const forms =
        rows.length > MAX_LABELLED ? ([2] as const) : level === "packed" ? ([0, 1] as const) : ([0, 1, 2] as const);
      const better = forms
        .map((form) => layoutLane(rows, form, options))
        .find((one) => one.heightPx - layout.heightPx <= sparePx);
      if (sparePx <= 0 || better === undefined) return;
      layouts[i] = better;
      sparePx -= better.heightPx - layout.heightPx;
    });
  }
  return layouts;
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

function layoutLane(
  rows: readonly number[],
  room: number,
  options: Omit<PackOptions, "labels"> & { readonly headerPx: number },
): LaneLayout {
  const name = ROOMS[room] as (typeof ROOMS)[number];
  if (name === "stacks") {
    const folded = foldRows(options.store.columns, rows, { scale: options.scale, step: foldStep(options.scale, 26) });
    const heightPx = stackHeightPx(folded, options);
    if (heightPx <= MAX_STACK_PX) {
      return { level: "stacks", heightPx: heightPx + 14 + LANE_PAD_PX + options.headerPx, packing: null, folded };
    }
  }
  if (name === "stacks" || name === "density") {
    const folded = foldRows(options.store.columns, rows, { scale: options.scale, step: densityStep(rows, options) });
    return { level: "density", heightPx: DENSITY_PX + options.headerPx, packing: null, folded };
  }
  const labels = name === "packed" ? (rows.length > MAX_LABELLED ? "none" : "narrow") : (name as "grow" | "fit");
  const packing = packLane(rows, { ...options, labels });
  const level = name === "packed" ? "packed" : "labelled";
  const heightPx = Math.max(packing.lines, 1) * PITCH[level].rowPx + LANE_PAD_PX - 3 + options.headerPx;
  return { level, heightPx: Math.max(heightPx, 22), packing, folded: null };
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
function densityStep(rows: readonly number[], options: Omit<PackOptions, "labels">): CalendarStep {
  const { outerStartMs, outerEndMs } = options.store.columns;
  const every = Math.max(1, Math.floor(rows.length / 99));
  const lengths = rows
    .filter((_, i) => i % every === 0)
    .map((row) => (outerEndMs[row] as number) - (outerStartMs[row] as number))
    .sort((a, b) => a - b);
  const usualPx = (lengths[lengths.length >> 1] ?? 0) * options.scale.pxPerMs * 0.9;
  return foldStep(options.scale, Math.min(Math.max(usualPx, 4), 24));
}
