import { PLACE_PRECISIONS } from "@whenwhere/model";
import { CERTAIN, createStore, HIDDEN, type NumberColumn, type Store } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countedLevel,
  createPlaceIndex,
  type MapScene,
  type MapViewport,
  mapScene,
  type PlaceIndex,
} from "../../../packages/map/src/scene/index.ts";
import { promisedRuns } from "../../full-runs.ts";
import { seeded } from "../../seeded.mjs";
import { fakeGlobe, fakeShapes, fakeViewport, words } from "./fixture.ts";

const DAY_MS = 86_400_000;
const ROWS = 1_500;
const settlement = PLACE_PRECISIONS.indexOf("settlement");
const district = PLACE_PRECISIONS.indexOf("district");
const unknown = PLACE_PRECISIONS.indexOf("unknown");

/** Towns with many rows each, some rows known to a district only, some to a radius, some to no place, some undated. */
function conflictStore(rows: number, seed: number, areas = 0.1): Store {
  const next = seeded(seed);
  const towns = Array.from({ length: 60 }, () => [next() * 340 - 170, next() * 140 - 70] as const);
  const columns = {
    startMs: new Float64Array(rows),
    endMs: new Float64Array(rows),
    lon: new Float64Array(rows),
    lat: new Float64Array(rows),
    radiusM: new Float32Array(rows),
    placePrecision: new Uint8Array(rows).fill(settlement),
    category: { codes: new Uint8Array(rows), values: ["attack", "strike", "arrest", "other"] },
  };
  for (let row = 0; row < rows; row++) {
    const kind = next();
    const [lon, lat] = towns[Math.floor(next() ** 2 * towns.length)] as readonly [number, number];
    columns.startMs[row] = next() < 0.03 ? Number.NaN : Math.floor(next() * 400) * DAY_MS;
    columns.endMs[row] = (columns.startMs[row] as number) + DAY_MS * (next() < 0.2 ? 20 : 1);
    columns.lon[row] = kind < areas ? lon : lon + (next() - 0.5) * 2;
    columns.lat[row] = kind < areas ? lat : lat + (next() - 0.5) * 2;
    columns.radiusM[row] = kind < 0.16 ? 25_000 : 0;
    columns.category.codes[row] = Math.floor(next() ** 2 * 4);
    if (kind < areas) columns.placePrecision[row] = district;
    if (kind > 0.97) columns.placePrecision[row] = unknown;
  }
  return createStore({ columns });
}

const count = (glyphs: readonly { readonly count: number }[]) => glyphs.reduce((sum, glyph) => sum + glyph.count, 0);

/** All rows of a scene, glyph by glyph, the tray included. */
function rowsOf(scene: MapScene): number[] {
  const alone = [...scene.marks, ...scene.rings].filter(({ part }) => part === undefined || part === "where");
  const together = [...scene.clusters, ...scene.areas, ...scene.edges].flatMap(({ rows }) => rows);
  return [...alone.map(({ row }) => row), ...together, ...scene.tray];
}

/** The numbers of a bubble are those of its rows. */
function isTrue(
  { rows, count: n, certain, possible, shares }: MapScene["clusters"][number],
  passing: Uint8Array,
  category: NumberColumn,
): boolean {
  const byCategory = new Map<number, number>();
  let sure = 0;
  for (const row of rows) {
    if (passing[row] === CERTAIN) sure++;
    const code = category.at(row);
    byCategory.set(code, (byCategory.get(code) ?? 0) + 1);
  }
  const shared = shares.every((share) => share.precise + share.imprecise === byCategory.get(share.category));
  return rows.length === n && certain === sure && possible === n - sure && shared && shares.length === byCategory.size;
}

function sceneAt(store: Store, index: PlaceIndex, viewport: MapViewport): MapScene {
  return mapScene({ store, viewport, shapes: fakeShapes, words, options: { index, labels: false } });
}

