import type { ChosenGround } from "../../basemap/index.ts";
import { claimGlPlace, MAX_LIVE_GL_MAPS } from "../../layers/gl-registry.ts";
import { createGlSurface } from "../../layers/gl-surface.ts";
import { standIn, stayDrawn } from "./drawn-ground.ts";
import { maxZoomOf } from "./ground-host.ts";
import { type GroundRun, listenerOf, showGround } from "./ground-run.ts";
import { type Layered, openLayer, releaseLayer } from "./ground-stack.ts";
import type { MapSurface, SurfaceListener } from "./surface.ts";

/** One try to let WebGL draw the ground. */
interface GlTry extends GroundRun {
  /** A ground in place of the library's own; null for that one. */
  readonly chosen: ChosenGround | null;
  /** Why it is not the ground that was wanted; null where it is. */
  readonly refusal: string | null;
}

/** Lets WebGL draw the ground over the drawn one, which stays where WebGL cannot. `missing` says what the world lacks, if anything. */
export async function bringGl(run: GroundRun, missing: string | null): Promise<void> {
  await tryGl({ ...run, chosen: run.host.chosen(), refusal: missing });
}

async function tryGl(run: GlTry): Promise<void> {
  const { host, stack, signal } = run;
  const giveBack = claimGlPlace(host.container.ownerDocument);
  if (giveBack === null) return stayDrawn(run, host.text()("crowded", { n: MAX_LIVE_GL_MAPS }));
  const layer = openLayer(host.container);
  try {
    const coming = { layer, giveBack, surface: await openGl(run, layer) };
    if (signal.aborted) releaseLayer(coming);
    else stack.expect(coming);
  } catch (error) {
    giveBack();
    layer.remove();
    if (signal.aborted) return;
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    if (name === "ChosenGroundError") return goWithout(run, message);
    const isGpu = name === "GPUInitializationError";
    stayDrawn(run, isGpu ? host.text()("noWebgl") : host.text()("broken", { reason: message }));
  }
}

function openGl(run: GlTry, layer: HTMLElement): Promise<MapSurface> {
  const { host, stack, basemap, chosen } = run;
  return createGlSurface({
    container: layer,
    basemap,
    chosen,
    worldview: host.worldview(),
    zooms: [0, maxZoomOf(host)],
    camera: stack.camera,
    globe: host.projection() === "globe",
    theme: host.theme(),
    workerUrl: host.workerUrl(),
    listener: { ...listenerOf(run, layer), ...fateOf(run, layer) },
  });
}

/** What becomes of a WebGL ground, as long as its beginning is the last one. */
function fateOf(run: GlTry, layer: HTMLElement): Omit<SurfaceListener, keyof ReturnType<typeof listenerOf>> {
  const { host, stack, signal } = run;
  const comingOf = () => (stack.coming?.layer === layer ? stack.coming : null);
  const giveUp = () => {
    if (comingOf() !== null) stack.giveUp();
  };
  const fallBack = (notice: string) => {
    if (signal.aborted) return;
    if (stack.seen?.layer !== layer) {
      giveUp();
      return stayDrawn(run, notice);
    }
    host.onNotice(notice);
    standIn(run);
  };
  return {
    onReady: () => {
      const coming = comingOf();
      if (!signal.aborted && coming !== null) showGl(run, coming);
    },
    onError: (reason) => signal.aborted || host.onNotice(host.text()("trouble", { reason })),
    onLost: () => fallBack(host.text()("lost")),
    onRefused: (reason) => {
      if (run.chosen === null) return fallBack(host.text()("broken", { reason }));
      if (signal.aborted) return;
      giveUp();
      goWithout(run, reason);
    },
  };
}

function showGl(run: GlTry, coming: Layered): void {
  const { host, stack } = run;
  coming.surface.moveTo(stack.camera);
  showGround(run, coming);
  host.onNotice(run.refusal);
  host.onCredit();
  host.onRender();
  host.onReady();
}

/** The library's own ground in place of the chosen one. */
function goWithout(run: GlTry, reason: string): void {
  const { host } = run;
  const refusal = host.text()("groundRefused", { reason });
  host.onNotice(refusal);
  void tryGl({ ...run, chosen: null, refusal });
}
