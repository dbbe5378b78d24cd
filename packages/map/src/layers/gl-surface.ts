import type { Camera } from "@whenwhere/store";
import type { Theme } from "@whenwhere/view";
import type { Map as MapLibreMap } from "maplibre-gl";
import type { ChosenGround } from "../basemap/chosen-ground.ts";
import type { Basemap, Worldview } from "../basemap/index.ts";
import { keptViewport } from "../component/ground/kept-viewport.ts";
import { boundCamera, mercatorViewport, pannedCamera, type ZoomRange } from "../component/ground/mercator.ts";
import type { MapProjection, MapSurface, SurfaceListener } from "../component/ground/surface.ts";
import { metersPerPx, wrapLongitude } from "../scene/earth.ts";
import type { SizePx } from "../scene/plane.ts";
import type { MapViewport } from "../scene/types.ts";
import { ensureWorkerUrl } from "../worker/worker-url.ts";
import { basemapStyle, themePaints } from "./basemap-style.ts";
import { type ChosenDress, openChosen } from "./chosen-dress.ts";
import { dressFineLand, layFineLand, liftFineLand } from "./fine-layers.ts";
import { facesCamera, limbRadiusPx } from "./horizon.ts";
import { loadMapLibre } from "./load-maplibre.ts";
import { createPointPainter } from "./point-layer.ts";
import { watchComing } from "./watch-coming.ts";

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

/** A lost context that does not come back within this time is given up. */
const LOST_GRACE_MS = 4000;
function reducedMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
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
    fadeDuration: reducedMotion() ? 0 : 120,
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
  const { container, listener, basemap, zooms } = options;
  /** With finer land, where somebody looks closely. */
  let world = basemap;
  let { globe, theme } = options;
  let removed = false;
  let lost: ReturnType<typeof setTimeout> | null = null;
  const stopWaiting = () => {
    if (lost !== null) clearTimeout(lost);
    lost = null;
  };
  // A style is there from its `style.load` until the context is lost. What is asked for between is put on with the next one.
  let styled = false;
  const dress = () => {
    map.setProjection({ type: globe ? "globe" : "mercator" });
    if (chosen !== null) return;
    for (const [layer, name, color] of themePaints(theme)) map.setPaintProperty(layer, name, color);
    dressFineLand(map, theme);
  };
  const restyle = () => {
    styled = false;
    map.setStyle(chosen?.style ?? basemapStyle(basemap, { theme, globe }), { diff: false });
  };
  map.on("style.load", () => {
    styled = true;
    dress();
    if (chosen === null && world !== basemap) layFineLand(map, world, theme);
  });
  quietCanvas(map);
  const points = createPointPainter(map, listener.onError);
  map.on("render", listener.onRender);
  map.on("move", listener.onMove);
  if (chosen === null) watchComing(map, listener, { isInside: true });
  else chosen.watch(map, listener);
  map.on("webglcontextlost", () => {
    styled = false;
    stopWaiting();
    lost = setTimeout(listener.onLost, LOST_GRACE_MS);
  });
  map.on("webglcontextrestored", () => {
    stopWaiting();
    // MapLibre brings back the style that it had at the loss: none, where it was still loading it after the loss before.
    restyle();
  });

  const refuse = (error: unknown) => listener.onError(error instanceof Error ? error.message : String(error));
  // As MapLibre does, it keeps its size from resize to resize: to ask the page for it in every picture may lay out the page.
  let size = sizeOf(container);
  const cameraNow = (): Camera => {
    const { lng, lat } = map.getCenter();
    return { lon: wrapLongitude(lng), lat, zoom: map.getZoom() };
  };
  const viewport = keptViewport((camera, px, form) =>
    form === "globe" ? globeViewport(map, camera, px) : mercatorViewport(camera, px),
  );
  const moveTo = (camera: Camera, durationMs = 0) => {
    const target = globe ? camera : boundCamera(camera, size, zooms);
    const to = { center: [target.lon, target.lat] as [number, number], zoom: target.zoom };
    if (durationMs > 0 && !reducedMotion()) map.easeTo({ ...to, duration: durationMs });
    else map.jumpTo(to);
  };
  return {
    kind: "webgl",
    points,
    get credit() {
      return chosen?.credit ?? null;
    },
    get isNamed() {
      return chosen?.isNamed ?? false;
    },
    get camera() {
      return cameraNow();
    },
    viewport: () => viewport(cameraNow(), size, globe ? "globe" : "mercator"),
    unproject: (x, y) => {
      const { lng, lat } = map.unproject([x, y]);
      return [wrapLongitude(lng), lat];
    },
    moveTo,
    panBy: (dxPx, dyPx, durationMs = 0) => {
      if (globe || durationMs > 0) map.panBy([-dxPx, -dyPx], { duration: reducedMotion() ? 0 : durationMs });
      else moveTo(pannedCamera(cameraNow(), dxPx, dyPx));
    },
    zoomBy: (levels, at, durationMs = 0) => {
      const zoom = Math.min(zooms[1], Math.max(zooms[0], map.getZoom() + levels));
      map.easeTo({ zoom, around: map.unproject([at[0], at[1]]), duration: reducedMotion() ? 0 : durationMs });
    },
    setProjection: (projection: MapProjection) => {
      globe = projection === "globe";
      if (styled) dress();
    },
    setTheme: (next) => {
      theme = next;
      if (chosen === null) {
        if (styled) dress();
      } else void chosen.follow(theme).then((isOther) => isOther && !removed && restyle(), refuse);
    },
    setBasemap: (next) => {
      if (world === next) return;
      world = next;
      if (!styled || chosen !== null) return;
      if (world === basemap) liftFineLand(map);
      else layFineLand(map, world, theme);
    },
    resize: () => {
      map.resize();
      size = sizeOf(container);
    },
    paint: (context, scale) => paintInto(map, context, { ...size, scale }),
    destroy: () => {
      if (removed) return;
      removed = true;
      stopWaiting();
      points.destroy();
      map.remove();
    },
  };
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement): SizePx {
  return { widthPx: clientWidth, heightPx: clientHeight };
}

function globeViewport(map: MapLibreMap, camera: Camera, size: SizePx): MapViewport {
  const view = { ...camera, heightPx: size.heightPx, fovDeg: map.getVerticalFieldOfView() };
  const faces = facesCamera(view);
  const meters = metersPerPx(camera.lat, camera.zoom);
  return {
    ...size,
    zoom: camera.zoom,
    center: [camera.lon, camera.lat],
    disk: { x: size.widthPx / 2, y: size.heightPx / 2, radiusPx: limbRadiusPx(view) },
    project: (lon, lat) => {
      if (!faces(lon, lat)) return null;
      const { x, y } = map.project([lon, lat]);
      return [x, y];
    },
    unproject: (x, y) => {
      const { lng, lat } = map.unproject([x, y]);
      return [wrapLongitude(lng), lat];
    },
    metersPerPx: () => meters,
  };
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
