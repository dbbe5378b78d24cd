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
 * A place without usable coordinates stays a place only when it is an area with a name or outline;
 * a point without coordinates is unknown.
 */
export function rowPlace(where: Where | undefined): RowPlace {
  const located = where !== undefined && isDegree(where.lon, 360) && isDegree(where.lat, 90);
  const stated: PlacePrecision = where?.precision ?? (located ? "settlement" : "unknown");
  const isKnown = stated !== "unknown" && (located || isNamedArea(where, stated));
  let bits = 0;
  if (where?.obscured === true) bits |= ROW_BITS.obscured;
  if (where?.inferred === true) bits |= ROW_BITS.inferredPlace;
  return {
    lon: isKnown && located ? (where.lon as number) : Number.NaN,
    lat: isKnown && located ? (where.lat as number) : Number.NaN,
    radiusM: isKnown ? (where?.radiusM ?? Number.NaN) : Number.NaN,
    precision: isKnown ? PLACE_PRECISIONS.indexOf(stated) : unknown,
    bits,
  };
}

function isDegree(value: number | null | undefined, most: number): boolean {
  return typeof value === "number" && Math.abs(value) <= most;
}

function isNamedArea(where: Where | undefined, precision: PlacePrecision): boolean {
  if (where === undefined || precision === "exact" || precision === "settlement") return false;
  return Boolean(where.geometry ?? where.admin1 ?? where.country ?? where.name);
}
