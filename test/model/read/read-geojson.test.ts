import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { readIncidents } from "@whenwhere/model";
import { describe, expect, it } from "vitest";

const feature = (geometry: unknown, properties: unknown = { title: "A" }, more: object = {}) => ({
  type: "Feature",
  geometry,
  properties,
  ...more,
});
const read = (...features: unknown[]) => readIncidents(JSON.stringify({ type: "FeatureCollection", features }));
const root = path.resolve(import.meta.dirname, "../../..");
const realdata = path.resolve(root, "../shared/realdata");
const hasRealData = existsSync(realdata);
const because = hasRealData ? "" : " (skipped: the folder of real files is not there)";

describe("readIncidents on GeoJSON", () => {
  it("maps properties like columns, takes points as lon, lat, and a when member as the date", () => {
    const { incidents, report } = read(
      feature(
        { type: "Point", coordinates: [54.37, 24.45, 10] },
        { title: "A", date: "13/02/2022", killed: 3 },
        { id: 7 },
      ),
      feature(null, { title: "B", date: "05/02/2022" }, { when: { edtf: "2021" } }),
    );
    expect(report.format).toBe("geojson");
    expect(incidents[0]).toMatchObject({
      id: "7",
      when: { edtf: "2022-02-13" },
      where: { lon: 54.37, lat: 24.45 },
      figures: [{ measure: "killed", best: 3 }],
    });
    expect(incidents[1]).toMatchObject({ title: "B", when: { edtf: "2021" } });
    expect(report.rows).toMatchObject({ kept: 2, unplaced: 1 });
  });

  it("keeps areas and lines as they are and invents no point", () => {
    const ring = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ];
    const { incidents, report } = read(
      feature({ type: "Polygon", coordinates: [ring] }),
      feature({
        type: "LineString",
        coordinates: [
          [0, 0],
          [1, 1],
        ],
      }),
    );
    expect(incidents.map(({ where }) => [where?.precision, where?.lon])).toEqual([
      ["region", undefined],
      ["line", undefined],
    ]);
    expect(report.rows.unplaced).toBe(0);
  });

  it("places null, [null, null], 0, 0 and broken rings nowhere", () => {
    const { report } = read(
      feature(null),
      feature({ type: "Point", coordinates: [null, null] }),
      feature({ type: "Point", coordinates: [0, 0] }),
      feature({
        type: "Polygon",
        coordinates: [
          [
            [0, 0],
            [1, 1],
          ],
        ],
      }),
    );
    expect(report.rows).toMatchObject({ kept: 4, unplaced: 4, changed: 2 });
    expect(report.issues.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["place/null-island", "place/geometry"]),
    );
  });

  it("refuses what is no Feature, in its row, and keeps the others", () => {
    const { report, incidents } = read(null, feature(null), 3, { type: "Point" }, feature(null, { title: "B" }));
    expect(incidents.map(({ title }) => title)).toEqual(["A", "B"]);
    expect(report.rows).toMatchObject({ read: 5, kept: 2, rejected: 3 });
    expect(report.issues.filter(({ code }) => code === "record/not-an-object").map(({ row }) => row)).toEqual([
      1, 3, 4,
    ]);
  });

  it("turns positions round only when all of them prove it", () => {
    const point = (lon: number, lat: number) => feature({ type: "Point", coordinates: [lon, lat] });
    expect(read(point(-33.87, 151.2), point(-37.8, 144.9)).incidents.map(({ where }) => where?.lat)).toEqual([
      -33.87, -37.8,
    ]);
    expect(read(point(-33.87, 151.2), point(30, 50), point(31, 51)).report.rows.unplaced).toBe(1);
  });

  it("reads timespans of Linked Places", () => {
    const when = (timespans: unknown) =>
      read(feature(null, { title: "A" }, { when: { timespans } })).incidents[0]?.when;
    expect(when([{ start: { in: "2021" } }])).toEqual({ edtf: "2021" });
    expect(when([{ start: { earliest: "2021-01", latest: "2021-03" } }])).toEqual({ edtf: "2021-01/2021-03" });
    expect(when([{ start: { in: "2021-01" }, end: { in: "2021-03" } }])).toEqual({
      edtf: "2021-01/2021-03",
      span: "throughout",
    });
    expect(when([{ start: { in: "-1" } }])).toHaveProperty("label");
  });

  it.skipIf(!hasRealData)(`dates and places every earthquake of a week of USGS${because}`, () => {
    const { report, incidents } = readIncidents(readFileSync(path.join(realdata, "usgs-all-week-2018-02.geojson")));
    expect(report.rows).toEqual({ read: 1707, kept: 1707, changed: 0, undated: 0, unplaced: 0, rejected: 0 });
    expect(incidents[0]).toMatchObject({
      when: { edtf: "2018-02-07T01:26:13.840Z" },
      where: { lon: -118.6671667, lat: 34.4945 },
    });
  });

  it.skipIf(!hasRealData)(`reads all 3,194 rows of a UCDP file and rejects none${because}`, () => {
    const { report } = readIncidents(readFileSync(path.join(realdata, "ucdp-ged191-myanmar-bangladesh.csv")));
    expect(report.rows).toMatchObject({ read: 3194, kept: 3194, undated: 0, rejected: 0 });
  });
});
