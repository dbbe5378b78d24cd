export { areaOutlines } from "./basemap/area-outlines.ts";
export type {
  BasemapDetail,
  ChosenGround,
  GroundStyle,
  MapLibreStyle,
  ThemedGround,
  Worldview,
} from "./basemap/index.ts";
export type { PackedTopology } from "./basemap/packed-topology.ts";
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
export type { DensityCounts, DensityKind } from "./scene/density/density-counts.ts";
export type { Insets } from "./scene/frame.ts";
export type { AreaRef } from "./scene/glyphs/area-ref.ts";
export { glyphKinds, type MapGlyphKind } from "./scene/glyphs/glyph-kind.ts";
export { type MapSceneInput, type MapSceneOptions, mapScene } from "./scene/map-scene.ts";
export type { MapTexts } from "./scene/map-texts.ts";
export type { Box } from "./scene/plane.ts";
export {
  createPlaceIndex,
  type PlaceIndex,
  type PlaceIndexOptions,
  type SceneStore,
} from "./scene/spots/place-index.ts";
export type { Level, Region } from "./scene/spots/region.ts";
export type { Places } from "./scene/spots/sort-places.ts";
export type * from "./scene/types.ts";
export { setMapWorkerUrl } from "./worker/worker-url.ts";
