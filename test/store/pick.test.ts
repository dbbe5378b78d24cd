import { createStore, placeIndexOf } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullRuns } from "../full-runs.ts";

const seed = 20_220_202;
const sides = [-180, -179.9999999, -179.5, -90, 0, 13, 54.37, 90, 170, 179.5, 179.9999999, 180];
const lon = fc.oneof(fc.constantFrom(...sides), fc.double({ min: -180, max: 180, noNaN: true }));
const lat = fc.oneof(
  fc.constantFrom(-90, -89.99, -33.87, 0, 24.45, 89.99, 90),
  fc.double({ min: -90, max: 90, noNaN: true }),
);
// 0, 0 stands for "not known" in many files: no store keeps it.
const place = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(lon, lat).filter(([x, y]) => x !== 0 || y !== 0) },
  { weight: 1, arbitrary: fc.constant<[number, number]>([Number.NaN, Number.NaN]) },
);
const places = fc.array(place, { maxLength: 60 });

const storeOf = (list: readonly (readonly [number, number])[]) =>
  createStore({
    columns: {
      startMs: Float64Array.from(list, () => 0),
      lon: Float64Array.from(list, ([x]) => x),
      lat: Float64Array.from(list, ([, y]) => y),
      radiusM: new Float32Array(list.length),
    },
  });

/** Metres by the angle between two vectors from the middle of the earth: nothing of it knows a meridian. */
function metres([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): number {
  const vector = (x: number, y: number) => {
    const [l, p] = [(x * Math.PI) / 180, (y * Math.PI) / 180];
    return [Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p)] as const;
  };
  const [a, b] = [vector(ax, ay), vector(bx, by)];
  const cross = Math.hypot(a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]);
  return Math.atan2(cross, a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) * ((111_194.93 * 180) / Math.PI);
}

describe("the place index", () => {
  it("finds the rows of every box as trying whole turns does", () => {
    const side = fc.oneof(fc.constantFrom(...sides, 190, -190, 200, 540), lon);
    fc.assert(
      fc.property(places, fc.tuple(side, lat, side, lat), (list, [west, a, east, b]) => {
        const [south, north] = [Math.min(a, b), Math.max(a, b)];
        const index = placeIndexOf(storeOf(list));
        const isRound = east - west >= 360 || (west === -180 && east === 180);
        const eastOf = (to: number) => ((to - west) % 360) + ((to - west) % 360 < 0 ? 360 : 0);
        const expected = list.flatMap(([x, y], row) => {
          return y >= south && y <= north && (isRound || eastOf(x) <= eastOf(east)) ? [row] : [];
        });
        expect([...index.inBox({ west, south, east, north })]).toEqual(expected);
      }),
      { seed, numRuns: fullRuns(2_000) },
    );
  });

  it("finds the rows of every ring as asking each row does", () => {
    const ring = fc.array(fc.tuple(fc.oneof(lon, fc.constantFrom(190, 200, -200)), lat), { maxLength: 6 });
    fc.assert(
      fc.property(places, ring, (list, corners) => {
        const store = storeOf(list);
        store.set({ source: "hand", kind: "lasso", ring: corners });
        const standing = store.passing();
        // Exact points: certain when inside, save on the very line.
        const expected = list.flatMap(([x], row) => (!Number.isNaN(x) && standing[row] === 2 ? [row] : []));
        expect([...placeIndexOf(store).inLasso(corners)]).toEqual(expected);
      }),
      { seed, numRuns: fullRuns(2_000) },
    );
  });

  it("finds the nearest rows on the sphere, over poles and antimeridian", () => {
    const limits = fc.record({
      radiusM: fc.option(fc.constantFrom(0, 1, 5_000, 300_000, 5_000_000, 30_000_000), { nil: undefined }),
      count: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(places, fc.tuple(lon, lat), limits, (list, at, { radiusM, count }) => {
        if (radiusM === undefined && count === undefined) return;
        const options = { ...(radiusM === undefined ? {} : { radiusM }), ...(count === undefined ? {} : { count }) };
        const found = placeIndexOf(storeOf(list)).near(at[0], at[1], options);
        const all = list.flatMap((point, row) => (Number.isNaN(point[0]) ? [] : [{ row, m: metres(at, point) }]));
        const hair = 0.02;
        const reach = radiusM ?? Number.POSITIVE_INFINITY;
        const sure = all.filter(({ m }) => m < reach - hair).length;
        const may = all.filter(({ m }) => m <= reach + hair).length;
        expect(found.length).toBeGreaterThanOrEqual(Math.min(sure, count ?? sure));
        expect(found.length).toBeLessThanOrEqual(Math.min(may, count ?? may));
        const rising = all.map(({ m }) => m).sort((a, b) => a - b);
        for (const [i, { row, distanceM }] of found.entries()) {
          expect(Math.abs(distanceM - (all.find((one) => one.row === row)?.m ?? Number.NaN))).toBeLessThan(hair * 10);
          expect(Math.abs(distanceM - (rising[i] as number))).toBeLessThan(hair * 10);
        }
      }),
      { seed, numRuns: fullRuns(2_000) },
    );
  });

  it("follows the data of its store, and refuses what is no place", () => {
    const store = createStore([{ id: "a", title: "A", where: { lon: 10, lat: 10, precision: "exact" } }]);
    const index = placeIndexOf(store);
    expect(index.near(10, 10, { count: 5 })).toEqual([{ row: 0, distanceM: 0 }]);
    store.append([{ id: "b", title: "B", where: { lon: 10.1, lat: 10, precision: "exact" } }]);
    expect(index.near(10.1, 10, { count: 5 }).map(({ row }) => row)).toEqual([1, 0]);
    expect(() => index.near(Number.NaN, 0, { count: 1 })).toThrow(/finite degrees/);
    expect(() => index.near(0, 0, {})).toThrow(/radius in metres or a number of rows/);
    expect(() => index.inBox({ west: 0, south: 0, east: Number.POSITIVE_INFINITY, north: 1 })).toThrow(/finite/);
  });
});
