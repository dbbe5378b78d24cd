import type { CellBounds } from "../types.ts";

/** Metres in one degree of a great circle on the sphere of the earth's mean radius. */
export const METERS_PER_DEGREE = 111_194.93;

/** More than half way round the earth: nothing is farther. */
export const HALF_ROUND_M = 180.001 * METERS_PER_DEGREE;

const RADIANS = Math.PI / 180;
/** Degrees: wider than what rounding can move an edge, narrower than anything drawn. */
export const HAIR_DEGREES = 1e-9;

/** The box of a circle on the sphere, a hair too wide: 360 degrees where it holds a pole; west and east may run past 180. */
export function circleBounds(lon: number, lat: number, radiusM: number): CellBounds {
  const degrees = Math.min(180, (radiusM / METERS_PER_DEGREE) * (1 + 1e-9)) + HAIR_DEGREES;
  const half = Math.min(180, halfWidthDegrees(lat, degrees) + HAIR_DEGREES);
  return { west: lon - half, east: lon + half, south: lat - degrees, north: lat + degrees };
}

/** Half the width in degrees of longitude of a circle around a place; 180 when it holds a pole. */
export function halfWidthDegrees(lat: number, radiusDegrees: number): number {
  if (radiusDegrees === 0) return 0;
  if (Math.abs(lat) + radiusDegrees >= 90) return 180;
  const sine = Math.sin(radiusDegrees * RADIANS) / Math.cos(lat * RADIANS);
  return sine >= 1 ? 180 : Math.asin(sine) / RADIANS;
}

/** Degrees of longitude eastward from one meridian to another, from 0 up to 360. */
export function degreesEast(from: number, to: number): number {
  const turn = (to - from) % 360;
  return turn < 0 ? turn + 360 : turn;
}
