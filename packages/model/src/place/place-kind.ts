import type { PlacePrecision, Where } from "../incident.ts";
import { areaKey } from "./area-key.ts";
import { hasOutline, hasPosition, placePrecision } from "./place-precision.ts";
import { seaKey } from "./sea-key.ts";

/** Whether a place is drawn as a mark, as an area, or not at all. */
export type PlaceKind = "point" | "area" | "none";

const POINTS: readonly PlacePrecision[] = ["exact", "settlement"];

/**
 * How a place may be drawn. `point`: known to a settlement or better, with coordinates. `area`: known only as a
 * district or wider, with something to draw it by: a geometry, representative coordinates, an {@link areaKey}, or the
 * name of a sea with a {@link seaKey}. `none`: not on the map. Coordinates outside the Earth, NaN and 0,0 count as none.
 */
export function placeKind(where: Where | null | undefined): PlaceKind {
  if (where === null || where === undefined) return "none";
  const precision = placePrecision(where);
  if (precision === "unknown") return "none";
  if (POINTS.includes(precision)) return hasPosition(where) ? "point" : hasOutline(where) ? "area" : "none";
  if (hasOutline(where) || hasPosition(where) || areaKey(where) !== null) return "area";
  return precision === "sea" && seaKey(where.name ?? "") !== null ? "area" : "none";
}
