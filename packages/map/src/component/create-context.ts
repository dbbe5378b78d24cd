import { inTurns } from "@whenwhere/model";
import { categoryStyles, createEmitter, createFrameScheduler, type LiveRegion, readTheme } from "@whenwhere/view";
import { type Basemap, type BasemapDetail, createAreaShapes } from "../basemap/index.ts";
import { startingCamera } from "./camera/camera-moves.ts";
import { createShownPlaces } from "./camera/shown-places.ts";
import type { MapContext } from "./context.ts";
import { createFirstPicture, type FirstPicture } from "./first-picture.ts";
import type { MapFrame } from "./frame/map-frame.ts";
import { createGround, type Ground } from "./ground/ground.ts";
import type { MapProjection } from "./ground/surface.ts";
import type { IncidentMapEvents, ResolvedOptions } from "./map-options.ts";
import { mapText } from "./map-text.ts";
import { writeNotice } from "./picture/notice.ts";
import { createPointRecords } from "./records/point-records.ts";
import { createRecordsLayer } from "./records/records-layer.ts";

/** Under this a map is a thumbnail and its ground the coarse one. */
const THUMBNAIL_PX = 220;
/** A filter that has not changed for so long is at rest. */
const REST_MS = 150;

/** What a context is made of. */
export interface ContextInput {
  readonly frame: MapFrame;
  readonly options: ResolvedOptions;
  readonly live: LiveRegion;
  /** Draws records and frame; called when the ground was drawn, and in a frame after something changed. */
  readonly draw: () => void;
  readonly onReady: () => void;
  readonly setProjection: (projection: MapProjection) => void;
}

/** Makes the shared state of one map, with its ground and its records. */
export function createContext(element: HTMLElement, input: ContextInput): MapContext {
  const { frame, options } = input;
  const first = createFirstPicture(() => context.records.isPending, input.onReady);
  const draw = () => {
    input.draw();
    first.drawn();
  };
  const scheduler = createFrameScheduler();
  const shapes = createAreaShapes();
  const invalidate = () => {
    context.drawnFor = null;
    scheduler.request(draw);
  };
  let filteredAtMs = Number.NEGATIVE_INFINITY;
  const isMoving = () => performance.now() - filteredAtMs < REST_MS;
  const invalidateBehind = () => {
    filteredAtMs = performance.now();
    context.drawnFor = null;
    scheduler.requestAfter(draw);
  };
  shapes.onChange(invalidate);
  const asked = options.camera ?? options.store.state.camera;
  const context: MapContext = {
    ...{ element, frame, options, scheduler, shapes, invalidate, invalidateBehind },
    text: mapText(options.words),
    theme: readTheme(element),
    styles: categoryStyles(options.store.categories),
    basemap: null,
    notice: null,
    drag: "pan",
    say: (text) => input.live.say(text),
    setProjection: input.setProjection,
    asked,
    placed: asked !== null,
    following: false,
    drawnFor: null,
    said: { notice: "", credit: "" },
    covers: [],
    emitter: createEmitter<IncidentMapEvents>("map", { ready: "any", draw: "any", camera: "any", notice: "any" }),
    places: createShownPlaces(options.store, shapes),
    ground: groundOf(() => context, { ...input, draw, first }),
    records: createRecordsLayer({
      ...{ canvas: frame.records, store: options.store, shapes },
      basemap: () => (context.ground.surface?.isNamed ? nameless(context.basemap) : context.basemap),
      words: () => context.options.words,
      theme: () => context.theme,
      styles: () => context.styles,
      insets: () => ({ top: 2, right: 2, bottom: 2, left: 2 }),
      covers: () => context.covers,
      points: createPointRecords({
        ...{ store: options.store, onPrepared: invalidate, isMoving },
        wanted: () => context.options.points === "all",
        painter: () => context.ground.surface?.points ?? null,
        theme: () => context.theme,
        styles: () => context.styles,
      }),
      density: () => context.options.density,
      onPrepared: invalidate,
      onMoving: invalidate,
      isMoving,
    }),
  };
  return context;
}

function groundOf(
  context: () => MapContext,
  { frame, draw, live, first }: ContextInput & { readonly first: FirstPicture },
): Ground {
  return createGround({
    container: frame.ground,
    projection: () => context().options.projection,
    detail: () => detailOf(context()),
    refines: () => context().options.detail === null && detailOf(context()) === "50m",
    chosen: () => context().options.basemap,
    worldview: () => context().options.worldview,
    theme: () => context().theme,
    text: () => context().text,
    workerUrl: () => context().options.workerUrl,
    frame: (callback) => context().scheduler.request(callback),
    camera: () => startingCamera(context()),
    prepare: () => new Promise((resolve) => void inTurns(context().places.gather(), resolve, { startsNow: true })),
    onBasemap: (basemap) => {
      context().basemap = basemap;
      context().shapes.setBasemap(basemap);
    },
    onGrain: (basemap) => {
      context().basemap = basemap;
    },
    onRender: draw,
    onCredit: () => context().invalidate(),
    onMove: () => cameraMoved(context()),
    onReady: first.groundReady,
    settled: first.settled,
    onNotice: (notice) => {
      const now = context();
      if (now.notice === notice) return;
      now.notice = notice;
      writeNotice(now);
      if (notice === null) return;
      live.say(notice);
      now.emitter.emit("notice", notice);
    },
  });
}

/** The ground has names of its own. One object for one world: what is kept of it is kept by identity. */
const NAMELESS = new WeakMap<Basemap, Basemap>();

function nameless(basemap: Basemap | null): Basemap | null {
  if (basemap === null) return null;
  const known = NAMELESS.get(basemap) ?? { ...basemap, labels: [], seas: [] };
  NAMELESS.set(basemap, known);
  return known;
}

function detailOf({ options, frame }: MapContext): BasemapDetail {
  return options.detail ?? (frame.stage.clientWidth < THUMBNAIL_PX ? "110m" : "50m");
}

function cameraMoved(context: MapContext): void {
  const { surface } = context.ground;
  if (surface === null) return;
  const { camera } = surface;
  if (context.placed && !context.following) context.options.store.setCamera(camera);
  context.emitter.emit("camera", camera);
}
