import { PLACE_PRECISIONS } from "@whenwhere/model";
import { createStore, HIDDEN, type Store } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { densityScale, stepOf } from "../../../packages/map/src/scene/density/density-scale.ts";
import { hexGrid } from "../../../packages/map/src/scene/density/hex-grid.ts";
import { EARTH_CIRCUMFERENCE_M } from "../../../packages/map/src/scene/earth.ts";
import {
  createDensityCounts,
  createPlaceIndex,
  type DensityKind,
  describeMap,
  expectedCounts,
  hitMap,
  type MapScene,
  mapScene,
  walkMap,
} from "../../../packages/map/src/scene/index.ts";
import { fullRuns } from "../../full-runs.ts";
import { fakeShapes, fakeViewport, record, words } from "./fixture.ts";

const DAY_MS = 86_400_000;
const [exact, district, country, unknown] = ["exact", "district", "country", "unknown"].map((name) =>
  PLACE_PRECISIONS.indexOf(name as (typeof PLACE_PRECISIONS)[number]),
) as [number, number, number, number];

/** Exact points around towns, districts with a radius, countries without a point, and rows without a place. */
function mixedStore(rows: number): Store {
  let state = 9;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const columns = {
    startMs: new Float64Array(rows),
    lon: new Float64Array(rows),
    lat: new Float64Array(rows),
    radiusM: new Float32Array(rows),
    placePrecision: new Uint8Array(rows),
  };
  for (let row = 0; row < rows; row++) {
    const kind = next();
    columns.startMs[row] = next() < 0.05 ? Number.NaN : Math.floor(next() * 400) * DAY_MS;
    columns.lon[row] = Math.floor(next() * 12) * 30 - 178 + next() * 3;
    columns.lat[row] = Math.floor(next() * 6) * 25 - 66 + next() * 3;
    columns.placePrecision[row] = kind < 0.7 ? exact : kind < 0.9 ? district : kind < 0.95 ? country : unknown;
    if (kind >= 0.7 && kind < 0.9) columns.radiusM[row] = [20_000, 150_000, 380_000][Math.floor(next() * 3)] as number;
  }
  return createStore({ columns });
}

