import {
  columnsOf,
  finishSteps,
  type GeoJsonGeometry,
  type Incident,
  PLACE_PRECISIONS,
  type RecordSource,
} from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Places, sortedByPlace } from "../../../packages/map/src/scene/spots/sort-places.ts";
import { fullRuns } from "../../full-runs.ts";

const RING = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 0],
];
const GEOMETRIES: readonly GeoJsonGeometry[] = [
  { type: "Point", coordinates: [1, 2] },
  { type: "LineString", coordinates: RING },
  { type: "Polygon", coordinates: [RING] },
];

/** Mostly places that a country or a province is all that is known of. */
const anyWhere = fc.record(
  {
    name: fc.constantFrom("Old Town", "The Coast", ""),
    admin1: fc.constantFrom("Big", "Small", "Small", "-", ""),
    precision: fc.constantFrom("country", "province", "district", ...PLACE_PRECISIONS),
    radiusM: fc.constantFrom(500, 40_000),
    obscured: fc.boolean(),
  },
  { requiredKeys: [] },
);
const anyCountry = fc.constantFrom({ country: "AA" }, { country: "aa" }, { country: "BB" }, { country: "" }, {});
const seldom = <T>(one: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: one });
const anyPoint = seldom(fc.record({ lon: fc.constantFrom(10, 11), lat: fc.constantFrom(20, 21) }));
const anyGeometry = seldom(fc.record({ geometry: fc.constantFrom(...GEOMETRIES) }));
const anyPlace = fc
  .tuple(anyWhere, anyCountry, anyPoint, anyGeometry)
  .map((parts): NonNullable<Incident["where"]> => Object.assign({}, ...parts));

const incidentsOf = (wheres: readonly NonNullable<Incident["where"]>[]): Incident[] =>
  wheres.map((where, i) => ({ id: `r${i}`, title: `Record ${i}`, where }));

/** A store of columns, and how often it was asked for a record. */
function columnStore(incidents: readonly Incident[]) {
  const asked: number[] = [];
  const records: RecordSource = {
    length: incidents.length,
    id: (row) => incidents[row]?.id ?? "",
    rowOf: (id) => incidents.findIndex((incident) => incident.id === id),
    incident(row) {
      asked.push(row);
      return incidents[row] as Incident;
    },
  };
  return { store: createStore({ columns: { ...columnsOf(incidents), records } }), asked };
}

const told = ({ areas, spots, none, sources }: Places) => ({
  areas: new Map(areas.map((area) => [area.key, area])),
  ...{ spots: [...spots], none: [...none], sources: [...sources] },
});

describe("rows by the kind of their place", () => {
  it("go to the same areas by columns as by the record of each", () => {
    fc.assert(
      fc.property(fc.array(anyPlace, { minLength: 8, maxLength: 60 }), (wheres) => {
        const incidents = incidentsOf(wheres);
        const { store } = columnStore(incidents);
        const read = { columns: store.columns, incident: (row: number) => incidents[row] as Incident };
        const slow = finishSteps(sortedByPlace(read, false));
        expect(told(finishSteps(sortedByPlace(store, false)))).toEqual(told(slow));
      }),
      { seed: 7, numRuns: fullRuns(400) },
    );
  });

  it("known to a country or a province alone are read once an area, however many they are", () => {
    const places = [{ country: "AA" }, { country: "AA", admin1: "Big" }, { country: "BB", admin1: "Big" }];
    const incidents = incidentsOf(Array.from({ length: 3_000 }, (_, i) => places[i % 3] as { country: string }));
    const { store, asked } = columnStore(incidents);
    const { areas } = finishSteps(sortedByPlace(store, true));
    expect(areas.map(({ key, rows }) => [key, rows.length])).toEqual([
      ["AA", 1_000],
      ["AA/Big", 1_000],
      ["BB/Big", 1_000],
    ]);
    expect(asked).toEqual([0, 1, 2]);
  });

  it("with an outline of their own are an area each, also among very many at one place", () => {
    const at = { lon: 10, lat: 20, precision: "district", radiusM: 5_000 } as const;
    const geometry = GEOMETRIES[2] as GeoJsonGeometry;
    const { store } = columnStore(
      incidentsOf([at, { ...at, geometry }, at, { country: "AA" }, { country: "AA", geometry }]),
    );
    const { areas } = finishSteps(sortedByPlace(store, true));
    expect(areas.map(({ rows }) => rows)).toEqual([[0, 2], [1], [3], [4]]);
  });
});
