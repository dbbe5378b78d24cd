import { createStore, type Store } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createPlaceIndex,
  type GroupsOfRows,
  holdsView,
  type MapScene,
  mapScene,
  type PlaceIndex,
  splitScene,
} from "../../../packages/map/src/scene/index.ts";
import { fakeShapes, fakeViewport, words } from "./fixture.ts";

const ROWS = 400;

/** Rows around some towns, of which some are known to a radius only. */
function towns(seed: number): Store {
  const of = (value: (row: number) => number) => Float64Array.from({ length: ROWS }, (_, row) => value(row));
  const spread = (row: number, by: number) => Math.sin(row * by + seed) * 3;
  return createStore({
    columns: {
      startMs: of((row) => row * 86_400_000),
      lon: of((row) => ((row % 9) - 4) * 9 + spread(row, 12.9)),
      lat: of((row) => ((row % 5) - 2) * 9 + spread(row, 78.2)),
      radiusM: Float32Array.from({ length: ROWS }, (_, row) => (row % 6 === 0 ? 40_000 : 0)),
      category: { codes: Uint8Array.from({ length: ROWS }, (_, row) => row % 3), values: ["a", "b", "c"] },
    },
  });
}

interface Pair {
  readonly scene: MapScene;
  readonly moved: (share: number) => MapScene;
  readonly fine: GroupsOfRows;
  readonly coarse: GroupsOfRows;
}

function pairOf(store: Store, index: PlaceIndex, zoom: number): Pair {
  const viewport = fakeViewport(0, 0, zoom + 0.01);
  const levels = [zoom, zoom - 1].map((one) => ({ zoom: one, region: null }));
  const sceneAt = (level: (typeof levels)[number]) =>
    mapScene({ store, viewport, shapes: fakeShapes, words, options: { index, level } });
  // The coarser one stood before, as in a zoom.
  sceneAt(levels[1] as (typeof levels)[number]);
  const scene = sceneAt(levels[0] as (typeof levels)[number]);
  const [fine, coarse] = levels.map((level) => index.groupsOf(level) as GroupsOfRows) as [GroupsOfRows, GroupsOfRows];
  return { scene, fine, coarse, moved: (share) => splitScene(scene, { fine, coarse, viewport }, share) };
}

const numbers = ({ clusters, counts, marks, rings }: MapScene) => ({
  counts,
  clusters: clusters.map(({ key, count, certain, possible }) => [key, count, certain, possible].join()).sort(),
  alone: [...marks, ...rings].map(({ row }) => row),
});

const places = ({ clusters, marks, rings }: MapScene) =>
  new Map<string, readonly [number, number]>([
    ...clusters.map(({ key, x, y }) => [key, [x, y]] as const),
    ...[...marks, ...rings].map(({ row, x, y }) => [String(row), [x, y]] as const),
  ]);

describe("bubbles that come apart and together", () => {
  it("bear the numbers of one zoom all the way, and end where that zoom has them", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 50 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (zoom, seed, share, counted) => {
          const store = towns(seed);
          const { scene, moved } = pairOf(store, createPlaceIndex(store, counted ? { countedFrom: 0 } : {}), zoom);
          expect(numbers(moved(share))).toEqual(numbers(scene));
          expect(moved(1)).toBe(scene);
        },
      ),
      { seed: 7, numRuns: 60 },
    );
  });

  it("begin in the place of the bubble that they were, and only move on a straight line from it", () => {
    const store = towns(3);
    const index = createPlaceIndex(store);
    const viewport = fakeViewport(0, 0, 3.01);
    const { scene, moved, coarse } = pairOf(store, index, 3);
    const before = mapScene({
      ...{ store, viewport, shapes: fakeShapes, words },
      options: { index, level: { zoom: 2, region: null } },
    });
    const own = places(scene);
    const first = places(moved(0));
    const half = places(moved(0.5));
    const at = (where: typeof own, key: string) => where.get(key) ?? [Number.NaN, Number.NaN];
    let apart = 0;
    for (const glyph of before.clusters) {
      const parts = scene.clusters.filter(({ rows }) => rows.every((row) => glyph.rows.includes(row)));
      for (const { key, rows } of parts) {
        const [[x0, y0], [x1, y1]] = [at(first, key), at(own, key)];
        expect([x0, y0].map(Math.round)).toEqual([glyph.x, glyph.y].map(Math.round));
        expect(coarse.groupOf(rows[0] as number)).toBeGreaterThanOrEqual(0);
        if (Math.hypot(x0 - x1, y0 - y1) > 5) apart++;
        expect(at(half, key)[0]).toBeCloseTo((x0 + x1) / 2, 6);
      }
    }
    expect(apart).toBeGreaterThan(3);
  });

  it("leave alone what was alone before, and the names of what stands still", () => {
    const store = createStore([
      ...["far-1", "far-2"].map((id, i) => ({
        ...{ id, title: id, category: "attack", when: { edtf: "2022" } },
        where: { name: id, lon: -9 + i * 10, lat: 5, precision: "exact" as const },
      })),
      // One group at both zooms, and too few and too far apart to be a bubble at either.
      ...["pair-1", "pair-2"].map((id, i) => ({
        ...{ id, title: id, category: "attack", when: { edtf: "2022" } },
        where: { name: id, lon: -6 + i * 0.9, lat: -5, precision: "exact" as const },
      })),
      ...Array.from({ length: 8 }, (_, i) => ({
        ...{ id: `near-${i}`, title: "near", category: "attack", when: { edtf: "2022" } },
        where: { name: "Town", lon: 6 + (i % 2) * 2.2, lat: -5, precision: "exact" as const },
      })),
    ]);
    const { scene, moved } = pairOf(store, createPlaceIndex(store), 4);
    const start = moved(0);
    expect(scene.clusters).toHaveLength(2);
    expect(start.marks).toEqual(scene.marks);
    expect(start.clusters[0]?.x).toBe(start.clusters[1]?.x);
    expect(scene.labels.filter(({ text }) => text === "Town")).toHaveLength(2);
    expect(start.labels.map(({ text }) => text).sort()).toEqual(
      scene.labels
        .map(({ text }) => text)
        .filter((text) => text !== "Town")
        .sort(),
    );
    expect(start.labels.map(({ text }) => text)).toContain("far-1");
    expect(moved(0.999).labels).toEqual(scene.labels);
  });

  it("are looked for only in a region that holds the view", () => {
    const viewport = fakeViewport(0, 0, 6);
    expect(holdsView({ zoom: 6, region: null }, viewport)).toBe(true);
    const region = { zoom: 3, x0: 3, y0: 3, across: 2, down: 2 };
    expect(holdsView({ zoom: 6, region }, viewport)).toBe(true);
    expect(holdsView({ zoom: 6, region: { ...region, across: 1 } }, viewport)).toBe(false);
  });
});
