export { basemapOps, type FlatBasemapOptions, groundOps, nameOps } from "./basemap-ops.ts";
export * from "./fit-camera.ts";
export * from "./flat-map.ts";
export * from "./flat-viewport.ts";
