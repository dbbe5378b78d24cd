import { refuseOptions } from "@whenwhere/model/refuse-options";
import { loadBasemap } from "./basemap/index.ts";
import { isDrawn } from "./component/ground/surface.ts";
import type { IncidentMapOptions } from "./component/map-options.ts";
import { MAP_FORM } from "./component/refuse-map.ts";

/** What of a map's options decides what it is drawn with. */
export type MapPreload = Pick<IncidentMapOptions, "detail" | "projection">;

/**
 * Loads and unpacks what a map draws its ground with, for a page that still waits for its records: the map that is made when they
 * are there finds it. Give it the options that the map is to have.
 *
 * ```js
 * preloadMap();
 * const { store } = await loadStore("incidents.arrow");
 * incidentMap("#where", { store });
 * ```
 *
 * Nothing is drawn, and nothing requested but files of the library. What does not come is asked for again by the map,
 * which says why it has no ground. What is unpacked stays as long as the page, once for all its maps.
 * @throws WhenWhereError `map/option-unknown`: the promise rejects for nothing else.
 */
export async function preloadMap(options: MapPreload = {}): Promise<void> {
  refuseOptions<MapPreload>(options, MAP_FORM, { code: "map", name: "preloadMap" });
  const { detail = "50m", projection = "mercator" } = options;
  const glGround = isDrawn(projection) ? null : import("./component/ground/gl-ground.ts");
  await Promise.allSettled([loadBasemap(detail), glGround]);
}
