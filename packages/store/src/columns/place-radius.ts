import { defaultRadiusM, PLACE_PRECISIONS, type PlacePrecision } from "@whenwhere/model";
import type { Columns } from "../types.ts";

/**
 * Radius in metres that a place of each class is given when its record states none: for filters only.
 * Up to `district` it is the model's `defaultRadiusM`.
 * From `province` on it is a reach, not a bound: a box within reach shows the row as possible, and no box makes it certain.
 */
export const CLASS_RADIUS_M: Readonly<Record<PlacePrecision, number>> = {
  exact: defaultRadiusM("exact") ?? 0,
  settlement: defaultRadiusM("settlement") ?? 0,
  district: defaultRadiusM("district") ?? 0,
  province: 250_000,
  country: 1_000_000,
  region: 1_000_000,
  sea: 1_000_000,
  line: 250_000,
  unknown: Number.NaN,
};

const radiusByCode = PLACE_PRECISIONS.map((precision) => CLASS_RADIUS_M[precision]);
const firstReachCode = PLACE_PRECISIONS.indexOf("province");

/** Stated radius of a row, else that of its class; NaN when the place is unknown. */
export function effectiveRadiusM(columns: Columns, row: number): number {
  const stated = columns.radiusM.at(row);
  return stated >= 0 ? stated : (radiusByCode[columns.placePrecision.at(row)] as number);
}

/** The circle surely holds the whole place: its radius is stated, or its class is small enough to have a bound. */
export function isBounded(columns: Columns, row: number): boolean {
  return columns.radiusM.at(row) >= 0 || columns.placePrecision.at(row) < firstReachCode;
}
