import { WhenWhereError } from "@whenwhere/model";
import type { StandingSums } from "../counts/standing-sums.ts";
import type { CellBounds, CellQuery, Cells } from "../types.ts";
import type { CellGrid } from "./cell-grid.ts";
import { cellRange } from "./cell-range.ts";
import { MOST_CELL_ZOOM } from "./morton-order.ts";

/** Cells of the bounds that have rows, in arrays of their own. Cost: one step per occupied cell in the bounds. */
export function cellsOf(grid: CellGrid, { certain, possible }: StandingSums, bounds?: CellBounds): Cells {
  const within = bounds === undefined ? null : cellsWithin(grid, bounds);
  const length = within?.length ?? grid.length;
  const found = new Uint32Array(length);
  let count = 0;
  for (let i = 0; i < length; i++) {
    const cell = within === null ? i : (within[i] as number);
    // Half the cells may be empty, in no order: writing each and keeping some is faster than asking.
    found[count] = cell;
    if (((certain[cell] as number) | (possible[cell] as number)) !== 0) count++;
  }
  const cells = found.subarray(0, count);
  return {
    zoom: grid.zoom,
    length: count,
    x: pickedCounts(grid.x, cells),
    y: pickedCounts(grid.y, cells),
    lon: pickedDegrees(grid.lon, cells),
    lat: pickedDegrees(grid.lat, cells),
    certain: pickedCounts(certain, cells),
    possible: pickedCounts(possible, cells),
    unlocated: (certain[grid.length] as number) + (possible[grid.length] as number),
  };
}

/** A map asks for the same box as long as it does not move: the last one is kept. */
function cellsWithin(grid: CellGrid, bounds: CellBounds): Uint32Array {
  const { west, south, east, north } = bounds;
  const key = `${west} ${south} ${east} ${north}`;
  if (grid.within?.key === key) return grid.within.cells;
  const isIn = cellRange(grid.zoom, bounds);
  const cells = new Uint32Array(grid.length);
  let count = 0;
  for (let cell = 0; cell < grid.length; cell++) {
    if (isIn(grid.x[cell] as number, grid.y[cell] as number)) cells[count++] = cell;
  }
  grid.within = { key, cells: cells.subarray(0, count) };
  return grid.within.cells;
}

// Two functions for two kinds of array: one for both would be twice as slow.
function pickedCounts(from: Uint32Array, cells: Uint32Array): Uint32Array {
  const to = new Uint32Array(cells.length);
  for (let i = 0; i < to.length; i++) to[i] = from[cells[i] as number] as number;
  return to;
}

function pickedDegrees(from: Float64Array, cells: Uint32Array): Float64Array {
  const to = new Float64Array(cells.length);
  for (let i = 0; i < to.length; i++) to[i] = from[cells[i] as number] as number;
  return to;
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
