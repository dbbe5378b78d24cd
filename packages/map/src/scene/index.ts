export type { AreaRef } from "./area-ref.ts";
export { countedLevel } from "./counted-spot-glyphs.ts";
export {
  createDensityCounts,
  type DensityCounts,
  type DensityKind,
  expectedCounts,
} from "./density-counts.ts";
export * from "./describe.ts";
export type { Insets } from "./frame.ts";
export * from "./glyph-kind.ts";
export * from "./hit.ts";
export * from "./map-scene.ts";
export * from "./map-texts.ts";
export { curvePlaces, listedPlaces, nearPoints, type PointPlaces } from "./near-points.ts";
export type { PlaceCounts } from "./place-counts.ts";
export * from "./place-defaults.ts";
export { COUNTED_FROM, createPlaceIndex, type PlaceIndex, placeIndexSteps, type SceneStore } from "./place-index.ts";
export type { Box } from "./plane.ts";
export { pointQuestion, type SortedClauses, sortClauses } from "./point-question.ts";
export { type PointRows, pointRowSteps, pointRuns } from "./point-rows.ts";
export {
  createPointMask,
  isShownPoint,
  MARKED_POINTS,
  type PointView,
  pointPlace,
  pointScene,
  standingOf,
} from "./point-scene.ts";
export { type PointTally, pointTallySteps } from "./point-tally.ts";
export { holdsView, type Level, levelKey } from "./region.ts";
export type { GroupsOfRows } from "./rows-of-groups.ts";
export { type SplitLevels, splitScene } from "./split-scene.ts";
export { groupSpots, type SpotGroups } from "./spot-groups.ts";
export { type SpotCurve, spotCurve } from "./spot-order.ts";
export { TAG_HEIGHT_PX, tagBox, tagWidthPx } from "./tag-placing.ts";
export type * from "./types.ts";
export * from "./walk.ts";
