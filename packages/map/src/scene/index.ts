export {
  createDensityCounts,
  type DensityCounts,
  type DensityKind,
  expectedCounts,
} from "./density/density-counts.ts";
export * from "./describe.ts";
export type { Insets } from "./frame.ts";
export type { AreaRef } from "./glyphs/area-ref.ts";
export * from "./glyphs/glyph-kind.ts";
export { isOwnPlace } from "./glyphs/own-place.ts";
export * from "./glyphs/place-defaults.ts";
export { edgeBox, TAG_HEIGHT_PX, tagBox, tagWidthPx } from "./glyphs/tag-placing.ts";
export * from "./hit.ts";
export * from "./map-scene.ts";
export * from "./map-texts.ts";
export { type Box, widened } from "./plane.ts";
export { curvePlaces, listedPlaces, nearPoints, type PointPlaces } from "./points/near-points.ts";
export { pointQuestion, type SortedClauses, sortClauses } from "./points/point-question.ts";
export { type PointRows, pointRowSteps, pointRuns } from "./points/point-rows.ts";
export {
  createPointMask,
  isShownPoint,
  MARKED_POINTS,
  type PointView,
  pointPlace,
  pointScene,
  standingOf,
} from "./points/point-scene.ts";
export { type PointTally, pointTallySteps } from "./points/point-tally.ts";
export { countedLevel } from "./spots/counted-spot-glyphs.ts";
export type { PlaceCounts } from "./spots/place-counts.ts";
export {
  COUNTED_FROM,
  createPlaceIndex,
  type PlaceIndex,
  placeIndexSteps,
  type SceneStore,
} from "./spots/place-index.ts";
export { holdsView, type Level, levelKey } from "./spots/region.ts";
export type { GroupsOfRows } from "./spots/rows-of-groups.ts";
export { type SplitLevels, splitScene } from "./spots/split-scene.ts";
export { groupSpots, type SpotGroups } from "./spots/spot-groups.ts";
export { type SpotCurve, spotCurve } from "./spots/spot-order.ts";
export type * from "./types.ts";
export * from "./walk.ts";