describe("the map of very many rows", () => {
  it("counts each bubble, area, edge and the tray as brute force does, in 2,000 windows and cameras", () => {
    const store = conflictStore(ROWS, 11);
    const index = createPlaceIndex(store, { countedFrom: 0 });
    const { columns } = store;
    fc.assert(
      fc.property(
        fc.integer({ min: -40, max: 420 }),
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 12, noNaN: true }),
        (day, days, lon, lat, zoom) => {
          store.set({ source: "time", kind: "window", startMs: day * DAY_MS, endMs: (day + days) * DAY_MS });
          const scene = sceneAt(store, index, fakeViewport(lon, lat, zoom));
          const passing = store.passing();
          const { shown, drawn, clustered, unplaced } = scene.counts;
          expect(shown).toBe(store.count().shown);
          expect(drawn + clustered + unplaced).toBe(shown);
          expect(unplaced).toBe(scene.tray.length);
          expect(count(scene.clusters)).toBe(clustered);
          expect(scene.clusters.filter((glyph) => !isTrue(glyph, passing, columns.category))).toEqual([]);
          const all = rowsOf(scene);
          expect(all.length).toBe(shown);
          expect(new Set(all).size).toBe(shown);
          expect(all.filter((row) => passing[row] === HIDDEN)).toEqual([]);
        },
      ),
      { numRuns: promisedRuns(2_000), seed: 7 },
    );
  });

  it("draws the same marks, rings and areas from kept counts as row by row, and keeps bubbles in their place", () => {
    // Small round areas stand with the points around them among very many rows only.
    const store = conflictStore(ROWS, 3, 0);
    const counted = createPlaceIndex(store, { countedFrom: 0 });
    const plain = createPlaceIndex(store, { grain: "coarse" });
    const places = new Map<string, readonly [number, number]>();
    for (let step = 0; step < 120; step++) {
      store.set({ source: "time", kind: "window", startMs: step * 3 * DAY_MS, endMs: (step * 3 + 40) * DAY_MS });
      const viewport = fakeViewport(20, 10, 3.4);
      const [fast, slow] = [sceneAt(store, counted, viewport), sceneAt(store, plain, viewport)];
      const keys = ({ clusters }: MapScene) => clusters.map(({ key, count: n, certain }) => `${key} ${n} ${certain}`);
      expect(keys(fast)).toEqual(keys(slow));
      expect(fast.marks).toEqual(slow.marks);
      expect(fast.rings).toEqual(slow.rings);
      expect(fast.areas.map(({ key, rows }) => [key, rows])).toEqual(slow.areas.map(({ key, rows }) => [key, rows]));
      expect(fast.counts).toEqual(slow.counts);
      for (const { key, x, y } of fast.clusters) {
        expect([x, y]).toEqual(places.get(key) ?? [x, y]);
        places.set(key, [x, y]);
      }
    }
  });

  it("draws with the groups of another level as truly, while its own are being made", () => {
    const store = conflictStore(ROWS, 21);
    const index = createPlaceIndex(store, { countedFrom: 0 });
    const near = countedLevel(fakeViewport(30, 20, 8));
    for (const [lon, lat, zoom] of [
      [30, 20, 8],
      [33, 20, 8.4],
      [-120, -30, 6],
      [0, 0, 1],
    ] as const) {
      for (const level of [near, { zoom: 2, region: null }]) {
        for (let day = 0; day < 300; day += 60) {
          store.set({ source: "time", kind: "window", startMs: day * DAY_MS, endMs: (day + 90) * DAY_MS });
          const viewport = fakeViewport(lon, lat, zoom);
          const scene = mapScene({
            store,
            viewport,
            shapes: fakeShapes,
            words,
            options: { index, level, labels: false },
          });
          const { shown, drawn, clustered, unplaced } = scene.counts;
          expect(shown).toBe(store.count().shown);
          expect(drawn + clustered + unplaced).toBe(shown);
          expect(new Set(rowsOf(scene)).size).toBe(shown);
        }
      }
    }
  });

  it("keeps its counts when other clauses than the window change, and after going to another zoom and back", () => {
    const store = conflictStore(ROWS, 5);
    const index = createPlaceIndex(store, { countedFrom: 0 });
    const check = (zoom: number) => {
      const { counts } = sceneAt(store, index, fakeViewport(0, 0, zoom));
      expect(counts.shown).toBe(store.count().shown);
      expect(counts.drawn + counts.clustered + counts.unplaced).toBe(counts.shown);
    };
    check(2);
    store.set({ source: "kind", kind: "values", field: "category", values: ["strike", "other"] });
    check(2);
    check(5);
    store.set({ source: "box", kind: "bbox", west: -20, south: -40, east: 90, north: 40 });
    check(5);
    store.clear();
    check(2);
  });

  it("makes rings of areas beyond the number that can be drawn, so that no row is lost", () => {
    const rows = 2_000;
    const columns = {
      startMs: Float64Array.from({ length: rows }, (_, row) => row * DAY_MS),
      lon: Float64Array.from({ length: rows }, (_, row) => (row % 200) * 1.5 - 150),
      lat: Float64Array.from({ length: rows }, (_, row) => Math.floor(row / 200) * 10 - 47),
      placePrecision: new Uint8Array(rows).fill(district),
    };
    const store = createStore({ columns });
    const index = createPlaceIndex(store, { countedFrom: 0 });
    expect(index.areas.length).toBeLessThan(1_000);
    expect(index.areas.reduce((sum, { rows: own }) => sum + own.length, 0) + index.spots.length).toBe(rows);
    const scene = sceneAt(store, index, fakeViewport(0, 0, 6));
    expect(scene.counts.drawn + scene.counts.clustered).toBe(rows);
    expect(scene.marks).toHaveLength(0);
  });
});

