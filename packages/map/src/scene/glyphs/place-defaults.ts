import type { PlacePrecision, RadiusBasis } from "@whenwhere/model";

/** A doubt wider than this on screen is drawn as a ring or an area; a narrower one hides under the mark. */
export const MARK_RADIUS_PX = 8;

/**
 * Radii in metres that stand in where a record states none and no outline is known. They are assumptions: what they
 * give is drawn dashed and worded "(assumed)".
 */
export const ASSUMED_RADIUS_M: Readonly<Record<PlacePrecision, number>> = {
  exact: 0,
  settlement: 5_000,
  district: 25_000,
  province: 100_000,
  country: 300_000,
  region: 150_000,
  sea: 250_000,
  line: 25_000,
  unknown: 0,
};

/** The radius of a place, and whether it was stated. */
export function radiusOf(
  precision: PlacePrecision,
  radiusM: number,
  basis: RadiusBasis | undefined,
): { readonly radiusM: number; readonly basis: RadiusBasis } {
  if (Number.isFinite(radiusM) && radiusM > 0) return { radiusM, basis: basis ?? "assumed" };
  return { radiusM: ASSUMED_RADIUS_M[precision], basis: "assumed" };
}
