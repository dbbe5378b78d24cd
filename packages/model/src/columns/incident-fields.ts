import type { Incident } from "../incident.ts";

/** The values that a record states of one field; blanks among them count as nothing. */
export type FieldValuesOf = (incident: Incident) => readonly (string | null | undefined)[];

/** Fields that every format may have, by the name under which filters and facets ask for them. */
export const INCIDENT_FIELDS: Readonly<Record<string, FieldValuesOf>> = {
  category: (incident) => [incident.category],
  kind: (incident) => [incident.kind],
  country: (incident) => [incident.where?.country],
  admin1: (incident) => [incident.where?.admin1],
  place: (incident) => [incident.where?.name],
  actor: (incident) => (incident.actors ?? []).map((actor) => actor.name),
  source: (incident) => incident.sources ?? [],
  tag: (incident) => incident.tags ?? [],
};

/** Reader of a field by any name: those of {@link INCIDENT_FIELDS}, else a top-level text of the record. */
export function incidentField(field: string): FieldValuesOf {
  if (Object.hasOwn(INCIDENT_FIELDS, field)) return INCIDENT_FIELDS[field] as FieldValuesOf;
  return (incident) => {
    const value = Object.hasOwn(incident, field) ? incident[field as keyof Incident] : undefined;
    return typeof value === "string" ? [value] : [];
  };
}

const NOTHING: readonly string[] = [""];

/** What a record states of a field, without blanks and repeats; [""] when it states nothing. */
export function statedValues(values: readonly (string | null | undefined)[]): Iterable<string> {
  if (values.length === 1) return values[0] ? (values as readonly string[]) : NOTHING;
  const stated = values.filter((value): value is string => typeof value === "string" && value !== "");
  return stated.length === 0 ? NOTHING : stated.length === 1 ? stated : new Set(stated);
}
