import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hitMap } from "../../../packages/map/src/scene/index.ts";
import { fakeGlobe, fakeViewport, GLOBE_PX, record, sceneOf } from "./fixture.ts";

const region = (lon: number, lat: number, radiusM: number) => [
  record("wide", { name: "Wide", lon, lat, precision: "region", radiusM, basis: "assumed" }),
];

describe("a wide region on a globe", () => {
  it("ends where the globe ends, whatever is asked, and is still counted", () => {
    const asked = fc.record({
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
      lat: fc.double({ min: -80, max: 80, noNaN: true }),
      away: fc.double({ min: -88, max: 88, noNaN: true }),
      radiusM: fc.double({ min: 1_600_000, max: 6_000_000, noNaN: true }),
    });
    fc.assert(
      fc.property(asked, ({ lon, lat, away, radiusM }) => {
        const scene = sceneOf(
          region(lon + away - 360 * Math.round((lon + away) / 360), lat, radiusM),
          fakeGlobe(lon, lat),
        );
        const points = scene.areas.flatMap(({ rings }) => rings.flat());
        expect(points.length).toBeGreaterThan(8);
        for (const [x, y] of points) expect(Math.hypot(x - 300, y - 200)).toBeLessThan(GLOBE_PX + 0.01);
        expect(scene.counts).toMatchObject({ shown: 1, drawn: 1 });
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it("is narrower towards the edge, as the ground is", () => {
    const width = (away: number) => {
      const xs = sceneOf(region(away, 1, 2_000_000), fakeGlobe(0, 1)).areas.flatMap(({ rings }) =>
        rings.flat().map(([x]) => x),
      );
      return Math.max(...xs) - Math.min(...xs);
    };
    expect(width(60)).toBeLessThan(0.7 * width(0));
    expect(width(60)).toBeGreaterThan(0.3 * width(0));
  });

  it("stays a circle on a plane", () => {
    const [area] = sceneOf(region(1, 1, 2_000_000), fakeViewport(0, 0, 2)).areas;
    expect(area?.rings).toEqual([]);
    expect(area?.radiusPx).toBeGreaterThan(40);
  });
});

const place = (lon: number, lat: number, radiusM: number) =>
  ({ name: "Near", lon, lat, precision: "settlement", radiusM, basis: "measured" }) as const;

describe("on a globe", () => {
  const spread = (points: readonly (readonly [number, number])[] = [], axis: 0 | 1) => {
    const values = points.map((point) => point[axis]);
    return Math.max(...values) - Math.min(...values);
  };

  it("the ring of a place known to a radius is a circle of the ground: narrow at the edge, and never past it", () => {
    const ring = (lon: number) => sceneOf([record("near", place(lon, 0, 900_000))], fakeGlobe(0, 0)).rings[0];
    const [middle, edge] = [ring(0), ring(70)];
    expect(spread(middle?.outline, 0)).toBeCloseTo(spread(middle?.outline, 1), 0);
    expect(spread(edge?.outline, 0)).toBeLessThan(0.5 * spread(edge?.outline, 1));
    for (const [x, y] of edge?.outline ?? []) expect(Math.hypot(x - 300, y - 200)).toBeLessThan(GLOBE_PX + 0.01);
    expect(sceneOf([record("near", place(1, 1, 900_000))], fakeViewport(0, 0, 2)).rings[0]?.outline).toBeUndefined();
  });

  it("what lies in the flat circle of a ring, and not in its ground, is not hit", () => {
    const scene = sceneOf([record("near", place(70, 0, 900_000))], fakeGlobe(0, 0));
    const { x, y, radiusPx } = scene.rings[0] as { x: number; y: number; radiusPx: number };
    expect(hitMap(scene, x, y)?.kind).toBe("ring");
    expect(hitMap(scene, x - 0.9 * radiusPx, y)).toBeNull();
    expect(hitMap(scene, x, y - 0.9 * radiusPx)?.kind).toBe("ring");
  });

  it("an arc between two places near the edge stays on the globe", () => {
    const from = place(-80, 72, 0);
    const scene = sceneOf([record("flown", place(80, 72, 0), { from })], fakeGlobe(0, 0));
    const points = scene.arcs[0]?.points ?? [];
    expect(points.length).toBeGreaterThan(20);
    for (const [x, y] of points) expect(Math.hypot(x - 300, y - 200)).toBeLessThan(GLOBE_PX + 0.01);
  });

  it("a sea is the same sign as on a plane", () => {
    const sea = { name: "Arabian Sea", lon: 63, lat: 15, precision: "sea" as const, radiusM: 2_000_000 };
    expect(sceneOf([record("sea", sea)], fakeGlobe(60, 10)).areas[0]?.rings).toEqual([]);
  });
});
