import { createStore } from "@whenwhere/store";
import { categoryStyles, LIGHT } from "@whenwhere/view/pure";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countryName, createAreaShapes, loadBasemap } from "../../../packages/map/src/basemap/index.ts";
import { fitCamera, flatMapToSVG, flatViewport } from "../../../packages/map/src/flat/index.ts";
import { mapScene } from "../../../packages/map/src/scene/index.ts";
import { fullRuns } from "../../full-runs.ts";
import { record } from "../scene/fixture.ts";

const size = { widthPx: 600, heightPx: 400 };
const words = { locale: "en" };

describe("fitting the camera", () => {
  it("goes across the antimeridian for Fiji and the Bering Strait", () => {
    const fiji = fitCamera(
      [
        [177.4, -17.6],
        [-179.9, -16.8],
        [-178.8, -18.2],
      ],
      size,
    );
    const bering = fitCamera(
      [
        [-170, 66],
        [172, 64],
      ],
      size,
    );
    expect(Math.abs(fiji.lon)).toBeGreaterThan(178);
    expect(fiji.zoom).toBeGreaterThan(4.5);
    expect(Math.abs(bering.lon)).toBeGreaterThan(175);
  });

  it("shows the poles' edge instead of an infinite latitude, and the world for no points", () => {
    expect(fitCamera([[0, 90]], size).lat).toBeCloseTo(85, 0);
    expect(Number.isFinite(fitCamera([], size).zoom)).toBe(true);
    expect(
      fitCamera(
        [
          [Number.NaN, 1],
          [5, 5],
        ],
        size,
      ),
    ).toMatchObject({ lon: 5 });
  });

  it.each(["mercator", "auto"] as const)(
    "gives a hidden map a camera too, as it has no room at all: %s",
    (projection) => {
      const rooms = [0, 1, 300].flatMap((widthPx) => [0, 1, 300].map((heightPx) => ({ widthPx, heightPx })));
      const place = [54.37, 24.45] as const;
      for (const room of rooms) {
        for (const points of [[], [place], [place, place], [place, [10, 10] as const]]) {
          const { lon, lat, zoom } = fitCamera(points, room, { projection });
          expect([lon, lat, zoom].every(Number.isFinite)).toBe(true);
        }
      }
    },
  );

  it.each(["mercator", "equal-earth", "natural-earth", "auto"] as const)(
    "brings every point into the view above its foot, whatever the points, in %s",
    (projection) => {
      const point = fc.tuple(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -84, max: 84, noNaN: true }),
      );
      fc.assert(
        fc.property(
          fc.array(point, { minLength: 1, maxLength: 8 }),
          fc.integer({ min: 0, max: 90 }),
          (points, footPx) => {
            const camera = fitCamera(points, size, { minZoom: -4, footPx, projection });
            const viewport = flatViewport(camera, size, projection);
            return points.every(([lon, lat]) => {
              const at = viewport.project(lon - 360 * Math.round((lon - camera.lon) / 360), lat);
              return at !== null && at[0] > -1 && at[0] < 601 && at[1] > -1 && at[1] < 401 - footPx;
            });
          },
        ),
        { numRuns: fullRuns(1000), seed: 3 },
      );
    },
  );

  it.each(["mercator", "equal-earth", "natural-earth"] as const)(
    "stands what reaches beyond the other side of the world at its rim, in %s",
    (projection) => {
      const viewport = flatViewport({ lon: 20, lat: 0, zoom: -1 }, size, projection);
      const [west, east] = [-159.9999, 199.9999].map((lon) => viewport.project(lon, 10)?.[0] ?? Number.NaN);
      expect(viewport.project(230, 10)?.[0]).toBeCloseTo(east as number, 6);
      expect(viewport.project(-190, 10)?.[0]).toBeCloseTo(west as number, 6);
      expect(west).toBeLessThan(east as number);
    },
  );

  it("comes as near as the points allow: they fill the room within its margins one way or the other, or the zoom is the nearest", () => {
    const point = fc.tuple(
      fc.double({ min: -179, max: 179, noNaN: true }),
      fc.double({ min: -84, max: 84, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 90 }),
        (points, footPx) => {
          const camera = fitCamera(points, size, { minZoom: -4, footPx });
          const viewport = flatViewport(camera, size, "mercator");
          const rows = points.map(([, lat]) => viewport.project(camera.lon, lat)?.[1] ?? Number.NaN);
          // Of all ways round from a point to the east, the shortest that meets the others.
          const degrees = Math.min(
            ...points.map(([west]) => Math.max(...points.map(([lon]) => (((lon - west) % 360) + 360) % 360))),
          );
          const widthPx = (degrees / 360) * 512 * 2 ** camera.zoom;
          const heightPx = Math.max(...rows) - Math.min(...rows);
          // The usual margin is 48 px.
          const filled = Math.max(widthPx / (600 - 96), heightPx / (400 - footPx - 96));
          return camera.zoom === 6 ? filled <= 1.0001 : Math.abs(filled - 1) < 1e-4;
        },
      ),
      { numRuns: fullRuns(500), seed: 4 },
    );
  });

  it.each(["mercator", "equal-earth", "natural-earth"] as const)(
    "leaves no strip without a world on one side while the other goes on, in %s",
    (projection) => {
      const north: [number, number][] = [
        [-150, 20],
        [140, 84],
      ];
      const camera = fitCamera(north, { widthPx: 900, heightPx: 300 }, { projection, paddingPx: 20 });
      const viewport = flatViewport(camera, { widthPx: 900, heightPx: 300 }, projection);
      const rim = (lat: number) => viewport.project(camera.lon, lat)?.[1] ?? Number.NaN;
      const [above, below] = [
        rim(projection === "mercator" ? 85 : 90),
        300 - rim(projection === "mercator" ? -85 : -90),
      ];
      expect(Math.min(above, below)).toBeLessThan(1);
      expect(above > 1).toBe(below > 1);
    },
  );

  it("shows the world where it fits, in its middle", () => {
    const world: [number, number][] = [
      [-179, -35],
      [-60, 70],
      [60, 60],
      [179, 60],
    ];
    const wide = { widthPx: 700, heightPx: 500 };
    const camera = fitCamera(world, wide, { projection: "auto" });
    const viewport = flatViewport(camera, wide, "auto");
    expect(viewport.kind).toBe("equal-earth");
    expect(viewport.project(camera.lon, 90)?.[1]).toBeCloseTo(500 - (viewport.project(camera.lon, -90)?.[1] ?? 0), 3);
    const none = flatViewport(fitCamera([], wide, { projection: "auto" }), wide, "auto");
    expect(none.project(10, 90)?.[1]).toBeGreaterThan(0);
    expect(none.project(-169.9, 0)?.[0]).toBeGreaterThan(0);
  });

  it("stands in the middle of the world, and nearer, where a fit of the tiled map would be drawn as the whole world", () => {
    const points: [number, number][] = [
      [-33, 77],
      [29, 40],
      [20, -68],
    ];
    const room = { widthPx: 959, heightPx: 755 };
    const camera = fitCamera(points, room, { projection: "auto" });
    const viewport = flatViewport(camera, room, "auto");
    expect(viewport.kind).toBe("equal-earth");
    expect(flatViewport(fitCamera(points, room), room, "auto").kind).toBe("equal-earth");
    expect(viewport.project(camera.lon, 90)?.[1]).toBeCloseTo(755 - (viewport.project(camera.lon, -90)?.[1] ?? 0), 3);
    expect(camera.zoom).toBeGreaterThan(fitCamera(points, room).zoom + 0.2);
  });
});

