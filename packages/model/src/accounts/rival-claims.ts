import { isWhen } from "../claim-value.ts";
import type { Claim, Figure, Incident, Stance, When, Where } from "../incident.ts";
import { tryParseEdtf } from "../time/parse-edtf.ts";

/** One speaker's reading of a field. `claimId` null = the record's own value. */
export interface Reading<T> {
  readonly value: T;
  readonly stance: Stance;
  readonly by: string | null;
  /** Key into the collection's sources. */
  readonly source: string | null;
  readonly grade: string | null;
  readonly at: string | null;
  readonly claimId: string | null;
}

/** A field on which speakers differ, with all its readings: the record's own first, then the claims as they stand. */
export interface RivalField {
  readonly field: string;
  readonly readings: readonly Reading<Claim["value"]>[];
}

/** A rival reading of the date. */
export interface RivalDate extends Reading<When> {
  readonly edtf: string | null;
}

/** A rival reading of the place. */
export type RivalPlace = Reading<Where>;

/**
 * The fields of a record on which its speakers differ: two of them assert different values, or one denies what another
 * asserts. Agreement, however often repeated, is no rivalry, and a value that nobody disputes is not listed.
 */
export function rivalClaims(incident: Incident): readonly RivalField[] {
  if (incident.claims === undefined && isEachOnce(incident.figures ?? [])) return [];
  const groups = new Map<string, Reading<Claim["value"]>[]>();
  for (const claim of incident.claims ?? []) {
    const readings = groups.get(claim.field) ?? ownReadings(incident, claim.field);
    readings.push(readingOf(claim, claim.value));
    groups.set(claim.field, readings);
  }
  for (const measure of new Set((incident.figures ?? []).map((figure) => figure.measure))) {
    const field = `figures.${measure}`;
    if (!groups.has(field)) groups.set(field, ownReadings(incident, field));
  }
  return [...groups].filter(([, readings]) => differ(readings)).map(([field, readings]) => ({ field, readings }));
}

/** No measure has a second number that could differ from the first. */
function isEachOnce(figures: readonly Figure[]): boolean {
  return figures.every(({ measure }, i) => figures.findIndex((other) => other.measure === measure) === i);
}

/** Readings of the date when speakers differ on it, the record's own first; else empty. */
export function rivalDates(incident: Incident): readonly RivalDate[] {
  return rivalReadings(incident, "when").flatMap((reading) => {
    const { value } = reading;
    const when: When | null = typeof value === "string" ? whenOfText(value) : isObject(value) ? (value as When) : null;
    return when === null ? [] : [{ ...reading, value: when, edtf: when.edtf ?? null }];
  });
}

/** Readings of the place when speakers differ on it, the record's own first; else empty. A text is a place's name. */
export function rivalPlaces(incident: Incident): readonly RivalPlace[] {
  return rivalReadings(incident, "where").flatMap((reading) => {
    const { value } = reading;
    const where: Where | null = typeof value === "string" ? { name: value } : isObject(value) ? (value as Where) : null;
    return where === null ? [] : [{ ...reading, value: where }];
  });
}

/** Whether speakers differ on anything in the record. */
export function hasRivals(incident: Incident): boolean {
  return rivalClaims(incident).length > 0;
}

function rivalReadings(incident: Incident, field: string): readonly Reading<Claim["value"]>[] {
  if (!incident.claims?.some((claim) => claim.field === field)) return [];
  return rivalClaims(incident).find((rival) => rival.field === field)?.readings ?? [];
}

function readingOf<T>(claim: Claim, value: T): Reading<T> {
  const { stance = "asserts", by = null, source = null, grade = null, at = null, id } = claim;
  return { value, stance, by, source, grade, at, claimId: id };
}

/** What the record itself says on a field that claims may speak of. */
function ownReadings(incident: Incident, field: string): Reading<Claim["value"]>[] {
  const own = (value: Claim["value"], by?: string, source?: string): Reading<Claim["value"]> => ({
    ...{ value, stance: "asserts" as const, by: by ?? null, source: source ?? incident.sources?.[0] ?? null },
    ...{ grade: null, at: null, claimId: null },
  });
  if (field === "when") return incident.when === undefined ? [] : [own(incident.when)];
  if (field === "where" || field === "from") {
    const place = incident[field];
    return place === undefined ? [] : [own(place)];
  }
  if (field.startsWith("figures.")) {
    const figures = (incident.figures ?? []).filter(({ measure }) => `figures.${measure}` === field);
    return figures.map(({ low, best, high, by, source }) => own(figureText(low, best, high), by, source));
  }
  return [];
}

function figureText(low?: number | null, best?: number | null, high?: number | null): string | number | null {
  if ((low ?? null) === null && (high ?? null) === null) return best ?? null;
  return [low, best, high].filter((part) => (part ?? null) !== null).join("-");
}

/** Two asserted values that are not the same, or one that is both asserted and denied. Null says nothing. */
function differ(readings: readonly Reading<Claim["value"]>[]): boolean {
  const asserted = new Set<string>();
  const denied = new Set<string>();
  for (const { value, stance } of readings) {
    const key = valueKey(value);
    if (key !== null) (stance === "denies" ? denied : asserted).add(key);
  }
  return asserted.size > 1 || [...denied].some((key) => asserted.has(key));
}

/** What two readings must share to agree: the canonical date, the position or name, or the text but for case. */
function valueKey(value: Claim["value"]): string | null {
  if (value === null || value === undefined) return null;
  if (!isObject(value)) {
    const text = String(value).trim();
    return tryParseEdtf(text).date?.text ?? text.toLowerCase().replace(/\s+/g, " ");
  }
  if (isWhen(value)) {
    const { edtf } = value;
    return edtf === null || edtf === undefined ? null : (tryParseEdtf(edtf).date?.text ?? edtf);
  }
  const { lon, lat, name } = value as Where;
  if (typeof lon === "number" && typeof lat === "number") return `${lon},${lat}`;
  return name?.trim().toLowerCase() ?? null;
}

function whenOfText(text: string): When {
  return tryParseEdtf(text.trim()).date === null ? { label: text } : { edtf: text.trim() };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
