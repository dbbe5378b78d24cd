import type { Store } from "@whenwhere/store";
import { type CategoryStyle, canvasTextMetrics, type Theme, type Words } from "@whenwhere/view";
import { type Basemap, countryNames, type LoadingAreaShapes } from "../../basemap/index.ts";
import { numbersOf, type PaintOp, sceneOps } from "../../draw/index.ts";
import {
  type Box,
  type DensityKind,
  holdsView,
  type Insets,
  type MapScene,
  type MapSceneInput,
  type MapTexts,
  type MapViewport,
  mapScene,
  pointScene,
  splitScene,
  type WalkDirection,
} from "../../scene/index.ts";
import { type Anchors, anchors } from "../hands/anchors.ts";
import type { Aim, Hit } from "../hands/hit.ts";
import { MAP_SOURCE } from "../map-source.ts";
import { createGroundNames } from "./ground-names.ts";
import { createKeptPlaces, type PlacesNow } from "./kept-places.ts";
import { createLevelMotion } from "./level-motion.ts";
import type { PointRecords } from "./point-records.ts";
import { createPreparedWindows } from "./prepared-windows.ts";
import { createRecordsCanvas } from "./records-canvas.ts";
import { sceneTexts } from "./scene-texts.ts";

type CountryName = ReturnType<typeof countryNames>;

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
  /** The surface that is drawn in place of glyphs. */
  readonly density: () => DensityKind | "none";
  readonly points: PointRecords;
  /** What was missing for a picture is there: draw again. */
  readonly onPrepared: () => void;
  /** The picture is under way to another one: draw again in the next frame. */
  readonly onMoving: () => void;
  /** The filter has just changed, and may change again at once: what no picture waits for is put off. */
  readonly isMoving: () => boolean;
}

/** The records above the ground: one scene for the canvas, the hands, the keys, the export and the words. */
export interface RecordsLayer {
  readonly scene: MapScene | null;
  /** There is no picture of the records yet: their index is being made, a slice at a time. */
  readonly isPending: boolean;
  /** Points are asked for, and are more than a drawn ground shows. */
  readonly hasTooManyPoints: boolean;
  /** Where each placed row stands; computed when first asked for. */
  readonly placed: Anchors;
  /** Null as long as very many rows are being sorted: then the ground has its names, and `onPrepared` follows. */
  draw(viewport: MapViewport): MapScene | null;
  /** The next of these points in a direction from a row; null where there is none. */
  beside(row: number, direction: WalkDirection): number | null;
  /** The nearest of the points that are not glyphs of the scene, for they are too many; `place` lies under the pixel. */
  pick(aim: Aim, place: readonly [lon: number, lat: number] | null): Hit | null;
  /** The scene of another viewport, as for an export. */
  sceneOf(viewport: MapViewport): MapScene;
  /** The strokes of the scene with the names of the ground under it. */
  ops(viewport: MapViewport): readonly PaintOp[];
  /** The rows are others now: what was kept of them is forgotten. */
  forget(): void;
  destroy(): void;
}

