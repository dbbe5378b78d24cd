import { effectiveRadiusM, isBounded } from "../columns/place-radius.ts";
import { CERTAIN, type Clause, type Columns, HIDDEN, POSSIBLE } from "../types.ts";
import { degreesEast, halfWidthDegrees, METERS_PER_DEGREE } from "./place-circle.ts";
import type { RowTest } from "./row-test.ts";

/**
 * A box of degrees with its edges; `east < west` runs across the antimeridian, 360 degrees or more is the whole round.
 * A place is a circle: its stated radius, else its class default (`CLASS_RADIUS_M`). Certain: the circle lies inside.
 * Possible: the circle's own box touches (so a corner may be counted that the circle itself just misses).
 * Rows without a known place, and areas without a point, are possible in every box.
 */
export function boxTest(columns: Columns, box: Extract<Clause, { kind: "bbox" }>): RowTest {
  const { lon, lat } = columns;
  const widthDegrees = box.east - box.west >= 360 ? 360 : degreesEast(box.west, box.east);
  const isRound = widthDegrees === 360;
  return (row) => {
    const x = lon.at(row);
    const y = lat.at(row);
    if (Number.isNaN(x)) return POSSIBLE;
    const radius = effectiveRadiusM(columns, row) / METERS_PER_DEGREE;
    const south = Math.max(-90, y - radius);
    const north = Math.min(90, y + radius);
    if (north < box.south || south > box.north) return HIDDEN;
    const isInsideLat = south >= box.south && north <= box.north;
    if (isRound) return isInsideLat && isBounded(columns, row) ? CERTAIN : POSSIBLE;
    const half = halfWidthDegrees(y, radius);
    const east = degreesEast(box.west, x);
    if (east - half > widthDegrees && east + half < 360) return HIDDEN;
    const isInsideLon = east - half >= 0 && east + half <= widthDegrees;
    return isInsideLat && isInsideLon && isBounded(columns, row) ? CERTAIN : POSSIBLE;
  };
}
