import type { UprightScene } from "../../scene/upright/load-upright-scene.ts";

/** The scenes with time running downward: loaded when the first one is asked for, so that other pages do not carry them. */
export interface UprightView {
  /** Null until it is loaded. */
  readonly scene: UprightScene | null;
  /** Style text of its elements; empty until it is loaded. */
  readonly css: string;
  /** True while it is on its way; `onReady` is called once when it is there, or when it cannot be had: then time runs along the lines. */
  wait(onReady: () => void): boolean;
}

export function createUprightView(): UprightView {
  let scene: UprightScene | null = null;
  let css = "";
  let state: "absent" | "loading" | "over" = "absent";
  const load = async (onReady: () => void): Promise<void> => {
    state = "loading";
    try {
      ({ uprightScene: scene, uprightCss: css } = await import("./upright-parts.ts"));
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
    get css() {
      return css;
    },
    wait(onReady) {
      if (state === "absent") void load(onReady);
      return state !== "over";
    },
  };
}
