import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Basemap, type BasemapDetail, loadBasemap } from "../../../packages/map/src/basemap/index.ts";
import { flatViewport, groundOps } from "../../../packages/map/src/flat/index.ts";
import { geoWindow } from "../../../packages/map/src/flat/parts-in-view.ts";

const look = { theme: { colors: {} }, styles: [] } as never;
const WORLD = [-180, -90, 180, 90];

/** The slow twin: every part may be anywhere. */
function everywhere(basemap: Basemap): Basemap {
  const all = (bounds: Float64Array) => bounds.map((_, i) => WORLD[i % 4] as number);
  const { land, coast, settled, disputed } = basemap.bounds;
  return { ...basemap, bounds: { land: all(land), coast: all(coast), settled: all(settled), disputed: all(disputed) } };
}

const cameras = fc.record({
  lon: fc.integer({ min: -1_900, max: 1_900 }).map((tenths) => tenths / 10),
  lat: fc.integer({ min: -850, max: 850 }).map((tenths) => tenths / 10),
  zoom: fc.integer({ min: 10, max: 80 }).map((tenths) => tenths / 10),
});

describe.each([
  { detail: "110m", runs: 40 },
  { detail: "50m", runs: 5 },
] as const)("the ground in $detail without what is out of view", ({ detail, runs }) => {
  let basemap: Basemap;
  beforeAll(async () => {
    basemap = await loadBasemap(detail as BasemapDetail);
  });

  it("has bounds that each of its parts touches on all sides", () => {
    const { land, coast, borders } = basemap;
    const lines = { coast, settled: borders.settled, disputed: borders.disputed };
    const parts = {
      land: land.geometry.coordinates.map(([outer = []]) => outer),
      ...Object.fromEntries(Object.entries(lines).map(([kind, { geometry }]) => [kind, geometry.coordinates])),
    };
    for (const [kind, all] of Object.entries(parts)) {
      const boxes = all.map((points) => {
        const [lons, lats] = [0, 1].map((axis) => points.map((point) => point[axis] as number)) as [number[], number[]];
        return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
      });
      expect(boxes.length).toBeGreaterThan(0);
      expect([...basemap.bounds[kind as keyof Basemap["bounds"]]]).toEqual(boxes.flat());
    }
  });

  it("is drawn to the last stroke as with it, from anywhere", () => {
    const twin = everywhere(basemap);
    let left = 0;
    fc.assert(
      fc.property(cameras, (camera) => {
        const viewport = flatViewport(camera, { widthPx: 640, heightPx: 400 }, "mercator");
        if (geoWindow(viewport) !== null) left++;
        expect(
          JSON.stringify(groundOps(basemap, viewport, look)) === JSON.stringify(groundOps(twin, viewport, look)),
        ).toBe(true);
      }),
      { numRuns: runs, seed: 50 },
    );
    expect(left).toBeGreaterThan(runs / 2);
  });
});
