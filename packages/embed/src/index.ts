export { defineElements } from "./define.ts";
export type { WhenWhereElement } from "./element-class.ts";
export { elementsManifest } from "./manifest.ts";
