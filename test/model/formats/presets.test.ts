import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type ImportReport, loadIncidents, readIncidents } from "@whenwhere/model";
import { presets } from "@whenwhere/model/formats";
import { describe, expect, it } from "vitest";
import { call } from "../../cli/fake-io.ts";

const ACLED = "EVENT_ID_CNTY,EVENT_DATE,YEAR,TIME_PRECISION\nFRE1,01 March 2023,2023,2\n";

const check = (args: readonly string[], bytes: Uint8Array) =>
  call(["check", "file", "--json", ...args], { file: bytes });

describe("the presets", () => {
  it("each bear a name of their own, and none claims plain tables or our own records", () => {
    expect(new Set(presets.map(({ name }) => name)).size).toBe(presets.length);
    expect(presets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["acled", "ucdp-ged", "gtd", "gdelt", "hxl", "usgs"]),
    );
    const plain = [
      "title,date,lat,lon\nA,2021,1,2\n",
      '{"whenwhere":1,"incidents":[{"id":"a","title":"A"}]}',
      '[{"title":"A"}]',
      "",
    ];
    for (const text of plain)
      expect(["csv", "json", "unknown"]).toContain(readIncidents(text, { readers: presets }).report.format);
  });

  it("are recognised by loadIncidents, or asked for by name", async () => {
    const bytes = new Blob([ACLED]);
    expect((await loadIncidents(bytes)).report.format).toBe("acled");
    expect((await loadIncidents(bytes, { format: "acled" })).incidents[0]?.when?.edtf).toBe("[2023-02-26..2023-03-04]");
    expect((await loadIncidents(bytes, { format: "csv" })).report.format).toBe("csv");
    const said = loadIncidents(bytes, { format: "xls" });
    await expect(said).rejects.toMatchObject({ code: "read/format" });
    await expect(said).rejects.toThrow(/"xls" is not known\. Use one of auto, .*\bacled\b.*\bgpx\b/);
  });

  it("give way to a reader of the caller's own", async () => {
    const own = {
      ...presets[0],
      name: "own",
      detect: () => 1,
      read: (_: unknown, sink: { record(raw: unknown): void }) => sink.record({ title: "A" }),
    };
    expect((await loadIncidents(new Blob([ACLED]), { readers: [own] })).report.format).toBe("own");
  });

  it("are recognised by the command, or asked for with --from", async () => {
    const bytes = new TextEncoder().encode(ACLED);
    const format = async (...args: string[]) => (JSON.parse((await check(args, bytes)).out) as ImportReport).format;
    expect(await format()).toBe("acled");
    expect(await format("--from", "acled")).toBe("acled");
    expect(await format("--from", "csv")).toBe("csv");
    expect((await check(["--from", "xls"], bytes)).exit).toBe(2);
  });

  const real = path.resolve(import.meta.dirname, "../../../../shared/realdata/ucdp-ged191-myanmar-bangladesh.csv");
  const isThere = existsSync(real);
  it.skipIf(!isThere)(
    `let the command read all 3,194 real UCDP rows${isThere ? "" : " (skipped: ../shared/realdata is not here)"}`,
    async () => {
      const { exit, out } = await check([], readFileSync(real));
      const report = JSON.parse(out) as ImportReport;
      expect(exit).toBe(0);
      expect(report).toMatchObject({ format: "ucdp-ged", rows: { read: 3194, kept: 3194, rejected: 0 } });
      expect(report.issues.find(({ code }) => code === "table/precision")?.message).toContain(
        "493 of 3194 records (15.4 %) are exact in both day and place",
      );
    },
  );
});