/** Makes the layer on a canvas of the frame. */
export function createRecordsLayer(host: RecordsHost): RecordsLayer {
  const { canvas, store, shapes } = host;
  const metrics = canvasTextMetrics();
  const paper = createRecordsCanvas(canvas);
  const groundNames = createGroundNames(metrics);
  const windows = createPreparedWindows(store, host.isMoving);
  const places = createKeptPlaces(store, {
    density: host.density,
    onIndex: ({ areas }) => {
      for (const { country, admin1 } of areas) {
        // A failed part leaves the area at its country's outline, which is coarser and true.
        if (country !== null && admin1 !== null) shapes.load(country).catch(() => {});
      }
    },
    onPrepared: host.onPrepared,
  });
  const motion = createLevelMotion(() => matchMedia("(prefers-reduced-motion: reduce)").matches);
  let scene: MapScene | null = null;
  let placed: Anchors | null = null;
  let numbers: { readonly locale: string; readonly write: (value: number) => string } | null = null;
  let told: { readonly words: Words; readonly texts: MapTexts; readonly countryName: CountryName } | null = null;

  const inputOf = (viewport: MapViewport, kept: PlacesNow = places.now(viewport)): MapSceneInput => {
    const words = host.words();
    if (told?.words !== words) {
      told = { words, texts: sceneTexts(words), countryName: countryNames(words.locale, words.names) };
    }
    const { texts, countryName } = told;
    return {
      store,
      viewport,
      shapes,
      words,
      options: {
        metrics,
        except: MAP_SOURCE,
        insets: host.insets(),
        covers: host.covers(),
        ...kept,
        texts,
        countryName: (iso) => countryName(iso, shapes.shape(iso, null)?.name),
      },
    };
  };
  /** With its points one by one where that is asked for and can be done. */
  const drawnScene = (input: MapSceneInput) => {
    const view = input.options?.density === undefined ? host.points.viewAt(input.viewport) : null;
    host.points.show(view, input.viewport);
    return view === null ? mapScene(input) : pointScene(input, view);
  };
  /** While bubbles come apart or together after a zoom: those of one zoom, under way. Null where the picture stands. */
  const movingScene = (viewport: MapViewport, kept: PlacesNow): MapScene | null => {
    const level = kept.level ?? { zoom: Math.floor(viewport.zoom), region: null };
    const between = motion.at({ level, viewport, nowMs: performance.now() });
    if (between === null || host.density() !== "none" || host.points.viewAt(viewport) !== null) return null;
    if (!holdsView(between.fine, viewport)) return null;
    const [fine, coarse] = [kept.index.groupsOf(between.fine), kept.index.groupsOf(between.coarse)];
    if (fine === null || coarse === null) return null;
    host.points.show(null, viewport);
    host.onMoving();
    const drawn = mapScene(inputOf(viewport, { ...kept, level: between.fine }));
    return splitScene(drawn, { fine, coarse, viewport }, between.share);
  };
  const lookNow = () => {
    const { locale } = host.words();
    // Two formatters a picture would cost more than its strokes.
    if (numbers?.locale !== locale) numbers = { locale, write: numbersOf(locale) };
    return { theme: host.theme(), styles: host.styles(), locale, numbers: numbers.write };
  };
  const namesOf = (viewport: MapViewport, drawn?: MapScene): readonly PaintOp[] => {
    const basemap = host.basemap();
    const keepOff = drawn === undefined ? {} : { scene: drawn };
    if (basemap === null) return [];
    return groundNames({ basemap, viewport, look: lookNow(), words: host.words(), covers: host.covers(), ...keepOff });
  };
  const opsOf = (drawn: MapScene, viewport: MapViewport): readonly PaintOp[] => {
    const painted = host.points.isInGround ? withoutLayer(drawn) : drawn;
    return sceneOps(painted, lookNow(), namesOf(viewport, drawn));
  };
  return {
    get scene() {
      return scene;
    },
    get placed() {
      placed ??= scene === null ? { get: () => undefined, has: () => false } : withPoints(anchors(scene), host.points);
      return placed;
    },
    get hasTooManyPoints() {
      return host.points.isTooMany;
    },
    get isPending() {
      return scene === null && places.isLarge;
    },
    draw(viewport) {
      const kept = places.soon(viewport);
      if (kept === null) {
        paper.paint(viewport, namesOf(viewport), lookNow());
        return null;
      }
      // Behind the first picture, which waits for nothing of it.
      windows.begin();
      scene = movingScene(viewport, kept) ?? drawnScene(inputOf(viewport, kept));
      placed = null;
      paper.paint(viewport, opsOf(scene, viewport), lookNow());
      return scene;
    },
    beside: host.points.beside,
    pick: (aim, place) => (place === null ? null : host.points.pick(aim, place)),
    sceneOf: (viewport) => {
      const input = inputOf(viewport);
      const view = input.options?.density === undefined ? host.points.marksAt(viewport) : null;
      return view === null ? mapScene(input) : pointScene(input, view);
    },
    ops: (viewport) => opsOf(drawnScene(inputOf(viewport)), viewport),
    forget: () => {
      motion.stop();
      places.forget();
      host.points.forget();
    },
    destroy: () => {
      windows.destroy();
      places.destroy();
      host.points.destroy();
    },
  };
}

function withPoints(glyphs: Anchors, { anchor }: PointRecords): Anchors {
  const get = (row: number) => anchor(row) ?? glyphs.get(row);
  return { get, has: (row) => get(row) !== undefined };
}

/** Marks that the ground has already; those in a frame are drawn again, above everything. */
function withoutLayer(scene: MapScene): MapScene {
  const marks = scene.marks.filter(({ inLayer, selected, hovered }) => inLayer !== true || selected || hovered);
  if (marks.length === scene.marks.length) return scene;
  return Object.defineProperties({} as MapScene, {
    ...Object.getOwnPropertyDescriptors(scene),
    marks: { value: marks, enumerable: true },
  });
}
