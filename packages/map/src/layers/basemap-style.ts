import type { Theme } from "@whenwhere/view";
import { FONT_FAMILY } from "@whenwhere/view";
import type { FeatureCollection, MultiLineString, Point } from "geojson";
import type { StyleSpecification } from "maplibre-gl";
import { type Basemap, type BasemapLabel, countryName } from "../basemap/index.ts";

/** How the ground looks: colours, language, form. */
export interface BasemapLook {
  readonly theme: Theme;
  /** BCP 47; names of countries are written in it. */
  readonly locale: string;
  readonly globe: boolean;
}

const GRATICULE_STEP_DEG = 20;
const FONTS = FONT_FAMILY.split(",").map((name) => name.trim().replaceAll('"', ""));
/** Only the first name of a stack is searched for a style, and MapLibre finds no such family: the next one draws, slanted. */
const ITALIC_FONTS = ["ww italic", ...FONTS];

/** Layer, paint property and theme token of everything that changes with the theme. */
const PAINTS = [
  ["water", "background-color", "water"],
  ["land", "fill-color", "land"],
  ["graticule", "line-color", "coast"],
  ["coast", "line-color", "coast"],
  ["settled", "line-color", "border"],
  ["disputed", "line-color", "border"],
  ["countries", "text-color", "maplabel"],
  ["countries", "text-halo-color", "land"],
  ["seas", "text-color", "sealabel"],
  ["seas", "text-halo-color", "water"],
] as const;

/** The colours of a theme as MapLibre's paint properties, to be set one by one: a new style would parse the world again. */
export function themePaints(theme: Theme): readonly (readonly [layer: string, property: string, color: string])[] {
  return PAINTS.map(([layer, property, token]) => [layer, property, theme[token] ?? "#000000"]);
}

/** Capitals belong to scripts that have them, and letter-spacing tears joined ones apart. */
function setInCapitals(locale: string): boolean {
  const { script } = new Intl.Locale(locale).maximize();
  return script === "Latn" || script === "Grek" || script === "Cyrl";
}

function graticule(): MultiLineString {
  const lines: [number, number][][] = [];
  for (let lon = -180; lon < 180; lon += GRATICULE_STEP_DEG) {
    lines.push(Array.from({ length: 33 }, (_, index) => [lon, index * 5 - 80]));
  }
  for (let lat = -80; lat <= 80; lat += GRATICULE_STEP_DEG) {
    lines.push(Array.from({ length: 73 }, (_, index) => [index * 5 - 180, lat]));
  }
  return { type: "MultiLineString", coordinates: lines };
}

function labelPoints(labels: readonly BasemapLabel[], locale: string): FeatureCollection<Point> {
  const english = /^en\b/i.test(locale);
  // Names of seas are known in English only; a foreign word is no name for the reader.
  const told = labels.filter(({ kind }) => kind === "country" || english);
  return {
    type: "FeatureCollection",
    features: told.map(({ kind, iso, name, lon, lat, from }) => ({
      type: "Feature",
      properties: { name: kind === "country" && iso !== null ? countryName(iso, locale, name) : name, from },
      geometry: { type: "Point", coordinates: [lon, lat] },
    })),
  };
}

/**
 * The whole ground as one MapLibre style: sources inline, no `glyphs`, no `sprite`, so nothing is ever requested.
 * Every name is one point: names on polygons repeat in each tile and on each island.
 */
export function basemapStyle(basemap: Basemap, look: BasemapLook): StyleSpecification {
  const capitals = setInCapitals(look.locale);
  const names = { "text-field": ["get", "name"], "text-max-width": 8, "text-padding": 6 } as const;
  const shown = ["<=", ["get", "from"], ["zoom"]] as const;
  const source = (data: GeoJSON.GeoJSON) => ({ type: "geojson" as const, data, maxzoom: 8 });
  const style: StyleSpecification = {
    version: 8,
    projection: { type: look.globe ? "globe" : "mercator" },
    sky: { "atmosphere-blend": 0 },
    sources: {
      land: source(basemap.land),
      coast: source(basemap.coast),
      settled: source(basemap.borders.settled),
      disputed: source(basemap.borders.disputed),
      graticule: source(graticule()),
      countries: source(labelPoints(basemap.labels, look.locale)),
      seas: source(labelPoints(basemap.seas, look.locale)),
    },
    layers: [
      { id: "water", type: "background", paint: {} },
      { id: "graticule", type: "line", source: "graticule", paint: { "line-width": 0.5, "line-opacity": 0.35 } },
      { id: "land", type: "fill", source: "land", paint: {} },
      { id: "settled", type: "line", source: "settled", paint: { "line-width": 0.8 } },
      { id: "disputed", type: "line", source: "disputed", paint: { "line-width": 0.9, "line-dasharray": [3, 2] } },
      { id: "coast", type: "line", source: "coast", paint: { "line-width": 0.8 } },
      {
        id: "seas",
        type: "symbol",
        source: "seas",
        filter: shown as never,
        layout: { ...(names as object), "text-size": 11, "text-font": capitals ? ITALIC_FONTS : FONTS },
        paint: { "text-halo-width": 1 },
      },
      {
        id: "countries",
        type: "symbol",
        source: "countries",
        filter: shown as never,
        layout: {
          ...(names as object),
          "text-size": capitals ? 9.5 : 11,
          "text-font": FONTS,
          "text-letter-spacing": capitals ? 0.095 : 0,
          "text-transform": capitals ? "uppercase" : "none",
          "symbol-sort-key": ["get", "from"],
        },
        paint: { "text-halo-width": 1.2 },
      },
    ],
  };
  for (const [layer, property, color] of themePaints(look.theme)) {
    const found = style.layers.find(({ id }) => id === layer) as { paint: Record<string, unknown> };
    found.paint[property] = color;
  }
  return style;
}
