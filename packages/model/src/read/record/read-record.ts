import { isWhen } from "../../claim-value.ts";
import type { Claim, Incident, Where } from "../../incident.ts";
import { valueText } from "../../value-text.ts";
import type { Note } from "../reader.ts";
import type { ZoneCheck } from "../zone-check.ts";
import { checkDate, type DateJudge } from "./date-rules.ts";
import { isFineObject, isRecord, readEntries } from "./fields.ts";
import { checkPlace } from "./place-rules.ts";
import { createRowLog, type RowLogBook } from "./row-log.ts";
import { INCIDENT } from "./shapes.ts";

/** A record that was read: an incident whose id may still be missing. */
export type Draft = Omit<Incident, "id"> & { readonly id?: string };

/** A record read, or why it cannot be used. */
export type RecordOutcome =
  | { readonly draft: Draft; readonly notes: readonly Note[] }
  | { readonly draft: null; readonly reason: Note; readonly notes: readonly Note[] };

/** Fields that make a record worth keeping. */
const TELLING = ["id", "title", "summary", "when", "where", "from", "category", "kind", "actors", "figures", "claims"];

/** Reads one record of our own JSON field by field. Never throws on data; every wrong part is a note. */
export function readRecord(raw: unknown, knowsZone: ZoneCheck): RecordOutcome {
  if (!isRecord(raw)) {
    const message = `The record is ${valueText(raw)}; expected an object with at least a title.`;
    return { draft: null, reason: { code: "record/not-an-object", value: raw, message }, notes: [] };
  }
  const log = createRowLog();
  const whole = withClaimIds(raw);
  const fields = isFineObject(whole, INCIDENT) ? whole : Object.fromEntries(readEntries(whole, INCIDENT, "", log));
  const ruled = applyRules(fields as Partial<Incident>, log, knowsZone);
  if (!TELLING.some((name) => isTelling(ruled[name as keyof Incident]))) {
    const found = Object.keys(raw).slice(0, 8).join(", ");
    const message = `The record has nothing that could be shown${found === "" ? "" : `; found only ${found}`}.`;
    return { draft: null, reason: { code: "record/empty", message }, notes: [] };
  }
  const title = ruled.title?.trim() ? ruled.title : madeTitle(ruled, log);
  const draft = withExtra(ruled, log);
  return { draft: draft.title === title ? (draft as Draft) : { ...draft, title }, notes: log.notes };
}

function isTelling(value: unknown): boolean {
  if (typeof value === "string") return value.trim() !== "";
  if (Array.isArray(value)) return value.length > 0;
  if (isRecord(value)) return Object.values(value).some((part) => part !== null && part !== "");
  return false;
}

/** A claim without an id is still a claim: number it. */
function withClaimIds(raw: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { claims } = raw;
  if (!Array.isArray(claims) || claims.every((claim) => !isRecord(claim) || claim.id !== undefined)) return raw;
  const numbered = claims.map((claim: unknown, i) =>
    isRecord(claim) && claim.id === undefined ? { ...claim, id: `c${i + 1}` } : claim,
  );
  return { ...raw, claims: numbered };
}

function applyRules(fields: Partial<Incident>, log: RowLogBook, knowsZone: ZoneCheck): Partial<Incident> {
  const { when, where, from, claims } = fields;
  const ruled: { -readonly [K in keyof Incident]?: Incident[K] } = {};
  // Key by key, since a spread that leaves keys out costs more than all the rest of a record.
  for (const key of Object.keys(fields)) if (!RULED.has(key)) copyField(ruled, fields, key as keyof Incident);
  const place = (value: Where, path: string): Where =>
    checkPlace(value as Readonly<Record<string, unknown>>, path, log);
  if (when !== undefined) setUnlessEmpty(ruled, "when", checkDate(when, "when", { log, knowsZone }));
  if (where !== undefined) setUnlessEmpty(ruled, "where", place(where, "where"));
  if (from !== undefined) setUnlessEmpty(ruled, "from", place(from, "from"));
  if (claims !== undefined)
    ruled.claims = claims.map((claim, i) => ruledClaim(claim, `claims[${i}].value`, { log, knowsZone }));
  return ruled;
}

const RULED: ReadonlySet<string> = /* @__PURE__ */ new Set(["when", "where", "from", "claims"]);

function copyField<K extends keyof Incident>(to: { [F in K]?: Incident[F] }, from: Partial<Incident>, key: K): void {
  to[key] = from[key] as Incident[K];
}

/** A date or place of which nothing is left says nothing. */
function setUnlessEmpty<K extends keyof Incident>(
  to: { [F in K]?: Incident[F] },
  key: K,
  value: Incident[K] & object,
): void {
  if (Object.keys(value).length > 0) to[key] = value;
}

function ruledClaim(claim: Claim, path: string, judge: DateJudge): Claim {
  const { value } = claim;
  if (!isRecord(value)) return claim;
  if (isWhen(value)) return { ...claim, value: checkDate(value, path, judge) };
  return { ...claim, value: checkPlace(value, path, judge.log) };
}

function withExtra(fields: Partial<Incident>, log: RowLogBook): Partial<Incident> {
  if (log.kept.length === 0) return fields;
  return { ...fields, extra: Object.fromEntries([...Object.entries(fields.extra ?? {}), ...log.kept]) };
}

function madeTitle(fields: Partial<Incident>, log: RowLogBook): string {
  const parts = [fields.kind ?? fields.category, fields.where?.name].filter((part) => part?.trim());
  const candidates = [
    shorten(fields.summary?.trim() ?? ""),
    parts.join(", "),
    fields.when?.label,
    fields.when?.edtf,
    fields.id,
  ];
  const title = candidates.find((text) => text?.trim()) ?? "Untitled record";
  log.note("record/title-missing", "title", null, `The record has no title; it is called ${valueText(title)}.`);
  return title;
}

/** The first words of a text, cut at a blank. */
function shorten(text: string): string {
  if (text.length <= 80) return text;
  const cut = text.slice(0, 78);
  const blank = cut.lastIndexOf(" ");
  return `${(blank > 40 ? cut.slice(0, blank) : cut).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
