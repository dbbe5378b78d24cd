import { PLACE_PRECISIONS, type PlacePrecision } from "@whenwhere/model";
import type { Columns } from "../types.ts";

/**
 * Radius in metres that a place of each class is given, for filters only, when its record states none.
 * Documented guesses, never drawn: a box that cuts through the circle shows the row as possible.
 */
export const CLASS_RADIUS_M: Readonly<Record<PlacePrecision, number>> = {
  exact: 0,
  settlement: 5_000,
  district: 25_000,
  province: 100_000,
  country: 500_000,
  region: 500_000,
  sea: 500_000,
  line: 100_000,
  unknown: Number.NaN,
};

const radiusByCode = PLACE_PRECISIONS.map((precision) => CLASS_RADIUS_M[precision]);
const unknownCode = PLACE_PRECISIONS.indexOf("unknown");

/** Stated radius of a row, else that of its class; NaN when the place is unknown. */
export function effectiveRadiusM(columns: Columns, row: number): number {
  const stated = columns.radiusM[row] as number;
  return stated >= 0 ? stated : (radiusByCode[columns.placePrecision[row] as number] as number);
}

/** The place is not known at all: the row is listed as "not on the map". */
export function isUnplaced(columns: Columns, row: number): boolean {
  return columns.placePrecision[row] === unknownCode;
}
