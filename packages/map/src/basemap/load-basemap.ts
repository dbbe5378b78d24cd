import { createPause } from "@whenwhere/model";
import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection } from "topojson-specification";
import { type PackedTopology, unpackTopology } from "./packed-topology.ts";
import { type PartBounds, partBounds } from "./part-bounds.ts";

/** How fine the world is: `110m` for thumbnails and worlds, `50m` for everything else. */
export type BasemapDetail = "110m" | "50m";

/** One country or part of one, as Natural Earth draws it. */
export interface CountryProperties {
  /** ISO 3166-1 alpha-2; `XK` for Kosovo; null where there is none. */
  readonly iso: string | null;
  /** English. */
  readonly name: string;
  /** ISO code of the country inside whose recognised area a part without a code lies (Somaliland: `SO`). */
  readonly within?: string;
  /** A point well inside the largest part. */
  readonly label: readonly [lon: number, lat: number];
  /** MapLibre zoom from which the name fits. */
  readonly from: number;
}

/** A name of the map. `iso` is set for countries; their names in other languages come from {@link countryName}. */
export interface BasemapLabel {
  readonly id: string;
  readonly kind: "country" | "sea";
  readonly iso: string | null;
  readonly name: string;
  /** Of seas: names in other languages by ISO 639 code, as far as we have them. */
  readonly names?: Readonly<Record<string, string>>;
  readonly lon: number;
  readonly lat: number;
  /** MapLibre zoom from which the name is shown. */
  readonly from: number;
}

/**
 * The offline world. Rings stay within -180..180 (cut at the antimeridian), lines carry no cut edges.
 * Borders are Natural Earth's de facto view; `borders.disputed` is to be drawn dashed.
 */
export interface Basemap {
  readonly detail: BasemapDetail;
  readonly land: Feature<MultiPolygon>;
  readonly countries: FeatureCollection<Polygon | MultiPolygon, CountryProperties>;
  readonly coast: Feature<MultiLineString>;
  readonly borders: { readonly settled: Feature<MultiLineString>; readonly disputed: Feature<MultiLineString> };
  /** Bounds of the parts of each, in their order; a shape that a worldview has emptied has none left to look up. */
  readonly bounds: Readonly<Record<"land" | "coast" | "settled" | "disputed", PartBounds>>;
  readonly labels: readonly BasemapLabel[];
  readonly seas: readonly BasemapLabel[];
}

/** What must stand beside every map that shows this basemap. */
export const BASEMAP_ATTRIBUTION = "Natural Earth, de facto borders; disputed dashed";

// Nobody changes a world: the maps of a page share one, which stays as long as the module that it is made of.
const worlds = new WeakMap<PackedTopology, Promise<Basemap>>();

/**
 * Loads the world, and decodes it when it is first asked for. No request but the module's own lazy part; decoding the 50m costs a
 * tenth of a second, with pauses.
 */
export async function loadBasemap(detail: BasemapDetail = "50m"): Promise<Basemap> {
  const [world, seas] = await Promise.all([
    detail === "110m" ? import("./generated/world-110m.json") : import("./generated/world-50m.json"),
    import("./generated/seas.json"),
  ]);
  const packed = world.default as PackedTopology;
  const known = worlds.get(packed) ?? decode(packed, seas.default, detail);
  worlds.set(packed, known);
  return known;
}

/** A world without anything on it, for where the real one could not be loaded. */
export function bareBasemap(detail: BasemapDetail): Basemap {
  const none = (): Lines => ({
    type: "Feature",
    properties: {},
    geometry: { type: "MultiLineString", coordinates: [] },
  });
  const land: Basemap["land"] = {
    type: "Feature",
    properties: {},
    geometry: { type: "MultiPolygon", coordinates: [] },
  };
  const bounds = new Float64Array(0);
  return {
    detail,
    land,
    countries: { type: "FeatureCollection", features: [] },
    coast: none(),
    borders: { settled: none(), disputed: none() },
    bounds: { land: bounds, coast: bounds, settled: bounds, disputed: bounds },
    labels: [],
    seas: [],
  };
}

interface SeaRow {
  readonly id: string;
  readonly name: string;
  readonly names?: Readonly<Record<string, string | undefined>>;
  readonly lon: number;
  readonly lat: number;
  readonly from: number;
}

type Lines = Feature<MultiLineString>;

/** Between its parts the page may draw: together they take longer than two frames. */
async function decode(packed: PackedTopology, seas: readonly SeaRow[], detail: BasemapDetail): Promise<Basemap> {
  const pause = createPause();
  const world = unpackTopology<CountryProperties>(packed);
  const object = async (name: string) => {
    await pause();
    return feature(world, world.objects[name] as GeometryCollection) as unknown;
  };
  const countries = (await object("countries")) as Basemap["countries"];
  const land = (await object("land")) as Feature<MultiPolygon>;
  const coast = (await object("coast")) as Lines;
  const settled = (await object("settled")) as Lines;
  const disputed = (await object("disputed")) as Lines;
  const boundsOf = async ({ geometry }: Lines | typeof land) => {
    await pause();
    return partBounds(geometry);
  };
  return {
    detail,
    land,
    countries,
    coast,
    borders: { settled, disputed },
    bounds: {
      land: await boundsOf(land),
      coast: await boundsOf(coast),
      settled: await boundsOf(settled),
      disputed: await boundsOf(disputed),
    },
    labels: countries.features.flatMap(({ properties }) => countryLabel(properties)),
    seas: seas.map((sea) => ({
      ...sea,
      names: (sea.names ?? {}) as Record<string, string>,
      kind: "sea" as const,
      iso: null,
    })),
  };
}

/** Parts without a code carry no name: naming them would take a side. */
function countryLabel({ iso, name, label, from }: CountryProperties): BasemapLabel[] {
  return iso === null ? [] : [{ id: iso, kind: "country", iso, name, lon: label[0], lat: label[1], from }];
}
