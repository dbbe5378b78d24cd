import type { Basemap } from "../../basemap/index.ts";
import type { GroundHost } from "./ground-host.ts";
import type { GroundStack, Layered } from "./ground-stack.ts";
import type { SurfaceListener } from "./surface.ts";
import type { WornWorld } from "./worn-world.ts";

/** One beginning of a ground, and what it is made with. It is over as soon as the next begins. */
export interface GroundRun {
  readonly host: GroundHost;
  readonly stack: GroundStack;
  readonly world: WornWorld;
  readonly basemap: Basemap;
  readonly signal: AbortSignal;
}

/** What the surface of a layer tells of its picture and its camera, heard only while it is the one that is seen. */
export function listenerOf(
  { host, stack, world }: GroundRun,
  layer: HTMLElement,
): Pick<SurfaceListener, "onRender" | "onMove" | "onCredit"> {
  const isSeen = () => stack.seen?.layer === layer;
  return {
    onRender: () => isSeen() && host.onRender(),
    onMove: () => {
      if (!isSeen()) return;
      host.onMove();
      world.follow();
    },
    onCredit: () => isSeen() && host.onCredit(),
  };
}

/** Shows a surface, which has the world as it was when it was asked for. */
export function showGround({ stack, world }: GroundRun, next: Layered): void {
  stack.show(next);
  world.catchUp();
}
