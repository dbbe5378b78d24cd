import { WhenWhereError } from "@whenwhere/model";
import type { OptionForm } from "@whenwhere/model/refuse-options";
import { refuseView } from "@whenwhere/view";
import { refuseGround } from "../basemap/chosen-ground.ts";
import { WORLDVIEWS } from "../basemap/worldview.ts";
import { PROJECTIONS } from "./ground/surface.ts";
import type { IncidentMapOptions, MapTool } from "./map-options.ts";

/** Options of a map by name. */
export const MAP_FORM: OptionForm<IncidentMapOptions> = {
  store: "any",
  projection: "any",
  camera: "any",
  cooperativeGestures: "any",
  words: "any",
  locale: "any",
  theme: ["auto", "light", "dark"],
  detail: ["110m", "50m"],
  basemap: "any",
  worldview: "any",
  points: ["clusters", "all"],
  attribution: "any",
  header: ["counts", "hint", "none"],
  density: ["none", "hexbin", "heat"],
  popup: ["always", "several", "never"],
  tools: "any",
  workerUrl: "any",
};
const TOOLS: readonly MapTool[] = ["reset", "locate", "fullscreen"];

/**
 * Refuses options that a map cannot be drawn with.
 * @throws WhenWhereError `map/store-missing`, `map/option-unknown`, `map/projection-unknown`, `map/worldview-unknown`,
 * `map/basemap-unknown`.
 */
export function refuseMap(options: IncidentMapOptions): void {
  refuseView(options, MAP_FORM, { code: "map", name: "incidentMap" });
  refuseMapWords(options);
}

/** Options whose words a map knows better than by a list. */
type MapWords = {
  readonly [Name in "projection" | "worldview" | "tools" | "basemap"]?: IncidentMapOptions[Name] | undefined;
};

/**
 * Refuses what a map has no word for, in options that are a map's by their names.
 * @throws WhenWhereError as {@link refuseMap}, but for the store.
 */
export function refuseMapWords(options: MapWords): void {
  const { projection = "mercator", worldview = "de-facto", tools, basemap } = options;
  if (!PROJECTIONS.includes(projection)) {
    throw new WhenWhereError(
      "map/projection-unknown",
      `There is no projection "${String(projection)}".`,
      `Use one of ${PROJECTIONS.join(", ")}.`,
    );
  }
  if (!WORLDVIEWS.includes(worldview)) {
    throw new WhenWhereError(
      "map/worldview-unknown",
      `There is no worldview "${String(worldview)}": the map's data knows de facto borders only.`,
      `Use one of ${WORLDVIEWS.join(", ")}.`,
    );
  }
  if (tools !== undefined) refuseTools(tools);
  if (basemap !== undefined) refuseGround(basemap);
}

/** @throws WhenWhereError `map/option-unknown`. */
function refuseTools(tools: readonly MapTool[]): void {
  const unknown = tools.find((tool) => !TOOLS.includes(tool));
  if (unknown === undefined) return;
  throw new WhenWhereError(
    "map/option-unknown",
    `The option tools of incidentMap has "${String(unknown)}", which is none of its words.`,
    `Use some of ${TOOLS.join(", ")}.`,
  );
}
