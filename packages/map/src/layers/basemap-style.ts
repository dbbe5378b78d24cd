import type { Theme } from "@whenwhere/view";
import type { MultiLineString } from "geojson";
import type { StyleSpecification } from "maplibre-gl";
import type { Basemap } from "../basemap/index.ts";

/** How the ground looks: colours and form. */
export interface BasemapLook {
  readonly theme: Theme;
  readonly globe: boolean;
}

const GRATICULE_STEP_DEG = 10;
/** Layer, paint property and theme token of everything that changes with the theme. */
const PAINTS = [
  ["water", "background-color", "water"],
  ["land", "fill-color", "land"],
  ["graticule", "line-color", "grid"],
  ["coast", "line-color", "coast"],
  ["settled", "line-color", "border"],
  ["disputed", "line-color", "border"],
] as const;

type PaintName = (typeof PAINTS)[number][1];

/** The colours of a theme as MapLibre's paint properties, to be set one by one: a new style would parse the world again. */
export function themePaints(theme: Theme): readonly (readonly [layer: string, property: PaintName, color: string])[] {
  return PAINTS.map(([layer, property, token]) => [layer, property, theme[token] || "#000000"]);
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

/**
 * The whole ground as one MapLibre style: sources inline, no `glyphs`, no `sprite`, so nothing is ever requested.
 * The names are drawn with the records, on the canvas above: there they keep off the glyphs, are set by the browser in every
 * script, and are the same on the drawn ground.
 */
export function basemapStyle(basemap: Basemap, look: BasemapLook): StyleSpecification {
  const source = (data: GeoJSON.GeoJSON) => ({ type: "geojson" as const, data, maxzoom: 8 });
  const style: StyleSpecification = {
    version: 8,
    projection: { type: look.globe ? "globe" : "mercator" },
    sources: {
      land: source(basemap.land),
      coast: source(basemap.coast),
      settled: source(basemap.borders.settled),
      disputed: source(basemap.borders.disputed),
      graticule: source(graticule()),
    },
    layers: [
      { id: "water", type: "background", paint: {} },
      { id: "graticule", type: "line", source: "graticule", paint: { "line-width": 0.6 } },
      { id: "land", type: "fill", source: "land", paint: {} },
      { id: "settled", type: "line", source: "settled", paint: { "line-width": 0.9 } },
      { id: "disputed", type: "line", source: "disputed", paint: { "line-width": 1.1, "line-dasharray": [2.7, 2.3] } },
      { id: "coast", type: "line", source: "coast", paint: { "line-width": 0.8 } },
    ],
  };
  for (const [layer, property, color] of themePaints(look.theme)) {
    const found = style.layers.find(({ id }) => id === layer) as { paint: Record<string, unknown> };
    found.paint[property] = color;
  }
  return style;
}