describe("the flat viewport", () => {
  it("shows the equator as large as the tiled map does at the same zoom", () => {
    const viewport = flatViewport({ lon: 0, lat: 0, zoom: 4 }, size, "mercator");
    const [a, b] = [viewport.project(0, 0), viewport.project(1, 0)];
    expect((b?.[0] ?? 0) - (a?.[0] ?? 0)).toBeCloseTo((512 * 16) / 360, 3);
    expect(viewport.metersPerPx(0, 0)).toBeCloseTo(40_075_017 / (512 * 16), -2);
  });

  it.each(["mercator", "equal-earth", "natural-earth"] as const)("projects and finds back in %s", (kind) => {
    const viewport = flatViewport({ lon: 50, lat: 20, zoom: 2 }, size, kind);
    const [x, y] = viewport.project(54, 24) as [number, number];
    const back = viewport.unproject(x, y);
    expect(back?.[0]).toBeCloseTo(54, 4);
    expect(back?.[1]).toBeCloseTo(24, 4);
  });
});

describe("the flat map as SVG", () => {
  const nasty = `<script>alert("x")</script> & 'y'\u0000`;
  const store = createStore([
    record("a", { name: nasty, lon: 46, lat: 15, precision: "settlement", country: "YE" }),
    record("b", { name: "Cabo Delgado", precision: "province", country: "MZ", admin1: "Cabo Delgado" }),
  ]);

  it("is one document that holds the basemap, the scene and the attribution, and no markup from data", async () => {
    const basemap = await loadBasemap("110m");
    const shapes = createAreaShapes(basemap);
    await shapes.load("MZ");
    const viewport = flatViewport({ lon: 45, lat: 0, zoom: 2.5 }, size, "mercator");
    const scene = mapScene({ store, viewport, shapes, words });
    const look = { theme: LIGHT, styles: categoryStyles(store.categories) };
    const svg = flatMapToSVG({ basemap, viewport, scene, look, words, title: nasty });
    expect(svg.startsWith("<svg ")).toBe(true);
    expect(svg).not.toContain("<script");
    expect(svg).not.toContain("\u0000");
    expect(svg).toContain("disputed dashed");
    expect(svg).toContain("Cabo Delgado");
    expect(svg).toContain("ETHIOPIA");
    expect(svg).not.toContain("NaN");
    expect(svg).toContain("province only");
  });

  it("writes country names in capitals only where the script has them", async () => {
    const basemap = await loadBasemap("110m");
    const viewport = flatViewport({ lon: 45, lat: 25, zoom: 3 }, size, "mercator");
    const empty = createStore([]);
    const scene = mapScene({ store: empty, viewport, shapes: createAreaShapes(basemap), words });
    const look = { theme: LIGHT, styles: [] };
    const svg = flatMapToSVG({ basemap, viewport, scene, look, words: { locale: "ar" } });
    const name = `\u2067${countryName("SA", "ar")}\u2069`;
    expect(svg).toContain(`>${name}</text>`);
    expect(svg).not.toMatch(new RegExp(`letter-spacing="[^"]*"[^>]*>${name}`));
  });
});
