import { isOnlyWhen } from "../claim-value.ts";
import type { Actor, Claim, Figure, Incident, Where } from "../incident.ts";
import { hasPosition } from "../place/place-precision.ts";
import type { HiddenValues } from "./hidden-values.ts";
import type { PlaceGrid } from "./place-grid.ts";
import { placeOnGrid } from "./redact-place.ts";

/** How a record is redacted. */
export interface RecordRules {
  /** For every record; null = places stay. */
  readonly grid: PlaceGrid | null;
  /** At least this for records about people. */
  readonly personalGrid: PlaceGrid;
  readonly fields: readonly string[];
}

/** A record without its hidden fields; its texts may still tell of them. */
export interface StrippedRecord {
  readonly incident: Incident;
  /** Hidden values of this record, which no text of it may hold. */
  readonly own: readonly string[];
  readonly places: number;
  readonly lostFields: readonly string[];
  readonly personal: boolean;
  /** Anything was taken out: an id made from the content would still tell of it. */
  readonly touched: boolean;
  readonly hideId: boolean;
}

/** Fields that name or describe people, or were written about them. */
const PERSONAL = "title summary actors claims sources locators note extra tags relations when.label".split(" ");
/** Texts of the publisher that often spell out where something was. */
const RAW = "extra locators note".split(" ");

/** Takes fields and places out of a record and tells `hidden` what they said. */
export function stripRecord(incident: Incident, rules: RecordRules, hidden: HiddenValues): StrippedRecord {
  const personal = incident.sensitivity === "personal";
  const grid = personal ? rules.personalGrid : rules.grid;
  const own: string[] = [];
  const hide = (text: unknown): void => {
    if (typeof text !== "string" || text.trim() === "") return;
    hidden.hide(text);
    if (text.trim().length >= 3) own.push(text.trim());
  };
  let record = incident;
  const lostFields: string[] = [];
  for (const field of rules.fields) {
    const next = withoutField(record, field, hide);
    if (next !== record) lostFields.push(field);
    record = next;
  }
  if (personal) for (const field of [...PERSONAL, "figures.by"]) record = withoutField(record, field, hide);
  let places = 0;
  if (grid !== null) {
    for (const key of ["where", "from"] as const) {
      const where = record[key];
      if (where === undefined || where === null) continue;
      const next = placeOnGrid(where, grid);
      tellPlace(where, next, { hide, hidden, own });
      if (hasPosition(next)) places++;
      record = { ...record, [key]: next };
    }
    for (const field of RAW) record = withoutField(record, field, () => {});
    record = withClaims(record, (claim) => !isPlaceClaim(claim));
  }
  return {
    incident: record,
    own,
    places,
    lostFields,
    personal,
    touched: record !== incident,
    hideId: personal || rules.fields.includes("id"),
  };
}

interface Telling {
  readonly hide: (text: unknown) => void;
  readonly hidden: HiddenValues;
  readonly own: string[];
}

function tellPlace(before: Where, after: Where, { hide, hidden, own }: Telling): void {
  for (const key of ["name", "admin1", "country"] as const) {
    // Two letters of a country would be found in every text.
    if (before[key] !== after[key]) key === "country" || hide(before[key]);
    else hidden.open(before[key]);
  }
  for (const degrees of [before.lon, before.lat]) {
    const text = typeof degrees === "number" ? String(degrees) : "";
    const decimal = /^-?(\d+\.\d{1,3})/.exec(text)?.[1];
    if (decimal !== undefined) own.push(decimal, decimal.replace(".", ","));
  }
}

function isPlaceClaim({ field, value }: Claim): boolean {
  if (/^(where|from)\b/.test(field)) return true;
  return typeof value === "object" && value !== null && !isOnlyWhen(value);
}

function withClaims(record: Incident, keep: (claim: Claim) => boolean): Incident {
  if (record.claims === undefined) return record;
  const claims = record.claims.filter(keep);
  return claims.length === record.claims.length ? record : { ...record, claims };
}

/** The record without a field and the claims about it; the same object when it has none. */
function withoutField(record: Incident, field: string, hide: (text: unknown) => void): Incident {
  const lean = withClaims(record, ({ field: about }) => about !== field && !about.startsWith(`${field}.`));
  const at = field.indexOf(".");
  const key = (at < 0 ? field : field.slice(0, at)) as keyof Incident;
  const part = at < 0 ? null : field.slice(at + 1);
  const value = lean[key];
  if (value === undefined || value === null) return lean;
  if (field === "id") return { ...lean };
  if (field === "title") return { ...lean, title: "" };
  if (part === null) {
    hideAll(key, value, hide);
    const { [key]: _, ...rest } = lean;
    return rest as Incident;
  }
  if (key === "actors") {
    const actors = lean.actors as readonly Actor[];
    return listWithout(lean, { key, items: actors, drops: ({ role }) => role === part, lost: (one) => hide(one.name) });
  }
  if (key === "figures") return withoutFigures(lean, part);
  const { [part]: gone, ...rest } = value as Readonly<Record<string, unknown>>;
  if (gone === undefined || gone === null) return lean;
  if (part !== "country") hide(gone);
  return { ...lean, [key]: rest } as Incident;
}

interface ListPart<T> {
  readonly key: keyof Incident;
  readonly items: readonly T[];
  readonly drops: (item: T) => boolean;
  readonly lost: (item: T) => void;
}

function listWithout<T>(record: Incident, { key, items, drops, lost }: ListPart<T>): Incident {
  const gone = items.filter(drops);
  if (gone.length === 0) return record;
  gone.forEach(lost);
  return { ...record, [key]: items.filter((item) => !drops(item)) };
}

/** Without the figures of a measure; `by` takes the speakers out of all of them. */
function withoutFigures(record: Incident, measure: string): Incident {
  const items = record.figures as readonly Figure[];
  if (measure !== "by") {
    return listWithout(record, { key: "figures", items, drops: (one) => one.measure === measure, lost: () => {} });
  }
  if (!items.some(({ by, source }) => by !== undefined || source !== undefined)) return record;
  return { ...record, figures: items.map(({ by: _by, source: _source, ...rest }) => rest) };
}

/** Short texts inside a field that goes: other texts must not repeat them. */
function hideAll(key: keyof Incident, value: unknown, hide: (text: unknown) => void): void {
  if (key === "actors") for (const { name } of value as readonly Actor[]) hide(name);
  else if (key === "where" || key === "from") hide((value as Where).name);
  else if (key === "category" || key === "kind") hide(value);
  else if (key === "tags") for (const tag of value as readonly string[]) hide(tag);
}
