import { finishSteps, ROWS_A_STEP } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPlaceIndex } from "../../../packages/map/src/scene/index.ts";
import { COARSE_GRAIN, groupSpots, type SpotGroups } from "../../../packages/map/src/scene/spots/spot-groups.ts";
import { sortedSpots, spotPlaces } from "../../../packages/map/src/scene/spots/spot-order.ts";
import { isFarZoom, worldGroups } from "../../../packages/map/src/scene/spots/world-groups.ts";
import { fullRuns } from "../../full-runs.ts";

const anyPlace = fc.tuple(
  fc.oneof(fc.double({ min: -180, max: 180, noNaN: true }), fc.constantFrom(-180, 180, 30, 30.01)),
  fc.oneof(fc.double({ min: -90, max: 90, noNaN: true }), fc.constantFrom(90, -90, 12, 12.01)),
);

const columnsOf = (places: readonly (readonly [number, number])[]) =>
  createStore({
    columns: {
      startMs: new Float64Array(places.length),
      lon: Float64Array.from(places, ([lon]) => lon),
      lat: Float64Array.from(places, ([, lat]) => lat),
    },
  }).columns;

const told = (groups: SpotGroups) =>
  Array.from({ length: groups.length }, (_, group) => ({
    key: groups.key(group),
    rows: [...groups.rowsOf(group)],
    lon: Math.round((groups.lon[group] as number) * 1e9),
    lat: Math.round((groups.lat[group] as number) * 1e9),
  }));

describe("groups of the whole world", () => {
  it("are the same without an order of the rows as with one, whatever lists are left out", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyPlace, { maxLength: 120 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: -1, max: 5 }),
        fc.nat(15),
        (lists, zoom, left) => {
          const columns = columnsOf(lists.flat());
          let first = 0;
          const rows = lists.map(({ length }) => Uint32Array.from({ length }, () => first++));
          const spots = finishSteps(spotPlaces(columns, rows));
          const isIn = (_: unknown, i: number) => ((left >> i) & 1) === 0;
          const runs = rows
            .map((_, i) => ({ from: spots.starts[i] as number, to: spots.starts[i + 1] as number }))
            .filter(isIn);
          const whole = finishSteps(sortedSpots(finishSteps(spotPlaces(columns, rows.filter(isIn)))));
          const groups = finishSteps(worldGroups(spots, { zoom, grain: COARSE_GRAIN, runs }));
          expect(told(groups)).toEqual(told(groupSpots(whole, zoom, COARSE_GRAIN)));
          const listed = new Map<number, number>();
          finishSteps(groups.each((row, group) => void listed.set(row, group)));
          for (let group = 0; group < groups.length; group++) {
            for (const row of groups.rowsOf(group)) expect(listed.get(row)).toBe(group);
          }
          expect(listed.size).toBe(runs.reduce((sum, { from, to }) => sum + to - from, 0));
        },
      ),
      { seed: 3, numRuns: fullRuns(120) },
    );
  });

  it("are made without a sort of the rows at far zooms, and with one at near zooms, and agree in what they hold", () => {
    const length = 3 * ROWS_A_STEP + 7;
    const places = Array.from(
      { length },
      (_, i) => [((i * 37) % 3600) / 10 - 180, ((i * 91) % 1400) / 10 - 70] as const,
    );
    const store = createStore({
      columns: {
        startMs: new Float64Array(length),
        lon: Float64Array.from(places, ([lon]) => lon),
        lat: Float64Array.from(places, ([, lat]) => lat),
      },
    });
    const index = createPlaceIndex(store);
    expect([4, 5, 6].map((zoom) => isFarZoom(zoom, COARSE_GRAIN))).toEqual([true, true, false]);
    for (const zoom of [0, 3, 5, 6]) {
      const groups = index.groups(zoom);
      const all = Array.from({ length: groups.length }, (_, group) => [...groups.rowsOf(group)]).flat();
      expect(all.sort((a, b) => a - b)).toEqual([...places.keys()]);
    }
  });
});
