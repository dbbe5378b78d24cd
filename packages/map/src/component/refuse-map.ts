import { WhenWhereError } from "@whenwhere/model";
import { type OptionForm, refuseOptions } from "@whenwhere/model/refuse-options";
import type { Camera } from "@whenwhere/store";
import { refuseView } from "@whenwhere/view";
import { refuseGround } from "../basemap/chosen-ground.ts";
import { WORLDVIEWS } from "../basemap/worldview.ts";
import { PROJECTIONS } from "./ground/surface.ts";
import type { IncidentMapOptions, MapTool } from "./map-options.ts";

/** Options of a map by name. */
export const MAP_FORM: OptionForm<IncidentMapOptions> = {
  store: "any",
  projection: PROJECTIONS,
  camera: "any",
  cooperativeGestures: "any",
  words: "any",
  locale: "any",
  theme: ["auto", "light", "dark"],
  detail: ["110m", "50m"],
  basemap: "any",
  worldview: WORLDVIEWS,
  points: ["clusters", "all"],
  attribution: "any",
  header: ["counts", "hint", "none"],
  density: ["none", "hexbin", "heat"],
  popup: ["always", "several", "never"],
  tools: "any",
  workerUrl: "any",
};
const MAP = { code: "map", name: "incidentMap" };
const TOOLS: readonly MapTool[] = ["reset", "locate", "fullscreen"];

/**
 * Refuses options that a map cannot be drawn with.
 * @throws WhenWhereError `map/store-missing`, `map/option-unknown`, `map/basemap-unknown`, `map/camera`.
 */
export function refuseMap(options: IncidentMapOptions): void {
  refuseView(options, MAP_FORM, MAP);
  refuseMapWords(options);
}

/** Options whose words a map knows better than by a list. */
type MapWords = {
  readonly [Name in "tools" | "basemap" | "camera"]?: IncidentMapOptions[Name] | undefined;
};

/**
 * Refuses what a map has no word for, in options that are a map's by their names.
 * @throws WhenWhereError as {@link refuseMap}, but for the store.
 */
export function refuseMapWords({ tools, basemap, camera }: MapWords): void {
  if (camera) refuseCamera(camera);
  for (const tool of tools ?? []) refuseOptions({ tools: tool }, { tools: TOOLS }, MAP);
  if (basemap !== undefined) refuseGround(basemap);
}

/** @throws WhenWhereError `map/camera`. */
function refuseCamera(camera: Camera): void {
  if ([camera?.lon, camera?.lat, camera?.zoom].every(Number.isFinite)) return;
  throw new WhenWhereError(
    "map/camera",
    `The map's option camera is ${JSON.stringify(camera)}.`,
    "Pass { lon, lat, zoom }.",
  );
}
