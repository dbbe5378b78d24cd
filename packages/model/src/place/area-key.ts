import type { Where } from "../incident.ts";
import { placePrecision } from "./place-precision.ts";

/**
 * Key of the smallest named area that surely holds the place and that an outline can be looked up by:
 * `MZ` for a country, `MZ/cabo-delgado` for a first-level area (also of a district, whose own outline we do not have).
 * Null for points, seas, lines, regions, and when country or admin1 is missing, or the country is no code.
 */
export function areaKey(where: Where | null | undefined): string | null {
  const country = where?.country?.trim().toUpperCase() ?? "";
  if (where == null || country.length !== 2) return null;
  const precision = placePrecision(where);
  if (precision === "country") return country;
  if (precision !== "province" && precision !== "district") return null;
  const admin1 = nameKey(where.admin1 ?? "");
  return admin1 === "" ? null : `${country}/${admin1}`;
}

/** A name for comparison: small letters without accents, everything else a hyphen. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
