import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseEdtf, readIncidents, STATUSES, tryParseEdtf } from "@whenwhere/model";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { allIncidents, datasets, dataText, datesOf } from "./collections.ts";

const schemaFile = path.resolve(import.meta.dirname, "../../packages/model/src/schema/collection.schema.json");
const hasSchema = existsSync(schemaFile);
const CATEGORIES = ["attack", "strike", "shootdown", "arrest", "exercise", "unrest", "deployment", "politics", "other"];
/** The kinds that the taxonomy lists for each category. */
const KINDS = new Map(
  [...dataText("TAXONOMY.md").matchAll(/^\| `(\w+)` *\|[^|\n]*\|(.*)\|$/gm)].map(([, category, kinds = ""]) => [
    category,
    [...kinds.matchAll(/`([a-z-]+)`/g)].map(([, kind]) => kind),
  ]),
);
const ROLES = [...(dataText("TAXONOMY.md").split("## Roles")[1]?.split("##")[0] ?? "").matchAll(/`(\w+)`/g)].map(
  ([, role]) => role,
);
const GRADE = /^[A-F][1-6]$/;
const earliestMs = Date.UTC(1900, 0, 1);
const latestMs = Date.UTC(2027, 0, 1);

describe.each(datasets().map(({ folder, collection }) => [folder, collection] as const))("%s", (folder, collection) => {
  const { incidents, sources = {} } = collection;

  it.skipIf(!hasSchema)(`follows the JSON Schema${hasSchema ? "" : " (skipped: the schema is not built yet)"}`, () => {
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")));
    expect(validate(collection) ? [] : validate.errors).toEqual([]);
  });

  it("is read whole and without an issue", () => {
    const { incidents: kept, report, issues } = readIncidents(dataText(`${folder}/incidents.json`));
    expect(issues).toEqual([]);
    expect(report.rows).toMatchObject({ read: incidents.length, kept: incidents.length, changed: 0, rejected: 0 });
    expect(kept.map((incident) => incident.id)).toEqual(incidents.map((incident) => incident.id));
  });

  it("says what it is, in English, under CC0", () => {
    expect(collection).toMatchObject({ whenwhere: 1, language: "en", license: "CC0-1.0" });
    expect(collection.title).toBeTruthy();
    expect(collection.attribution).toBeTruthy();
    const sentences = (collection.description ?? "").split(/[.;] /);
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    expect(sentences.length).toBeLessThanOrEqual(5);
  });

  it("gives each record an own id, a title, a summary, a status, and a category and kind of the taxonomy", () => {
    expect([...KINDS.keys()].slice(0, CATEGORIES.length)).toEqual(CATEGORIES);
    expect(new Set(incidents.map((incident) => incident.id)).size).toBe(incidents.length);
    for (const incident of incidents) {
      expect(incident.id).toMatch(/^[a-z]{2,3}-[a-z0-9-]+$/);
      expect(incident.title.length, incident.id).toBeLessThanOrEqual(72);
      expect(incident.summary, incident.id).toMatch(/[.]$/);
      expect(STATUSES, incident.id).toContain(incident.status);
      expect(CATEGORIES, incident.id).toContain(incident.category);
      expect(KINDS.get(incident.category), incident.id).toContain(incident.kind);
      for (const { role } of incident.actors ?? []) expect(ROLES, incident.id).toContain(role);
    }
  });

  it("writes every date as EDTF between 1900 and 2026, with counts on series only", () => {
    for (const incident of incidents) {
      for (const [at, edtf] of datesOf(incident)) {
        expect(tryParseEdtf(edtf).error, `${incident.id} ${at} ${edtf}`).toBeNull();
        const { startMs, endMs } = parseEdtf(edtf);
        expect(startMs === Number.NEGATIVE_INFINITY || startMs >= earliestMs, `${incident.id} ${at}`).toBe(true);
        expect(endMs === Number.POSITIVE_INFINITY || endMs <= latestMs, `${incident.id} ${at}`).toBe(true);
      }
      if (incident.when?.count !== undefined) expect(incident.when.span, incident.id).toBe("series");
      if (!incident.when?.edtf) expect(incident.when?.label, incident.id).toBeTruthy();
    }
  });

  it("says of what was going on until when, and since when or that nobody told", () => {
    for (const { id, when } of incidents) {
      if (when?.span !== "ongoing") continue;
      const { kind, start, end } = parseEdtf(when.edtf ?? "");
      expect([kind, end.kind], `${id} ${when.edtf}`).toEqual(["interval", "stated"]);
      expect(["stated", "unknown"], `${id} ${when.edtf}`).toContain(start.kind);
    }
  });

  it("keeps bounds of figures in order and an unknown number empty", () => {
    for (const incident of incidents) {
      for (const { measure, low, best, high, kind } of incident.figures ?? []) {
        const given = [low, best, high].filter((value) => typeof value === "number");
        expect(given, `${incident.id} ${measure}`).toEqual([...given].sort((a, b) => a - b));
        expect(given.length === 0, `${incident.id} ${measure}`).toBe(kind === "unknown");
      }
    }
  });

  it("names a speaker and a source for each figure and claim, and grades each claim", () => {
    for (const incident of incidents) {
      for (const spoken of [...(incident.claims ?? []), ...(incident.figures ?? [])]) {
        expect(spoken.by, incident.id).toBeTruthy();
        expect(incident.sources, incident.id).toContain(spoken.source);
      }
      const claims = incident.claims ?? [];
      expect(new Set(claims.map((claim) => claim.id)).size).toBe(claims.length);
      for (const claim of claims) {
        expect(claim.grade, incident.id).toMatch(GRADE);
        expect(claim.stance, incident.id).toMatch(/^(asserts|denies)$/);
        const letter = sources[claim.source ?? ""]?.reliability ?? "F";
        expect((claim.grade ?? "A") >= letter, `${incident.id} ${claim.id} is graded above its source`).toBe(true);
      }
    }
  });

  it("says who alleges an allegation and who disputes a disputed record", () => {
    for (const { id, status, claims = [] } of incidents) {
      if (status === "alleged") expect(claims.length, id).toBeGreaterThanOrEqual(1);
      if (status === "disputed") expect(claims.length, id).toBeGreaterThanOrEqual(2);
    }
  });

  it("cites sources that are listed, and lists none that is not cited", () => {
    const cited = new Set(incidents.flatMap((incident) => incident.sources ?? []));
    expect([...cited].sort()).toEqual(Object.keys(sources).sort());
    for (const incident of incidents) expect(incident.sources?.length, incident.id).toBeGreaterThanOrEqual(1);
    for (const [key, source] of Object.entries(sources)) {
      expect(source.title, key).toBeTruthy();
      expect(source.publisher, key).toBeTruthy();
      expect(source.language, key).toMatch(/^[a-z]{2,3}$/);
      expect(source.kind, key).toBeTruthy();
      expect(source.reliability, key).toMatch(/^[A-F]$/);
      expect(source.via?.document, key).toBeTruthy();
      if (source.published !== null) expect(tryParseEdtf(source.published ?? "").error, key).toBeNull();
      for (const url of [source.url, source.archive]) if (url) expect(new URL(url).protocol, key).toBe("https:");
    }
  });

  it("relates records to records of its own or of the join, never to themselves", () => {
    const known = new Set(allIncidents().incidents.map((incident) => incident.id));
    for (const { id, relations = [] } of incidents) {
      for (const { to } of relations) {
        expect(known, `${id} -> ${to}`).toContain(to);
        expect(to).not.toBe(id);
      }
    }
  });
});
