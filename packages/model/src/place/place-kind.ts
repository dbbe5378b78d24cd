import type { PlacePrecision, Where } from "../incident.ts";
import { areaKey } from "./area-key.ts";

/** Whether a place is drawn as a mark, as an area, or not at all. */
export type PlaceKind = "point" | "area" | "none";

const POINTS: readonly PlacePrecision[] = ["exact", "settlement"];

/** The precision of a place: as stated, else `settlement` when there are coordinates or `unknown` when there are none. */
export function placePrecision(where: Where | null | undefined): PlacePrecision {
  if (where === null || where === undefined) return "unknown";
  return where.precision ?? (hasPosition(where) ? "settlement" : "unknown");
}

/**
 * How a place may be drawn. `point`: known to a settlement or better, with coordinates. `area`: known only as a
 * district or wider, with something to draw it by: a geometry, representative coordinates, or an {@link areaKey}.
 * `none`: not on the map. Coordinates outside the Earth, NaN and 0,0 count as none.
 */
export function placeKind(where: Where | null | undefined): PlaceKind {
  if (where === null || where === undefined) return "none";
  const precision = placePrecision(where);
  const isArea = where.geometry !== null && where.geometry !== undefined && where.geometry.type !== "Point";
  if (precision === "unknown") return isArea && where.precision === undefined ? "area" : "none";
  if (POINTS.includes(precision)) return hasPosition(where) ? "point" : isArea ? "area" : "none";
  return isArea || hasPosition(where) || areaKey(where) !== null ? "area" : "none";
}

/** True when lon and lat are finite, on Earth and not both zero. */
export function hasPosition(where: Where): where is Where & { readonly lon: number; readonly lat: number } {
  const { lon, lat } = where;
  if (typeof lon !== "number" || typeof lat !== "number") return false;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && (lon !== 0 || lat !== 0);
}
