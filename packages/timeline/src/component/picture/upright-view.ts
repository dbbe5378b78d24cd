import { loadUprightScene, type UprightScene } from "../../scene/upright/load-upright-scene.ts";

/** The scenes with time running downward: loaded when the first one is asked for, so that other pages do not carry them. */
export interface UprightView {
  /** Null until it is loaded. */
  readonly scene: UprightScene | null;
  /** True while it is on its way; `onReady` is called once when it is there, or when it cannot be had: then time runs along the lines. */
  wait(onReady: () => void): boolean;
}

export function createUprightView(): UprightView {
  let scene: UprightScene | null = null;
  let state: "absent" | "loading" | "over" = "absent";
  const load = async (onReady: () => void): Promise<void> => {
    state = "loading";
    try {
      scene = await loadUprightScene();
    } catch (error) {
      reportError(error);
    }
    state = "over";
    onReady();
  };
  return {
    get scene() {
      return scene;
    },
    wait(onReady) {
      if (state === "absent") void load(onReady);
      return state !== "over";
    },
  };
}