/** Bubbles of which one lies over the middle of the other, where its number stands. */
function covered({ clusters }: MapScene): string[] {
  return clusters.flatMap((a, i) =>
    clusters
      .slice(0, i)
      .filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < a.radiusPx + b.radiusPx - 4)
      .map((b) => `${a.count} and ${b.count}`),
  );
}

describe("the edge of a globe", () => {
  const camera = fc.record({
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
    lat: fc.double({ min: -80, max: 80, noNaN: true }),
    day: fc.integer({ min: 0, max: 400 }),
  });

  it.each([
    ["very many rows", 20_000, "counted"],
    ["few rows", 400, "row by row"],
  ] as const)("lets no bubble of %s cover the number of another, and counts each row once", (_, rows, kind) => {
    const store = conflictStore(rows, 17);
    const index = createPlaceIndex(store, { countedFrom: kind === "counted" ? 0 : Infinity });
    const { columns } = store;
    fc.assert(
      fc.property(camera, ({ lon, lat, day }) => {
        store.set({ source: "time", kind: "window", startMs: day * DAY_MS, endMs: (day + 120) * DAY_MS });
        const scene = sceneAt(store, index, fakeGlobe(lon, lat));
        expect(covered(scene)).toEqual([]);
        const { shown, drawn, clustered, unplaced } = scene.counts;
        expect(drawn + clustered + unplaced).toBe(shown);
        expect(new Set(rowsOf(scene)).size).toBe(shown);
        const passing = store.passing();
        expect(scene.clusters.filter((glyph) => !isTrue(glyph, passing, columns.category))).toEqual([]);
      }),
      { numRuns: 200, seed: 31 },
    );
  });

  it("counts bubbles together where they stand whatever the window", () => {
    const store = conflictStore(ROWS, 3);
    const index = createPlaceIndex(store, { countedFrom: 0 });
    const places = new Map<string, readonly [number, number]>();
    for (let day = 0; day < 360; day += 3) {
      store.set({ source: "time", kind: "window", startMs: day * DAY_MS, endMs: (day + 40) * DAY_MS });
      for (const { key, x, y } of sceneAt(store, index, fakeGlobe(100, 20)).clusters) {
        expect([x, y]).toEqual(places.get(key) ?? [x, y]);
        places.set(key, [x, y]);
      }
    }
    expect(places.size).toBeGreaterThan(5);
  });
});
