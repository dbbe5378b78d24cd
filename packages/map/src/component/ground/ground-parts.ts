import type { Basemap } from "../../basemap/index.ts";
import type { GroundHost } from "./ground-host.ts";
import type { GroundStack, Layered } from "./ground-stack.ts";
import type { SurfaceListener } from "./surface.ts";
import type { WornWorld } from "./worn-world.ts";

/** What whoever makes a surface works with. */
export interface GroundParts {
  readonly host: GroundHost;
  readonly stack: GroundStack;
  readonly world: WornWorld;
}

/** One beginning of a ground, over as soon as the next begins. */
export interface GroundRun {
  readonly basemap: Basemap;
  readonly signal: AbortSignal;
}

/** What the surface of a layer tells: of its picture and its camera only while it is the one that is seen. */
export function listenerOf(
  { host, stack, world }: GroundParts,
  layer: HTMLElement,
  more: Partial<SurfaceListener> = {},
): SurfaceListener {
  const isSeen = () => stack.seen?.layer === layer;
  return {
    onRender: () => isSeen() && host.onRender(),
    onMove: () => {
      if (!isSeen()) return;
      host.onMove();
      world.follow();
    },
    onCredit: () => isSeen() && host.onCredit(),
    onReady: () => {},
    onError: () => {},
    onLost: () => {},
    onRefused: () => {},
    ...more,
  };
}

/** Shows a surface, which has the world as it was when it was asked for. */
export function showGround({ stack, world }: GroundParts, next: Layered): void {
  stack.show(next);
  world.catchUp();
}
