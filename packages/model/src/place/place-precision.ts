import type { GeoJsonGeometry, PlacePrecision, Where } from "../incident.ts";

const LINES: readonly GeoJsonGeometry["type"][] = ["LineString", "MultiLineString"];

/**
 * The precision of a place: as stated, else the finest that its fields bear out. `settlement` with coordinates, `line`
 * or `region` with an outline, `province` with an `admin1` of a country, `country` with a country alone, else `unknown`.
 */
export function placePrecision(where: Where | null | undefined): PlacePrecision {
  if (where === null || where === undefined) return "unknown";
  if (where.precision !== undefined) return where.precision;
  if (hasPosition(where)) return "settlement";
  if (hasOutline(where)) return LINES.includes(where.geometry.type) ? "line" : "region";
  if (!where.country?.trim()) return "unknown";
  return where.admin1?.trim() ? "province" : "country";
}

/** True when lon and lat are finite, on Earth and not both zero. */
export function hasPosition(where: Where): where is Where & { readonly lon: number; readonly lat: number } {
  const { lon, lat } = where;
  if (typeof lon !== "number" || typeof lat !== "number") return false;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && (lon !== 0 || lat !== 0);
}

/** True when a geometry is more than one point: a line, an area or several places. */
export function hasOutline(where: Where): where is Where & { readonly geometry: GeoJsonGeometry } {
  return where.geometry !== null && where.geometry !== undefined && where.geometry.type !== "Point";
}
