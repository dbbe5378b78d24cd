import { createPause } from "@whenwhere/model";
import type { Theme } from "@whenwhere/view";
import { bareBasemap, inWorldview, loadBasemap } from "../../basemap/index.ts";
import { bringDrawn, stayDrawn } from "./drawn-ground.ts";
import type { GroundHost } from "./ground-host.ts";
import type { GroundRun } from "./ground-run.ts";
import { createGroundStack } from "./ground-stack.ts";
import { isDrawn, type MapProjection, type MapSurface } from "./surface.ts";
import { createWornWorld } from "./worn-world.ts";

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

/**
 * The drawn ground comes first, as soon as the world is decoded, and WebGL replaces it when its first picture is
 * complete: a map is never blank, neither while half a megabyte of worker loads nor when it never comes.
 */
export function createGround(host: GroundHost): Ground {
  const stack = createGroundStack(host.camera);
  const world = createWornWorld(host, stack);
  const pause = createPause();
  /** Ends what was begun; null before a beginning. */
  let beginning: AbortController | null = null;
  const start = () => {
    beginning?.abort();
    beginning = new AbortController();
    stack.giveUp();
    return begin({ host, stack, world, signal: beginning.signal }, pause);
  };
  return {
    get surface() {
      return stack.seen?.surface ?? null;
    },
    start,
    // A map out of sight has not begun, and begins as it is then.
    renew: async () => (beginning === null ? undefined : start()),
    setTheme: (theme) => stack.each((surface) => surface.setTheme(theme)),
    setProjection(projection) {
      stack.each((surface) => surface.setProjection(projection));
      world.follow();
    },
    resize() {
      stack.each((surface) => surface.resize());
      world.follow();
    },
    destroy() {
      beginning?.abort();
      world.end();
      stack.destroy();
    },
  };
}

async function begin(ground: Omit<GroundRun, "basemap">, pause: () => Promise<void>): Promise<void> {
  const { host, world, signal } = ground;
  const prepared = host.prepare();
  // Without its world a map is a bare sheet, and still shows where its records stand.
  let missing: string | null = null;
  const whole = await loadBasemap(host.detail()).catch((error: unknown) => {
    missing = host.text()("noGround", { reason: error instanceof Error ? error.message : String(error) });
    return bareBasemap(host.detail());
  });
  await prepared;
  if (signal.aborted) return;
  const run = { ...ground, basemap: inWorldview(whole, host.worldview()) };
  world.wear(run.basemap);
  host.onNotice(missing);
  if (!(await bringDrawn(run)) || isDrawn(host.projection())) return;
  // MapLibre takes the page for a second where the processor plays the graphics card: the records are seen before.
  await host.settled();
  await pause();
  if (signal.aborted) return;
  try {
    // A map that stays drawn goes without all that WebGL needs.
    const { bringGl } = await import("./gl-ground.ts");
    if (!signal.aborted) await bringGl(run, missing);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (!signal.aborted) stayDrawn(run, host.text()("broken", { reason }));
  }
}
