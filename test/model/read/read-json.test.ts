import { type ReadOptions, readIncidents, WhenWhereError } from "@whenwhere/model";
import { describe, expect, it } from "vitest";

const codes = (text: string | Uint8Array, options?: ReadOptions) =>
  readIncidents(text, options).issues.map(({ row, code }) => `${row ?? "-"} ${code}`);
const codesOf = ({ issues }: ReturnType<typeof readIncidents>) => issues.map(({ row, code }) => `${row} ${code}`);
const one = (record: unknown) => {
  const { incidents, issues } = readIncidents(JSON.stringify({ whenwhere: 1, incidents: [record] }));
  return { incident: incidents[0], codes: issues.map(({ code }) => code) };
};

describe("readIncidents on our own JSON", () => {
  it("reads a collection with its title page and sources, and has nothing to say", () => {
    const result = readIncidents(
      JSON.stringify({
        whenwhere: 1,
        ...{ title: "T", description: "D", language: "en", license: "CC0-1.0", attribution: "A" },
        sources: { s: { title: "S", published: "2022-02-03" } },
        incidents: [
          { id: "a", title: "A", when: { edtf: "2022-02-02" }, where: { lon: 54.37, lat: 24.45 }, sources: ["s"] },
        ],
      }),
    );
    expect(result).toMatchObject({
      title: "T",
      description: "D",
      language: "en",
      license: "CC0-1.0",
      attribution: "A",
      issues: [],
    });
    expect(result.sources).toEqual({ s: { title: "S", published: "2022-02-03" } });
    expect(result.report).toEqual({
      format: "json",
      encoding: "text",
      issues: [],
      rows: { read: 1, kept: 1, changed: 0, undated: 0, unplaced: 0, rejected: 0 },
    });
  });

  it("reads a bare list, a single record and JSON Lines", () => {
    expect(readIncidents('[{"id":"a","title":"A"}]').incidents).toHaveLength(1);
    expect(readIncidents('{"id":"a","title":"A"}').incidents).toHaveLength(1);
    const lines = readIncidents('{"id":"a","title":"A"}\n{"id":"b",\n\n{"id":"c","title":"C"}\n');
    expect(lines.report).toMatchObject({ format: "jsonl", rows: { read: 3, kept: 2, rejected: 1 } });
    expect(lines.issues[0]).toMatchObject({ row: 2, code: "input/json-line", value: 2 });
  });

  it("checks records as objects as it would their JSON, and takes nothing else that is an object", () => {
    const records = [{ id: "a", title: "A", when: { edtf: "01/02/2020" }, sevrity: 3, note: undefined }];
    const { incidents } = readIncidents(records);
    expect(incidents).toEqual([{ id: "a", title: "A", when: { label: "01/02/2020" }, extra: { sevrity: 3 } }]);
    expect(codesOf(readIncidents(records))).toEqual(codesOf(readIncidents(JSON.stringify(records))));
    expect(readIncidents({ title: "T", incidents: records }).title).toBe("T");
    const file = new File(["[]"], "a.json") as unknown as string;
    expect(() => readIncidents(file)).toThrow(/loadIncidents/);
  });

  it("takes objects that JSON cannot say for bad records, which cost none of the others", () => {
    const circle: Record<string, unknown> = { id: "a", title: "A" };
    circle["self"] = { back: circle };
    const fine = { id: "b", title: "B" };
    const long = { id: "c", title: "C", seen: 12345678901234567890n };
    for (const input of [[circle, fine, long], { title: "T", incidents: [circle, fine, long] }]) {
      const { incidents, issues, report } = readIncidents(input);
      expect(report.rows).toMatchObject({ read: 3, kept: 1, rejected: 2 });
      expect(incidents).toEqual([fine]);
      const told = issues.filter(({ code }) => code === "record/not-an-object");
      expect(told.map(({ row, value }) => [row, value])).toEqual([
        [1, expect.stringMatching(/^no JSON: TypeError: Converting circular structure/)],
        [3, expect.stringMatching(/^no JSON: TypeError: .*BigInt/)],
      ]);
    }
    for (const whole of [{ incidents: [fine], sources: circle }, circle]) {
      const { incidents, issues } = readIncidents(whole as never);
      expect(incidents).toEqual([]);
      expect(issues).toContainEqual(
        expect.objectContaining({ severity: "error", value: expect.stringMatching(/^no JSON: TypeError: Converting/) }),
      );
    }
  });

  it("takes off a wrong field, says so, and keeps the record", () => {
    const { incident, codes: said } = one({
      id: "a",
      title: "A",
      status: "maybe",
      tags: [1, {}, "x"],
      actors: [{ role: "victim" }, { name: "B" }],
      colour: "red",
    });
    expect(incident).toEqual({
      id: "a",
      title: "A",
      tags: ["1", "x"],
      actors: [{ name: "B" }],
      extra: { colour: "red" },
    });
    expect(said).toEqual(["field/value", "field/type", "field/type", "field/missing", "field/unknown"]);
  });

  it("keeps the words of a date it cannot read, and leaves the record undated", () => {
    const { incident, codes: said } = one({ id: "a", title: "A", when: { edtf: "2024-02-30", span: "within" } });
    expect(incident?.when).toEqual({ span: "within", label: "2024-02-30" });
    expect(said).toEqual(["time/syntax"]);
  });

  it.each([
    ["0, 0", { lon: 0, lat: 0 }, "place/null-island"],
    ["a longitude beyond 180", { lon: 181, lat: 2 }, "place/out-of-range"],
    ["a latitude that is a longitude", { lon: 24, lat: 154 }, "place/swapped"],
    ["a latitude beyond any longitude", { lon: 24, lat: 500 }, "place/out-of-range"],
    ["two numbers of which neither is a latitude", { lon: 154, lat: 100 }, "place/out-of-range"],
    ["a codebook's -1 for nothing", { lon: -1, lat: -1 }, "place/stand-in"],
    ["a codebook's -9 for nothing", { lon: -9, lat: -9 }, "place/stand-in"],
    ["NaN in text", { lon: "NaN", lat: 2 }, "place/not-a-number"],
    ["one half", { lon: 3 }, "place/half"],
    ["coordinates of an unknown place", { lon: 3, lat: 3, precision: "unknown" }, "place/unknown-with-coordinates"],
  ])("puts %s nowhere on the map, and says so", (_name, where, code) => {
    const result = readIncidents(JSON.stringify([{ id: "a", title: "A", where: { name: "X", ...where } }]));
    expect(result.incidents[0]?.where).not.toHaveProperty("lon");
    expect(result.incidents[0]?.where?.name).toBe("X");
    expect(result.issues.map((issue) => issue.code)).toEqual([code]);
    expect(result.report.rows).toMatchObject({ kept: 1, changed: 1, unplaced: 1 });
  });

  it.each([
    [{ country: "YE" }, "YE", []],
    [{ country: "Yemen" }, "YE", ["place/country-name"]],
    [{ country: "mz", lon: 40, lat: -11 }, "MZ", ["place/country-name"]],
    [{ country: "Atlantis" }, "Atlantis", ["place/country-unknown"]],
    [{ country: "Atlantis", lon: -30, lat: 35 }, "Atlantis", []],
    [{ country: "Atlantis", lon: 0, lat: 0 }, "Atlantis", ["place/null-island", "place/country-unknown"]],
  ])("reads the country of %j as %s", (where, country, said) => {
    const read = one({ id: "a", title: "A", where });
    expect(read.incident?.where?.country).toBe(country);
    expect(read.codes).toEqual(said);
  });

  it("has nothing to say about coordinates that are null", () => {
    expect(one({ id: "a", title: "A", where: { name: "X", lon: null, lat: null } }).codes).toEqual([]);
  });

  it("refuses only what says nothing", () => {
    expect(codes('[null, 3, "x", {}, {"foo": 1}, {"id": "a"}, {"title": "B"}]')).toEqual([
      ...["1 record/not-an-object", "2 record/not-an-object", "3 record/not-an-object", "4 record/empty"],
      ...["5 record/empty", "6 record/title-missing", "7 record/id-missing"],
    ]);
  });

  it("makes the same id for the same content wherever it stands", () => {
    const [first] = readIncidents('[{"title":"A"},{"id":"z","title":"Z"}]').incidents;
    const [, second] = readIncidents('[{"id":"z","title":"Z"},{"title":"A"}]').incidents;
    expect(first?.id).toBe(second?.id);
  });

  it("leaves out an exact repeat, renames another record of the same id, and never takes an id that stands later", () => {
    const result = readIncidents(
      '[{"id":"a","title":"A"},{"id":"a","title":"A"},{"id":"a","title":"B"},{"id":"a-2","title":"C"}]',
    );
    expect(result.incidents.map(({ id, title }) => `${id} ${title}`)).toEqual(["a A", "a-3 B", "a-2 C"]);
    expect(result.issues.map(({ row, code }) => `${row} ${code}`)).toEqual([
      "2 record/duplicate",
      "3 record/duplicate-id",
    ]);
    expect(result.report.rows).toMatchObject({ read: 4, kept: 3, changed: 1, rejected: 1 });
  });

  it("checks dates and places inside claims, and numbers claims without an id", () => {
    const { incident, codes: said } = one({
      id: "a",
      title: "A",
      claims: [
        { field: "when", value: { edtf: "nonsense" } },
        { field: "where", value: { lon: 0, lat: 0 } },
      ],
    });
    expect(incident?.claims).toEqual([
      { id: "c1", field: "when", value: { label: "nonsense" } },
      { id: "c2", field: "where", value: {} },
    ]);
    expect(said).toEqual(["time/syntax", "place/null-island"]);
  });

  it("says which sources and records are pointed to but not there", () => {
    const { codes: said } = one({
      id: "a",
      title: "A",
      sources: ["nowhere"],
      relations: [{ type: "follows", to: "b" }],
    });
    expect(said).toEqual(["source/unknown-key", "relation/unknown-id"]);
  });

  it("throws only for a wrong call", () => {
    expect(() => readIncidents("x", { format: "xls" as "csv" })).toThrow(WhenWhereError);
    expect(() => readIncidents(3 as unknown as string)).toThrow(
      /expected text, a Uint8Array, an ArrayBuffer or a list of records/,
    );
    expect(() => readIncidents("a,b\n1,2", { mapping: { wann: "a" } as never })).toThrow(/names "wann"/);
  });
});

