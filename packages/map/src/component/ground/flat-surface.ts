import { finishSteps, type Steps } from "@whenwhere/model";
import type { Camera } from "@whenwhere/store";
import type { Theme } from "@whenwhere/view";
import type { Basemap } from "../../basemap/index.ts";
import { type FlatProjection, flatViewport } from "../../flat/index.ts";
import { wrapLongitude } from "../../scene/earth.ts";
import { createFlatPicture } from "./flat-picture.ts";
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
  readonly listener: Pick<SurfaceListener, "onRender" | "onMove">;
}

const LOWEST_ZOOM = -1.5;

/** A ground without WebGL. */
export interface FlatSurface extends MapSurface {
  /** Draws the first picture, with pauses: it is not to be seen before all of it is there. */
  begin(): Steps<void>;
}

/** Makes the ground without WebGL: land, borders and coast on a canvas, drawn anew after each move. */
export function createFlatSurface(options: FlatSurfaceOptions): FlatSurface {
  const { container, projection, listener } = options;
  const zooms: ZoomRange = [LOWEST_ZOOM, options.maxZoom];
  const picture = createFlatPicture();
  container.appendChild(picture.canvas);
  const size = () => ({ widthPx: container.clientWidth, heightPx: container.clientHeight });
  const bounded = (camera: Camera): Camera =>
    projection === "mercator" ? boundCamera(camera, size(), zooms) : worldCamera(camera, zooms);
  let { basemap, theme } = options;
  let camera = bounded(options.camera);
  let isDestroyed = false;

  const kept = keptViewport((at, px) => flatViewport(at, px, projection));
  const viewport = () => kept(camera, size(), projection);
  const look = () => ({ basemap, theme, viewport: viewport() });
  const isSized = () => container.clientWidth > 0 && container.clientHeight > 0;
  const draw = () => {
    if (isDestroyed || !isSized()) return;
    finishSteps(picture.paint(look()));
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
      if (isSized()) yield* picture.paint(look());
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
      options.frame(draw);
    },
    resize: () => {
      camera = bounded(camera);
      draw();
    },
    paint: async (context, scale) => {
      context.drawImage(picture.inScale(look(), scale), 0, 0);
    },
    destroy: () => {
      isDestroyed = true;
      picture.canvas.remove();
    },
  };
}

/** The world in equal area has room around it; only its middle is kept in sight. */
function worldCamera({ lon, lat, zoom }: Camera, [low, high]: ZoomRange): Camera {
  return {
    lon: wrapLongitude(lon),
    lat: Math.max(-80, Math.min(80, lat)),
    zoom: Math.max(low, Math.min(high, zoom)),
  };
}
