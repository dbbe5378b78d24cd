import { seaKey } from "@whenwhere/model";
import type { MultiPolygon, Polygon } from "geojson";
import { feature, mergeArcs } from "topojson-client";
import type { Topology, MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon } from "topojson-specification";
import type { AreaShape, AreaShapes } from "../scene/types.ts";
import { loadAdmin1 } from "./load-admin1.ts";
import type { Basemap } from "./load-basemap.ts";
import { normalizeAreaName } from "./normalize-area-name.ts";
import { type PackedTopology, unpackTopology } from "./packed-topology.ts";

interface Admin1Properties {
  readonly name: string;
  readonly code: string;
  readonly label: readonly [number, number];
  readonly aliases?: readonly string[];
  readonly region?: string;
  readonly regionAliases?: readonly string[];
}

type Admin1Geometry = (TopoPolygon | TopoMultiPolygon) & { properties: Admin1Properties };

/** Outlines of countries and first-level areas that grow as they are loaded. */
export interface LoadingAreaShapes extends AreaShapes {
  /** Loads the first-level areas of a country (ISO alpha-2). Unknown codes and repeated calls do nothing. */
  load(country: string): Promise<void>;
  /** Outlines of countries come from the basemap; give it when it is there. */
  setBasemap(basemap: Pick<Basemap, "countries" | "seas">): void;
  /** Called after new outlines have come. Returns its own undo. */
  onChange(listener: () => void): () => void;
  /** Forgets listeners; loads under way end in silence. */
  destroy(): void;
}

/** Creates the outlines that `mapScene` asks for. Names are matched without case, marks and words such as "Province". */
export function createAreaShapes(basemap?: Pick<Basemap, "countries" | "seas">): LoadingAreaShapes {
  const countries = new Map<string, AreaShape>();
  const seas = new Map<string, readonly [number, number]>();
  const areas = new Map<string, Map<string, AreaShape>>();
  const loading = new Map<string, Promise<void>>();
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of [...listeners]) listener();
  };
  const setBasemap: LoadingAreaShapes["setBasemap"] = (world) => {
    for (const [iso, shape] of countryShapes(world.countries)) countries.set(iso, shape);
    for (const { name, lon, lat } of world.seas) {
      const key = seaKey(name);
      if (key !== null && !seas.has(key)) seas.set(key, [lon, lat]);
    }
    changed();
  };
  const load = async (country: string): Promise<void> => {
    const packed = await loadAdmin1(country);
    if (packed === null) return;
    areas.set(country, admin1Shapes(packed));
    changed();
  };
  if (basemap !== undefined) setBasemap(basemap);
  return {
    shape: (country, admin1) =>
      admin1 === null ? (countries.get(country) ?? null) : (areas.get(country)?.get(normalizeAreaName(admin1)) ?? null),
    sea: (name) => seas.get(seaKey(name) ?? "") ?? null,
    load: (country) => {
      const running = loading.get(country) ?? load(country);
      loading.set(country, running);
      return running;
    },
    setBasemap,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy: () => listeners.clear(),
  };
}

/** One shape a code; parts without a code of their own are joined to the country whose recognised area holds them. */
function countryShapes(countries: Basemap["countries"]): Map<string, AreaShape> {
  const shapes = new Map<string, AreaShape>();
  const ordered = [...countries.features].sort(
    (a, b) => Number(a.properties.iso === null) - Number(b.properties.iso === null),
  );
  for (const { properties, geometry } of ordered) {
    const iso = properties.iso ?? properties.within;
    if (iso === undefined) continue;
    const known = shapes.get(iso);
    const polygons = [...(known?.polygons ?? []), ...polygonsOf(geometry)];
    shapes.set(iso, { name: known?.name ?? properties.name, polygons, label: known?.label ?? properties.label });
  }
  return shapes;
}

function admin1Shapes(packed: PackedTopology): Map<string, AreaShape> {
  const world = unpackTopology<Admin1Properties>(packed);
  const { geometries } = world.objects.areas as unknown as { geometries: Admin1Geometry[] };
  const shapes = new Map<string, AreaShape>();
  const add = (name: string, shape: AreaShape) => {
    const key = normalizeAreaName(name);
    if (key !== "" && !shapes.has(key)) shapes.set(key, shape);
  };
  const own = geometries.map((geometry) => ({ geometry, shape: areaShape(world, geometry) }));
  for (const { geometry, shape } of own) add(geometry.properties.name, shape);
  for (const [name, shape] of regionShapes(world, geometries)) add(name, shape);
  for (const { geometry, shape } of own) for (const alias of geometry.properties.aliases ?? []) add(alias, shape);
  for (const { geometry, shape } of own) add(geometry.properties.code, shape);
  return shapes;
}

function areaShape(world: Topology, geometry: Admin1Geometry): AreaShape {
  const whole = feature(world, geometry) as unknown as { geometry: Polygon | MultiPolygon };
  const { name, label } = geometry.properties;
  return { name, label, polygons: polygonsOf(whole.geometry) };
}

/** Where Natural Earth goes one level deeper (Italy, France), its regions are the first level: joined here. */
function* regionShapes(world: Topology, geometries: readonly Admin1Geometry[]): Generator<[string, AreaShape]> {
  const groups = groupByRegion(geometries);
  for (const [name, members] of groups) {
    if (members.length < 2) continue;
    const merged = mergeArcs(world, members);
    const whole = feature(world, merged) as unknown as { geometry: MultiPolygon };
    const middle = largest(members);
    const shape = { name, label: middle.properties.label, polygons: polygonsOf(whole.geometry) };
    yield [name, shape];
    for (const alias of members.flatMap(({ properties }) => properties.regionAliases ?? [])) yield [alias, shape];
  }
}

function groupByRegion(geometries: readonly Admin1Geometry[]): Map<string, Admin1Geometry[]> {
  const groups = new Map<string, Admin1Geometry[]>();
  for (const geometry of geometries) {
    const { region } = geometry.properties;
    if (region === undefined) continue;
    groups.set(region, [...(groups.get(region) ?? []), geometry]);
  }
  return groups;
}

function polygonsOf(geometry: Polygon | MultiPolygon): AreaShape["polygons"] {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons as unknown as AreaShape["polygons"];
}

/** The member with most points stands for the largest: good enough to place a tag inside the region. */
function largest(members: readonly Admin1Geometry[]): Admin1Geometry {
  const arcs = (geometry: Admin1Geometry) => JSON.stringify(geometry.arcs).length;
  return members.reduce((a, b) => (arcs(b) > arcs(a) ? b : a));
}
