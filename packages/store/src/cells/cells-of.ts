import { WhenWhereError } from "@whenwhere/model";
import type { StandingSums } from "../counts/standing-sums.ts";
import type { CellBounds, CellQuery, Cells } from "../types.ts";
import type { CellGrid, CellsWithin } from "./cell-grid.ts";
import { cellRange } from "./cell-range.ts";
import { MOST_CELL_ZOOM } from "./morton-keys.ts";

/** Cells of the bounds that have rows, in arrays of their own. Cost: one step per occupied cell in the bounds. */
export function cellsOf(grid: CellGrid, { certain, possible }: StandingSums, bounds?: CellBounds): Cells {
  const { cells, found } = cellsWithin(grid, bounds);
  let length = 0;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as number;
    // Which cells are empty is in no order: writing each and keeping some is faster than asking.
    found[length] = cell;
    length += Number(((certain[cell] as number) | (possible[cell] as number)) !== 0);
  }
  const answer = {
    zoom: grid.zoom,
    length,
    x: new Uint32Array(length),
    y: new Uint32Array(length),
    lon: new Float64Array(length),
    lat: new Float64Array(length),
    certain: new Uint32Array(length),
    possible: new Uint32Array(length),
    unlocated: (certain[grid.length] as number) + (possible[grid.length] as number),
  };
  for (let i = 0; i < length; i++) {
    const cell = found[i] as number;
    answer.x[i] = grid.x[cell] as number;
    answer.y[i] = grid.y[cell] as number;
    answer.lon[i] = grid.lon[cell] as number;
    answer.lat[i] = grid.lat[cell] as number;
    answer.certain[i] = certain[cell] as number;
    answer.possible[i] = possible[cell] as number;
  }
  return answer;
}

/** A map asks for the same box as long as it does not move: the last one is kept. */
function cellsWithin(grid: CellGrid, bounds: CellBounds | undefined): CellsWithin {
  const key = bounds === undefined ? "" : `${bounds.west} ${bounds.south} ${bounds.east} ${bounds.north}`;
  if (grid.within?.key === key) return grid.within;
  const isIn = bounds === undefined ? () => true : cellRange(grid.zoom, bounds);
  const cells = new Uint32Array(grid.length);
  let count = 0;
  for (let cell = 0; cell < grid.length; cell++) {
    if (isIn(grid.x[cell] as number, grid.y[cell] as number)) cells[count++] = cell;
  }
  grid.within = { key, cells: cells.subarray(0, count), found: new Uint32Array(count) };
  return grid.within;
}

/** Throws {@link WhenWhereError} `store/cells` for a zoom or a box that there is not. */
export function checkCellQuery({ zoom, bounds, window }: CellQuery): void {
  if (!(Number.isInteger(zoom) && zoom >= 0 && zoom <= MOST_CELL_ZOOM)) {
    throw new WhenWhereError(
      "store/cells",
      `${String(zoom)} is no zoom of cells.`,
      `Give a whole number from 0 (the world in one cell) to ${MOST_CELL_ZOOM}.`,
    );
  }
  const sides = bounds === undefined ? [] : [bounds.west, bounds.south, bounds.east, bounds.north];
  if (sides.every(Number.isFinite) && !(Number.isNaN(window?.startMs) || Number.isNaN(window?.endMs))) return;
  throw new WhenWhereError(
    "store/cells",
    `Cells in bounds ${JSON.stringify(bounds)} and window ${JSON.stringify(window)} cannot be counted.`,
    "Give finite degrees {west, south, east, north} and numbers {startMs, endMs} (infinite for an open side), or leave them out.",
  );
}
