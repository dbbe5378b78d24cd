import { gzipSync } from "node:zlib";
import { tableFromIPC } from "@uwdata/flechette";
import { columnsOf, loadColumns, loadIncidents, readIncidents, recordsOf, toCollection } from "@whenwhere/model";
import { toArrow } from "@whenwhere/model/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrowColumns } from "../../../packages/model/src/formats/arrow/arrow-columns.ts";
import { recordsOfJson } from "../../../packages/model/src/formats/arrow/arrow-records.ts";
import { decodeArrow } from "../../../packages/model/src/formats/arrow/arrow-table.ts";
import { fullRuns } from "../../full-runs.ts";
import { incidents as someIncidents } from "../read/incident-arbitrary.ts";
import { brokenLaws } from "./layout-laws.ts";

const parts = {
  title: "Strikes",
  attribution: "Invented",
  license: "CC0-1.0",
  sources: { s1: { title: "A source", url: "https://example.org/a" } },
};
const collection = {
  whenwhere: 1,
  ...parts,
  incidents: [
    {
      id: "a",
      title: "One",
      category: "attack",
      when: { edtf: "2022-01-18~/2022-01-31~" },
      where: { lon: 54.37, lat: 24.45, radiusM: 15_000, basis: "assumed", country: "AE" },
      tags: ["x", "y"],
      figures: [{ measure: "killed", low: 12, high: 16 }],
      sources: ["s1"],
    },
    { id: "b", title: "Two, undated", where: { name: "Shan State", precision: "province" } },
    { id: "c", title: "Three ×", status: "alleged", when: { edtf: "2022-02-02T10:30Z" }, tags: ["y"] },
  ],
};
const { incidents } = readIncidents(JSON.stringify(collection));

describe("toArrow", () => {
  it("gives the same incidents, sources and title page back", async () => {
    const { bytes, issues } = await toArrow(incidents, parts);
    expect(issues).toEqual([]);
    const back = await loadIncidents(bytes);
    expect(back.incidents).toEqual(incidents);
    expect(back.sources).toEqual(parts.sources);
    expect([back.title, back.attribution, back.license]).toEqual(["Strikes", "Invented", "CC0-1.0"]);
    expect(back.issues).toEqual([]);
    expect(back.report).toMatchObject({ format: "json", encoding: "arrow", rows: { read: 3, kept: 3, undated: 1 } });
    const none = await toArrow([]);
    expect((await loadIncidents(none.bytes)).report.rows.read).toBe(0);
  });

  it("opens in any reader of Arrow, with plain columns", async () => {
    const table = tableFromIPC((await toArrow(incidents, parts)).bytes);
    expect(table.schema.metadata?.get("whenwhere")).toBe("1");
    expect(table.getChild("id").toArray()).toEqual(["a", "b", "c"]);
    expect(Array.from(table.getChild("lon").toArray())).toEqual([54.37, Number.NaN, Number.NaN]);
    expect(Array.from(table.getChild("field.tag"), (tags) => Array.from(tags as string[]))).toEqual([
      ["x", "y"],
      [""],
      ["y"],
    ]);
    expect(table.getChild("start_ms").at(2)).toBe(Date.UTC(2022, 1, 2, 10, 30));
  });

  it("holds the columns that its records give, for any records, and finds them by row and id", async () => {
    await fc.assert(
      fc.asyncProperty(someIncidents, async (many) => {
        const { bytes } = await toArrow(many, parts);
        const read = arrowColumns(await decodeArrow(bytes));
        expect(read?.columns).toEqual(columnsOf(many, parts));
        const back = await loadIncidents(bytes);
        const twin = readIncidents(JSON.stringify(toCollection(many, parts)));
        expect(back.incidents).toEqual(twin.incidents);
        expect(read?.report.rows).toEqual({ ...twin.report.rows, changed: 0 });
        const records = recordsOfJson(read?.recordData as never);
        for (const [row, { id }] of many.entries()) {
          expect([records.id(row), records.rowOf(id)]).toEqual([id, row]);
          expect(records.incident(row)).toEqual(twin.incidents[row]);
        }
      }),
      { seed: 5, numRuns: fullRuns(150, 30) },
    );
  });

  it("is taken by loadColumns as it stands, also packed, and by records where something must be redacted", async () => {
    const { bytes } = await toArrow(incidents, parts);
    const expected = columnsOf(incidents, parts);
    for (const input of [bytes, new Uint8Array(gzipSync(bytes))]) {
      const load = await loadColumns(input);
      expect(load.columns).toEqual(expected);
      expect(load.recordData.kind).toBe("json");
      expect(load.head).toMatchObject({ title: "Strikes", attribution: "Invented" });
      const records = recordsOf(structuredClone(load.recordData));
      expect(records.incident(2)).toEqual(incidents[2]);
    }
    expect((await loadColumns(bytes, { redact: { radiusM: 50_000 } })).recordData.kind).toBe("incidents");
  });

  it("shares the bytes of the file", async () => {
    const { bytes } = await toArrow(incidents, parts);
    const read = arrowColumns(await decodeArrow(bytes));
    const arrays = [read?.columns.startMs, read?.columns.lon, read?.columns.rowBits, read?.columns.fields.tag?.offsets];
    expect(arrays.map((array) => array?.buffer === bytes.buffer)).toEqual([true, true, true, true]);
  });

  it("writes columns without their records, and says so", async () => {
    const columns = columnsOf(incidents, parts);
    const { bytes, issues } = await toArrow(columns);
    expect(issues.map(({ code }) => code)).toEqual(["write/not-carried"]);
    const back = await loadIncidents(bytes);
    expect(brokenLaws(back)).toBe("");
    expect(back.report.rows.kept).toBe(3);
  });

  it("takes no columns from a damaged file that it would not take from a sound one", async () => {
    const { bytes } = await toArrow(incidents, parts);
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(edits, async (changes) => {
        const damaged = bytes.slice();
        for (const [at, byte] of changes) damaged[at % damaged.length] = byte;
        expect(brokenLaws(await loadIncidents(damaged))).toBe("");
        const read = await decodeArrow(damaged).then(arrowColumns, () => null);
        if (read === null) return;
        const { rows } = read.report;
        expect(rows.kept).toBe(rows.read);
        const records = recordsOfJson(read.recordData);
        for (let row = 0; row < rows.kept; row++) expect(records.incident(row).id).toEqual(expect.any(String));
      }),
      { seed: 6, numRuns: fullRuns(1500) },
    );
  });
});
