import { PLACE_PRECISIONS, type Steps, stepsOver } from "@whenwhere/model";
import { type Columns, DATE_BITS, ROW_BITS } from "@whenwhere/store";
import { METERS_PER_PX } from "../earth.ts";
import { MARK_RADIUS_PX, radiusOf } from "../glyphs/place-defaults.ts";
import { MAX_LATITUDE } from "../mercator.ts";
import { type PointClock, pointClockSteps } from "./point-clock.ts";

/**
 * The rows whose place is a spot, in the order of time, ready to be drawn one by one. Rows known to an area, blurred ones,
 * rows with rival places or a second one, and what Mercator cannot show never are among them.
 */
export interface PointRows {
  readonly columns: Columns;
  readonly length: number;
  /** Rising by outer start; undated ones from `datedCount` on. */
  readonly rows: Uint32Array;
  readonly datedCount: number;
  readonly clock: PointClock;
  /** Latest outer end of every {@link BLOCK_ROWS} dated rows. */
  readonly blockEndsMs: Float64Array;
  /** Some row has a core that is not its whole span: only then are cores sent to the GPU. */
  readonly hasCores: boolean;
  /** By row of the store: how near it may be looked at and still be a point; see {@link isPointAt}. */
  readonly tops: Uint8Array;
}

/** Rows between two stored ends. */
const BLOCK_ROWS = 4096;
/** A point at any zoom, and the level that the lowest top stands for. */
const ANY_LEVEL = 31;
const LOWEST_LEVEL = -3;
const NEVER = ROW_BITS.obscured | ROW_BITS.unplaced | ROW_BITS.rivalPlaces | ROW_BITS.from;

/**
 * The row is a point at the whole zoom `level`, up to the next one: its doubt hides under a mark. Nearer, its doubt is a ring,
 * which is not drawn here.
 */
export function isPointAt({ tops }: Pick<PointRows, "tops">, row: number, level: number): boolean {
  return (tops[row] as number) >= topOf(level);
}

/** What {@link PointRows.tops} has to reach at a level. */
export function topOf(level: number): number {
  return Math.max(1, Math.min(ANY_LEVEL, level - LOWEST_LEVEL + 1));
}

/** Finds the points of a store. Cost: some passes over the rows, with pauses. */
export function* pointRowSteps({ columns, timeOrder }: { columns: Columns; timeOrder: Uint32Array }): Steps<PointRows> {
  const tops = new Uint8Array(columns.length);
  const found = new Uint32Array(columns.length);
  let [length, datedCount] = [0, 0];
  let hasCores = false;
  yield* stepsOver(timeOrder.length, (rank) => {
    const row = timeOrder[rank] as number;
    const top = topOfRow(columns, row);
    tops[row] = top;
    if (top === 0) return;
    found[length++] = row;
    if (Number.isNaN(columns.outerStartMs.at(row))) return;
    datedCount++;
    hasCores ||= kindOf(columns, row) === POINT_KIND.cored;
  });
  const rows = found.slice(0, length);
  const clock = yield* pointClockSteps(columns, rows);
  const blockEndsMs = new Float64Array(Math.ceil(datedCount / BLOCK_ROWS)).fill(-Infinity);
  yield* stepsOver(datedCount, (i) => {
    const block = Math.floor(i / BLOCK_ROWS);
    blockEndsMs[block] = Math.max(blockEndsMs[block] as number, columns.outerEndMs.at(rows[i] as number));
  });
  return { columns, length, rows, datedCount, clock, blockEndsMs, hasCores, tops };
}

function topOfRow({ placePrecision, lon, lat, radiusM, rowBits }: Columns, row: number): number {
  if ((rowBits.at(row) & NEVER) !== 0) return 0;
  const precision = PLACE_PRECISIONS[placePrecision.at(row)];
  const latitude = lat.at(row);
  if ((precision !== "exact" && precision !== "settlement") || !Number.isFinite(lon.at(row))) return 0;
  if (!(Math.abs(latitude) < MAX_LATITUDE)) return 0;
  const { radiusM: radius } = radiusOf(precision, radiusM.at(row), undefined);
  if (radius === 0) return ANY_LEVEL;
  // Measured at the next whole zoom, the nearest that the level is looked at from.
  const level = Math.floor(Math.log2((MARK_RADIUS_PX * METERS_PER_PX * Math.cos((latitude * Math.PI) / 180)) / radius));
  return Math.max(0, Math.min(ANY_LEVEL - 1, level - LOWEST_LEVEL));
}

/** How the standing of a point in a window follows from its bounds: the classes of the store, those that a GPU has to tell apart. */
export const POINT_KIND = {
  /** Possible in every window. */
  undated: 0,
  /** Possible where it overlaps: the date is marked uncertain and has no core. */
  doubtful: 1,
  /** Certain where it overlaps. */
  solid: 2,
  /** Certain inside the window. */
  plain: 3,
  /** Certain where the core overlaps. */
  cored: 4,
} as const;

/** One of {@link POINT_KIND}. */
export function kindOf(columns: Columns, row: number): number {
  const { outerStartMs, outerEndMs, coreStartMs, coreEndMs, dateBits } = columns;
  const start = outerStartMs.at(row);
  if (Number.isNaN(start)) return POINT_KIND.undated;
  const [coreStart, coreEnd] = [coreStartMs.at(row), coreEndMs.at(row)];
  if (!(coreStart < coreEnd)) {
    return (dateBits.at(row) & DATE_BITS.uncertain) === 0 ? POINT_KIND.plain : POINT_KIND.doubtful;
  }
  return coreStart === start && coreEnd === outerEndMs.at(row) ? POINT_KIND.solid : POINT_KIND.cored;
}

/** Entries of {@link PointRows.rows} that a drawing has to look at. */
export interface PointRun {
  readonly first: number;
  readonly count: number;
}

/**
 * The runs that hold every row of a window: up to the last one that starts before its end, without the blocks that were over
 * before it began, and the undated rows. All rows without a window.
 */
export function pointRuns(
  points: PointRows,
  window: { readonly startMs: number; readonly endMs: number } | null,
): readonly PointRun[] {
  const { length, datedCount, blockEndsMs } = points;
  const runs: { first: number; count: number }[] = [];
  const add = (first: number, end: number) => {
    const last = runs[runs.length - 1];
    if (end <= first) return;
    if (last !== undefined && last.first + last.count === first) last.count = end - last.first;
    else runs.push({ first, count: end - first });
  };
  if (window === null) add(0, length);
  else {
    const end = startedBefore(points, window.endMs);
    for (let block = 0; block * BLOCK_ROWS < end; block++) {
      if ((blockEndsMs[block] as number) <= window.startMs) continue;
      add(block * BLOCK_ROWS, Math.min(end, (block + 1) * BLOCK_ROWS));
    }
    add(datedCount, length);
  }
  return runs;
}

/** How many dated rows start before an instant. */
export function startedBefore({ columns, rows, datedCount }: PointRows, ms: number): number {
  let low = 0;
  let high = datedCount;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (columns.outerStartMs.at(rows[middle] as number) >= ms) high = middle;
    else low = middle + 1;
  }
  return low;
}
