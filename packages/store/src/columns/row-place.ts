import { PLACE_PRECISIONS, type PlacePrecision, type Where } from "@whenwhere/model";
import { ROW_BITS } from "../types.ts";

/** The place of one row as numbers; NaN = not stated. */
export interface RowPlace {
  readonly lon: number;
  readonly lat: number;
  readonly radiusM: number;
  /** Index into `PLACE_PRECISIONS`. */
  readonly precision: number;
  readonly bits: number;
}

const unknown = PLACE_PRECISIONS.indexOf("unknown");

/**
 * A point without usable coordinates becomes unknown; an area keeps its class, and stays on the map when it has
 * coordinates, an outline or a named area to look up. 0,0 and places beyond the Earth count as no coordinates.
 */
export function rowPlace(where: Where | undefined): RowPlace {
  const located = where !== undefined && isPosition(where.lon, where.lat);
  const stated: PlacePrecision = where?.precision ?? (located ? "settlement" : "unknown");
  const isArea = !["exact", "settlement", "unknown"].includes(stated);
  const isKnown = isArea || (located && stated !== "unknown");
  let bits = 0;
  if (where?.obscured === true) bits |= ROW_BITS.obscured;
  if (where?.inferred === true) bits |= ROW_BITS.inferredPlace;
  if (!isKnown || !(located || hasArea(where))) bits |= ROW_BITS.unplaced;
  return {
    lon: isKnown && located ? (where.lon as number) : Number.NaN,
    lat: isKnown && located ? (where.lat as number) : Number.NaN,
    radiusM: isKnown ? (where?.radiusM ?? Number.NaN) : Number.NaN,
    precision: Math.max(0, isKnown ? PLACE_PRECISIONS.indexOf(stated) : unknown),
    bits,
  };
}

/** Finite degrees on Earth that are not both zero, which is what a lost coordinate looks like. */
export function isPosition(lon: number | null | undefined, lat: number | null | undefined): boolean {
  if (typeof lon !== "number" || typeof lat !== "number") return false;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && (lon !== 0 || lat !== 0);
}

function hasArea(where: Where | undefined): boolean {
  const hasOutline = where?.geometry !== undefined && where.geometry !== null && where.geometry.type !== "Point";
  if (hasOutline) return true;
  if (!where?.country) return false;
  return where.precision === "country" || (isAdmin1(where.precision) && Boolean(where.admin1));
}

function isAdmin1(precision: PlacePrecision | undefined): boolean {
  return precision === "province" || precision === "district";
}
