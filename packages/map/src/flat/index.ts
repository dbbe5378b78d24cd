export { groundOps, groundSteps } from "./basemap-ops.ts";
export * from "./fit-camera.ts";
export * from "./flat-map.ts";
export * from "./flat-viewport.ts";
export { freeNames, type NameObstacles, type NameOptions, nameOps, type PlacedName, placedNames } from "./name-ops.ts";
export { createSeenNames, type SeenNames } from "./seen-names.ts";
