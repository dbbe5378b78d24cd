import type { ImportReport } from "@whenwhere/model";
import { describe, expect, it } from "vitest";
import { run } from "../../packages/cli/src/index.ts";
import { call as callWith, type Files, fakeWorld } from "./fake-io.ts";

const CSV = "title,date,lat,lon\nA,13/02/2022,24.45,54.37\nB,05/02/2022,0,0\nC,soon,1,2\n";

const call = (argv: readonly string[], files: Files = { "a.csv": CSV }) => callWith(argv, files);

describe("whenwhere check", () => {
  it("says in words what was kept, changed and refused, with the rows", async () => {
    const { exit, out } = await call(["check", "a.csv"]);
    expect(exit).toBe(0);
    expect(out).toContain("3 read, 3 kept, 0 refused; of those kept 2 changed, 1 without a date, 1 not on the map");
    expect(out).toContain("Rows are counted from 1, without the header.");
    expect(out).toContain("warning place/null-island (1)\n  row 2: ");
    expect(out).toContain("info time/order-inferred (1)");
    expect(out).toContain("Pass `--day-first` or `--month-first` to decide it yourself.");
    expect(out).toContain("Pass `--map FIELD=COLUMN` to decide it yourself.");
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

it("says what it has written, and which file it cannot write", async () => {
  expect((await call(["convert", "a.csv", "b.geojson"])).error).toMatch(/^b\.geojson: \d+ records? written$/m);
  const world = fakeWorld({ "a.csv": CSV });
  const io = { ...world.io, writeFile: () => Promise.reject(new Error("ENOENT: no such file or directory")) };
  expect(await run(["convert", "a.csv", "no/b.json"], io)).toBe(2);
  expect(world.said.error).toContain(
    "no/b.json cannot be written (ENOENT: no such file or directory). Check its folder.",
  );
});

describe("whenwhere convert, of several files", () => {
  const HEAD =
    "event_id_cnty,event_date,year,time_precision,event_type,country,location,latitude,longitude,geo_precision,notes,timestamp\n";
  const row = (id: string, notes: string, stamp: number) =>
    `${id},2023-02-16,2023,1,Battles,Syria,Tadefqux,36.34527,37.71938,1,${notes},${stamp}\n`;
  const files = {
    "base.csv": `${HEAD}${row("SYR1", "old", 1)}${row("SYR2", "gone", 1)}${row("SYR3", "same", 1)}`,
    "update.csv": `${HEAD}${row("SYR1", "new", 2)}${row("SYR4", "more", 2)}`,
    "deleted.csv": "event_id_cnty,deleted_timestamp\nSYR2,3\n",
  };

  it("keeps the latest of each id, drops deletions, and says what changed", async () => {
    const { exit, error, written } = await call(
      ["convert", "base.csv", "update.csv", "deleted.csv", "all.json", "--report", "r.json"],
      files,
    );
    expect(exit).toBe(0);
    const { incidents, attribution } = JSON.parse(written["all.json"] ?? "");
    expect(incidents.map((one: { id: string; summary: string }) => [one.id, one.summary])).toEqual([
      ["SYR1", "new"],
      ["SYR3", "same"],
      ["SYR4", "more"],
    ]);
    expect(attribution).toContain("ACLED");
    expect(error).toContain("What changed: 1 record stayed\n  1 added: SYR4\n  1 changed: SYR1\n  1 removed: SYR2\n");
    expect(error).toContain("deleted.csv: deletions, utf-8");
    expect(JSON.parse(written["r.json"] ?? "")).toMatchObject({
      rows: { read: 6, kept: 6 },
      files: [{ name: "base.csv" }, { name: "update.csv" }, { name: "deleted.csv", format: "deletions" }],
      changes: { removed: ["SYR2"] },
    });
  });

  it.each(["json", "geojson", "csv", "kml", "ics", "linked-places", "timelinejs"])(
    "redacts before %s is written, and tells counts only",
    async (to) => {
      const argv = [
        "convert",
        "base.csv",
        "update.csv",
        "-",
        "--to",
        to,
        "--redact-radius",
        "25km",
        "--report",
        "r.json",
      ];
      const { exit, out, error, written } = await call(argv, files);
      expect(exit).toBe(0);
      const all = `${out}${error}${written["r.json"]}`.toLowerCase();
      for (const sought of ["tadefqux", "36.345", "37.719"]) expect(all).not.toContain(sought);
      expect(error).toContain("Redacted: 4 records became 4, 4 places moved to the grid");
    },
  );

  it("writes the attribution into each row of CSV", async () => {
    const { out } = await call(["convert", "base.csv", "-", "--to", "csv"], files);
    for (const line of out.trim().split("\n").slice(1)) expect(line).toContain("ACLED");
  });

  it("says what of the collection CSV cannot carry", async () => {
    const source = { title: "S", published: "2022" };
    const collection = {
      whenwhere: 1,
      title: "T",
      license: "CC0-1.0",
      sources: { s: source },
      incidents: [{ id: "a", title: "A" }],
    };
    const { error } = await call(["convert", "a.json", "b.csv"], { "a.json": JSON.stringify(collection) });
    expect(error).toContain("write/not-carried title (1): CSV has no place for the title of the collection (T)");
    expect(error).toContain("write/not-carried sources (1): CSV has no place for title, published of a source");
    expect(error).not.toContain("CC0");
  });

  it("says what a format cannot carry", async () => {
    const { error } = await call(["convert", "base.csv", "-", "--to", "ics"], files);
    expect(error).toMatch(/write\/not-carried extra \(3\): iCalendar has no place for extra/);
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
    [["check"], /check takes one file or more/],
    [["check", "nowhere.csv"], /nowhere\.csv cannot be read \(ENOENT/],
    [["check", "a.csv", "--from", "xls"], /--from xls is not known/],
    [["check", "a.csv", "--day-first", "--month-first"], /exclude each other/],
    [["check", "a.csv", "--wat"], /--wat/],
    [["check", "a.csv", "--map", "wann=date"], /names "wann"/],
    [["convert", "a.csv", "b.xls"], /names no format/],
    [["convert", "a.csv"], /at least two files/],
    [["export", "a.csv"], /export takes files and -o/],
    [["export", "a.csv", "-o", "a.csv"], /would write over a\.csv/],
    [["convert", "a.csv", "./a.csv"], /convert would write over \.\/a\.csv, which it reads\. Name another file\./],
    [["check", "a.csv", "--report", "a.csv"], /check would write over a\.csv/],
    [["convert", "a.csv", "b.json", "--report", "./b.json"], /The report would be written over \.\/b\.json/],
    [["check", "a.csv", "--report", "-"], /--report names a file; --json prints the report\./],
    [["check", "-", "-"], /name - only once/],
    [["convert", "nowhere.csv", "-", "--to", "arrow"], /writes bytes; name a file/],
    [["preview"], /at least one file/],
    [["preview", "a.csv", "--port", "x"], /--port x is no port/],
    [["preview", "a.csv", "--port", "1"], /Port 1 cannot be used \(EACCES\)/],
    [["check", "a.csv", "--redact-radius", "far"], /no distance/],
    [["check", "a.csv", "--redact-fields", "wo"], /"wo" is not a field/],
    [["check", "a.csv", "--aggregate-below", "1"], /aggregateBelow is 1/],
    [["dates"], /at least one date/],
    [["chekc", "a.csv"], /"chekc" is not a command; did you mean "check"\?/],
    [["plot", "a.csv"], /"plot" is not a command; use one of check, convert, preview, export, dates\./],
    [["help", "conver"], /"conver" is not a command; did you mean "convert"\?/],
    [["check", "a.csv", "--form", "csv"], /There is no option --form\. Did you mean --from\?/],
    [["check", "a.csv", "--colour"], /There is no option --colour\.\n/],
    [["check", "a.csv", "--port", "8080"], /--port is no option of check; it is one of preview\./],
    [["convert", "a.csv", "-o", "b.json"], /--output is no option of convert; it is one of export\./],
    [["dates", "2022", "--day-first"], /--day-first is no option of dates\./],
  ])("%j exits 2 and says why", async (argv, words) => {
    const { exit, error } = await call(argv);
    expect(exit).toBe(2);
    expect(error).toMatch(words);
  });

  it("says which version it is", async () => {
    for (const argv of [["--version"], ["-v"], ["check", "--version"]]) {
      expect(await call(argv)).toMatchObject({ exit: 0, out: "1.2.3\n", error: "" });
    }
  });

  it("has help with examples", async () => {
    const { exit, out } = await call(["--help"]);
    expect(exit).toBe(0);
    expect(out).toContain("Examples\n  whenwhere check attacks.csv");
  });

  it.each(["check", "convert", "preview", "export", "dates"])(
    "has help of %s with examples, asked for in two ways",
    async (command) => {
      const [asked, named] = [await call([command, "--help"]), await call(["help", command])];
      expect(asked.exit).toBe(0);
      expect(asked.out).toMatch(new RegExp(`^whenwhere ${command} [\\s\\S]*\nExamples\n {2}whenwhere ${command} `));
      expect(named.out).toBe(asked.out);
    },
  );
});
