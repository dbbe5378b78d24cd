import type { Camera } from "@whenwhere/store";
import { prefersStill, type Theme } from "@whenwhere/view";
import type { Map as MapLibreMap } from "maplibre-gl";
import type { ChosenGround } from "../basemap/chosen-ground.ts";
import type { Basemap, Worldview } from "../basemap/index.ts";
import type { ZoomRange } from "../component/ground/mercator.ts";
import type { MapProjection, MapSurface, SurfaceListener } from "../component/ground/surface.ts";
import type { SizePx } from "../scene/plane.ts";
import { ensureWorkerUrl } from "../worker/worker-url.ts";
import { basemapStyle } from "./basemap-style.ts";
import { type ChosenDress, openChosen } from "./chosen-dress.ts";
import { cameraOf, glCamera } from "./gl-camera.ts";
import { createGlLook } from "./gl-look.ts";
import { loadMapLibre } from "./load-maplibre.ts";
import { createPointPainter } from "./point-layer.ts";
import { watchComing } from "./watch-coming.ts";
import { watchContext } from "./watch-context.ts";

/** What a GL ground is made of. */
export interface GlSurfaceOptions {
  readonly container: HTMLElement;
  readonly basemap: Basemap;
  /** A ground in place of `basemap`; null for that one. */
  readonly chosen: ChosenGround | null;
  readonly worldview: Worldview;
  /** Zooms that the ground is good for. */
  readonly zooms: ZoomRange;
  readonly camera: Camera;
  readonly globe: boolean;
  readonly theme: Theme;
  readonly workerUrl?: string | undefined;
  readonly listener: SurfaceListener;
}

/**
 * Makes the ground by MapLibre, which is loaded here and nowhere else. MapLibre draws; hands and keys are read by the map
 * itself, alike for every ground, so MapLibre's own handlers stay off.
 * @throws GPUInitializationError of MapLibre when there is no WebGL2, ChosenGroundError when a chosen ground cannot be read.
 */
export async function createGlSurface(options: GlSurfaceOptions): Promise<MapSurface> {
  const maplibre = await loadMapLibre();
  await ensureWorkerUrl(maplibre, options.workerUrl);
  const { container, camera, zooms, chosen } = options;
  const dress = chosen === null ? null : await openChosen(maplibre, chosen, options);
  const map = new maplibre.Map({
    container,
    style: dress?.style ?? basemapStyle(options.basemap, options),
    center: [camera.lon, camera.lat],
    zoom: camera.zoom,
    minZoom: zooms[0],
    maxZoom: zooms[1],
    maxPitch: 0,
    interactive: false,
    attributionControl: false,
    trackResize: false,
    fadeDuration: prefersStill() ? 0 : 120,
    validateStyle: chosen !== null,
    // A picture is taken right after a frame, so the buffer need not be kept.
    canvasContextAttributes: { antialias: false, preserveDrawingBuffer: false },
  });
  return surfaceOf(map, options, dress);
}

/** The canvas is decoration: names, roles and keys stand on the element above it. */
function quietCanvas(map: MapLibreMap): void {
  const canvas = map.getCanvas();
  canvas.removeAttribute("role");
  canvas.removeAttribute("aria-label");
  canvas.removeAttribute("tabindex");
  canvas.setAttribute("aria-hidden", "true");
}

function surfaceOf(map: MapLibreMap, options: GlSurfaceOptions, chosen: ChosenDress | null): MapSurface {
  const { container, listener, basemap, globe, theme, zooms } = options;
  const look = createGlLook(map, { basemap, globe, theme, chosen, onError: listener.onError });
  quietCanvas(map);
  const points = createPointPainter(map, listener.onError);
  map.on("render", listener.onRender);
  map.on("move", listener.onMove);
  if (chosen === null) watchComing(map, listener, { isInside: true });
  else chosen.watch(map, listener);
  // MapLibre brings back the style that it had at the loss: none, where it was still loading it after the loss before.
  const stopWaiting = watchContext(map, { onGone: look.lose, onBack: look.restyle, onLost: listener.onLost });
  // As MapLibre does, it keeps its size from resize to resize: to ask the page for it in every picture may lay out the page.
  let size = sizeOf(container);
  let isRemoved = false;
  return {
    ...glCamera(map, { isGlobe: () => look.isGlobe, size: () => size, zooms }),
    kind: "webgl",
    points,
    get credit() {
      return chosen?.credit ?? null;
    },
    get isNamed() {
      return chosen?.isNamed ?? false;
    },
    get camera() {
      return cameraOf(map);
    },
    setProjection: (projection: MapProjection) => look.setGlobe(projection === "globe"),
    setTheme: look.setTheme,
    setBasemap: look.setBasemap,
    resize: () => {
      map.resize();
      size = sizeOf(container);
    },
    paint: (context, scale) => paintInto(map, context, { ...size, scale }),
    destroy: () => {
      if (isRemoved) return;
      isRemoved = true;
      stopWaiting();
      look.end();
      points.destroy();
      map.remove();
    },
  };
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement): SizePx {
  return { widthPx: clientWidth, heightPx: clientHeight };
}

/**
 * The drawing buffer holds the picture only within the task that drew it, so it is drawn here and taken at once: a frame that
 * is waited for may never come, as when the context is lost meanwhile.
 */
async function paintInto(
  map: MapLibreMap,
  context: CanvasRenderingContext2D,
  { widthPx, heightPx, scale }: { widthPx: number; heightPx: number; scale: number },
): Promise<void> {
  // Whoever asks while the map draws waits until it has drawn.
  await Promise.resolve();
  map.redraw();
  context.drawImage(map.getCanvas(), 0, 0, widthPx * scale, heightPx * scale);
}
