export { uprightScene } from "../../scene/upright/upright-scene.ts";
export { uprightCss } from "../upright-css.ts";
