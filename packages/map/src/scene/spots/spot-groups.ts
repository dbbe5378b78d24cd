import { finishSteps, ROWS_A_STEP, type Steps } from "@whenwhere/model";
import { mortonHalf } from "@whenwhere/store/places";
import { latitudeOf } from "../mercator.ts";
import type { Level } from "./region.ts";
import { touches } from "./region.ts";
import { CURVE_BITS, type SpotOrder } from "./spot-order.ts";

/**
 * Rows with a point, put together where they would overlap at one integer zoom. Depends on all rows and the zoom only,
 * never on filters or on the camera, so a group keeps its place while the window moves.
 */
export interface SpotGroups {
  readonly length: number;
  /** Groups from here on lie beyond the region that was asked for: whole blocks, whose rows are counted and never drawn. */
  readonly firstFar: number;
  /** Mean place of all rows of the group, degrees. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Rows of group g are entries `offsets[g]` up to `offsets[g + 1]`, in no order. */
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
  /** The rows of a group in rising order. */
  readonly rowsOf: (group: number) => Uint32Array;
  /** Calls back for every row and its group, with pauses. */
  readonly each: (callback: (row: number, group: number) => void) => Steps<void>;
  /** Stable name of group g: zoom and cell. */
  readonly key: (group: number) => string;
}

/** Width of a cell at the integer zoom, and how near the means of neighbours are that become one group. */
export interface GroupGrain {
  /** A power of two, at least 32. */
  readonly cellPx: number;
  /** Less than a cell, so that 3 x 3 cells hold all. */
  readonly mergePx: number;
}

/** Bubbles of 32 px stand side by side. */
export const FINE_GRAIN: GroupGrain = { cellPx: 32, mergePx: 30 };
/** For so many rows that most cells are occupied: a map of touching bubbles is no map. */
export const COARSE_GRAIN: GroupGrain = { cellPx: 64, mergePx: 52 };

const WORLD_BITS = 9;

/** The world is 2^bits by 2^bits cells. */
export function cellBits(zoom: number, { cellPx }: GroupGrain): number {
  return Math.max(0, Math.min(CURVE_BITS, zoom + WORLD_BITS - Math.log2(cellPx)));
}

/** How near two means in the Mercator square are that become one group. */
export function mergeShare(zoom: number, { mergePx }: GroupGrain): number {
  return mergePx / (512 * 2 ** zoom);
}

/** Blocks far from the region are this large at the least: a level has at most some thousand of them. */
const FAR_BITS = 5;

/** The groups of one zoom, all of them at once. */
export function groupSpots(order: SpotOrder, zoom: number, grain: GroupGrain = FINE_GRAIN): SpotGroups {
  return finishSteps(groupSteps(order, { level: { zoom, region: null }, grain }));
}

/** Entries `from` up to `to` of an order. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** The groups of one level. Linear in the rows, and n log n in the occupied cells of the region. */
export function* groupSteps(
  order: SpotOrder,
  { level, grain }: { readonly level: Level; readonly grain: GroupGrain },
): Steps<SpotGroups> {
  const { near, far } = yield* blocksOf(order, level);
  const runs: Run[][] = [];
  const names: number[] = [];
  for (const block of near) {
    const cells = yield* cellsOf(order, block, cellBits(level.zoom, grain));
    for (const members of mergedCells(cells, mergeShare(level.zoom, grain))) {
      names.push(cells.id(members[0] as number));
      runs.push(members.map((cell) => ({ from: cells.firsts[cell] as number, to: cells.firsts[cell + 1] as number })));
    }
    yield;
  }
  const firstFar = runs.length;
  for (const block of far) {
    names.push(block.from);
    runs.push([block]);
  }
  return yield* pack(order, runs, { firstFar, key: (group) => `z${level.zoom}/${names[group]}` });
}

/** Runs of the order by block: those that are grouped by cell, and those that are only counted. */
export function* blocksOf(
  { keys }: SpotOrder,
  { region }: Level,
): Steps<{ near: readonly Run[]; far: readonly Run[] }> {
  if (region === null) return { near: keys.length === 0 ? [] : [{ from: 0, to: keys.length }], far: [] };
  const near: Run[] = [];
  const far: Run[] = [];
  const wide = Math.min(FAR_BITS, region.zoom);
  const size = 2 ** (region.zoom - wide);
  for (const tile of runsOf(keys, { from: 0, to: keys.length }, wide)) {
    const [x, y] = squareOf(keys[tile.from] as number, wide);
    if (!touches(region, [x * size, y * size], size)) {
      far.push(tile);
      continue;
    }
    for (const block of runsOf(keys, tile, region.zoom)) {
      const inside = touches(region, squareOf(keys[block.from] as number, region.zoom));
      (inside ? near : far).push(block);
    }
    yield;
  }
  return { near, far };
}

/** Entries that share a square of a 2^bits by 2^bits world. By halving: squares are far fewer than rows. */
function* runsOf(keys: Uint32Array, { from, to }: Run, bits: number): Generator<Run> {
  const shift = 2 * (CURVE_BITS - bits);
  let first = from;
  while (first < to) {
    const square = prefix(keys[first] as number, shift);
    let low = first + 1;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (prefix(keys[middle] as number, shift) > square) high = middle;
      else low = middle + 1;
    }
    yield { from: first, to: low };
    first = low;
  }
}

/** The square of a 2^bits by 2^bits world that a place on the curve lies in. */
function squareOf(key: number, bits: number): readonly [x: number, y: number] {
  const square = prefix(key, 2 * (CURVE_BITS - bits));
  return [mortonHalf(square), mortonHalf(square >>> 1)];
}

