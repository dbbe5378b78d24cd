import type { Claim, Figure, Incident, Source } from "@whenwhere/model";
import { unique } from "../card/account-table.ts";

/** What one speaker says of one field: claims and figures, as they were given. */
export interface Saying {
  readonly claims: readonly Claim[];
  readonly figures: readonly Figure[];
}

/** What one speaker says of a record. */
export interface Account {
  /** Who speaks, else the key of the source; "" for a speaker whom nobody names; null for the record as it stands. */
  readonly key: string | null;
  /** Null when nobody is named, and for the record as it stands. */
  readonly name: string | null;
  /** Keys of the sources in which it is said. */
  readonly sources: readonly string[];
  /** Admiralty grades of what is said. */
  readonly grades: readonly string[];
  /** EDTF dates on which it was said. */
  readonly said: readonly string[];
  /** By field, as claims name fields; figures stand under `figures.` and their measure. */
  readonly fields: ReadonlyMap<string, Saying>;
}

const NOTHING: Saying = { claims: [], figures: [] };
const SILENT: readonly (string | null)[] = [null, ""];

function fieldsOf(claims: readonly Claim[], figures: readonly Figure[]): ReadonlyMap<string, Saying> {
  const names = unique([...claims.map(({ field }) => field), ...figures.map(({ measure }) => `figures.${measure}`)]);
  return new Map(
    names.map((field) => [
      field,
      {
        claims: claims.filter((claim) => claim.field === field),
        figures: figures.filter(({ measure }) => `figures.${measure}` === field),
      },
    ]),
  );
}

/** The values of a record as claims that nobody in particular makes. */
function ownClaims({ when, where, from, status, actors = [] }: Incident): Claim[] {
  const values: readonly (readonly [string, Claim["value"] | undefined])[] = [
    ["when", when],
    ["where", where],
    ["from", from],
    ["status", status],
    ...actors.map(({ name, role }) => [role ? `actors.${role}` : "actors", name] as const),
  ];
  return values.flatMap(([field, value], index) => (value === undefined ? [] : [{ id: String(index), field, value }]));
}

/**
 * The accounts of a record: its speakers in order of appearance, and last the record as it stands, which its compiler answers
 * for. Names are taken as they are: two spellings are two speakers.
 */
export function accountsOf(incident: Incident, sources: Readonly<Record<string, Source>>): readonly Account[] {
  const [claims, figures] = [incident.claims ?? [], incident.figures ?? []];
  const keyOf = ({ by, source }: Claim | Figure): string => by ?? source ?? "";
  const keys = [...new Set([...claims, ...figures].map(keyOf))];
  const speakers = keys.map((key): Account => {
    const own = {
      claims: claims.filter((one) => keyOf(one) === key),
      figures: figures.filter((one) => keyOf(one) === key),
    };
    const all = [...own.claims, ...own.figures];
    const source = Object.hasOwn(sources, key) && all.every(({ by }) => by === undefined) ? sources[key] : undefined;
    return {
      key,
      name: source?.publisher ?? source?.title ?? (key || null),
      sources: unique(all.map((one) => one.source)),
      grades: unique(own.claims.map(({ grade }) => grade)),
      said: unique(own.claims.map(({ at }) => at)),
      fields: fieldsOf(own.claims, own.figures),
    };
  });
  const record: Account = {
    ...{ key: null, name: null, grades: [], said: [] },
    sources: incident.sources ?? [],
    fields: fieldsOf(ownClaims(incident), []),
  };
  return [...speakers, record];
}

/** What an account says of a field; two empty lists where it says nothing. */
export function sayingOf({ fields }: Account, field: string): Saying {
  return fields.get(field) ?? NOTHING;
}

/** Two accounts to begin with: named speakers who speak of the same fields before others. */
export function firstAccounts(accounts: readonly Account[]): readonly [Account, Account] | null {
  const speakers = accounts.filter(({ key }) => key !== null);
  const pairs = speakers.flatMap((a, at) => speakers.slice(at + 1).map((b) => [a, b] as const));
  const common = ([a, b]: readonly [Account, Account]): number =>
    [...a.fields.keys()].filter((field) => b.fields.has(field)).length -
    (SILENT.includes(a.key) || SILENT.includes(b.key) ? 1 : 0);
  const [best] = pairs.sort((x, y) => common(y) - common(x));
  const [a, b] = accounts;
  return best ?? (a === undefined || b === undefined ? null : [a, b]);
}
