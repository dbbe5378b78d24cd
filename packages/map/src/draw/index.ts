export { DENSITY_INK, densityInk } from "./density-ops.ts";
export { type LegendItem, type LegendSign, legendOps, type PictureLegend } from "./legend-ops.ts";
export { type MapLook, numbersOf } from "./map-look.ts";
export { type PaintContext, paintOnCanvas } from "./paint-canvas.ts";
export type { PaintOp, PathOp, TextOp } from "./paint-op.ts";
export { paintAsSVG } from "./paint-svg.ts";
export { sceneOps } from "./scene-ops.ts";