it("shows a refused value as it was written, on one line and no longer than one", () => {
  const rows = [[1, 2], { title: "A", actors: { a: 1 }, where: [1], status: "hap\npened", figures: "x".repeat(200) }];
  const said = readIncidents(JSON.stringify(rows)).issues.map(({ message }) => message);
  expect(said[0]).toContain("The record is [1,2];");
  expect(said).toContain('actors is {"a":1}, not a list.');
  expect(said).toContain("where is [1], not an object; it was left out.");
  expect(said.find((message) => message.startsWith("status"))).toContain('"hap\\npened"');
  expect(said.every((message) => message.length < 200 && !message.includes("\n"))).toBe(true);
});

describe("readIncidents on what is no data", () => {
  const bytes = (...values: number[]) => Uint8Array.from([...values, 0, 0, 0, 0]);
  it.each<[string, string | Uint8Array, string, RegExp]>([
    ["nothing", "", "input/empty", /no text at all/],
    ["blanks", " \n\t ", "input/empty", /no text at all/],
    [
      "a web page",
      "<!DOCTYPE html><html><head><title>404 Not Found</title>",
      "input/html",
      /web page.*404 Not Found.*Expected JSON/,
    ],
    ["a ZIP file", bytes(0x50, 0x4b, 3, 4), "input/archive", /ZIP archive or an Excel workbook.*CSV UTF-8/],
    ["a gzip file", bytes(0x1f, 0x8b, 8), "input/archive", /gzip/],
    ["a PDF", "%PDF-1.7\n...", "input/binary", /PDF/],
    ["a PNG", bytes(0x89, 0x50, 0x4e, 0x47), "input/binary", /PNG/],
    ["noise", Uint8Array.from({ length: 500 }, (_, i) => (i * 37) % 256), "input/binary", /not text/],
    [
      "JSON that breaks off",
      '{\n  "incidents": [\n    {"id": "a"',
      "input/json-syntax",
      /line 3, column 15 has the end of the text/,
    ],
    ["JSON with a slip", '{"a":\n [1,,2]}', "input/json-syntax", /line 2, column 5 has ",2\]}"/],
    ["JSON without records", '{"features_": 1}', "input/shape", /Found an object with features_/],
    ["a number", "[", "input/json-syntax", /line 1, column 2/],
    ["an empty collection", '{"whenwhere":1,"incidents":[]}', "input/no-usable-row", /no records/],
    [
      "a table without a header",
      "2024-01-02,24.45,54.37\n2024-01-03,24.5,54.4\n",
      "input/no-header",
      /looks like a record/,
    ],
    ["a table of nothing known", "foo,bar\n1,2\n", "table/no-column", /No column was recognised among foo, bar/],
  ])("says what %s is and what was expected, once", (_name, input, code, message) => {
    const { incidents, issues, report } = readIncidents(input);
    expect(incidents).toEqual([]);
    const errors = issues.filter(({ severity, row }) => severity === "error" && row === null);
    expect(errors.map((issue) => issue.code)).toEqual([code]);
    expect(`${errors[0]?.message} ${errors[0]?.hint}`).toMatch(message);
    expect(errors[0]?.hint).not.toBe("");
    expect(report.rows.kept + report.rows.rejected).toBe(report.rows.read);
  });

  it("finds the place of a JSON error in a deep document without running out of stack", () => {
    const { issues } = readIncidents(`${"[".repeat(200_000)}x`);
    expect(issues[0]).toMatchObject({ code: "input/json-syntax", value: { line: 1, column: 200_001 } });
  });

  it("decodes UTF-8 with a mark, UTF-16, Windows-1252 and a file cut within a letter", () => {
    const csv = "title,date\nCafé,2021\n";
    const utf16 = Uint8Array.from([
      0xff,
      0xfe,
      ...[...csv].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ]);
    const latin = Uint8Array.from(csv, (c) => c.charCodeAt(0));
    const utf8 = new TextEncoder().encode(`\ufeff${csv}`);
    const cut = new TextEncoder().encode(`title,date\nCafé,2021\nX,2022\né`).slice(0, -1);
    for (const input of [utf16, latin, utf8, cut]) expect(readIncidents(input).incidents[0]?.title).toBe("Café");
    expect(readIncidents(utf16).report.encoding).toBe("utf-16le");
    expect(readIncidents(latin).report.encoding).toBe("windows-1252");
    expect(readIncidents(utf8).report.encoding).toBe("utf-8");
    expect(readIncidents(cut).report.encoding).toBe("utf-8");
  });
});

