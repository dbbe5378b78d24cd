import { type ReadResult, readIncidents } from "@whenwhere/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullRuns } from "../../full-runs.ts";
import { incidents } from "./incident-arbitrary.ts";

/** Laws that a result breaks; a text, so that one comparison a run tells which. */
function brokenLaws({ incidents: kept, report, issues }: ReadResult): string {
  const { rows } = report;
  const laws = {
    "kept + rejected = read": rows.kept + rows.rejected === rows.read,
    "as many incidents as kept": kept.length === rows.kept,
    "ids differ": new Set(kept.map(({ id }) => id)).size === rows.kept,
    "parts of kept": Math.max(rows.changed, rows.undated, rows.unplaced) <= rows.kept,
    "ids and titles are not blank": kept.every(({ id, title }) => id.trim() !== "" && title.trim() !== ""),
    "issues are those of the report": issues === report.issues,
    "nothing kept is an error": rows.kept > 0 || issues.some(({ severity }) => severity === "error"),
  };
  return Object.entries(laws)
    .flatMap(([law, holds]) => (holds ? [] : [law]))
    .join("; ");
}

function checkLaws(result: ReadResult): void {
  expect(brokenLaws(result)).toBe("");
}

/** Small, so that ten thousand of them take seconds. */
const json = fc.jsonValue({ maxDepth: 1, stringUnit: fc.constantFrom(..."ab0 -.é\0\ud800") });

