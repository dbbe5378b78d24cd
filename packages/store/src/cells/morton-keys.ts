import type { Columns } from "../types.ts";
import { mortonKey } from "./morton.ts";

/** The finest grid of cells: 2^16 by 2^16, about 600 m at the equator. */
export const MOST_CELL_ZOOM = 16;

const SIDE = 2 ** MOST_CELL_ZOOM;
const RADIANS = Math.PI / 180;

/**
 * Where each row lies on a Z-shaped curve: every quadtree cell of every zoom is one run of it, so that the first bits of a
 * key name the cell. By rank in time order; four bytes a row and a bit.
 */
export interface MortonKeys {
  readonly columns: Columns;
  readonly timeOrder: Uint32Array;
  /** x and y of the finest cell, bit by bit in turn. */
  readonly keys: Uint32Array;
  /** A bit for each row that has coordinates. */
  readonly located: Uint32Array;
}

/** Cost: one pass over the rows. */
export function mortonKeysOf(columns: Columns, timeOrder: Uint32Array): MortonKeys {
  const { lon, lat } = columns;
  const keys = new Uint32Array(timeOrder.length);
  const located = new Uint32Array(Math.ceil(timeOrder.length / 32));
  for (let rank = 0; rank < timeOrder.length; rank++) {
    const row = timeOrder[rank] as number;
    const lonDegrees = lon.at(row);
    if (Number.isNaN(lonDegrees)) continue;
    keys[rank] = mortonKey(cellX(lonDegrees, MOST_CELL_ZOOM), cellY(lat.at(row), MOST_CELL_ZOOM));
    located[rank >>> 5] = (located[rank >>> 5] as number) | (1 << (rank & 31));
  }
  return { columns, timeOrder, keys, located };
}

export function isLocated({ located }: MortonKeys, rank: number): boolean {
  return (((located[rank >>> 5] as number) >>> (rank & 31)) & 1) === 1;
}

/** Column of a longitude in the Web Mercator grid, from west to east. 180 degrees east is 180 degrees west. */
export function cellX(lon: number, zoom: number): number {
  const turn = (lon + 180) / 360;
  const share = turn - Math.floor(turn);
  // A share just below one can round up to it.
  return Math.floor(Math.min(share * SIDE, SIDE - 1) / 2 ** (MOST_CELL_ZOOM - zoom));
}

/** Row of a latitude in the Web Mercator grid, from north to south. The poles lie in the first and the last row. */
export function cellY(lat: number, zoom: number): number {
  const sine = Math.sin(lat * RADIANS);
  const share = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return Math.floor(Math.min(Math.max(share * SIDE, 0), SIDE - 1) / 2 ** (MOST_CELL_ZOOM - zoom));
}
