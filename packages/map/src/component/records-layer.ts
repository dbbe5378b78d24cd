import type { Store } from "@whenwhere/store";
import { type CategoryStyle, canvasTextMetrics, type Theme, type Words } from "@whenwhere/view";
import { type Basemap, countryName, type LoadingAreaShapes } from "../basemap/index.ts";
import { type MapLook, type PaintOp, paintOnCanvas, sceneOps } from "../draw/index.ts";
import { nameOps } from "../flat/index.ts";
import {
  type Box,
  createPlaceIndex,
  type Insets,
  type MapScene,
  type MapViewport,
  mapScene,
  type PlaceIndex,
} from "../scene/index.ts";
import { type Anchors, anchors } from "./anchors.ts";
import { MAP_SOURCE } from "./box-brush.ts";
import { sceneTexts } from "./scene-texts.ts";

/** What the records are drawn from. */
export interface RecordsHost {
  readonly canvas: HTMLCanvasElement;
  readonly store: Store;
  readonly shapes: LoadingAreaShapes;
  /** Null until it is loaded: then the names of countries and seas are drawn with the records, and keep off them. */
  readonly basemap: () => Basemap | null;
  readonly words: () => Words;
  readonly theme: () => Theme;
  readonly styles: () => readonly CategoryStyle[];
  readonly insets: () => Partial<Insets>;
  /** Boxes that controls cover. */
  readonly covers: () => readonly Box[];
}

/** The records above the ground: one scene for the canvas, the hands, the keys, the export and the words. */
export interface RecordsLayer {
  readonly scene: MapScene | null;
  /** Where each placed row stands; computed when first asked for. */
  readonly placed: Anchors;
  draw(viewport: MapViewport): MapScene;
  /** The scene of another viewport, as for an export. */
  sceneOf(viewport: MapViewport): MapScene;
  /** The strokes of the scene with the names of the ground under it. */
  ops(viewport: MapViewport): readonly PaintOp[];
  /** The rows are others now: what was kept of them is forgotten. */
  forget(): void;
}

/** Makes the layer on a canvas of the frame. */
export function createRecordsLayer(host: RecordsHost): RecordsLayer {
  const { canvas, store, shapes } = host;
  const metrics = canvasTextMetrics();
  let index: PlaceIndex | null = null;
  let scene: MapScene | null = null;
  let placed: Anchors | null = null;

  const indexNow = () => {
    if (index !== null) return index;
    index = createPlaceIndex(store);
    for (const { country, admin1 } of index.areas) {
      // A failed part leaves the area at its country's outline, which is coarser and true.
      if (country !== null && admin1 !== null) shapes.load(country).catch(() => {});
    }
    return index;
  };
  const sceneOf = (viewport: MapViewport) => {
    const words = host.words();
    return mapScene({
      store,
      viewport,
      shapes,
      words,
      options: {
        metrics,
        except: MAP_SOURCE,
        insets: host.insets(),
        covers: host.covers(),
        index: indexNow(),
        texts: sceneTexts(words),
        countryName: (iso) => countryName(iso, words.locale, shapes.shape(iso, null)?.name),
      },
    });
  };
  const opsOf = (drawn: MapScene, viewport: MapViewport): readonly PaintOp[] => {
    const look = { theme: host.theme(), styles: host.styles(), locale: host.words().locale };
    const basemap = host.basemap();
    const names =
      basemap === null ? [] : nameOps(basemap, viewport, { look, words: host.words(), metrics, scene: drawn });
    return [...names, ...sceneOps(drawn, look)];
  };
  return {
    get scene() {
      return scene;
    },
    get placed() {
      placed ??= scene === null ? { get: () => undefined, has: () => false } : anchors(scene);
      return placed;
    },
    draw(viewport) {
      scene = sceneOf(viewport);
      placed = null;
      paint(canvas, viewport, { ops: opsOf(scene, viewport), look: { theme: host.theme(), styles: host.styles() } });
      return scene;
    },
    sceneOf,
    ops: (viewport) => opsOf(sceneOf(viewport), viewport),
    forget() {
      index = null;
    },
  };
}

/** Device pixels of a screen; more than three a CSS pixel cannot be seen and costs memory. */
export function deviceScale(): number {
  return Math.min(3, Math.max(1, devicePixelRatio));
}

function paint(
  canvas: HTMLCanvasElement,
  { widthPx, heightPx }: MapViewport,
  { ops, look }: { ops: readonly PaintOp[]; look: MapLook },
): void {
  const scale = deviceScale();
  const width = Math.round(widthPx * scale);
  const height = Math.round(heightPx * scale);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  // Hatches and clips are many small paths: drawn by the processor they take a twentieth of what a software GPU needs.
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return;
  context.clearRect(0, 0, width, height);
  paintOnCanvas(context, ops, { ...look, pixelRatio: scale });
}
