import { finishSteps, ROWS_A_STEP, type Steps } from "@whenwhere/model";
import { mortonHalf } from "@whenwhere/store/places";
import { latitudeOf } from "../mercator.ts";
import {
  type Cells,
  cellBits,
  type GroupGrain,
  mergedCells,
  mergeShare,
  prefix,
  type Run,
  risingRows,
  type SpotGroups,
} from "./spot-groups.ts";
import { CURVE_BITS, type SpotPlaces } from "./spot-order.ts";

/** Cells are counted in a table of all that there are: so many bits a side at the most. */
const MOST_BITS = 8;

/** The whole world of a zoom can be grouped by {@link worldGroups}. */
export function isFarZoom(zoom: number, grain: GroupGrain): boolean {
  return cellBits(zoom, grain) <= MOST_BITS;
}

/**
 * The groups of the whole world at a far zoom, of places in any order: the same as those of {@link groupSteps}, whose sort
 * of all rows is not waited for. Rows are put together by group when somebody asks for those of one.
 */
export function* worldGroups(
  spots: SpotPlaces,
  { zoom, grain, runs }: { readonly zoom: number; readonly grain: GroupGrain; readonly runs: readonly Run[] },
): Steps<SpotGroups> {
  const bits = cellBits(zoom, grain);
  const sums = yield* cellSums(spots, bits, runs);
  const cells = occupied(sums, bits);
  const merged = mergedCells(cells, mergeShare(zoom, grain));
  const { length } = merged;
  const lon = new Float64Array(length);
  const lat = new Float64Array(length);
  const sizes = new Uint32Array(length);
  const groupAt = new Int32Array(4 ** bits);
  for (const [group, members] of merged.entries()) {
    let [x, y, size] = [0, 0, 0];
    for (const cell of members) {
      const square = cells.squares[cell] as number;
      groupAt[square] = group;
      x += sums.x[square] as number;
      y += sums.y[square] as number;
      size += sums.sizes[square] as number;
    }
    lon[group] = (x / size) * 360 - 180;
    lat[group] = latitudeOf(y / size);
    sizes[group] = size;
  }
  const shift = 2 * (CURVE_BITS - bits);
  const each = function* (callback: (row: number, group: number) => void): Steps<void> {
    const { keys, rows } = spots;
    for (const { from, to } of parts(runs)) {
      for (let i = from; i < to; i++) callback(rows[i] as number, groupAt[prefix(keys[i] as number, shift)] as number);
      yield;
    }
  };
  const names = merged.map(([cell]) => cells.id(cell as number));
  const key = (group: number) => `z${zoom}/${names[group]}`;
  const lazy = lazyRows(sizes, each);
  return {
    ...{ length, firstFar: length, lon, lat, key, each, offsets: lazy.offsets },
    get rows() {
      return lazy.now().rows;
    },
    rowsOf: (group) => lazy.now().rowsOf(group),
  };
}

/** Runs in parts between which there may be a pause. */
function* parts(runs: readonly Run[]): Generator<Run> {
  for (const { from, to } of runs) {
    for (let at = from; at < to; at += ROWS_A_STEP) yield { from: at, to: Math.min(to, at + ROWS_A_STEP) };
  }
}

/** Entries of each cell along the curve, and the sums of their places. */
interface CellSums {
  readonly sizes: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function* cellSums({ keys, x, y }: SpotPlaces, bits: number, runs: readonly Run[]): Steps<CellSums> {
  const shift = 2 * (CURVE_BITS - bits);
  const count = 4 ** bits;
  const sums = { sizes: new Uint32Array(count), x: new Float64Array(count), y: new Float64Array(count) };
  for (const { from, to } of parts(runs)) {
    for (let i = from; i < to; i++) {
      const square = prefix(keys[i] as number, shift);
      sums.sizes[square] = (sums.sizes[square] as number) + 1;
      sums.x[square] = (sums.x[square] as number) + (x[i] as number);
      sums.y[square] = (sums.y[square] as number) + (y[i] as number);
    }
    yield;
  }
  return sums;
}

function occupied({ sizes, x, y }: CellSums, bits: number): Cells & { readonly squares: Uint32Array } {
  const squares = Uint32Array.from(sizes.keys()).filter((square) => sizes[square] !== 0);
  const mean = (sums: Float64Array) =>
    Float64Array.from(squares, (square) => (sums[square] as number) / (sizes[square] as number));
  const cx = squares.map((square) => mortonHalf(square));
  const cy = squares.map((square) => mortonHalf(square >>> 1));
  const across = 2 ** bits;
  return {
    ...{ length: squares.length, squares, cx, cy, across, x: mean(x), y: mean(y) },
    size: (cell) => sizes[squares[cell] as number] as number,
    id: (cell) => (cy[cell] as number) * across + (cx[cell] as number),
  };
}

interface LazyRows {
  readonly offsets: Uint32Array;
  now(): Pick<SpotGroups, "rows" | "rowsOf">;
}

/** Rows by group, made at the first question: one pass over the rows. */
function lazyRows(sizes: Uint32Array, each: SpotGroups["each"]): LazyRows {
  const offsets = new Uint32Array(sizes.length + 1);
  for (let group = 0; group < sizes.length; group++) {
    offsets[group + 1] = (offsets[group] as number) + (sizes[group] as number);
  }
  let made: Pick<SpotGroups, "rows" | "rowsOf"> | null = null;
  return {
    offsets,
    now() {
      if (made !== null) return made;
      const rows = new Uint32Array(offsets[sizes.length] as number);
      const ends = offsets.slice();
      const put = (row: number, group: number) => {
        const at = ends[group] as number;
        rows[at] = row;
        ends[group] = at + 1;
      };
      finishSteps(each(put));
      made = { rows, rowsOf: risingRows(offsets, rows) };
      return made;
    },
  };
}
