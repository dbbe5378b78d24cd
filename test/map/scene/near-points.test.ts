import { finishSteps } from "@whenwhere/model";
import { createStore, distanceM, type Store } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { curvePlaces, listedPlaces, nearPoints, spotCurve } from "../../../packages/map/src/scene/index.ts";
import { fullRuns } from "../../full-runs.ts";

/** Towns, some of them at the antimeridian and near the poles of the Mercator square, with rows on one spot. */
const anyLon = fc.oneof(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.constantFrom(-180, 180, 179.9999999, -179.9999999, 0, 0),
  fc.double({ min: 20, max: 20.01, noNaN: true }),
);
const anyLat = fc.oneof(
  fc.double({ min: -85.05, max: 85.05, noNaN: true }),
  fc.constantFrom(85.0511, -85.0511, 0, 0),
  fc.double({ min: 10, max: 10.01, noNaN: true }),
);
const anyPlace = fc.tuple(anyLon, anyLat);

function storeOf(places: readonly (readonly [number, number])[]): Store {
  return createStore({
    columns: {
      startMs: new Float64Array(places.length),
      lon: Float64Array.from(places, ([lon]) => lon),
      lat: Float64Array.from(places, ([, lat]) => lat),
    },
  });
}

const asked = fc.record({
  at: anyPlace,
  radiusM: fc.oneof(
    fc.constantFrom(0.5, 2_000, Number.POSITIVE_INFINITY),
    fc.double({ min: 1, max: 2e7, noNaN: true }),
  ),
  count: fc.constantFrom(1, 3, 40, Number.POSITIVE_INFINITY),
  third: fc.boolean(),
});

describe("points by their places", () => {
  it("are found along the curve as by looking at every one of them", () => {
    fc.assert(
      fc.property(fc.array(anyPlace, { minLength: 1, maxLength: 300 }), asked, (places, question) => {
        const { columns } = storeOf(places);
        const rows = Uint32Array.from(places.keys());
        const [lon, lat] = question.at;
        const isWanted = (row: number) => !question.third || row % 3 === 0;
        const limits = { radiusM: question.radiusM, count: question.count, isWanted };
        const far = (row: number) => distanceM({ lon, lat }, { lon: columns.lon.at(row), lat: columns.lat.at(row) });
        const slow = [...rows]
          .filter((row) => isWanted(row) && far(row) <= question.radiusM)
          .sort((a, b) => far(a) - far(b) || a - b)
          .slice(0, question.count);
        const lists = [rows.subarray(0, places.length >> 1), rows.subarray(places.length >> 1)];
        const listed = nearPoints(listedPlaces(columns, lists), { lon, lat }, limits);
        const curve = curvePlaces(columns, finishSteps(spotCurve(columns, rows)));
        expect(listed.map(({ row }) => row)).toEqual(slow);
        expect(nearPoints(curve, { lon, lat }, limits)).toEqual(listed);
      }),
      { seed: 20, numRuns: fullRuns(400) },
    );
  });

  it("are looked for among few of them when very many are along the curve", () => {
    const places = Array.from({ length: 20_000 }, (_, i) => [(i % 200) - 100, (i % 100) - 50] as const);
    const { columns } = storeOf(places);
    const curve = curvePlaces(columns, finishSteps(spotCurve(columns, Uint32Array.from(places.keys()))));
    let looked = 0;
    curve.visit({ west: 0.5, east: 1.5, south: 0.5, north: 1.5 }, () => looked++);
    expect(looked).toBeLessThan(1_000);
  });
});
