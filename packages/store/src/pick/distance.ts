import { METERS_PER_DEGREE } from "../filter/place-circle.ts";

const RADIANS = Math.PI / 180;

/** A place in degrees. */
export interface Place {
  readonly lon: number;
  readonly lat: number;
}

/** Metres along the great circle between two places, on the sphere of the earth's mean radius. */
export function distanceM(a: Place, b: Place): number {
  const halfLat = Math.sin(((b.lat - a.lat) * RADIANS) / 2);
  const halfLon = Math.sin(((b.lon - a.lon) * RADIANS) / 2);
  const chord = halfLat * halfLat + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * halfLon * halfLon;
  return (2 * Math.asin(Math.min(1, Math.sqrt(chord))) * METERS_PER_DEGREE) / RADIANS;
}
