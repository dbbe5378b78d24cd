import type { Camera } from "@whenwhere/store";
import type { MapSurface } from "./surface.ts";

/** A surface in a layer of its own, so that two can stand over each other during a change. */
export interface Layered {
  readonly layer: HTMLElement;
  readonly surface: MapSurface;
  /** Gives back what the surface took of the page beside its layer. */
  readonly giveBack?: () => void;
}

/** The surface that is seen, and the one that is to take its place. */
export interface GroundStack {
  readonly seen: Layered | null;
  readonly coming: Layered | null;
  /** Where the ground is looked at from; before it is there, where it is to begin. */
  readonly camera: Camera;
  /** Has a surface follow what the map is told until it is shown. */
  expect(next: Layered): void;
  /** Shows a surface in place of the one that is seen. */
  show(next: Layered): void;
  /** Gives up the surface that is expected. */
  giveUp(): void;
  /** Does the same with both surfaces. */
  each(act: (surface: MapSurface) => void): void;
  destroy(): void;
}

/** Class of a layer that is not complete and not seen. */
const COMING = "ww-map-coming";

/** A layer over what is seen, in which a surface can become complete. */
export function openLayer(container: HTMLElement): HTMLElement {
  const layer = container.ownerDocument.createElement("div");
  layer.className = `ww-map-layer ${COMING}`;
  container.appendChild(layer);
  return layer;
}

/** Ends a surface and takes its layer away. */
export function releaseLayer(layered: Layered | null): void {
  layered?.surface.destroy();
  layered?.giveBack?.();
  layered?.layer.remove();
}

/** Makes an empty stack. */
export function createGroundStack(startingCamera: () => Camera): GroundStack {
  let seen: Layered | null = null;
  let coming: Layered | null = null;
  const giveUp = () => {
    releaseLayer(coming);
    coming = null;
  };
  return {
    get seen() {
      return seen;
    },
    get coming() {
      return coming;
    },
    get camera() {
      return seen?.surface.camera ?? startingCamera();
    },
    expect(next) {
      coming = next;
    },
    show(next) {
      const old = seen;
      seen = next;
      if (coming === next) coming = null;
      next.layer.classList.remove(COMING);
      releaseLayer(old);
    },
    giveUp,
    each(act) {
      if (seen !== null) act(seen.surface);
      if (coming !== null) act(coming.surface);
    },
    destroy() {
      giveUp();
      releaseLayer(seen);
      seen = null;
    },
  };
}
