import type { Words } from "@whenwhere/view/pure";
import type { Worldview } from "../basemap/index.ts";

/** A message of the map's frame: `map.<key>` of the word tables. */
export type MapTextKey =
  | "title"
  | "hint"
  | "label"
  | "keys"
  | "zoomIn"
  | "zoomOut"
  | "fit"
  | "fitLong"
  | "drag"
  | "pan"
  | "select"
  | "waiting"
  | "inView"
  | "inViewLong"
  | "projection"
  | "mercator"
  | "globe"
  | "boxed"
  | "boxClear"
  | "tray"
  | "more"
  | "attribution"
  | "attributionUndisputed"
  | "attributionNone"
  | "attributionChosen"
  | "attributionUnsaid"
  | "groundRefused"
  | "scale"
  | "close"
  | "here"
  | "also"
  | "empty"
  | "noWebgl"
  | "lost"
  | "crowded"
  | "tooManyPoints"
  | "broken"
  | "noGround"
  | "atSea"
  | "alongLine"
  | "areaAssumed"
  | "oneOf"
  | "originHinted"
  | "blurred"
  | "others"
  | "elsewhere"
  | "cluster"
  | "north"
  | "south"
  | "trouble"
  | "lostRecords"
  | "lasso"
  | "lassoLong"
  | "lassoed"
  | "lassoClear"
  | "lassoKey"
  | "tools"
  | "fullscreen"
  | "fullscreenLeave"
  | "reset"
  | "locate"
  | "densityUnit"
  | "densityFixed"
  | "densitySpread"
  | "densitySmoothed"
  | "densityLeft"
  | "densityCell"
  | "densityExpected"
  | "legendWindow"
  | "legendPossible"
  | "legendAlleged"
  | "legendPlanned"
  | "legendCancelled"
  | "legendHatch"
  | "legendRing"
  | "located"
  | "saidSummary"
  | "saidArea"
  | "saidCluster"
  | "saidClusterNames"
  | "saidEdge"
  | "locateRefused";

/** The map's own messages in the language of `words`, English where there are none. */
export type MapText = (key: MapTextKey, values?: Readonly<Record<string, string | number>>) => string;

/** Makes the lookup of {@link MapText}; numbers are written as the locale writes them. */
export function mapText(words: Words): MapText {
  return (key, values) => words.t(`map.${key}`, values);
}

/** What must stand beside the ground: what a chosen one wants to be named as, else by the borders that the library's own shows. */
export function groundCredit(text: MapText, worldview: Worldview, chosen: string | null = null): string {
  if (chosen !== null) return chosen === "" ? text("attributionUnsaid") : text("attributionChosen", { credit: chosen });
  if (worldview === "undisputed") return text("attributionUndisputed");
  return text(worldview === "none" ? "attributionNone" : "attribution");
}
