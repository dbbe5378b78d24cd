import { type KeyCodes, keyCodes, type RowKeys } from "../counts/row-keys.ts";
import { wrapped } from "../pick/wrapped.ts";
import { CellNumbers } from "./cell-numbers.ts";
import { mortonHalf } from "./morton.ts";
import { isLocated, MOST_CELL_ZOOM, type MortonKeys } from "./morton-keys.ts";

const NO_NUMBER = 0xffffffff;

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

/** Cost: two passes over the rows, and a sort of the cells. */
export function cellGridOf(order: MortonKeys, zoom: number): CellGrid {
  const { timeOrder, keys } = order;
  const rows = timeOrder.length;
  const shift = 2 * (MOST_CELL_ZOOM - zoom);
  const numbers = new CellNumbers();
  const numberOf = new Uint32Array(rows);
  for (let rank = 0; rank < rows; rank++) {
    // A shift by 32 shifts by nothing.
    const key = shift === 32 ? 0 : (keys[rank] as number) >>> shift;
    numberOf[rank] = isLocated(order, rank) ? numbers.of(key) : NO_NUMBER;
  }
  const { length } = numbers;
  const sorted = numbers.keys.slice(0, length).sort();
  const cellOfNumber = new Uint32Array(length);
  for (let cell = 0; cell < length; cell++) cellOfNumber[numbers.of(sorted[cell] as number)] = cell;
  const cellOf = keyCodes(rows, length + 1);
  for (let rank = 0; rank < rows; rank++) {
    const number = numberOf[rank] as number;
    cellOf[rank] = number === NO_NUMBER ? length : (cellOfNumber[number] as number);
  }
  const grid = {
    zoom,
    length,
    x: sorted.map(mortonHalf),
    y: sorted.map((key) => mortonHalf(key >>> 1)),
    lon: new Float64Array(length),
    lat: new Float64Array(length),
  };
  const most = addMiddles(grid, cellOf, order);
  return { ...grid, keys: { length: length + 1, codes: cellOf, offsets: null, most } };
}

/** Returns the most rows that one cell has, rows without coordinates among them as one. */
function addMiddles(
  { length, lon, lat }: Pick<CellGrid, "length" | "lon" | "lat">,
  cellOf: KeyCodes,
  { columns, timeOrder }: MortonKeys,
): number {
  const counts = new Uint32Array(length + 1);
  for (let rank = 0; rank < timeOrder.length; rank++) {
    const cell = cellOf[rank] as number;
    counts[cell] = (counts[cell] as number) + 1;
    if (cell === length) continue;
    const row = timeOrder[rank] as number;
    lon[cell] = (lon[cell] as number) + wrapped(columns.lon.at(row));
    lat[cell] = (lat[cell] as number) + columns.lat.at(row);
  }
  for (let cell = 0; cell < length; cell++) {
    lon[cell] = (lon[cell] as number) / (counts[cell] as number);
    lat[cell] = (lat[cell] as number) / (counts[cell] as number);
  }
  return counts.reduce((most, count) => Math.max(most, count), 0);
}
