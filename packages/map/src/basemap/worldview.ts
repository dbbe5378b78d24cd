import type { Feature, MultiLineString } from "geojson";
import type { Basemap } from "./load-basemap.ts";

/**
 * Which borders are drawn. The data, Natural Earth as packaged for the web, knows one view of the world: who governs where.
 * The views that single states prescribe are not in it, so none is offered; what can be chosen is how much of it is drawn.
 *
 * - `de-facto`: all borders, those that somebody disputes dashed. The default.
 * - `undisputed`: only borders that are on no side's list of disputes; the others are left out, not moved.
 * - `none`: coasts only.
 *
 * Names of countries stay in every view; land without an ISO code of its own bears none in any.
 */
export type Worldview = "de-facto" | "undisputed" | "none";

/** All there are, the default first. */
export const WORLDVIEWS: readonly Worldview[] = ["de-facto", "undisputed", "none"];

/** The same world with the borders of a view. */
export function inWorldview(basemap: Basemap, worldview: Worldview): Basemap {
  if (worldview === "de-facto") return basemap;
  const { settled, disputed } = basemap.borders;
  const borders = { settled: worldview === "none" ? without(settled) : settled, disputed: without(disputed) };
  return { ...basemap, borders };
}

function without(lines: Feature<MultiLineString>): Feature<MultiLineString> {
  return { ...lines, geometry: { type: "MultiLineString", coordinates: [] } };
}
