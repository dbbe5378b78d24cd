import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { seaKey } from "@whenwhere/model";
import { geoArea } from "d3-geo";
import { describe, expect, it } from "vitest";
// @ts-expect-error build script, plain JavaScript
import { packArcs } from "../../../packages/map/basemap-build/pack.mjs";
import {
  type BasemapDetail,
  countryName,
  createAreaShapes,
  loadBasemap,
  normalizeAreaName,
} from "../../../packages/map/src/basemap/index.ts";
import { unpackTopology } from "../../../packages/map/src/basemap/packed-topology.ts";

const generated = path.resolve(import.meta.dirname, "../../../packages/map/src/basemap/generated");

const ringsOf = (geometry: { type: string; coordinates: unknown }): number[][][] =>
  geometry.type === "Polygon"
    ? (geometry.coordinates as number[][][])
    : (geometry.coordinates as number[][][][]).flat();

describe.each(["110m", "50m"] as const)("the basemap at %s", (detail: BasemapDetail) => {
  const load = loadBasemap(detail);

  it("is one for all maps of a page", async () => {
    expect(await loadBasemap(detail)).toBe(await load);
  });

  it("has no edge that jumps more than 180 degrees, Russia, Fiji and Antarctica included", async () => {
    const { countries, coast, borders } = await load;
    const jumps = (line: number[][]) =>
      line.some((p, i) => i > 0 && Math.abs((p[0] as number) - (line[i - 1]?.[0] as number)) > 180);
    // Antarctica's own edge along the pole runs the whole way round; nothing else may.
    const polar = (line: number[][]) =>
      line.some(
        (p, i) => i > 0 && Math.abs((p[0] as number) - (line[i - 1]?.[0] as number)) > 180 && (p[1] as number) > -89.9,
      );
    for (const { properties, geometry } of countries.features) {
      expect(ringsOf(geometry).some(properties.iso === "AQ" ? polar : jumps), properties.name).toBe(false);
    }
    for (const { geometry } of [coast, borders.settled, borders.disputed])
      expect(geometry.coordinates.some(jumps)).toBe(false);
    expect(countries.features.map(({ properties }) => properties.iso)).toEqual(
      expect.arrayContaining(["RU", "FJ", "AQ"]),
    );
  });

  it("winds its rings so that no country is everything but itself, and land is a third of the sphere", async () => {
    const { countries, land } = await load;
    for (const country of countries.features) expect(geoArea(country), country.properties.name).toBeLessThan(1);
    expect(geoArea(land) / (4 * Math.PI)).toBeGreaterThan(0.27);
    expect(geoArea(land) / (4 * Math.PI)).toBeLessThan(0.31);
  });

  it("knows each country by an ISO code of its own, with a name in the reader's language", async () => {
    const { countries, labels } = await load;
    const codes = countries.features.map(({ properties }) => properties.iso).filter((iso) => iso !== null);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((iso) => /^[A-Z]{2}$/.test(iso))).toBe(true);
    expect(labels.find(({ iso }) => iso === "MZ")?.name).toBe("Mozambique");
    expect(countryName("MZ", "de", "Mozambique")).toBe("Mosambik");
    expect(countryName("YE", "ar", "Yemen")).toBe("اليمن");
  });

  it("keeps disputed borders apart from settled ones", async () => {
    const { borders } = await load;
    const near = (lines: number[][][], lon: number, lat: number, reach: number) =>
      lines.some((line) => line.some((p) => Math.hypot((p[0] as number) - lon, (p[1] as number) - lat) < reach));
    const { coordinates: disputed } = borders.disputed.geometry;
    const { coordinates: settled } = borders.settled.geometry;
    const spots = { kashmir: [75, 34.6, 1.2], sahara: [-8.7, 27.4, 1], crimea: [33.8, 46.1, 1] } as const;
    for (const [name, [lon, lat, reach]] of Object.entries(spots))
      expect(near(disputed, lon, lat, reach), name).toBe(true);
    expect(near(settled, 75, 34.6, 0.5)).toBe(false);
    expect(near(disputed, 13, 51, 3)).toBe(false);
  });

  it("gives the gulf between Iran and Arabia no name", async () => {
    const { seas } = await load;
    expect(seas.filter(({ lon, lat }) => lon > 48 && lon < 56 && lat > 24 && lat < 30.5)).toEqual([]);
  });
});