function counted(store: Store, kind: DensityKind) {
  const index = createPlaceIndex(store);
  const density = createDensityCounts({ columns: store.columns, index }, kind);
  const sceneAt = (lon: number, lat: number, zoom: number): MapScene =>
    mapScene({ store, viewport: fakeViewport(lon, lat, zoom), shapes: fakeShapes, words, options: { index, density } });
  return { density, sceneAt };
}

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe("the ground coloured by how many records it has", () => {
  it("counts every shown record once, in the view, beyond it or in the tray, in any window and camera", () => {
    const store = mixedStore(900);
    const { sceneAt } = counted(store, "hexbin");
    fc.assert(
      fc.property(
        fc.integer({ min: -40, max: 420 }),
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 9, noNaN: true }),
        (day, days, lon, lat, zoom) => {
          store.set({ source: "time", kind: "window", startMs: day * DAY_MS, endMs: (day + days) * DAY_MS });
          const scene = sceneAt(lon, lat, zoom);
          const { shown, drawn, clustered, unplaced } = scene.counts;
          expect(shown).toBe(store.count().shown);
          expect(drawn + clustered + unplaced).toBe(shown);
          expect(unplaced).toBe(scene.tray.length);
          expect(sum(scene.edges.map(({ count }) => count))).toBe(drawn);
          const passing = store.passing();
          for (const { rows, count, certain, possible } of scene.density?.cells.slice(0, 5) ?? []) {
            expect(certain + possible).toBe(count);
            expect(rows.length).toBeGreaterThanOrEqual(count);
            expect(rows.every((row) => passing[row] !== HIDDEN)).toBe(true);
          }
        },
      ),
      { numRuns: fullRuns(400), seed: 3 },
    );
  });

  it("spreads what is known widely without losing or making any of it", () => {
    const store = mixedStore(900);
    const { density } = counted(store, "hexbin");
    for (const zoom of [0, 1, 2, 3, 4]) {
      for (const days of [30, 400]) {
        store.set({ source: "time", kind: "window", startMs: 0, endMs: days * DAY_MS });
        const table = density.follow(store.standing(), { zoom, region: null });
        const left = (table.shown[table.areaOnly] as number) + (table.shown[table.none] as number);
        expect(sum(expectedCounts(table)) + left).toBeCloseTo(store.count().shown, 6);
      }
    }
  });

  it("spreads what is known worse than half of the world once round it, and no further", () => {
    const columns = {
      startMs: Float64Array.of(0),
      lon: Float64Array.of(10),
      lat: Float64Array.of(60),
      radiusM: Float32Array.of(15_000_000),
    };
    const { density } = counted(createStore({ columns }), "hexbin");
    for (const zoom of [0, 1, 2]) {
      const store = createStore({ columns });
      const table = density.follow(store.standing(), { zoom, region: null });
      expect(sum(expectedCounts(table))).toBeCloseTo(1, 9);
    }
  });

  it("takes a count on the bound of two steps for the higher one", () => {
    const scale = densityScale(50, 1);
    expect(scale.breaks).toEqual([0.1, 0.3, 1, 3, 10, 30].slice(-5));
    expect([0, 0.29, 0.3, 29, 30].map((value) => stepOf(scale, value))).toEqual([0, 0, 1, 4, 5]);
  });

  it("keeps its steps of colour while the window moves, and its hexagons in their place", () => {
    const store = mixedStore(900);
    const { sceneAt } = counted(store, "hexbin");
    const places = new Map<string, readonly [number, number]>();
    const steps = new Set<string>();
    for (let day = 0; day < 380; day += 20) {
      store.set({ source: "time", kind: "window", startMs: day * DAY_MS, endMs: (day + 40) * DAY_MS });
      const { density } = sceneAt(20, 10, 3.4);
      steps.add(JSON.stringify([density?.unitKm2, density?.breaks]));
      for (const { key, x, y } of density?.cells ?? []) {
        expect([x, y]).toEqual(places.get(key) ?? [x, y]);
        places.set(key, [x, y]);
      }
    }
    expect(steps.size).toBe(1);
    expect(places.size).toBeGreaterThan(10);
  });

  it("divides each hexagon by its own ground, which shrinks towards the poles", () => {
    const at = (lat: number) => {
      const store = createStore({
        columns: { startMs: Float64Array.of(0), lon: Float64Array.of(10), lat: Float64Array.of(lat) },
      });
      const [cell] = counted(store, "hexbin").sceneAt(10, lat, 4).density?.cells ?? [];
      return cell?.perUnit ?? 0;
    };
    // A hexagon of the map at 60 degrees is half as wide and half as high on the ground.
    expect(at(60) / at(0)).toBeGreaterThan(3.7);
    expect(at(60) / at(0)).toBeLessThan(4.3);
  });

  it.each([0, 2, 5])("has hexagons of zoom %s that cover the ground of the Mercator square, once", (zoom) => {
    const { columns, rows, areaKm2 } = hexGrid(zoom, 28);
    const covered = sum(Array.from({ length: rows }, (_, row) => columns * areaKm2(row)));
    const radiusKm = EARTH_CIRCUMFERENCE_M / 2000 / Math.PI;
    const edge = Math.atan(Math.sinh(Math.PI));
    expect(covered / (4 * Math.PI * radiusKm ** 2 * Math.sin(edge))).toBeCloseTo(1, 2);
  });

  it("is hit, walked and described by its hexagons, and says what it leaves out", () => {
    const store = mixedStore(900);
    const scene = counted(store, "hexbin").sceneAt(10, 10, 2);
    const cells = scene.density?.cells ?? [];
    const cell = cells.find(({ count, x, y }) => count > 0 && x > 50 && x < 550 && y > 50 && y < 350);
    expect(hitMap(scene, cell?.x ?? 0, cell?.y ?? 0)?.kind).toBe("cell");
    const row = cell?.rows[0] as number;
    expect(cells[scene.density?.cellOf(row) ?? -1]).toBe(cell);
    const next = walkMap(scene, row, "right") ?? walkMap(scene, row, "left");
    expect(next).not.toBeNull();
    expect(scene.density?.cellOf(next as number)).not.toBe(scene.density?.cellOf(row));
    const inWords = { number: (value: number) => String(value), incident: () => "" };
    const { sentences } = describeMap(scene, store, { words: inWords });
    expect(sentences.some((sentence) => sentence.includes("expected"))).toBe(true);
  });

  it("leaves out records known by an area only, and says how many", () => {
    const store = createStore([
      record("a", { name: "Town", lon: 3, lat: 4, precision: "exact", country: "AA" }),
      record("b", { name: "Aland", precision: "country", country: "AA" }),
      record("c", { name: "Big", precision: "province", country: "AA", admin1: "Big" }),
      record("d", undefined),
    ]);
    const scene = counted(store, "hexbin").sceneAt(3, 4, 3);
    expect(scene.density?.areaOnly).toBe(2);
    expect(scene.tray).toEqual([3, 1, 2]);
    expect(scene.counts).toEqual({ shown: 4, drawn: 0, clustered: 1, unplaced: 3 });
    const { sentences } = describeMap(scene, store, {
      words: { number: (value: number) => String(value), incident: () => "" },
    });
    expect(sentences).toContain("Around Town: 1, only possibly 0, expected 1.");
    expect(sentences).toContain("Left out, known by area only: 2.");
  });

  it("draws a heat surface whose bands lie inside each other", () => {
    const store = mixedStore(900);
    const { density } = counted(store, "heat").sceneAt(10, 10, 3);
    const areas = (density?.bands ?? []).map((rings) => sum(rings.map(areaOf)));
    expect(areas[0]).toBeGreaterThan(0);
    for (const [step, area] of areas.entries()) expect(area).toBeLessThanOrEqual(areas[step - 1] ?? Infinity);
  });
});

function areaOf(ring: readonly (readonly [number, number])[]): number {
  const twice = ring.map(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] as readonly [number, number];
    return x * nextY - nextX * y;
  });
  return Math.abs(sum(twice)) / 2;
}