const fragments = fc
  .array(
    fc.constantFrom(
      ...[
        "date",
        "lat",
        "lon",
        "title",
        "id",
        "place",
        ",",
        ";",
        "\t",
        "|",
        "\n",
        "\r\n",
        '"',
        '""',
        "'",
        "2024-01-02",
        "03/04/2024",
        "31/12/2023",
        "0",
        "-33.87",
        "24,45",
        "999",
        "NaN",
        "__proto__",
        "\0",
        "\ufeff",
        "\ud800",
        "{",
        "}",
        "[",
        "]",
        '{"id":1}',
        '{"incidents":[',
        '"when":{"edtf":"2022"}',
        ":",
        "null",
        "#geo+lat",
        "killed",
        "12-16",
        "<html>",
        " ",
        "é",
        "تاريخ",
      ],
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

const geo = fc.record({
  type: fc.constant("FeatureCollection"),
  whenwhere: fc.constantFrom(1, undefined),
  features: fc.array(
    fc.oneof(
      json,
      fc.record({
        type: fc.constantFrom("Feature", "Point"),
        id: fc.oneof(fc.string(), fc.nat(), fc.constant(null)),
        geometry: fc.oneof(
          json,
          fc.record({
            type: fc.constantFrom("Point", "Polygon", "LineString", "GeometryCollection"),
            coordinates: json,
            geometries: json,
          }),
        ),
        when: json,
        properties: fc.oneof(
          json,
          fc.record({
            date: fc.oneof(fragments, fc.double()),
            title: json,
            lat: json,
            lon: json,
          }),
        ),
      }),
    ),
    { maxLength: 4 },
  ),
});

/** Records of the right field names with wrong things in them. */
const crooked = fc.dictionary(
  fc.constantFrom(
    "id",
    "title",
    "when",
    "where",
    "from",
    "actors",
    "figures",
    "claims",
    "sources",
    "relations",
    "tags",
    "status",
    "extra",
    "__proto__",
    "constructor",
    "x",
  ),
  fc.oneof(
    json,
    fc.dictionary(
      fc.constantFrom("edtf", "span", "zone", "lon", "lat", "precision", "radiusM", "geometry", "name", "__proto__"),
      json,
      { maxKeys: 4 },
    ),
    fc.array(fc.dictionary(fc.constantFrom("id", "field", "value", "measure", "low", "to", "type", "name"), json)),
  ),
);

describe("readIncidents, fed with anything", () => {
  it("neither throws nor loses count over thousands of inputs", () => {
    const inputs = fc.oneof(
      fc.string(),
      fc.uint8Array({ maxLength: 200 }),
      fragments,
      fc.json({ maxDepth: 2 }),
      geo.map((value) => JSON.stringify(value)),
      fc.array(crooked, { maxLength: 4 }).map((value) => JSON.stringify(value)),
      fc
        .array(crooked, { maxLength: 4 })
        .map((value) => JSON.stringify({ whenwhere: 1, incidents: value, sources: value[0] })),
      fc
        .array(
          fc.oneof(
            crooked.map((value) => JSON.stringify(value)),
            fc.string(),
          ),
        )
        .map((lines) => lines.join("\n")),
    );
    const formats = fc.constantFrom("auto", "auto", "csv", "tsv", "json", "geojson");
    fc.assert(
      fc.property(inputs, formats, fc.constantFrom(undefined, true, false), (input, format, dayFirst) => {
        checkLaws(readIncidents(input, { format: format as "auto", ...(dayFirst === undefined ? {} : { dayFirst }) }));
      }),
      { numRuns: fullRuns(10_000), seed: 20_220_202 },
    );
  });

  it("keeps every good record whatever stands around it", () => {
    const mixed = fc.tuple(
      incidents,
      fc.array(fc.oneof(json, crooked), { maxLength: 8 }),
      fc.infiniteStream(fc.boolean()),
    );
    fc.assert(
      fc.property(mixed, ([good, bad, goodFirst]) => {
        const marked = good.map((record, i) => ({ ...record, id: `good ${i}` }));
        const all = interleaved(marked, bad, goodFirst);
        const result = readIncidents(JSON.stringify({ whenwhere: 1, incidents: all }));
        checkLaws(result);
        const survivors = result.incidents.filter(({ id }) => id.startsWith("good "));
        expect(JSON.parse(JSON.stringify(survivors))).toEqual(JSON.parse(JSON.stringify(marked)));
      }),
      { numRuns: fullRuns(500, 50), seed: 7 },
    );
  });

  it("keeps every good row of a table whatever broken line stands between", () => {
    const broken = fc.constantFrom(
      '"never closed',
      '"a"b,c',
      ",,,,,,,,",
      "x",
      '","',
      "id,title,date,lat,lon",
      "\0,\0",
      '""",',
      ";;;",
      '2,"',
      "'",
    );
    fc.assert(
      fc.property(fc.array(broken, { maxLength: 6 }), (lines) => {
        const rows = lines.flatMap((line, i) => [line, `good ${i},"Attack, no. ${i}",2024-01-02,24.45,54.37`]);
        const result = readIncidents(["id,title,date,lat,lon", ...rows, "last,Last,2024,1,2"].join("\n"), {
          format: "csv",
        });
        checkLaws(result);
        const ids = result.incidents
          .filter(({ when, where }) => when?.edtf?.startsWith("2024") && where?.lat !== undefined)
          .map(({ id }) => id);
        expect(ids).toEqual(expect.arrayContaining([...lines.map((_, i) => `good ${i}`), "last"]));
      }),
      { numRuns: fullRuns(500, 50), seed: 11 },
    );
  });

  it("does not touch prototypes", () => {
    readIncidents('[{"id":"a","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]');
    readIncidents("__proto__,title,constructor\npolluted,A,x\n");
    readIncidents('{"whenwhere":1,"sources":{"__proto__":{"title":"x"}},"incidents":[]}');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const kept = readIncidents("__proto__,title\npolluted,A\n").incidents[0];
    expect(Object.entries(kept?.extra ?? {})).toEqual([["__proto__", "polluted"]]);
  });
});

function interleaved(a: readonly unknown[], b: readonly unknown[], takeA: Iterable<boolean>): readonly unknown[] {
  const all: unknown[] = [];
  const [left, right] = [[...a], [...b]];
  for (const first of takeA) {
    if (left.length === 0 || right.length === 0) break;
    all.push(first ? left.shift() : right.shift());
  }
  return [...all, ...left, ...right];
}
