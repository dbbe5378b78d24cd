import { rivalClaims, rivalDates, rivalPlaces } from "../accounts/rival-claims.ts";
import type { Incident } from "../incident.ts";
import { ROW_BITS } from "./row-bits.ts";

/** Bits of rival accounts, as the model finds them: on any field, on the date, on the place. */
export function rivalBits(incident: Incident): number {
  if (incident.claims === undefined && incident.figures === undefined) return 0;
  if (rivalClaims(incident).length === 0) return 0;
  let bits: number = ROW_BITS.disputed;
  if (rivalDates(incident).length > 0) bits |= ROW_BITS.rivalDates;
  if (rivalPlaces(incident).length > 0) bits |= ROW_BITS.rivalPlaces;
  return bits;
}
