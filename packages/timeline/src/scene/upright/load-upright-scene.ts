import type { SceneInput } from "../scene-input.ts";
import type { TimelineScene } from "../types.ts";

/** Makes scenes with time running downward; the same input and the same laws as `timelineScene`. */
export type UprightScene = (input: SceneInput) => TimelineScene;

/** Loads what makes scenes with time running downward: pages whose time runs along the lines do not carry it. */
export async function loadUprightScene(): Promise<UprightScene> {
  return (await import("./upright-scene.ts")).uprightScene;
}
