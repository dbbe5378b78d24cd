import { effectiveRadiusM, isBounded } from "../columns/place-radius.ts";
import { CERTAIN, type Clause, type Columns, HIDDEN, POSSIBLE } from "../types.ts";
import { METERS_PER_DEGREE } from "./place-circle.ts";
import type { RowTest } from "./row-test.ts";

type Ring = Extract<Clause, { kind: "lasso" }>["ring"];

/**
 * A free ring in degrees, closed by itself, even-odd; longitudes may run past 180. Certain: the middle is inside and the
 * ring stays clear of the place's circle. Possible: the circle touches. Distances are measured on a plane around the place.
 * Rows without a known place, and areas without a point, are possible in every ring.
 */
export function lassoTest(columns: Columns, lasso: Extract<Clause, { kind: "lasso" }>): RowTest {
  const { lon, lat } = columns;
  const { ring } = lasso;
  return (row) => {
    const x = lon.at(row);
    const y = lat.at(row);
    if (Number.isNaN(x)) return POSSIBLE;
    const radiusM = effectiveRadiusM(columns, row);
    const turns = [x - 360, x, x + 360];
    const isInside = turns.some((turn) => isInRing(ring, turn, y));
    const isClear = turns.every((turn) => distanceToRingM(ring, turn, y) > radiusM);
    if (isInside) return (isClear || radiusM === 0) && isBounded(columns, row) ? CERTAIN : POSSIBLE;
    return isClear || radiusM === 0 ? HIDDEN : POSSIBLE;
  };
}

export function isInRing(ring: Ring, x: number, y: number): boolean {
  let isInside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i] as readonly [number, number];
    const [bx, by] = ring[j] as readonly [number, number];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
  }
  return isInside;
}

function distanceToRingM(ring: Ring, x: number, y: number): number {
  const squeeze = Math.cos((y * Math.PI) / 180);
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i] as readonly [number, number];
    const [bx, by] = ring[j] as readonly [number, number];
    const px = (ax - x) * squeeze;
    const py = ay - y;
    const dx = (bx - ax) * squeeze;
    const dy = by - ay;
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(px * dx + py * dy) / length));
    least = Math.min(least, Math.hypot(px + along * dx, py + along * dy));
  }
  return least * METERS_PER_DEGREE;
}
