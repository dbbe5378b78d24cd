import { type Claim, type Incident, rivalClaims, type Source } from "@whenwhere/model";

/** One speaker: a column of the accounts. */
export interface Speaker {
  /** Null when the claim names nobody. */
  readonly name: string | null;
  readonly sourceKey: string | null;
  readonly grades: readonly string[];
  /** EDTF dates on which it was said, most often one. */
  readonly said: readonly string[];
}

/** One field: a row of the accounts. `cells` run parallel to the speakers; an empty cell says "not said". */
export interface AccountRow {
  readonly field: string;
  readonly cells: readonly (readonly Claim[])[];
}

/** Rival accounts side by side: columns are speakers in order of appearance, rows are fields. Nobody is first by rank. */
export interface AccountTable {
  readonly speakers: readonly Speaker[];
  readonly rows: readonly AccountRow[];
}

/** What is said, once each, in its order. */
export function unique(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value): value is string => value !== undefined && value !== ""))];
}

function speakerKey(claim: Claim): string {
  return claim.by ?? claim.source ?? "";
}

/** Groups the claims of a record by speaker and field. */
export function accountTable(incident: Incident, sources: Readonly<Record<string, Source>>): AccountTable {
  const claims = incident.claims ?? [];
  const bySpeaker = new Map<string, Claim[]>();
  for (const claim of claims) {
    const list = bySpeaker.get(speakerKey(claim)) ?? [];
    list.push(claim);
    bySpeaker.set(speakerKey(claim), list);
  }
  const groups = [...bySpeaker.values()];
  const speakers = groups.map((group) => {
    const sourceKey = group[0]?.source ?? null;
    const source = sourceKey === null ? undefined : sources[sourceKey];
    return {
      name: group[0]?.by ?? source?.publisher ?? source?.title ?? null,
      sourceKey,
      grades: unique(group.map((claim) => claim.grade)),
      said: unique(group.map((claim) => claim.at)),
    };
  });
  const rows = unique(claims.map((claim) => claim.field)).map((field) => ({
    field,
    cells: groups.map((group) => group.filter((claim) => claim.field === field)),
  }));
  return { speakers, rows };
}

/** Whether the record is disputed, or two of its speakers differ on any field. */
export function accountsDiffer(incident: Incident): boolean {
  return incident.status === "disputed" || rivalClaims(incident).length > 0;
}
