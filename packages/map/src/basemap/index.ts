export * from "./area-shapes.ts";
export * from "./chosen-ground.ts";
export * from "./country-name.ts";
export type { FineLand, GeoBox } from "./fine-land.ts";
export * from "./fine-zoom.ts";
export * from "./load-basemap.ts";
export * from "./normalize-area-name.ts";
export type { PackedTopology } from "./packed-topology.ts";
export * from "./worldview.ts";
