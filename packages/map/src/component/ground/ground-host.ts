import type { Camera } from "@whenwhere/store";
import type { Theme } from "@whenwhere/view";
import type { Basemap, BasemapDetail, ChosenGround, Worldview } from "../../basemap/index.ts";
import type { MapText } from "../map-text.ts";
import type { MapProjection } from "./surface.ts";

/** What a ground asks its map for, at the time it needs it, and what it tells it. */
export interface GroundHost {
  readonly container: HTMLElement;
  readonly projection: () => MapProjection;
  readonly detail: () => BasemapDetail;
  /** Whether the land may be finer where it is looked at closely. */
  readonly refines: () => boolean;
  /** A ground in place of the library's own, where WebGL can draw it. */
  readonly chosen: () => ChosenGround | null;
  readonly worldview: () => Worldview;
  readonly theme: () => Theme;
  readonly text: () => MapText;
  readonly workerUrl: () => string | undefined;
  readonly frame: (callback: () => void) => void;
  /** The camera to begin with. */
  readonly camera: () => Camera;
  /** Makes ready, with pauses, what the first camera is made of. */
  readonly prepare: () => Promise<void>;
  /** The records have their first picture. */
  readonly settled: () => Promise<void>;
  readonly onBasemap: (basemap: Basemap) => void;
  /** The same world in another grain. */
  readonly onGrain: (basemap: Basemap) => void;
  /** The ground was drawn. */
  readonly onRender: () => void;
  /** What the ground wants to be named as is another now. */
  readonly onCredit: () => void;
  readonly onMove: () => void;
  readonly onReady: () => void;
  /** Why the ground is not the one asked for; null when it is. */
  readonly onNotice: (notice: string | null) => void;
}

/** The library's own world has a scale of about 1 : 50 M: nothing is gained by a closer look. A chosen ground may hold streets. */
const OWN_MAX_ZOOM = 12;
const CHOSEN_MAX_ZOOM = 18;

/** How close the ground of a map can be looked at. */
export function maxZoomOf({ chosen }: GroundHost): number {
  return chosen() === null ? OWN_MAX_ZOOM : CHOSEN_MAX_ZOOM;
}
