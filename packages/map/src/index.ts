export type {
  IncidentMapEvents,
  IncidentMapHandle,
  IncidentMapOptions,
  IncidentMapState,
} from "./component/map-options.ts";
export type { MapProjection } from "./component/surface.ts";
export { incidentMap } from "./incident-map.ts";
export type * from "./scene/types.ts";
export { setMapWorkerUrl } from "./worker/worker-url.ts";