describe("the files of the basemap", () => {
  it("pack and unpack to the same arcs", () => {
    const arcs = [
      [
        [0, 0],
        [-1, 5],
        [99999, -40000],
      ],
      [[3, 3]],
    ];
    const packed = {
      type: "Topology",
      transform: { scale: [1, 1], translate: [0, 0] },
      objects: {},
      arcs: packArcs(arcs),
    };
    expect(unpackTopology(packed).arcs).toEqual(arcs);
  });

  it("stay under 4 MB, the 50m world under 400 kB and every country under 180 kB", () => {
    const sizes = readdirSync(path.join(generated, "admin1")).map(
      (file) => statSync(path.join(generated, "admin1", file)).size,
    );
    const worlds = ["world-50m.json", "world-110m.json"].map((file) => statSync(path.join(generated, file)).size);
    expect(Math.max(...sizes)).toBeLessThan(180_000);
    expect(worlds[0]).toBeLessThan(400_000);
    expect([...sizes, ...worlds].reduce((a, b) => a + b, 0)).toBeLessThan(4_000_000);
  });
});

describe("first-level areas", () => {
  it.each([
    ["MZ", "Cabo Delgado Province", "Cabo Delgado"],
    ["CN", "Xinjiang", "Xinjiang"],
    ["CN", "Fujian", "Fujian"],
    ["YE", "Shabwa", "Shabwah"],
    ["YE", "Marib Governorate", "Ma'rib"],
    ["YE", "Hodeidah", "Al Hudaydah"],
    ["IR", "Khuzestan", "Khuzestan"],
    ["IR", "Fars Province", "Fars"],
    ["AE", "Emirate of Dubai", "Dubay"],
    ["AE", "Abu Dhabi", "Abu Dhabi"],
    ["SA", "Riyadh", "Ar Riyad"],
    ["KZ", "Almaty Region", "Almaty"],
    ["IT", "Lombardy", "Lombardia"],
    ["UA", "Donetsk Oblast", "Donets'k"],
  ])("of %s finds %s", async (country, asked, found) => {
    const shapes = createAreaShapes();
    expect(shapes.shape(country, asked)).toBeNull();
    await shapes.load(country);
    expect(shapes.shape(country, asked)?.name).toBe(found);
    expect(shapes.shape(country, "Atlantis")).toBeNull();
  });

  it("tells its listeners when outlines have come, and not after destroy", async () => {
    const shapes = createAreaShapes();
    let calls = 0;
    shapes.onChange(() => calls++);
    await shapes.load("MZ");
    await shapes.load("MZ");
    await shapes.load("XX");
    expect(calls).toBe(1);
    shapes.destroy();
    await shapes.load("YE");
    expect(calls).toBe(1);
  });

  it("finds each of its seas by the key of its name, and the model knows no other", async () => {
    const { seas } = await loadBasemap("110m");
    const shapes = createAreaShapes({ countries: { type: "FeatureCollection", features: [] }, seas });
    for (const { name } of seas) {
      const first = seas.find((sea) => sea.name === name);
      expect(shapes.sea?.(`the ${name.toUpperCase()}`), name).toEqual([first?.lon, first?.lat]);
    }
    expect(shapes.sea?.("the sea off Mocha")).toBeNull();
    const source = readFileSync(path.resolve(generated, "../../../../model/src/place/sea-key.ts"), "utf8");
    const listed = (/`\n([^`]*)`/.exec(source)?.[1] ?? "").trim().split(/\s+/);
    expect(listed).toEqual([...new Set(seas.map(({ name }) => seaKey(name)))]);
  });

  it("joins Somaliland to the outline of Somalia, in which the United Nations count it", async () => {
    const shapes = createAreaShapes(await loadBasemap("110m"));
    const lats =
      shapes
        .shape("SO", null)
        ?.polygons.flat(2)
        .map(([, lat]) => lat) ?? [];
    expect(Math.max(...lats)).toBeGreaterThan(11);
  });

  it("compares names without marks, articles and kinds of area", () => {
    expect(normalizeAreaName("Al-Ḥudaydah Governorate")).toBe(normalizeAreaName("al Hudaydah"));
    expect(normalizeAreaName("Province of the City")).toBe("province of the city");
  });
});
