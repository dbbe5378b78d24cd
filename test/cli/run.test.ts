import type { ImportReport } from "@whenwhere/model";
import { describe, expect, it } from "vitest";
import { type CliIo, run } from "../../packages/cli/src/index.ts";

const CSV = "title,date,lat,lon\nA,13/02/2022,24.45,54.37\nB,05/02/2022,0,0\nC,soon,1,2\n";

async function call(argv: readonly string[], files: Record<string, string | Uint8Array> = { "a.csv": CSV }) {
  const written: Record<string, string> = {};
  let out = "";
  let error = "";
  const io: CliIo = {
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
    readFile: (name) => {
      const file = files[name];
      if (file === undefined) return Promise.reject(new Error("ENOENT: no such file"));
      return Promise.resolve(typeof file === "string" ? new TextEncoder().encode(file) : file);
    },
    writeFile: (name, text) => {
      written[name] = text;
      return Promise.resolve();
    },
  };
  return { exit: await run(argv, io), out, error, written };
}

describe("whenwhere check", () => {
  it("says in words what was kept, changed and refused, with the rows", async () => {
    const { exit, out } = await call(["check", "a.csv"]);
    expect(exit).toBe(0);
    expect(out).toContain("3 read, 3 kept, 0 refused; of those kept 2 changed, 1 without a date, 1 not on the map");
    expect(out).toContain("warning place/null-island (1)\n  row 2: ");
    expect(out).toContain("info time/order-inferred (1)");
  });

  it("prints the report as JSON, whose sums hold", async () => {
    const { out } = await call(["check", "a.csv", "--json", "--month-first"]);
    const report = JSON.parse(out) as ImportReport;
    expect(report).toMatchObject({
      format: "csv",
      encoding: "utf-8",
      rows: { read: 3, kept: 3, changed: 3, undated: 2, unplaced: 1, rejected: 0 },
    });
    expect(report.issues.map(({ code }) => code)).toContain("time/order-conflict");
  });

  it("exits 1 when nothing is usable, and says what was found", async () => {
    const { exit, out } = await call(["check", "a.html"], { "a.html": "<!doctype html><title>Log in</title>" });
    expect(exit).toBe(1);
    expect(out).toContain('Found a web page (HTML) titled "Log in". Expected JSON, GeoJSON, CSV or TSV.');
  });

  it("follows --map", async () => {
    const { out } = await call(["check", "a.csv", "--json", "--map", "killed=n", "--map", "title=what"], {
      "a.csv": "what,n\nA,3\n",
    });
    expect((JSON.parse(out) as ImportReport).issues[0]?.value).toEqual({ title: "what", killed: "n" });
  });
});

describe("whenwhere convert", () => {
  it("writes what the ending of the file says, and the report where asked", async () => {
    const { exit, written } = await call(["convert", "a.csv", "b.geojson", "--report", "r.json"]);
    expect(exit).toBe(0);
    expect(JSON.parse(written["b.geojson"] ?? "")).toMatchObject({
      type: "FeatureCollection",
      features: [{ geometry: { coordinates: [54.37, 24.45] } }, { geometry: null }, {}],
    });
    expect(JSON.parse(written["r.json"] ?? "")).toMatchObject({ rows: { read: 3 } });
  });

  it("gives the same records there and back", async () => {
    const first = await call(["convert", "a.csv", "b.json"]);
    const second = await call(["convert", "b.json", "c.csv"], first.written);
    const third = await call(["convert", "c.csv", "-", "--to", "json"], second.written);
    expect(JSON.parse(third.out)).toEqual(JSON.parse(first.written["b.json"] ?? ""));
  });

  it("writes nothing when nothing could be read", async () => {
    const { exit, written } = await call(["convert", "a.csv", "b.json"], { "a.csv": "" });
    expect([exit, Object.keys(written)]).toEqual([1, []]);
  });
});

describe("whenwhere dates", () => {
  it("says how each date is understood, years before our era too", async () => {
    const { exit, out } = await call(["dates", "2022-02", "-0044", "2024-02-30"]);
    expect(exit).toBe(0);
    expect(out).toContain("2022-02\n  month; from 2022-02-01 until 2022-03-01 (not included)");
    expect(out).toContain("-0044\n  year;");
    expect(out).toContain("2024-02-30\n  not a date: ");
  });

  it("prints JSON, and exits 1 when none is a date", async () => {
    const { exit, out } = await call(["dates", "nonsense", "--json"]);
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject([{ text: "nonsense", canonical: null, error: expect.any(String) }]);
  });
});

describe("whenwhere, called wrongly", () => {
  it.each([
    [[], /No command/],
    [["frobnicate"], /"frobnicate" is not a command/],
    [["check"], /check takes one file/],
    [["check", "nowhere.csv"], /nowhere\.csv cannot be read \(ENOENT/],
    [["check", "a.csv", "--from", "xls"], /--from xls is not known/],
    [["check", "a.csv", "--day-first", "--month-first"], /exclude each other/],
    [["check", "a.csv", "--wat"], /--wat/],
    [["check", "a.csv", "--map", "wann=date"], /names "wann"/],
    [["convert", "a.csv", "b.xls"], /names no format/],
    [["dates"], /at least one date/],
  ])("%j exits 2 and says why", async (argv, words) => {
    const { exit, error } = await call(argv);
    expect(exit).toBe(2);
    expect(error).toMatch(words);
  });

  it("has help with examples", async () => {
    const { exit, out } = await call(["--help"]);
    expect(exit).toBe(0);
    expect(out).toContain("Examples\n  whenwhere check attacks.csv");
  });
});
