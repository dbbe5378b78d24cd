import { allLanguages, createWords, fixedTextMetrics, LIGHT } from "@whenwhere/view/pure";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Basemap, loadBasemap } from "../../../packages/map/src/basemap/index.ts";
import {
  createSeenNames,
  flatViewport,
  freeNames,
  type PlacedName,
  placedNames,
  type SeenNames,
} from "../../../packages/map/src/flat/index.ts";
import { insideRings } from "../../../packages/map/src/scene/plane.ts";

const metrics = fixedTextMetrics();
const look = { theme: LIGHT, styles: [] };
const size = { widthPx: 800, heightPx: 500 };
const english = createWords("en");
let basemap: Basemap;
beforeAll(async () => {
  basemap = await loadBasemap("50m");
});

interface Look {
  readonly seen?: SeenNames;
  readonly locale?: string;
}
type Camera = Parameters<typeof flatViewport>[0];

const namesAt = (camera: Camera, { seen, locale = "en" }: Look = {}): readonly PlacedName[] => {
  const words = locale === "en" ? english : createWords(locale, allLanguages);
  const more = seen === undefined ? {} : { seen };
  return placedNames(basemap, flatViewport(camera, size, "mercator"), { look, words, metrics, ...more });
};
const nameOf = (id: string, camera: Camera, more?: Look) => namesAt(camera, more).find((name) => name.id === id);

/** Its outline on the screen. */
function ringsOf(id: string, camera: Camera) {
  const { project } = flatViewport(camera, size, "mercator");
  return basemap.countries.features
    .filter(({ properties }) => properties.iso === id)
    .flatMap(({ geometry }) => (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates))
    .flatMap((polygon) =>
      polygon.map((ring) => ring.flatMap(([lon = 0, lat = 0]) => [project(lon, lat) as readonly [number, number]])),
    );
}

const PARTS: readonly (readonly [id: string, camera: Camera])[] = [
  ["MZ", { lon: 38.6, lat: -11.8, zoom: 6.8 }],
  ["CN", { lon: 82, lat: 42, zoom: 5 }],
  ["BR", { lon: -68, lat: -8, zoom: 5.5 }],
];

describe("names of countries whose own place is out of view", () => {
  it.each(PARTS)("stand within what is seen of the country: %s", (id, camera) => {
    const name = nameOf(id, camera);
    expect(name).toBeDefined();
    const { lon, lat } = basemap.labels.find((label) => label.id === id) as { lon: number; lat: number };
    const own = flatViewport(camera, size, "mercator").project(lon, lat) as readonly [number, number];
    expect(own[0] < 0 || own[1] < 0 || own[0] > size.widthPx || own[1] > size.heightPx).toBe(true);
    const [x0, y0, x1, y1] = name?.box ?? [0, 0, 0, 0];
    const rings = ringsOf(id, camera);
    for (const x of [x0 + 3, (x0 + x1) / 2, x1 - 3])
      for (const y of [y0, y1]) expect(insideRings(rings, x, y)).toBe(true);
  });

  it("are written in the reader's language", () => {
    for (const locale of ["en", "ar", "zh", "fr", "fa", "pt", "ru", "es", "uk"]) {
      const words = createWords(locale, allLanguages);
      const own = new Intl.DisplayNames([locale], { type: "region" }).of("BR") as string;
      const said = nameOf("BR", { lon: -68, lat: -8, zoom: 5.5 }, { locale })?.op.text;
      expect(said?.toLocaleLowerCase(words.locale)).toBe(own.toLocaleLowerCase(words.locale));
    }
  });

  it("travel with the ground under a pan, and are looked for again only when they leave the view", () => {
    const seen = createSeenNames(basemap);
    let before: { readonly x: number; readonly lon: number } | null = null;
    let found = 0;
    for (let step = 0; step < 200; step++) {
      const camera = { lon: -69 + step * 0.02, lat: -8, zoom: 5.5 };
      const name = nameOf("BR", camera, { seen });
      expect(name).toBeDefined();
      const x = name?.op.x ?? 0;
      const lon = flatViewport(camera, size, "mercator").unproject(x, 250)?.[0] ?? 0;
      if (before === null || Math.abs(lon - before.lon) > 1e-6) {
        found++;
        // It had to go: one step further west it would have been cut.
        if (before !== null) expect(before.x - x).toBeLessThan(0);
      }
      before = { x, lon };
    }
    expect(found).toBeLessThanOrEqual(2);
  });

  it("stand at their own place where that is in view, as without this", () => {
    const label = basemap.labels.find(({ id }) => id === "BR") as { lon: number; lat: number };
    const name = nameOf("BR", { lon: label.lon + 3, lat: label.lat, zoom: 4 });
    const own = flatViewport({ lon: label.lon + 3, lat: label.lat, zoom: 4 }, size, "mercator");
    expect(name?.op.x).toBeCloseTo(own.project(label.lon, label.lat)?.[0] ?? 0, 6);
  });

  it("are whole, and over no border but at their own place, wherever one looks", () => {
    const anywhere = fc.record({
      lon: fc.double({ min: -179, max: 179, noNaN: true }),
      lat: fc.double({ min: -55, max: 70, noNaN: true }),
      zoom: fc.double({ min: 3, max: 7, noNaN: true }),
    });
    fc.assert(
      fc.property(anywhere, (camera) => {
        const { project, center } = flatViewport(camera, size, "mercator");
        for (const { id, box } of namesAt(camera)) {
          expect(box[0] >= 0 && box[1] >= 0 && box[2] <= size.widthPx && box[3] <= size.heightPx).toBe(true);
          const label = basemap.labels.find((one) => one.id === id);
          if (label === undefined) continue;
          const own = project(label.lon - 360 * Math.round((label.lon - center[0]) / 360), label.lat);
          const middle = [(box[0] + box[2]) / 2, box[3] - 4.75] as const;
          if (own !== null && Math.hypot(own[0] - middle[0], own[1] - middle[1]) < 1) continue;
          expect(insideRings(ringsOf(id, camera), middle[0], middle[1])).toBe(true);
        }
      }),
      { seed: 7, numRuns: 150 },
    );
  });
});

describe("an ocean with a label point on each side of the world", () => {
  it("is named once where both are seen", () => {
    const viewport = flatViewport({ lon: 180, lat: 0, zoom: 1.4 }, { widthPx: 1400, heightPx: 700 }, "mercator");
    const names = placedNames(basemap, viewport, { look, words: english, metrics });
    expect(names.filter(({ op }) => op.text === "North Pacific Ocean")).toHaveLength(2);
    const said = freeNames(names, { metrics }).map((op) => (op.kind === "text" ? op.text : ""));
    expect(said.filter((text) => text === "North Pacific Ocean")).toHaveLength(1);
    expect(new Set(said).size).toBe(said.length);
  });
});
