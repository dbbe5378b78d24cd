import { finishSteps, type Steps } from "@whenwhere/model";
import type { Camera } from "@whenwhere/store";
import { h, setStyle, type Theme } from "@whenwhere/view";
import type { Basemap } from "../../basemap/index.ts";
import { type PaintOp, paintOnCanvas } from "../../draw/index.ts";
import { type FlatProjection, type FlatViewport, flatViewport, groundSteps } from "../../flat/index.ts";
import { wrapLongitude } from "../../scene/earth.ts";
import { deviceScale } from "../records/records-canvas.ts";
import { keptViewport } from "./kept-viewport.ts";
import { boundCamera, type ZoomRange } from "./mercator.ts";
import type { MapSurface, SurfaceListener } from "./surface.ts";

/** What a drawn ground is made of. */
export interface FlatSurfaceOptions {
  readonly container: HTMLElement;
  readonly basemap: Basemap;
  readonly camera: Camera;
  /** `auto` shows the whole world in equal area; `mercator` stands in for the GL map and looks just like it. */
  readonly projection: FlatProjection;
  /** How close it can be looked at. */
  readonly maxZoom: number;
  readonly theme: Theme;
  /** Runs a callback once in the next frame. */
  readonly frame: (callback: () => void) => void;
  readonly listener: SurfaceListener;
}

const LOWEST_ZOOM = -1.5;

/** A ground without WebGL. */
export interface FlatSurface extends MapSurface {
  /** Draws the first picture, with pauses: it is not to be seen before all of it is there. */
  begin(): Steps<void>;
}

/** The ground as strokes, for one viewport and theme. */
interface DrawnGround {
  readonly viewport: FlatViewport;
  readonly theme: Theme;
  readonly ops: readonly PaintOp[];
}

/** Makes the ground without WebGL: land, borders and coast on a canvas, drawn anew after each move. */
export function createFlatSurface(options: FlatSurfaceOptions): FlatSurface {
  const { container, projection, listener } = options;
  let { basemap } = options;
  const canvas = h("canvas", { "aria-hidden": "true" });
  setStyle(canvas, { position: "absolute", inset: "0", width: "100%", height: "100%" });
  container.appendChild(canvas);
  const zooms: ZoomRange = [LOWEST_ZOOM, options.maxZoom];
  let theme: Theme = options.theme;
  let destroyed = false;

  const size = () => ({ widthPx: container.clientWidth, heightPx: container.clientHeight });
  const bounded = (camera: Camera): Camera =>
    projection === "mercator" ? boundCamera(camera, size(), zooms) : worldCamera(camera, zooms);
  let camera = bounded(options.camera);
  const kept = keptViewport((at, px) => flatViewport(at, px, projection));
  const viewport = () => kept(camera, size(), projection);
  /** Projecting takes most of the time: it is done once a viewport. */
  let ground: DrawnGround | null = null;
  const groundNow = function* (): Steps<DrawnGround> {
    const now = viewport();
    if (ground?.viewport === now && ground.theme === theme) return ground;
    const look = theme;
    const ops = yield* groundSteps(basemap, now, { theme: look, styles: [] });
    ground = { viewport: now, theme: look, ops };
    return ground;
  };
  /** What is on the canvas. */
  let drawn: { readonly ground: DrawnGround; readonly scale: number } | null = null;
  const paintSteps = function* (now: DrawnGround): Steps<void> {
    const scale = deviceScale();
    if (drawn?.ground === now && drawn.scale === scale) return;
    drawn = { ground: now, scale };
    still = null;
    yield* groundPaintSteps(canvas, now, scale);
  };
  /** The last picture in another scale than the screen's: all pictures of a run have the same ground. */
  let still: { readonly ground: DrawnGround; readonly scale: number; readonly canvas: HTMLCanvasElement } | null = null;
  const pictureOf = (now: DrawnGround, scale: number): HTMLCanvasElement => {
    if (drawn?.ground === now && drawn.scale === scale) return canvas;
    if (still?.ground !== now || still.scale !== scale) {
      still = { ground: now, scale, canvas: h("canvas") };
      finishSteps(groundPaintSteps(still.canvas, now, scale));
    }
    return still.canvas;
  };
  const isSized = () => container.clientWidth > 0 && container.clientHeight > 0;
  const draw = () => {
    if (destroyed || !isSized()) return;
    finishSteps(paintSteps(finishSteps(groundNow())));
    listener.onRender();
  };
  const moveTo = (next: Camera) => {
    camera = bounded(next);
    listener.onMove();
    options.frame(draw);
  };
  return {
    kind: "flat",
    points: null,
    credit: null,
    isNamed: false,
    *begin() {
      if (isSized()) yield* paintSteps(yield* groundNow());
      draw();
    },
    get camera() {
      return camera;
    },
    viewport,
    unproject: (x, y) => viewport().unproject(x, y),
    moveTo,
    panBy: (dxPx, dyPx) => {
      const { widthPx, heightPx } = size();
      const place = viewport().unproject(widthPx / 2 - dxPx, heightPx / 2 - dyPx);
      if (place !== null) moveTo({ lon: place[0], lat: place[1], zoom: camera.zoom });
    },
    zoomBy: (levels, at) => {
      const place = viewport().unproject(at[0], at[1]);
      const zoomed = bounded({ ...camera, zoom: camera.zoom + levels });
      const { widthPx, heightPx } = size();
      const closer = flatViewport(zoomed, { widthPx, heightPx }, projection);
      const now = place === null ? null : closer.project(place[0], place[1]);
      const center =
        now === null ? null : closer.unproject(widthPx / 2 + now[0] - at[0], heightPx / 2 + now[1] - at[1]);
      moveTo(center === null ? zoomed : { lon: center[0], lat: center[1], zoom: zoomed.zoom });
    },
    setProjection: () => {},
    setTheme: (next) => {
      theme = next;
      options.frame(draw);
    },
    setBasemap: (next) => {
      if (basemap === next) return;
      basemap = next;
      ground = null;
      options.frame(draw);
    },
    resize: () => {
      camera = bounded(camera);
      draw();
    },
    paint: async (context, scale) => {
      context.drawImage(pictureOf(finishSteps(groundNow()), scale), 0, 0);
    },
    destroy: () => {
      destroyed = true;
      canvas.remove();
    },
  };
}

/**
 * Paints a ground stroke by stroke, each carried out before the pause: drawn later, all at once, by a graphics card that the
 * processor plays, the world would take as long as everything else of a first picture.
 */
function* groundPaintSteps(
  canvas: HTMLCanvasElement,
  { viewport, ops, theme }: DrawnGround,
  scale: number,
): Steps<void> {
  canvas.width = Math.round(viewport.widthPx * scale);
  canvas.height = Math.round(viewport.heightPx * scale);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return;
  for (const op of ops) {
    paintOnCanvas(context, [op], { theme, styles: [], pixelRatio: scale });
    context.getImageData(0, 0, 1, 1);
    yield;
  }
}

/** The world in equal area has room around it; only its middle is kept in sight. */
function worldCamera({ lon, lat, zoom }: Camera, [low, high]: ZoomRange): Camera {
  return {
    lon: wrapLongitude(lon),
    lat: Math.max(-80, Math.min(80, lat)),
    zoom: Math.max(low, Math.min(high, zoom)),
  };
}
