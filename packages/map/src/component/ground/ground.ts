import { createPause, finishSteps, inTurns } from "@whenwhere/model";
import type { Camera } from "@whenwhere/store";
import type { Theme } from "@whenwhere/view";
import {
  type Basemap,
  type BasemapDetail,
  type ChosenGround,
  inWorldview,
  loadBasemap,
  type Worldview,
} from "../../basemap/index.ts";
import { claimGlPlace, MAX_LIVE_GL_MAPS } from "../../layers/gl-registry.ts";
import type { MapText } from "../map-text.ts";
import { createCloseLand } from "./close-land.ts";
import { createFlatSurface, type FlatSurface } from "./flat-surface.ts";
import { drawnForm, isDrawn, type MapProjection, type MapSurface, type SurfaceListener } from "./surface.ts";

/** What a ground asks its map for, at the time it needs it. */
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

/** Chooses what draws the ground and replaces it when it fails. */
export interface Ground {
  readonly surface: MapSurface | null;
  start(): Promise<void>;
  /** Begins anew after a change of form, detail, borders or language, also of a ground that is still coming. Keeps the camera. */
  renew(): Promise<void>;
  setTheme(theme: Theme): void;
  /** Another form that the same surface can draw. */
  setProjection(projection: MapProjection): void;
  resize(): void;
  destroy(): void;
}

/** A surface with a container of its own, so that two can stand over each other during a change. */
interface Slot {
  readonly surface: MapSurface;
  readonly release: () => void;
}

interface FlatSlot extends Slot {
  readonly surface: FlatSurface;
  /** It is complete. */
  readonly uncover: () => void;
}

/** The library's own world has a scale of about 1 : 50 M: nothing is gained by a closer look. A chosen ground may hold streets. */
const OWN_MAX_ZOOM = 12;
const CHOSEN_MAX_ZOOM = 18;

/** Class of a layer that is not complete and not seen. */
const COMING = "ww-map-coming";

function addLayer(container: HTMLElement): HTMLElement {
  const layer = container.ownerDocument.createElement("div");
  layer.className = "ww-map-layer";
  container.appendChild(layer);
  return layer;
}

