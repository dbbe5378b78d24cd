import { gzipSync } from "node:zlib";
import { tableFromIPC, tableToIPC } from "@uwdata/flechette";
import { columnsOf, loadColumns, loadIncidents, readIncidents, recordsOf, toCollection } from "@whenwhere/model";
import { toArrow } from "@whenwhere/model/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordsOfIncidents } from "../../../packages/model/src/columns/record-source.ts";
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

  it("is read whole whatever length its server tells", async () => {
    const many = Array.from({ length: 30_000 }, (_, i) => ({ ...incidents[0], id: `r${i}` }) as (typeof incidents)[0]);
    const { bytes } = await toArrow(many, parts);
    expect(bytes.length).toBeGreaterThan(2 ** 23);
    const cut = (size: number) => bytes.slice(size * 100_000, (size + 1) * 100_000);
    const chunks = Array.from({ length: Math.ceil(bytes.length / 100_000) }, (_, i) => cut(i));
    for (const told of [bytes.length, bytes.length - 5, 2 ** 23, 3 * bytes.length, null]) {
      const body = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          const chunk = left.shift();
          if (chunk === undefined) controller.close();
          else controller.enqueue(chunk);
        },
      });
      const left = [...chunks];
      const headers = { get: (name: string) => (name === "content-length" && told !== null ? String(told) : null) };
      const load = await loadColumns({ ok: true, status: 200, headers, body });
      expect(load.columns.length).toBe(30_000);
      expect(load.records.incident(29_999)).toEqual({ ...incidents[0], id: "r29999" });
    }
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

  it("gives columns without records back as they were, and makes records of them", async () => {
    await fc.assert(
      fc.asyncProperty(someIncidents, async (many) => {
        const columns = columnsOf(many, parts);
        const { bytes } = await toArrow(columns);
        const load = await loadColumns(bytes);
        expect(load.columns.startMs).toEqual(columns.startMs);
        expect(load.columns).toEqual({ ...columns, ...parts, sources: columns.sources });
        const { names } = load.recordData as Extract<typeof load.recordData, { kind: "columns" }>;
        if (many.length > 0) expect(names.ids).toBeNull();
        const back = await loadIncidents(bytes);
        expect(back.report.rows.kept).toBe(many.length);
        for (const [row, incident] of back.incidents.entries()) {
          const made = load.records.incident(row);
          expect([made.id, load.records.id(row), load.records.rowOf(incident.id)]).toEqual([
            incident.id,
            incident.id,
            row,
          ]);
          expect([made.when?.edtf, made.status]).toEqual([incident.when?.edtf, incident.status]);
          expect([made.where?.lon, made.where?.lat]).toEqual([incident.where?.lon, incident.where?.lat]);
        }
        expect([
          load.records.rowOf("0"),
          load.records.rowOf("01"),
          load.records.rowOf(String(many.length + 1)),
        ]).toEqual([-1, -1, -1]);
      }),
      { seed: 7, numRuns: fullRuns(100, 20) },
    );
  });

  it("keeps ids and titles of rows whose records it does not carry", async () => {
    const columns = columnsOf(incidents, parts);
    const names = recordsOfIncidents(incidents);
    const whole = await toArrow(columns, { records: names });
    const table = tableFromIPC(whole.bytes);
    const bare = table.select(table.schema.fields.map(({ name }) => name).filter((name) => name !== "record"));
    const load = await loadColumns(tableToIPC(bare, { format: "file" }) as Uint8Array);
    expect(load.recordData.kind).toBe("columns");
    const read = incidents.map((_, row) => load.records.incident(row));
    expect(read.map(({ id, title, status }) => [id, title, status])).toEqual(
      incidents.map(({ id, title, status = "happened" }) => [id, title, status]),
    );
    expect(read.map(({ id }) => load.records.rowOf(id))).toEqual([0, 1, 2]);
    expect(read[0]?.when).toEqual({ edtf: "2022-01-18/2022-01-31" });
  });

  it("refuses what is neither records nor whole columns", async () => {
    const columns = columnsOf(incidents, parts);
    const call = (input: unknown) => toArrow(input as typeof incidents);
    await expect(call({ incidents })).rejects.toThrow("toArrow got an object, not records. Give its `incidents`.");
    await expect(call({ length: 1, startMs: columns.startMs })).rejects.toThrow(/without endMs, dateBits, lon/);
    const short = { ...columns, lon: new Float64Array(1) };
    await expect(call(short)).rejects.toThrow(/columns of 3 rows, of which lon has 1/);
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
        const records = recordsOf(read.recordData);
        for (let row = 0; row < rows.kept; row++) expect(records.incident(row).id).toEqual(expect.any(String));
      }),
      { seed: 6, numRuns: fullRuns(1500) },
    );
  });
});
