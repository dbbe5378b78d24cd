import { createStore } from "@whenwhere/store";
import { fixedTextMetrics } from "@whenwhere/view/pure";
import { describe, expect, it } from "vitest";
import { createPlaceIndex, glyphKinds, mapScene } from "../../../packages/map/src/scene/index.ts";
import { fakeGlobe, fakeShapes, fakeViewport, record, sceneOf, words } from "./fixture.ts";

const town = (lon: number, lat: number, radiusM = 5000) =>
  ({ name: `${lon},${lat}`, lon, lat, precision: "settlement", radiusM, basis: "measured", country: "AA" }) as const;

describe("the scene of the map", () => {
  it("draws a town whose doubt is under 8 px as a mark and, nearer, as a ring without a centre", () => {
    const far = sceneOf([record("a", town(1, 1, 15_000))], fakeViewport(0, 0, 3));
    const near = sceneOf([record("a", town(1, 1, 15_000))], fakeViewport(0, 0, 7));
    expect(glyphKinds(far).get(0)).toBe("mark");
    expect(far.rings).toHaveLength(0);
    expect(glyphKinds(near).get(0)).toBe("ring");
    expect(near.marks).toHaveLength(0);
    expect(near.rings[0]?.radiusPx).toBeCloseTo(15_000 / fakeViewport(0, 0, 7).metersPerPx(1, 1));
  });

  it("draws a choice of places as marks that share the ink, and not where one of them is out of sight", () => {
    const places = [0, 20, 150].map((lon) => ({ lon, lat: 10, precision: "exact", radiusM: 50 }) as const);
    const choice = (count: number) => {
      const chosen = places.slice(0, count);
      const geometry = { type: "MultiPoint", coordinates: chosen.map(({ lon, lat }) => [lon, lat]) } as const;
      const claims = chosen.map((value, i) => ({ id: `${i}`, field: "where", value, by: `${i}` }));
      return sceneOf([record("a", { precision: "region", geometry }, { claims })], fakeGlobe(10, 10));
    };
    expect(choice(2).marks.map(({ share, part }) => [share, part])).toEqual([
      [0.5, "where"],
      [0.5, "rival"],
    ]);
    expect(choice(3).marks.filter(({ share }) => share !== undefined && share < 1)).toEqual([]);
  });

  it.each([3000, 6000, 9000, 12_000, 15_000, 30_000])(
    "names a ring of %i m wholly in it or wholly beside it, never over its edge",
    (radiusM) => {
      const metrics = fixedTextMetrics();
      const incidents = [record("a", { ...town(1, 1, radiusM), name: "Abu Dhabi" })];
      const viewport = fakeViewport(1, 1, 8, [900, 400]);
      const { rings, labels } = sceneOf(incidents, viewport, { metrics });
      const { radiusPx = 0, x = 0, y = 0 } = rings[0] ?? {};
      const [label] = labels;
      const widthPx = Math.max(metrics.width("Abu Dhabi", 11.5), metrics.width(label?.sub ?? "", 11));
      const left = (label?.x ?? 0) - { start: 0, middle: widthPx / 2, end: widthPx }[label?.anchor ?? "start"] - x;
      const top = (label?.y ?? 0) - 10.5 - y;
      const corners = [left, left + widthPx].flatMap((dx) => [top, top + 26].map((dy) => Math.hypot(dx, dy)));
      const isInside = Math.max(...corners) < radiusPx;
      const isBeside = left > radiusPx || left + widthPx < -radiusPx || top > radiusPx || top + 26 < -radiusPx;
      expect(radiusPx).toBeGreaterThan(8);
      expect(isInside || isBeside).toBe(true);
    },
  );

  it("draws all records of a province as one hatched area with one tag and no mark", () => {
    const big = { name: "Big", precision: "province", country: "AA", admin1: "Big", lon: -3, lat: -3 } as const;
    const scene = sceneOf([
      record("a", big),
      record("b", big),
      record("c", { ...big, lon: -4 }, { category: "strike" }),
    ]);
    expect(scene.areas).toHaveLength(1);
    expect(scene.areas[0]).toMatchObject({ key: "AA/Big", kind: "province", rows: [0, 1, 2] });
    expect(scene.areas[0]?.shares.map(({ count }) => count)).toEqual([2, 1]);
    expect(scene.marks).toHaveLength(0);
  });

  it("draws a province of unknown outline as a fuzzy circle when it has a point, as its country when it has none", () => {
    const nowhere = { name: "Nowhere", precision: "province", country: "AA", admin1: "Nowhere" } as const;
    const pointed = sceneOf([record("a", { ...nowhere, lon: 1, lat: 1 })]);
    const bare = sceneOf([record("b", nowhere)]);
    expect(pointed.areas[0]).toMatchObject({ kind: "province", rings: [], assumed: true });
    expect(bare.areas[0]).toMatchObject({ key: "AA", kind: "country" });
  });

  it("gives the count of a province under 24 px to the tag of its country", () => {
    const small = { name: "Small", precision: "province", country: "AA", admin1: "Small" } as const;
    const scene = sceneOf(
      [record("a", small), record("b", { name: "Aland", precision: "country", country: "AA" })],
      fakeViewport(0, 0, 2.9),
    );
    expect(scene.areas.map(({ key, rows }) => [key, rows.length])).toEqual([["AA", 2]]);
  });

  it("sets the tag of an area under 40 px off by a leader", () => {
    const small = { name: "Small", precision: "province", country: "AA", admin1: "Small" } as const;
    const scene = sceneOf([record("a", small)], fakeViewport(4, 4, 4.5));
    expect(scene.areas[0]?.kind).toBe("province");
    expect(scene.areas[0]?.tag.leader).toBe(true);
  });

  it("draws a blurred place as the publisher's own cell", () => {
    const scene = sceneOf(
      [
        record("a", {
          name: "x",
          lon: 1,
          lat: 1,
          precision: "exact",
          obscured: true,
          radiusM: 10_000,
          basis: "measured",
        }),
      ],
      fakeViewport(1, 1, 8),
    );
    expect(glyphKinds(scene).get(0)).toBe("cell");
    expect(scene.areas[0]?.rings[0]).toHaveLength(5);
  });

  it("lists records without a place in the tray, in the number that the store counts as unplaced", () => {
    const store = createStore([
      record("a", { precision: "unknown", country: "AA" }),
      record("b", undefined),
      record("c", town(1, 1)),
    ]);
    const scene = mapScene({ store, viewport: fakeViewport(), shapes: fakeShapes, words });
    expect(scene.tray).toEqual([0, 1]);
    expect(scene.counts.unplaced).toBe(store.count().unplaced);
  });

  it("draws a sea that is known by its name alone as one tag where the world names it, and lists another in the tray", () => {
    const sea = (name: string) => ({ name, precision: "sea" }) as const;
    const names = ["Red Sea", "the Red Sea", "the sea off Mocha"];
    const incidents = names.map((name) => record(name, sea(name)));
    const shapes = { ...fakeShapes, sea: (name: string) => (/red sea/i.test(name) ? ([38, 20] as const) : null) };
    const scene = sceneOf(incidents, fakeViewport(38, 20), {}, shapes);
    expect(scene.areas).toMatchObject([{ count: 2, kind: "sea", x: 300, y: 200, rings: [] }]);
    expect(scene.counts).toMatchObject({ shown: 3, drawn: 2, clustered: 0, unplaced: 1 });
    expect(createStore(incidents).count().unplaced).toBe(1);
  });

  it("hatches the smallest area that holds a place without coordinates, when no precision is stated", () => {
    const scene = sceneOf([
      record("a", { country: "AA" }),
      record("b", { name: "Atown", country: "AA" }),
      record("c", { name: "Btown", country: "AA", admin1: "Big" }),
      record("d", {
        geometry: {
          type: "Polygon",
          coordinates: [
            [
              [20, 0],
              [30, 0],
              [30, 8],
              [20, 0],
            ],
          ],
        },
      }),
      record("e", { name: "Ctown" }),
    ]);
    const areas = scene.areas.map(({ key, kind, count }) => [key, kind, count]);
    expect(areas.sort()).toEqual([
      ["AA", "country", 2],
      ["AA/Big", "province", 1],
      ["shape:3", "region", 1],
    ]);
    expect(scene.tray).toEqual([4]);
  });

  it("joins rival places by a line and inks each by its share", () => {
    const claims = [
      { id: "c", field: "where", value: { name: "Other", lon: 9, lat: 5, precision: "settlement" } },
    ] as const;
    const scene = sceneOf([record("a", town(1, 1), { claims })]);
    expect(scene.marks.map(({ share, part }) => [share, part])).toEqual([
      [0.5, "where"],
      [0.5, "rival"],
    ]);
    expect(scene.joins).toHaveLength(1);
    expect(scene.counts).toMatchObject({ shown: 1, drawn: 1 });
  });

  it("draws an arc from the ring of the origin, dashed when it is alleged or only inferred", () => {
    const from = {
      name: "Desert",
      lon: -6,
      lat: 4,
      precision: "region",
      radiusM: 190_000,
      basis: "assumed",
      inferred: true,
    } as const;
    const scene = sceneOf([record("a", town(6, 1), { from })]);
    const first = scene.arcs[0]?.points[0];
    const origin = scene.rings.find(({ part }) => part === "from");
    expect(scene.arcs[0]?.dashed).toBe(true);
    expect(
      Math.hypot((first?.[0] ?? 0) - (origin?.x ?? 0), (first?.[1] ?? 0) - (origin?.y ?? 0)),
    ).toBeGreaterThanOrEqual(origin?.radiusPx ?? Infinity);
    expect(scene.counts).toMatchObject({ shown: 1, drawn: 1 });
  });

  it("keeps a cluster at its place while the window moves", () => {
    const incidents = [0, 0.1, 0.2, 0.3].map((shift, i) =>
      record(`r${i}`, town(1 + shift, 1), { when: { edtf: `2022-02-0${i + 1}` } }),
    );
    const store = createStore(incidents);
    const index = createPlaceIndex(store);
    const at = (startMs: number, endMs: number) => {
      store.set({ source: "w", kind: "window", startMs, endMs });
      return mapScene({ store, viewport: fakeViewport(0, 0, 3), shapes: fakeShapes, words, options: { index } })
        .clusters[0];
    };
    const [early, late] = [
      at(Date.UTC(2022, 1, 1), Date.UTC(2022, 1, 3)),
      at(Date.UTC(2022, 1, 3), Date.UTC(2022, 1, 5)),
    ];
    expect([early?.rows, late?.rows]).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect([early?.x, early?.y, early?.key]).toEqual([late?.x, late?.y, late?.key]);
  });

  it("keeps every record beyond the view behind a tag at the edge, at most as many tags as asked", () => {
    const far = Array.from({ length: 12 }, (_, i) =>
      record(`r${i}`, { ...town(60 + i * 8, i * 5 - 30), country: `C${String.fromCharCode(65 + i)}` }),
    );
    const scene = sceneOf(far, fakeViewport(0, 0, 3), { maxEdges: 4 });
    expect(scene.edges).toHaveLength(4);
    expect(scene.edges.flatMap(({ rows }) => rows).length).toBe(12);
    expect(scene.edges[3]?.name).toBe("9 more");
  });

  it("points an edge tag at its place", () => {
    const scene = sceneOf([record("a", { ...town(0, 60), country: "AA" })]);
    expect(scene.edges[0]?.bearing).toBeCloseTo(0, 5);
    expect(scene.edges[0]?.y).toBeLessThan(40);
  });

  it("shows a place beyond the antimeridian in the copy of the world that is near", () => {
    const scene = sceneOf([record("a", town(-179, -17))], fakeViewport(178, -17, 5));
    expect(scene.marks[0]?.x).toBeCloseTo(300 + (3 / 360) * 512 * 32, 3);
  });

  it("thins the fill of a record that is only possibly in the window", () => {
    const store = createStore([record("a", town(1, 1), { when: { edtf: "2022" } })]);
    store.set({ source: "w", kind: "window", startMs: Date.UTC(2022, 1, 1), endMs: Date.UTC(2022, 2, 1) });
    const scene = mapScene({ store, viewport: fakeViewport(), shapes: fakeShapes, words });
    expect(scene.marks[0]?.certainty).toBe("possible");
    expect(scene.labels[0]?.sub).toBe("possibly");
  });
});