/** Close up a Mercator map: what its view holds is known by its zoom, and land beside that is not drawn. */
function isMercatorClose(projection: MapProjection): boolean {
  return projection === "mercator" || projection === "flat";
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isGpuError(error: unknown): boolean {
  return error instanceof Error && error.name === "GPUInitializationError";
}

/**
 * The drawn ground comes first, as soon as the world is decoded, and WebGL replaces it when its first picture is
 * complete: a map is never blank, neither while half a megabyte of worker loads nor when it never comes.
 */
export function createGround(host: GroundHost): Ground {
  let current: Slot | null = null;
  let coming: Slot | null = null;
  let generation = 0;
  /** Why the chosen ground is not shown; null where it is, or none was chosen. */
  let refusal: string | null = null;
  /** The world that is on, and what makes it finer; null before there is one. */
  let world: { readonly now: Basemap; readonly close: ReturnType<typeof createCloseLand> } | null = null;
  const pause = createPause();

  const drop = (slot: Slot | null) => {
    slot?.surface.destroy();
    slot?.release();
  };
  const listener = (owner: () => MapSurface | null, more: Partial<SurfaceListener>): SurfaceListener => ({
    onRender: () => owner() !== null && owner() === current?.surface && host.onRender(),
    onMove: () => {
      if (owner() === null || owner() !== current?.surface) return;
      host.onMove();
      world?.close.follow();
    },
    onReady: () => {},
    onError: () => {},
    onLost: () => {},
    onRefused: () => {},
    onCredit: () => owner() !== null && owner() === current?.surface && host.onCredit(),
    ...more,
  });
  const maxZoom = () => (host.chosen() === null ? OWN_MAX_ZOOM : CHOSEN_MAX_ZOOM);
  const cameraNow = () => current?.surface.camera ?? host.camera();

  const wear = (basemap: Basemap) => {
    world?.close.end();
    const close = createCloseLand({
      basemap,
      isWanted: () => host.refines() && isMercatorClose(host.projection()) && current?.surface.credit === null,
      camera: cameraNow,
      size: () => ({ widthPx: host.container.clientWidth, heightPx: host.container.clientHeight }),
      apply: (now) => {
        world = { now, close };
        host.onGrain(now);
        current?.surface.setBasemap(now);
        coming?.surface.setBasemap(now);
      },
    });
    world = { now: basemap, close };
    host.onBasemap(basemap);
  };
  /** A surface that has just come has the world as it was when it was asked for. */
  const catchUp = () => {
    if (world === null) return;
    current?.surface.setBasemap(world.now);
    world.close.follow();
  };

  const makeFlat = (basemap: Basemap): FlatSlot => {
    const layer = addLayer(host.container);
    layer.classList.add(COMING);
    let own: MapSurface | null = null;
    const surface = createFlatSurface({
      container: layer,
      basemap,
      camera: cameraNow(),
      theme: host.theme(),
      maxZoom: maxZoom(),
      projection: drawnForm(host.projection()),
      frame: host.frame,
      listener: listener(() => own, {}),
    });
    own = surface;
    return { surface, release: () => layer.remove(), uncover: () => layer.classList.remove(COMING) };
  };
  const showFlat = (slot: FlatSlot, ready: boolean) => {
    const old = current;
    current = slot;
    slot.uncover();
    drop(old);
    catchUp();
    host.onRender();
    if (ready) host.onReady();
  };
  /** At once, in place of what has failed. */
  const standIn = (basemap: Basemap) => {
    const slot = makeFlat(basemap);
    finishSteps(slot.surface.begin());
    showFlat(slot, true);
  };
  /** A world that is projected a part at a time; false where the map has gone on meanwhile. */
  const beginFlat = async (basemap: Basemap, mine: number): Promise<boolean> => {
    const slot = makeFlat(basemap);
    await new Promise<void>((resolve) => void inTurns(slot.surface.begin(), resolve, { startsNow: true }));
    if (mine !== generation) {
      drop(slot);
      return false;
    }
    // Camera and theme may have changed meanwhile.
    slot.surface.setTheme(host.theme());
    slot.surface.moveTo(cameraNow());
    showFlat(slot, isDrawn(host.projection()));
    return true;
  };

  const dropComing = (own: MapSurface | null) => {
    if (coming?.surface !== own) return;
    drop(coming);
    coming = null;
  };
  const tryGl = async (basemap: Basemap, mine: number, chosen: ChosenGround | null) => {
    const release = claimGlPlace(host.container.ownerDocument);
    if (release === null) return host.onNotice(host.text()("crowded", { n: MAX_LIVE_GL_MAPS }));
    const layer = addLayer(host.container);
    layer.classList.add(COMING);
    const giveBack = () => {
      release();
      layer.remove();
    };
    let own: MapSurface | null = null;
    const swap = () => {
      if (mine !== generation || own === null || coming?.surface !== own) return;
      const old = current;
      if (old !== null) own.moveTo(old.surface.camera);
      current = coming;
      coming = null;
      layer.classList.remove(COMING);
      drop(old);
      catchUp();
      host.onNotice(refusal);
      host.onCredit();
      host.onRender();
      host.onReady();
    };
    /** The library's own ground in place of a chosen one. */
    const goWithout = (reason: string) => {
      if (mine !== generation) return;
      refusal = host.text()("groundRefused", { reason });
      host.onNotice(refusal);
      dropComing(own);
      void tryGl(basemap, mine, null);
    };
    const fallBack = (notice: string) => {
      if (mine !== generation) return;
      host.onNotice(notice);
      if (current?.surface === own) standIn(basemap);
      dropComing(own);
    };
    const stayDrawn = (reason: string) => {
      fallBack(host.text()("broken", { reason }));
      if (mine === generation) host.onReady();
    };
    try {
      const { createGlSurface } = await import("../../layers/gl-surface.ts");
      own = await createGlSurface({
        container: layer,
        ...{ basemap, chosen, worldview: host.worldview(), zooms: [0, maxZoom()] },
        camera: cameraNow(),
        globe: host.projection() === "globe",
        theme: host.theme(),
        workerUrl: host.workerUrl(),
        listener: listener(() => own, {
          onReady: swap,
          onError: (reason) => mine === generation && host.onNotice(host.text()("trouble", { reason })),
          onLost: () => fallBack(host.text()("lost")),
          onRefused: chosen === null ? stayDrawn : goWithout,
        }),
      });
    } catch (error) {
      giveBack();
      if (mine !== generation) return;
      const reason = reasonOf(error);
      if (error instanceof Error && error.name === "ChosenGroundError") return goWithout(reason);
      host.onNotice(isGpuError(error) ? host.text()("noWebgl") : host.text()("broken", { reason }));
      host.onReady();
      return;
    }
    const slot = { surface: own, release: giveBack };
    if (mine !== generation) drop(slot);
    else coming = slot;
  };

  const start = async () => {
    const mine = ++generation;
    refusal = null;
    drop(coming);
    coming = null;
    const prepared = host.prepare();
    const whole = await loadBasemap(host.detail()).catch((error: unknown) => {
      if (mine === generation) host.onNotice(host.text()("noGround", { reason: String(error) }));
      return null;
    });
    await prepared;
    if (mine !== generation || whole === null) return;
    const basemap = inWorldview(whole, host.worldview());
    wear(basemap);
    host.onNotice(null);
    if (!(await beginFlat(basemap, mine)) || isDrawn(host.projection())) return;
    // MapLibre takes the page for a second where the processor plays the graphics card: the records are seen before.
    await host.settled();
    await pause();
    if (mine === generation) await tryGl(basemap, mine, host.chosen());
  };

  return {
    get surface() {
      return current?.surface ?? null;
    },
    start,
    // A map out of sight has not begun, and begins as it is then.
    renew: async () => (generation === 0 ? undefined : start()),
    setTheme(theme) {
      current?.surface.setTheme(theme);
      coming?.surface.setTheme(theme);
    },
    setProjection(projection) {
      current?.surface.setProjection(projection);
      coming?.surface.setProjection(projection);
      world?.close.follow();
    },
    resize() {
      current?.surface.resize();
      coming?.surface.resize();
      world?.close.follow();
    },
    destroy() {
      generation++;
      world?.close.end();
      drop(coming);
      drop(current);
      coming = null;
      current = null;
    },
  };
}
