import type { Claim, Incident } from "@whenwhere/model";
import { ROW_BITS } from "../types.ts";

/** Bits of rival accounts: two claims on one field that do not say the same, or one that contradicts the headline. */
export function rivalBits(incident: Incident): number {
  const claims = incident.claims ?? [];
  if (claims.length === 0) return 0;
  let bits = 0;
  for (const [field, own] of byField(claims)) {
    const readings = new Set(own.map((claim) => `${claim.stance ?? "asserts"} ${readingOf(claim.value)}`));
    const headline = field === "when" ? incident.when : field === "where" ? incident.where : undefined;
    if (headline !== undefined) readings.add(`asserts ${readingOf(headline)}`);
    if (readings.size < 2) continue;
    bits |= ROW_BITS.disputed;
    if (field === "when" && own.some(hasDateOfItsOwn)) bits |= ROW_BITS.rivalDates;
    if (field === "where") bits |= ROW_BITS.rivalPlaces;
  }
  return bits;
}

function byField(claims: readonly Claim[]): Map<string, Claim[]> {
  const fields = new Map<string, Claim[]>();
  for (const claim of claims) {
    const own = fields.get(claim.field);
    if (own === undefined) fields.set(claim.field, [claim]);
    else own.push(claim);
  }
  return fields;
}

function hasDateOfItsOwn(claim: Claim): boolean {
  return (
    typeof claim.value === "string" ||
    (typeof claim.value === "object" && claim.value !== null && "edtf" in claim.value)
  );
}

/** What a date or place says, without the words around it, so that two wordings of one day are no rivals. */
function readingOf(value: Claim["value"]): string {
  if (typeof value !== "object" || value === null) return String(value);
  if ("edtf" in value) return String(value.edtf);
  if ("lon" in value) return `${value.lon} ${value.lat}`;
  if ("name" in value) return String(value.name);
  return JSON.stringify(value);
}