describe("readers from elsewhere", () => {
  const reader = {
    name: "pipes",
    detect: ({ text }: { text: string }) => (text.startsWith("#pipes") ? 1 : 0),
    read: (input: { text: string }, sink: { record(raw: unknown): void }) => {
      for (const title of input.text.split("\n").slice(1)) sink.record({ title });
    },
  };
  it("are recognised beside the built-in ones, or used as told", () => {
    expect(readIncidents("#pipes\nA\nB", { readers: [reader] }).report).toMatchObject({
      format: "pipes",
      rows: { read: 2, kept: 2 },
    });
    expect(readIncidents("x\nA", { format: reader }).incidents[0]?.title).toBe("A");
    expect(readIncidents("title\nA", { readers: [reader] }).report.format).toBe("csv");
  });

  it("that break off cost nothing that was read before", () => {
    const broken = {
      ...reader,
      read: (_input: unknown, sink: { record(raw: unknown): void }) => {
        sink.record({ title: "A" });
        throw new Error("out of ink");
      },
    };
    const result = readIncidents("#pipes", { format: broken });
    expect(result.incidents).toHaveLength(1);
    expect(result.issues[0]).toMatchObject({
      code: "input/reader-failed",
      severity: "error",
      message: expect.stringContaining("out of ink"),
    });
  });
});