/** The leading bits of a key. A shift by 32 shifts by nothing. */
export const prefix = (key: number, shift: number): number => (shift === 32 ? 0 : key >>> shift);

/** Occupied cells of one zoom. */
export interface Cells {
  readonly length: number;
  readonly size: (cell: number) => number;
  readonly cx: Uint32Array;
  readonly cy: Uint32Array;
  /** Mean place in the Mercator square. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Cells across the world. */
  readonly across: number;
  readonly id: (cell: number) => number;
}

/** With the runs of entries of the order: one more than there are cells. */
function* cellsOf({ keys, x, y }: SpotOrder, run: Run, bits: number): Steps<Cells & { readonly firsts: Uint32Array }> {
  const shift = 2 * (CURVE_BITS - bits);
  const firsts: number[] = [];
  let last = -1;
  for (let from = run.from; from < run.to; from += ROWS_A_STEP) {
    const to = Math.min(run.to, from + ROWS_A_STEP);
    for (let i = from; i < to; i++) {
      const square = prefix(keys[i] as number, shift);
      if (square !== last) firsts.push(i);
      last = square;
    }
    if (to < run.to) yield;
  }
  const length = firsts.length;
  firsts.push(run.to);
  const across = 2 ** bits;
  const cx = new Uint32Array(length);
  const cy = new Uint32Array(length);
  const means = { x: new Float64Array(length), y: new Float64Array(length) };
  let unpaused = 0;
  for (let cell = 0; cell < length; cell++) {
    const from = firsts[cell] as number;
    const to = firsts[cell + 1] as number;
    const square = prefix(keys[from] as number, shift);
    cx[cell] = mortonHalf(square);
    cy[cell] = mortonHalf(square >>> 1);
    means.x[cell] = mean(x, from, to);
    means.y[cell] = mean(y, from, to);
    unpaused += to - from;
    if (unpaused < ROWS_A_STEP) continue;
    unpaused = 0;
    yield;
  }
  const id = (cell: number) => (cy[cell] as number) * across + (cx[cell] as number);
  const size = (cell: number) => (firsts[cell + 1] as number) - (firsts[cell] as number);
  return { length, size, firsts: Uint32Array.from(firsts), cx, cy, ...means, across, id };
}

function mean(values: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i] as number;
  return sum / (to - from);
}

/** Cells by group, the largest of each first: the more a cell holds, the earlier it takes in what is near. */
export function mergedCells(cells: Cells, near: number): number[][] {
  const { length, size, id, x, y } = cells;
  const byId = new Map<number, number>();
  for (let cell = 0; cell < length; cell++) byId.set(id(cell), cell);
  const ranked = Uint32Array.from({ length }, (_, i) => i).sort((a, b) => size(b) - size(a) || id(a) - id(b));
  const taken = new Uint8Array(length);
  const groups: number[][] = [];
  for (const cell of ranked) {
    if (taken[cell] === 1) continue;
    taken[cell] = 1;
    const group = [cell];
    for (const other of neighbors(cells, byId, cell)) {
      const apartBy = Math.hypot(
        (x[other] as number) - (x[cell] as number),
        (y[other] as number) - (y[cell] as number),
      );
      if (taken[other] === 1 || apartBy >= near) continue;
      taken[other] = 1;
      group.push(other);
    }
    groups.push(group);
  }
  return groups;
}

function neighbors({ cx, cy, across }: Cells, byId: ReadonlyMap<number, number>, cell: number): number[] {
  const found: number[] = [];
  const [x, y] = [cx[cell] as number, cy[cell] as number];
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      if ((dx === 0 && dy === 0) || x + dx < 0 || x + dx >= across) continue;
      const other = byId.get((y + dy) * across + x + dx);
      if (other !== undefined) found.push(other);
    }
  }
  return found;
}

function* pack(
  order: SpotOrder,
  runs: readonly (readonly Run[])[],
  { firstFar, key }: { readonly firstFar: number; readonly key: (group: number) => string },
): Steps<SpotGroups> {
  const { length } = runs;
  const offsets = new Uint32Array(length + 1);
  const rows = new Uint32Array(order.rows.length);
  const lon = new Float64Array(length);
  const lat = new Float64Array(length);
  let at = 0;
  let paused = 0;
  for (let group = 0; group < length; group++) {
    let [x, y] = [0, 0];
    const start = at;
    for (const { from, to } of runs[group] as readonly Run[]) {
      rows.set(order.rows.subarray(from, to), at);
      at += to - from;
      for (let i = from; i < to; i++) {
        x += order.x[i] as number;
        y += order.y[i] as number;
      }
    }
    offsets[group + 1] = at;
    lon[group] = (x / (at - start)) * 360 - 180;
    lat[group] = latitudeOf(y / (at - start));
    if (at - paused < ROWS_A_STEP) continue;
    paused = at;
    yield;
  }
  const each = function* (callback: (row: number, group: number) => void): Steps<void> {
    let unpaused = 0;
    for (let group = 0; group < length; group++) {
      const to = offsets[group + 1] as number;
      for (let i = offsets[group] as number; i < to; i++) {
        callback(rows[i] as number, group);
        if (++unpaused % ROWS_A_STEP === 0) yield;
      }
    }
  };
  return { length, firstFar, lon, lat, offsets, rows, rowsOf: risingRows(offsets, rows), key, each };
}

/** Rows of a group are sorted when they are first asked for. */
export function risingRows(offsets: Uint32Array, rows: Uint32Array): SpotGroups["rowsOf"] {
  const sorted = new Uint8Array(offsets.length);
  return (group) => {
    const own = rows.subarray(offsets[group], offsets[group + 1]);
    if (sorted[group] === 0) own.sort();
    sorted[group] = 1;
    return own;
  };
}
