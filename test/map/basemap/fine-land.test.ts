import { LIGHT } from "@whenwhere/view/pure";
import { geoArea } from "d3-geo";
import fc from "fast-check";
import type { Feature, MultiPolygon, Position } from "geojson";
import { beforeAll, describe, expect, it } from "vitest";
import { type FineLand, type GeoBox, loadFineLand } from "../../../packages/map/src/basemap/fine-land.ts";
import { type Basemap, loadBasemap } from "../../../packages/map/src/basemap/load-basemap.ts";
import { flatViewport, groundOps } from "../../../packages/map/src/flat/index.ts";

let fine: FineLand;
let world: Basemap;
beforeAll(async () => {
  fine = (await loadFineLand()) as FineLand;
  world = await loadBasemap("50m");
});

function boxAround(lon: number, lat: number, degrees = 2): GeoBox {
  return { west: lon - degrees, south: lat - degrees, east: lon + degrees, north: lat + degrees };
}

/** Even-odd, as a planar renderer fills. */
function isIn({ geometry }: Feature<MultiPolygon>, [x = 0, y = 0]: Position): boolean {
  const crosses = ([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position) =>
    y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
  return geometry.coordinates.some((rings) =>
    rings.reduce((inside, ring) => {
      const crossings = ring.filter((point, i) => i > 0 && crosses(ring[i - 1] as Position, point)).length;
      return inside !== (crossings % 2 === 1);
    }, false),
  );
}

describe("fine land", () => {
  it("is land where the 50m world is, away from its coasts, in random places", () => {
    const place = fc.tuple(
      fc.double({ min: -179, max: 179, noNaN: true }),
      fc.double({ min: -80, max: 80, noNaN: true }),
    );
    const near = [
      [0, 0],
      [0.3, 0],
      [-0.3, 0],
      [0, 0.3],
      [0, -0.3],
    ] as const;
    let compared = 0;
    fc.assert(
      fc.property(place, ([lon, lat]) => {
        const coarse = near.map(([dx, dy]) => isIn(world.land, [lon + dx, lat + dy]));
        if (new Set(coarse).size > 1) return;
        compared++;
        const { land } = fine.under(world, boxAround(lon, lat, 0.1));
        expect(isIn(land, [lon, lat])).toBe(coarse[0]);
      }),
      { numRuns: 100, seed: 11 },
    );
    expect(compared).toBeGreaterThan(60);
  });

  it("has no coast where cells meet, at the antimeridian or at the pole", () => {
    const seams: Position[] = [];
    for (const [lon, lat] of [
      [20, 10],
      [180, 68],
      [0, -89],
    ] as const) {
      const { coast } = fine.under(world, boxAround(lon, lat, 5));
      for (const line of coast.geometry.coordinates) {
        line.forEach(([x = 0, y = 0], i) => {
          const [px = 0, py = 0] = line[i - 1] ?? [Number.NaN, Number.NaN];
          const alongX = Math.abs(x - px) < 1e-6 && Math.abs(Math.abs(x % 10) - 0.02) < 1e-6;
          const alongY = Math.abs(y - py) < 1e-6 && Math.abs(Math.abs(y % 10) - 0.02) < 1e-6;
          const isSeam = (alongX && Math.abs(y - py) > 0.5) || (alongY && Math.abs(x - px) > 0.5);
          if (isSeam || (Math.abs(x) > 179.99 && Math.abs(px) > 179.99)) seams.push([x, y]);
        });
      }
    }
    expect(seams).toEqual([]);
  });

  it("is wound as d3 wants it: no polygon is all of the earth but its own", () => {
    const { land } = fine.under(world, { west: -180, south: -90, east: 180, north: 90 });
    for (const coordinates of land.geometry.coordinates) {
      expect(geoArea({ type: "Polygon", coordinates })).toBeLessThan(0.2);
    }
  });

  it("finds its cells across the antimeridian, and has none in the open sea", () => {
    expect(fine.cellsOf({ west: 176, south: -19, east: 184, north: -12 })).toEqual({
      west: 170,
      south: -20,
      east: 190,
      north: -10,
    });
    // Fiji lies on both sides.
    const fiji = fine.under(world, { west: 176, south: -19, east: 184, north: -12 }).land.geometry.coordinates;
    const lons = fiji.flatMap((rings) => (rings[0] as Position[]).map(([lon = 0]) => lon));
    expect([lons.some((lon) => lon > 177), lons.some((lon) => lon < -178)]).toEqual([true, true]);
    expect(fine.under(world, boxAround(-145, -45)).land.geometry.coordinates).toEqual([]);
  });

  it("has more places of a coast than the 50m world, and its borders and names", () => {
    const close = fine.under(world, boxAround(40.5, -11.5, 1));
    const viewport = flatViewport({ lon: 40.5, lat: -11.5, zoom: 8 }, { widthPx: 800, heightPx: 600 });
    const look = { theme: LIGHT, styles: [] };
    const length = (basemap: Basemap) =>
      groundOps(basemap, viewport, look).reduce((sum, op) => sum + (op.kind === "path" ? op.d.length : 0), 0);
    expect(length(close)).toBeGreaterThan(1.5 * length(world));
    expect(close.borders).toBe(world.borders);
    expect(close.labels).toBe(world.labels);
  });
});
