import type { PlacePrecision } from "../incident.ts";

const RADIUS_M: Readonly<Partial<Record<PlacePrecision, number>>> = {
  exact: 50,
  settlement: 5_000,
  district: 25_000,
};

/**
 * Metres within which a place of this precision is taken to lie when its record states no radius. No publisher says
 * these numbers: whatever is drawn from them is `basis: "assumed"`. Null from `province` on and for `unknown`: there
 * no circle would be true.
 */
export function defaultRadiusM(precision: PlacePrecision): number | null {
  return RADIUS_M[precision] ?? null;
}
