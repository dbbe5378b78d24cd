export { areaOutlines } from "./basemap/area-outlines.ts";
export type { ChosenGround, GroundStyle, MapLibreStyle, ThemedGround, Worldview } from "./basemap/index.ts";
export type { MapProjection } from "./component/ground/surface.ts";
export type {
  IncidentMapEvents,
  IncidentMapHandle,
  IncidentMapOptions,
  IncidentMapState,
  MapPictureOptions,
  MapTool,
} from "./component/map-options.ts";
export { incidentMap } from "./incident-map.ts";
export { type MapPreload, preloadMap } from "./preload-map.ts";
export { glyphKinds, type MapGlyphKind } from "./scene/glyphs/glyph-kind.ts";
export { mapScene } from "./scene/map-scene.ts";
export { createPlaceIndex, type PlaceIndex } from "./scene/spots/place-index.ts";
export type * from "./scene/types.ts";
export { setMapWorkerUrl } from "./worker/worker-url.ts";
