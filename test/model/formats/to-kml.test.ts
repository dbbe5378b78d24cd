import { type Incident, readIncidents } from "@whenwhere/model";
import { kml, toKML } from "@whenwhere/model/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullRuns } from "../../full-runs.ts";
import { incidents } from "../read/incident-arbitrary.ts";

const told = ["source/unknown-key", "relation/unknown-id", "table/columns"];
const withoutNulls = (record: Incident): unknown =>
  JSON.parse(JSON.stringify(record), (_key, value: unknown) => (value === null ? undefined : value));
const timeOf = (when: Incident["when"]) =>
  /<Time(?:Stamp|Span)>.*<\/Time(?:Stamp|Span)>/.exec(
    toKML([{ id: "a", title: "A", ...(when && { when }) }]).text,
  )?.[0];

describe("toKML", () => {
  it("gives back the same records", () => {
    fc.assert(
      fc.property(incidents, (records) => {
        const result = readIncidents(toKML(records).text, { format: kml });
        expect(result.incidents.map(withoutNulls)).toEqual(records.map(withoutNulls));
        expect(result.issues.map(({ code }) => code).filter((code) => !told.includes(code))).toEqual([]);
      }),
      { numRuns: fullRuns(100, 40), seed: 4 },
    );
  });

  it("gives back lines, areas with holes and several of them", () => {
    const ring = (size: number) => [
      [0, 0],
      [size, 0],
      [size, size],
      [0, 0],
    ];
    const geometries = [
      {
        type: "LineString",
        coordinates: [
          [0, 0],
          [1, 1],
        ],
      },
      {
        type: "MultiLineString",
        coordinates: [
          [
            [0, 0],
            [1, 1],
          ],
          [
            [2, 2],
            [3, 3],
          ],
        ],
      },
      { type: "Polygon", coordinates: [ring(9), ring(1)] },
      { type: "MultiPolygon", coordinates: [[ring(9), ring(1)], [ring(2)]] },
      {
        type: "MultiPoint",
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ];
    const records = geometries.map((geometry, i) => ({
      id: String(i),
      title: "A",
      where: { geometry, precision: "district" },
    })) as unknown as Incident[];
    const written = toKML(records).text;
    expect(readIncidents(written, { format: kml }).incidents).toEqual(records);
    const bare = written.replace(/<ExtendedData>.*?<\/ExtendedData>/g, "");
    expect(readIncidents(bare, { format: kml }).incidents.map(({ where }) => where?.geometry)).toEqual(geometries);
  });

  it("takes a place that another program has moved", () => {
    const moved = toKML([{ id: "a", title: "A", where: { lon: 1, lat: 2, precision: "exact" } }]).text.replace(
      "<coordinates>1,2<",
      "<coordinates>5,6<",
    );
    expect(readIncidents(moved, { format: kml }).incidents[0]?.where).toMatchObject({ lon: 5, lat: 6 });
  });

  it("writes the time for any viewer", () => {
    expect(timeOf({ edtf: "2022" })).toBe("<TimeStamp><when>2022</when></TimeStamp>");
    expect(timeOf({ edtf: "2022-02" })).toBe("<TimeStamp><when>2022-02</when></TimeStamp>");
    expect(timeOf({ edtf: "2022-02-02T10:30Z" })).toBe("<TimeStamp><when>2022-02-02T10:30:00Z</when></TimeStamp>");
    expect(timeOf({ edtf: "2022-02-01/2022-02-05" })).toBe(
      "<TimeSpan><begin>2022-02-01</begin><end>2022-02-05</end></TimeSpan>",
    );
    expect(timeOf({ edtf: "[..2022-02-02]" })).toBe("<TimeSpan><end>2022-02-02</end></TimeSpan>");
    for (const edtf of ["-0044", "Y12022"]) expect(timeOf({ edtf })).toBeUndefined();
  });

  it("draws no point for an area and tells so; texts cannot break out", () => {
    const records: Incident[] = [
      { id: "a", title: "</name><b>", summary: "<script>", where: { lon: 98, lat: 22, precision: "province" } },
    ];
    const { text, issues } = toKML(records, { title: "T & U", sources: { s: { title: "S" } } });
    expect(text).not.toContain("<Point>");
    expect(text).not.toMatch(/<b>|<script>/);
    expect(issues.map(({ code, field }) => [code, field])).toEqual([
      ["write/not-carried", "sources"],
      ["write/approximated", "where"],
    ]);
    expect(readIncidents(text, { format: kml })).toMatchObject({
      title: "T & U",
      incidents: [{ title: "</name><b>" }],
    });
  });
});
