import type { Columns } from "../types.ts";
import { MOST_CELL_ZOOM, type MortonOrder, mortonHalf } from "./morton-order.ts";

/** Cell of a row without coordinates. */
export const NO_CELL = 0xffffffff;

/** The occupied cells of one zoom, numbered along the curve. They depend on the data alone, not on any filter. */
export interface CellGrid {
  readonly zoom: number;
  readonly length: number;
  readonly x: Uint32Array;
  readonly y: Uint32Array;
  /** Middle of the places of all rows of the cell, degrees. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Number of the cell of each row; {@link NO_CELL} without coordinates. */
  readonly cellOf: Uint32Array;
}

/** Cost: one walk along the curve. */
export function cellGridOf(columns: Columns, { rows, keys }: MortonOrder, zoom: number): CellGrid {
  const shift = 2 * (MOST_CELL_ZOOM - zoom);
  // A shift by 32 shifts by nothing.
  const prefix = (key: number): number => (shift === 32 ? 0 : key >>> shift);
  const firsts = runStarts(keys, prefix);
  const length = firsts.length;
  const grid = {
    zoom,
    length,
    x: new Uint32Array(length),
    y: new Uint32Array(length),
    lon: new Float64Array(length),
    lat: new Float64Array(length),
    cellOf: new Uint32Array(columns.length).fill(NO_CELL),
  };
  for (let cell = 0; cell < length; cell++) {
    const from = firsts[cell] as number;
    const run = rows.subarray(from, firsts[cell + 1] ?? rows.length);
    const key = prefix(keys[from] as number);
    grid.x[cell] = mortonHalf(key);
    grid.y[cell] = mortonHalf(key >>> 1);
    grid.lon[cell] = meanOf(run, (row) => wrapped(columns.lon[row] as number));
    grid.lat[cell] = meanOf(run, (row) => columns.lat[row] as number);
    for (let i = 0; i < run.length; i++) grid.cellOf[run[i] as number] = cell;
  }
  return grid;
}

function runStarts(keys: Uint32Array, prefix: (key: number) => number): number[] {
  const firsts: number[] = [];
  for (let i = 0; i < keys.length; i++) {
    if (i === 0 || prefix(keys[i] as number) !== prefix(keys[i - 1] as number)) firsts.push(i);
  }
  return firsts;
}

function meanOf(rows: Uint32Array, degrees: (row: number) => number): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i++) sum += degrees(rows[i] as number);
  return sum / rows.length;
}

/** From -180 up to, not including, 180: no cell reaches across the antimeridian. */
function wrapped(lon: number): number {
  return lon - 360 * Math.floor((lon + 180) / 360);
}
