import { type KeyCodes, keyCodes, type RowKeys } from "../counts/row-keys.ts";
import { MOST_CELL_ZOOM, type MortonOrder, mortonHalf } from "./morton-order.ts";

/** The occupied cells of one zoom, numbered along the curve. They depend on the data alone, not on any filter. */
export interface CellGrid {
  readonly zoom: number;
  readonly length: number;
  readonly x: Uint32Array;
  readonly y: Uint32Array;
  /** Middle of the places of all rows of the cell, degrees. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** The cell of each row, by rank in time order; rows without coordinates are in one beyond the last. */
  readonly keys: RowKeys;
  /** The cells of the box that was asked for last. */
  within?: CellsWithin;
}

/** The cells of a box, and room for those of them that have rows. */
export interface CellsWithin {
  readonly key: string;
  readonly cells: Uint32Array;
  readonly found: Uint32Array;
}

/** Cost: one walk along the curve. */
export function cellGridOf({ columns, timeOrder, ranks, keys }: MortonOrder, zoom: number): CellGrid {
  const shift = 2 * (MOST_CELL_ZOOM - zoom);
  // A shift by 32 shifts by nothing.
  const prefix = (key: number): number => (shift === 32 ? 0 : key >>> shift);
  const firsts = runStarts(keys, prefix);
  const length = firsts.length;
  const cellOf = keyCodes(timeOrder.length, length + 1).fill(length);
  let most = timeOrder.length - ranks.length;
  const grid = {
    zoom,
    length,
    x: new Uint32Array(length),
    y: new Uint32Array(length),
    lon: new Float64Array(length),
    lat: new Float64Array(length),
  };
  for (let cell = 0; cell < length; cell++) {
    const from = firsts[cell] as number;
    const to = firsts[cell + 1] ?? ranks.length;
    const key = prefix(keys[from] as number);
    grid.x[cell] = mortonHalf(key);
    grid.y[cell] = mortonHalf(key >>> 1);
    for (let i = from; i < to; i++) cellOf[ranks[i] as number] = cell;
    most = Math.max(most, to - from);
  }
  addMiddles(grid, cellOf, { columns, timeOrder });
  return { ...grid, keys: { length: length + 1, codes: cellOf, offsets: null, most } };
}

/** In time order, not along the curve: rows mostly come in some order of time, and then lie side by side in memory. */
function addMiddles(
  { length, lon, lat }: Pick<CellGrid, "length" | "lon" | "lat">,
  cellOf: KeyCodes,
  { columns, timeOrder }: Pick<MortonOrder, "columns" | "timeOrder">,
): void {
  const counts = new Uint32Array(length);
  for (let rank = 0; rank < timeOrder.length; rank++) {
    const cell = cellOf[rank] as number;
    if (cell === length) continue;
    const row = timeOrder[rank] as number;
    counts[cell] = (counts[cell] as number) + 1;
    lon[cell] = (lon[cell] as number) + wrapped(columns.lon[row] as number);
    lat[cell] = (lat[cell] as number) + (columns.lat[row] as number);
  }
  for (let cell = 0; cell < length; cell++) {
    lon[cell] = (lon[cell] as number) / (counts[cell] as number);
    lat[cell] = (lat[cell] as number) / (counts[cell] as number);
  }
}

function runStarts(keys: Uint32Array, prefix: (key: number) => number): number[] {
  const firsts: number[] = [];
  for (let i = 0; i < keys.length; i++) {
    if (i === 0 || prefix(keys[i] as number) !== prefix(keys[i - 1] as number)) firsts.push(i);
  }
  return firsts;
}

/** From -180 up to, not including, 180: no cell reaches across the antimeridian. */
function wrapped(lon: number): number {
  return lon - 360 * Math.floor((lon + 180) / 360);
}
