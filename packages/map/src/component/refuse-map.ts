import type { OptionForm, OptionKind } from "@whenwhere/model/refuse-options";
import type { Camera } from "@whenwhere/store";
import { refuseView, WORDS } from "@whenwhere/view";
import { GROUND } from "../basemap/chosen-ground.ts";
import { WORLDVIEWS } from "../basemap/worldview.ts";
import { PROJECTIONS } from "./ground/surface.ts";
import type { IncidentMapOptions } from "./map-options.ts";

const CAMERA: OptionKind = {
  says: "{ lon, lat, zoom }",
  takes: (value) => [(value as Camera)?.lon, (value as Camera)?.lat, (value as Camera)?.zoom].every(Number.isFinite),
};

/** Options of a map by name. */
export const MAP_FORM: OptionForm<IncidentMapOptions> = {
  store: "any",
  projection: PROJECTIONS,
  camera: [CAMERA, null],
  cooperativeGestures: [true, false],
  words: [WORDS],
  locale: [String],
  theme: ["auto", "light", "dark"],
  detail: ["110m", "50m"],
  basemap: [GROUND],
  worldview: WORLDVIEWS,
  points: ["clusters", "all"],
  attribution: [String],
  header: ["counts", "hint", "none"],
  density: ["none", "hexbin", "heat"],
  popup: ["always", "several", "never"],
  tools: [["reset", "locate", "fullscreen"]],
  workerUrl: [String],
};

/**
 * Refuses options that a map cannot be drawn with.
 * @throws WhenWhereError `map/store-missing`, `map/option-unknown`.
 */
export function refuseMap(options: IncidentMapOptions): void {
  refuseView(options, MAP_FORM, { code: "map", name: "incidentMap" });
}
