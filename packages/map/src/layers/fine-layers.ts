import type { Theme } from "@whenwhere/view";
import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import { type Basemap, FINE_ZOOM } from "../basemap/index.ts";

/** The fine land and its coast: the layers whose place they take close up, and where they are put in. */
const LAYERS = [
  { id: "fine-land", of: "land", before: "settled" },
  { id: "fine-coast", of: "coast", before: "coast" },
] as const;

/** Lays the fine land of a world over the coarse one, which stays for all but close looks. The style has to be there. */
export function layFineLand(map: MapLibreMap, world: Basemap, theme: Theme): void {
  for (const { id, of, before } of LAYERS) {
    const known = map.getSource<GeoJSONSource>(id);
    if (known !== undefined) {
      known.setData(world[of]);
      continue;
    }
    map.addSource(id, { type: "geojson", data: world[of], maxzoom: 10 });
    const common = { id, source: id, minzoom: FINE_ZOOM };
    if (of === "land") map.addLayer({ ...common, type: "fill", paint: {} }, before);
    else map.addLayer({ ...common, type: "line", paint: { "line-width": 0.8 } }, before);
    map.setLayerZoomRange(of, 0, FINE_ZOOM);
  }
  dressFineLand(map, theme);
}

/** Takes it away: the coarse land is drawn at all zooms again. */
export function liftFineLand(map: MapLibreMap): void {
  for (const { id, of } of LAYERS) {
    if (map.getSource(id) === undefined) continue;
    map.removeLayer(id);
    map.removeSource(id);
    map.setLayerZoomRange(of, 0, 24);
  }
}

/** Gives them the colours of a theme, where they are. */
export function dressFineLand(map: MapLibreMap, theme: Theme): void {
  for (const { id, of } of LAYERS) {
    if (map.getLayer(id) === undefined) continue;
    map.setPaintProperty(id, of === "land" ? "fill-color" : "line-color", theme[of] || "#000000");
  }
}
