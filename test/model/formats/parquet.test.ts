import { readFileSync } from "node:fs";
import path from "node:path";
import { loadIncidents, readIncidents } from "@whenwhere/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parquetTable } from "../../../packages/model/src/formats/parquet/parquet-table.ts";
import { fullRuns } from "../../full-runs.ts";
import { brokenLaws } from "./layout-laws.ts";

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(path.join(import.meta.dirname, "fixtures", `${name}.parquet`)));
const CODECS = ["uncompressed", "snappy", "gzip", "zstd", "brotli", "lz4_raw"];
const limits = { maxBytes: 2 ** 30 };

describe("parquet", () => {
  it.each(CODECS)("reads every type exactly, packed with %s", async (codec) => {
    const { table, notes } = await parquetTable(fixture(`typed-${codec}`), limits);
    expect(notes).toEqual([]);
    const rows = table?.rows.map(({ cells }) =>
      Object.fromEntries((table?.columns ?? []).map((name, i) => [name, cells[i]])),
    );
    expect(rows).toEqual([
      {
        id: "a1",
        title: 'Port, "north"',
        date: "2022-02-03",
        wall: "2022-02-03T10:30:00",
        instant: "2022-02-03T06:30:00.123456Z",
        clock: "10:30:05",
        latitude: 24.45,
        longitude: 54.37,
        big: "9007199254740993",
        killed: 3,
        flag: "true",
        tags: "drone; port",
        nested: '{"name":"x","n":"9007199254740993"}',
        amount: 12.5,
        doc: '{"k":1}',
      },
      {
        id: "a2",
        title: null,
        date: "1899-12-31",
        wall: "1969-12-31T23:59:59.5",
        instant: "1969-12-31T23:59:59Z",
        clock: null,
        latitude: -33.87,
        longitude: -0.5,
        big: -1,
        killed: null,
        flag: "false",
        tags: '["a;b"]',
        nested: null,
        amount: null,
        doc: null,
      },
      {
        id: "a3",
        title: "Ünï–Ω",
        date: null,
        wall: null,
        instant: null,
        clock: "00:00:00",
        latitude: null,
        longitude: null,
        big: 42,
        killed: 0,
        flag: null,
        tags: "",
        nested: '{"name":null,"n":1}',
        amount: 0,
        doc: "[1]",
      },
    ]);
  });

  it("reads a file without a preset by its columns: a day stays a day, no coordinates stay none", async () => {
    const result = await loadIncidents(fixture("typed-snappy"), { mapping: { date: "date", start: null, end: null } });
    expect([result.report.format, result.report.encoding]).toEqual(["parquet", "parquet"]);
    expect(result.report.rows).toMatchObject({ read: 3, kept: 3, rejected: 0, undated: 1, unplaced: 1 });
    expect(result.incidents[0]).toMatchObject({
      id: "a1",
      title: 'Port, "north"',
      when: { edtf: expect.stringMatching(/^2022-02-03/) },
      where: { lon: 54.37, lat: 24.45 },
      tags: ["drone", "port"],
    });
    expect(brokenLaws(result)).toBe("");
    expect(JSON.stringify(result)).not.toContain("[object");
  });

  it("reads an ACLED export saved as Parquet as the same export in CSV", async () => {
    const bytes = fixture("acled-layout");
    const { table } = await parquetTable(bytes, limits);
    const quoted = (cell: unknown): string => `"${String(cell ?? "").replaceAll('"', '""')}"`;
    const csv = [table?.columns ?? [], ...(table?.rows ?? []).map(({ cells }) => cells)]
      .map((cells) => cells.map(quoted).join(","))
      .join("\n");
    const packed = await loadIncidents(bytes);
    const text = await loadIncidents(new TextEncoder().encode(csv));
    expect(packed.report).toMatchObject({ format: "acled", encoding: "parquet", rows: { read: 40, kept: 40 } });
    expect(packed.incidents[0]?.when?.edtf).toBe("2023-02-16");
    expect(packed.incidents).toEqual(text.incidents);
    expect(packed.report.rows).toEqual(text.report.rows);
    expect((await loadIncidents(bytes, { format: "acled" })).incidents).toEqual(text.incidents);
  });

  it("sends the one who reads it without loading to loadIncidents", () => {
    const result = readIncidents(fixture("typed-snappy"));
    expect(result.issues).toHaveLength(1);
    expect(result.issues[0]).toMatchObject({
      code: "input/needs-loading",
      severity: "error",
      message: expect.stringContaining("a Parquet file"),
      hint: expect.stringContaining("loadIncidents"),
    });
  });

  it("refuses what is cut off, and what says that it unpacks to more than the limit", async () => {
    const bytes = fixture("acled-layout");
    const cut = await loadIncidents(bytes.subarray(0, 3000));
    expect(cut.issues.map(({ code }) => code)).toEqual(["input/damaged"]);
    expect(brokenLaws(cut)).toBe("");
    const large = await loadIncidents(bytes, { maxBytes: 5000 });
    expect(large.issues.map(({ code }) => code)).toEqual(["input/too-large"]);
    expect(large.issues[0]?.message).toContain("5000");
  });

  it("never throws on mutated bytes, and the sums hold", async () => {
    const whole = [...CODECS.map((codec) => `typed-${codec}`), "acled-layout"].map(fixture);
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), edits, fc.nat(), async (original, changes, end) => {
        const bytes = original.slice(0, end % 3 === 0 ? end % original.length : original.length);
        // The file's table of contents stands at its end, and is what most faults of a reader come from.
        for (const [at, byte] of changes)
          bytes[(at % 2 === 0 ? at : bytes.length - 1 - (at % 900)) % bytes.length] = byte;
        const result = await loadIncidents(bytes);
        expect(brokenLaws(result)).toBe("");
      }),
      { seed: 4, numRuns: fullRuns(2000) },
    );
  });
});
