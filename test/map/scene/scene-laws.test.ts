import type { Incident, PlacePrecision, Where } from "@whenwhere/model";
import { PLACE_PRECISIONS } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { glyphKinds, hitMap, mapScene, tagBox, walkTime } from "../../../packages/map/src/scene/index.ts";
import { fullRuns } from "../../full-runs.ts";
import { fakeShapes, fakeViewport, words } from "./fixture.ts";

/** All scenes in one zone; no drawing depends on the clock, so a sample in the others. */
const LAW_RUNS = fullRuns(10_000);

const place = fc.record(
  {
    name: fc.constantFrom("Here", "There", "Big"),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    precision: fc.constantFrom(...PLACE_PRECISIONS),
    radiusM: fc.constantFrom(50, 5_000, 80_000, 900_000),
    basis: fc.constantFrom("measured", "codebook", "assumed"),
    obscured: fc.boolean(),
    country: fc.constantFrom("AA", "BB", "ZZ"),
    admin1: fc.constantFrom("Big", "Small", "Nowhere"),
    geometry: fc.constantFrom(
      {
        type: "LineString",
        coordinates: [
          [-5, -5],
          [5, 5],
        ],
      },
      {
        type: "Polygon",
        coordinates: [
          [
            [0, 0],
            [0, 3],
            [3, 3],
            [3, 0],
            [0, 0],
          ],
        ],
      },
      {
        type: "MultiPoint",
        coordinates: [
          [1, 1],
          [2, 2],
        ],
      },
    ),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Where>;

const near = fc.record({
  name: fc.constant("Near"),
  lon: fc.integer({ min: -60, max: 60 }).map((n) => n / 10),
  lat: fc.integer({ min: -40, max: 40 }).map((n) => n / 10),
  precision: fc.constantFrom("exact", "settlement"),
}) as fc.Arbitrary<Where>;

const incident = fc.record(
  {
    title: fc.constant("t"),
    category: fc.constantFrom("attack", "strike", "arrest"),
    when: fc.record({
      edtf: fc.constantFrom("2022", "2022-02-02", "2023-01", "2021-12-31/2022-03-01", "[..2022-02-02]"),
    }),
    where: fc.oneof(place, near),
    from: place,
    claims: fc.array(fc.record({ id: fc.constant("c"), field: fc.constant("where"), value: near }), { maxLength: 2 }),
  },
  { requiredKeys: ["title"] },
) as fc.Arbitrary<Omit<Incident, "id">>;

const camera = fc.record({
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -70, max: 70, noNaN: true }),
  zoom: fc.double({ min: -1, max: 12, noNaN: true }),
});

const scenes = fc.record({
  incidents: fc
    .array(incident, { maxLength: 8 })
    .map((all) => all.map((one, i): Incident => ({ ...one, id: `r${i}` }))),
  camera: fc.oneof(camera, fc.constant({ lon: 0, lat: 0, zoom: 3 })),
  window: fc.option(fc.constantFrom([2021, 2022], [2022, 2023], [2025, 2026])),
});

/** What a place of each class may be drawn as, coarsest last; nothing finer. */
const ALLOWED: Readonly<Record<PlacePrecision, readonly string[]>> = {
  exact: ["mark", "ring", "cluster", "cell", "district"],
  settlement: ["mark", "ring", "cluster", "cell", "district"],
  district: ["district", "province", "country", "cell"],
  province: ["province", "country", "cell"],
  country: ["country", "cell"],
  region: ["region", "country", "cell"],
  sea: ["sea", "cell"],
  line: ["line", "country", "cell"],
  unknown: [],
};

