import { readIncidents, toCollection, toCSV, toGeoJSON } from "@whenwhere/model";
import { describe, expect, it } from "vitest";

const LEVELS = 100_000;
const deepList = "[".repeat(LEVELS) + "]".repeat(LEVELS);
const deepObject = `${'{"a":'.repeat(LEVELS)}1${"}".repeat(LEVELS)}`;
const good = '{"id":"good","title":"A good record","when":{"edtf":"2022-02-02"}}';

/** What a page does with a reading: sends it from a worker, writes it in each way, and prints its issues. */
const used = (result: ReturnType<typeof readIncidents>): readonly string[] => [
  JSON.stringify(structuredClone(result)),
  toCSV(result.incidents),
  JSON.stringify(toGeoJSON(result.incidents)),
  JSON.stringify(toCollection(result.incidents)),
];

describe("JSON of a hundred thousand levels", () => {
  it.each([
    ["as the whole document", deepList],
    ["as an object without records", deepObject],
    ["in place of a record", `{"whenwhere":1,"incidents":[${good},${deepList}]}`],
    ["under extra", `{"whenwhere":1,"incidents":[${good},{"id":"bad","title":"t","extra":{"x":${deepList}}}]}`],
    ["in place of extra", `{"whenwhere":1,"incidents":[${good},{"id":"bad","title":"t","extra":${deepObject}}]}`],
    ["under an unknown field", `{"whenwhere":1,"incidents":[${good},{"id":"bad","title":"t","other":${deepObject}}]}`],
    ["in place of a text", `{"whenwhere":1,"incidents":[${good},{"id":"bad","title":${deepList}}]}`],
    ["in place of tags", `{"whenwhere":1,"incidents":[${good},{"id":"bad","title":"t","tags":${deepList}}]}`],
    ["as the value of a claim", `[${good},{"id":"bad","claims":[{"id":"c","field":"when","value":${deepObject}}]}]`],
    ["in a plain list of objects", `[${good},{"id":"bad","title":"t","other":${deepObject}}]`],
    [
      "as properties of a feature",
      `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"title":"t","x":${deepObject}}}]}`,
    ],
    [
      "as coordinates",
      `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Polygon","coordinates":${deepList}},"properties":{"title":"t"}}]}`,
    ],
  ])("is read, sent and written %s, and the good record stays", (_, text) => {
    const result = readIncidents(text);
    const { read, kept, rejected } = result.report.rows;
    expect(kept + rejected).toBe(read);
    expect(used(result)).toHaveLength(4);
    if (text.includes('"good"')) expect(result.incidents[0]).toMatchObject({ id: "good" });
  });

  it("costs the value, and says so, never the record", () => {
    const { incidents, issues } = readIncidents(
      `{"whenwhere":1,"incidents":[{"id":"bad","title":"t","extra":{"x":${deepList}}}]}`,
    );
    expect(incidents).toEqual([{ id: "bad", title: "t" }]);
    expect(issues).toMatchObject([
      { code: "field/type", field: "extra", message: expect.stringContaining("64 levels") },
    ]);
  });

  it("leaves what publishers nest as it stands", () => {
    const extra = { a: { b: [[{ c: [1, { d: { e: [null] } }] }]] } };
    const { incidents, issues } = readIncidents(
      JSON.stringify({ whenwhere: 1, incidents: [{ id: "a", title: "t", extra }] }),
    );
    expect(incidents[0]?.extra).toEqual(extra);
    expect(issues).toEqual([]);
  });
});

describe("a geometry of parts", () => {
  const feature = (geometries: readonly unknown[]): string =>
    JSON.stringify({
      type: "Feature",
      properties: { title: "t" },
      geometry: { type: "GeometryCollection", geometries },
    });
  const said = (text: string) => readIncidents(text).issues.filter(({ code }) => code === "place/geometry");

  it.each([
    [
      "collections in collections",
      [{ type: "GeometryCollection", geometries: [{ type: "Point", coordinates: [1, 2] }] }],
    ],
    [
      "an area whose ring is open",
      [
        {
          type: "Polygon",
          coordinates: [
            [
              [0, 0],
              [1, 0],
              [1, 1],
            ],
          ],
        },
      ],
    ],
    ["texts", ["here", "there"]],
  ])("says that %s give no place", (_, geometries) => {
    expect(said(feature(geometries))).toMatchObject([{ message: expect.stringContaining("left out") }]);
  });

  it("says nothing of a list without parts, which like null is no place", () => {
    expect(said(feature([]))).toEqual([]);
  });
});
