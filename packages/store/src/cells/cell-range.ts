import { degreesEast } from "../filter/place-circle.ts";
import type { CellBounds } from "../types.ts";
import { cellX, cellY } from "./morton-keys.ts";

/** The test of cells that touch a box, edges included; `east < west` runs across the antimeridian. */
export function cellRange(zoom: number, bounds: CellBounds): (x: number, y: number) => boolean {
  const { west, south, east, north } = bounds;
  const columns = 2 ** zoom;
  const firstY = cellY(north, zoom);
  const lastY = cellY(south, zoom);
  const firstX = cellX(west, zoom);
  const widthDegrees = degreesEast(west, east);
  const steps = (cellX(east, zoom) - firstX + columns) % columns;
  // A box that ends in the column it began in is narrower than the column, or goes all the way round.
  const isRound = east - west >= 360 || (steps === 0 && widthDegrees > 360 / columns);
  return (x, y) => y >= firstY && y <= lastY && (isRound || (x - firstX + columns) % columns <= steps);
}