describe("the laws of the scene", () => {
  it("drawn + clustered + unplaced = shown, each shown row once, in thousands of random scenes", () => {
    fc.assert(
      fc.property(scenes, ({ incidents, camera: at, window }) => {
        const store = createStore(incidents);
        if (window !== null) {
          store.set({
            source: "w",
            kind: "window",
            startMs: Date.UTC(window[0] as number, 0),
            endMs: Date.UTC(window[1] as number, 0),
          });
        }
        const scene = mapScene({ store, viewport: fakeViewport(at.lon, at.lat, at.zoom), shapes: fakeShapes, words });
        const { shown, drawn, clustered, unplaced } = scene.counts;
        expect(drawn + clustered + unplaced).toBe(shown);
        expect(shown).toBe(store.count().shown);
        expect(glyphKinds(scene).size).toBe(shown);
        expect(unplaced).toBeGreaterThanOrEqual(store.count().unplaced);
      }),
      { numRuns: LAW_RUNS, seed: 1202 },
    );
  });

  it("draws no row finer than its place is known", () => {
    fc.assert(
      fc.property(scenes, ({ incidents, camera: at }) => {
        const store = createStore(incidents);
        const viewport = fakeViewport(at.lon, at.lat, at.zoom);
        const scene = mapScene({ store, viewport, shapes: fakeShapes, words });
        for (const [row, kind] of glyphKinds(scene)) {
          if (kind === "edge" || kind === "tray") continue;
          const precision = store.precisionOf(row);
          if (kind === "mark" || kind === "cluster") {
            expect(sizePx(store.incident(row).where, viewport.zoom), `${precision} drawn as ${kind}`).toBeLessThan(8);
            continue;
          }
          if (kind === "line" && store.incident(row).where?.geometry?.type === "LineString") continue;
          expect(ALLOWED[precision], `${precision} drawn as ${kind}`).toContain(kind);
        }
      }),
      { numRuns: fullRuns(1_500), seed: 77 },
    );
  });

  it("lets no two labels, tags or edge tags of one scene overlap a label", () => {
    fc.assert(
      fc.property(scenes, ({ incidents, camera: at }) => {
        const store = createStore(incidents);
        const scene = mapScene({ store, viewport: fakeViewport(at.lon, at.lat, at.zoom), shapes: fakeShapes, words });
        const boxes = scene.labels.map(({ x, y, text, anchor }) => {
          const width = Array.from(text).length * 11.5 * 0.55;
          const x0 = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
          return [x0, y - 9, x0 + width, y + 1] as const;
        });
        const all = [...boxes, ...scene.areas.map(tagBox)];
        const clash = boxes.some((a, i) =>
          all.some((b, j) => j > i && a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]),
        );
        expect(clash).toBe(false);
      }),
      { numRuns: 400, seed: 5 },
    );
  });

  it("finds under its own middle every mark, cluster and tag that nothing covers", () => {
    fc.assert(
      fc.property(scenes, ({ incidents }) => {
        const scene = mapScene({ store: createStore(incidents), viewport: fakeViewport(), shapes: fakeShapes, words });
        for (const { x, y } of [...scene.marks, ...scene.clusters]) expect(hitMap(scene, x, y)).not.toBeNull();
        for (const { tag } of scene.areas) expect(hitMap(scene, tag.x, tag.y)).not.toBeNull();
      }),
      { numRuns: 200, seed: 6 },
    );
  });

  it("reaches every shown record when walking in time order", () => {
    fc.assert(
      fc.property(scenes, ({ incidents }) => {
        const store = createStore(incidents);
        const seen = new Set<number>();
        for (let row = walkTime(store, null, 1); row !== null; row = walkTime(store, row, 1)) seen.add(row);
        expect(seen.size).toBe(incidents.length);
      }),
      { numRuns: 300, seed: 8 },
    );
  });
});

/** The least size on screen that the record's area can have; 0 for towns and points, which may be marks and clusters. */
function sizePx(where: Where | undefined, zoom: number): number {
  const precision = where?.precision ?? "settlement";
  if (precision === "exact" || precision === "settlement") return 0;
  // A blurred point is the publisher's own cell, of the radius that the publisher states.
  if (
    where?.obscured === true &&
    where.lon != null &&
    where.lat != null &&
    where.radiusM != null &&
    where.geometry?.type !== "LineString" &&
    where.geometry?.type !== "Polygon"
  )
    return 0;
  const pxPerDegree = (512 * 2 ** zoom) / 360;
  if (where?.geometry != null && where.geometry.type !== "MultiPoint") return 3 * pxPerDegree;
  if (precision === "country" && where?.country === "AA") return 20 * pxPerDegree;
  if (precision === "province" && where?.country === "AA" && where.admin1 === "Big") return 10 * pxPerDegree;
  return 0;
}
