import type { Camera } from "@whenwhere/store";
import type { Theme } from "@whenwhere/view/pure";
import type { Basemap } from "../../basemap/index.ts";
import type { FlatProjection } from "../../flat/index.ts";
import type { PointPainter } from "../../layers/point-layer.ts";
import type { MapViewport } from "../../scene/types.ts";

/**
 * How the earth is laid out. With WebGL: `mercator`, `globe`. Drawn without it: `equal-earth`, `natural-earth`, and `flat`, which is
 * equal earth as long as about the whole world is in view, and Mercator closer up.
 */
export type MapProjection = "mercator" | "globe" | "flat" | "equal-earth" | "natural-earth";

/** All there are. */
export const PROJECTIONS: readonly MapProjection[] = ["mercator", "globe", "flat", "equal-earth", "natural-earth"];

/** Whether a form never asks for WebGL. */
export function isDrawn(projection: MapProjection): boolean {
  return projection !== "mercator" && projection !== "globe";
}

/** The form of the drawn ground; that in place of a WebGL ground looks just like it, but a globe is laid flat. */
export function drawnForm(projection: MapProjection): FlatProjection {
  if (projection === "flat") return "auto";
  return projection === "globe" ? "mercator" : projection;
}

/** What a surface tells its map. */
export interface SurfaceListener {
  /** The ground was drawn anew: the records have to follow in the same frame. */
  readonly onRender: () => void;
  /** The camera stands elsewhere. */
  readonly onMove: () => void;
  /** The ground is drawn completely for the first time. */
  readonly onReady: () => void;
  /** A fault in words. */
  readonly onError: (message: string) => void;
  /** The surface cannot go on; another kind has to take over. */
  readonly onLost: () => void;
  /** Nothing of the ground came. */
  readonly onRefused: (reason: string) => void;
  /** What the ground wants to be named as is another now. */
  readonly onCredit: () => void;
}

/**
 * The ground under the records: land, borders, names. It owns the camera and its projection and knows nothing of records,
 * so that the WebGL ground and the drawn one carry the same scene.
 */
export interface MapSurface {
  readonly kind: "webgl" | "flat";
  readonly camera: Camera;
  /** Draws many points into the ground; null where the ground is drawn without WebGL. */
  readonly points: PointPainter | null;
  /** What a ground of the page's own choice wants to be named as; null for the library's own. */
  readonly credit: string | null;
  /** The ground writes names itself. */
  readonly isNamed: boolean;
  viewport(): MapViewport;
  /** The place under a pixel, or null off the globe. */
  unproject(x: number, y: number): readonly [lon: number, lat: number] | null;
  /** Moves the camera; over `durationMs` where the surface can. */
  moveTo(camera: Camera, durationMs?: number): void;
  panBy(dxPx: number, dyPx: number, durationMs?: number): void;
  zoomBy(levels: number, at: readonly [x: number, y: number], durationMs?: number): void;
  setProjection(projection: MapProjection): void;
  setTheme(theme: Theme): void;
  /** Puts on the same world in another grain. */
  setBasemap(basemap: Basemap): void;
  resize(): void;
  /** Paints the ground into a canvas of `scale` times the surface's size. */
  paint(context: CanvasRenderingContext2D, scale: number): Promise<void>;
  /** Gives back everything the surface holds. Safe to call twice. */
  destroy(): void;
}
