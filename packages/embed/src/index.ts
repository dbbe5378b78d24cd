export { defineElements } from "./elements/define.ts";
export type { WhenWhereElement } from "./elements/element-class.ts";
export type { WhenWhereElements } from "./elements/element-types.ts";
export { elementsManifest } from "./elements/manifest.ts";
