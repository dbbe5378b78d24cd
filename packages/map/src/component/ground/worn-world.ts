import type { Basemap } from "../../basemap/index.ts";
import { createCloseLand } from "./close-land.ts";
import type { GroundHost } from "./ground-host.ts";
import type { GroundStack } from "./ground-stack.ts";
import type { MapProjection } from "./surface.ts";

/** The world that a map has on, coarse or with finer land where it is looked at closely. */
export interface WornWorld {
  /** Puts on another world. */
  wear(basemap: Basemap): void;
  /** Hands the world as it is now to the surface that is seen. */
  catchUp(): void;
  /** The view is another now. */
  follow(): void;
  end(): void;
}

/** Close up a Mercator map: what its view holds is known by its zoom, and land beside that is not drawn. */
function isMercatorClose(projection: MapProjection): boolean {
  return projection === "mercator" || projection === "flat";
}

/** Makes it without a world. */
export function createWornWorld(host: GroundHost, stack: GroundStack): WornWorld {
  let world: { readonly now: Basemap; readonly close: ReturnType<typeof createCloseLand> } | null = null;
  const isWanted = () => host.refines() && isMercatorClose(host.projection()) && stack.seen?.surface.credit === null;
  return {
    wear(basemap) {
      world?.close.end();
      const close = createCloseLand({
        ...{ basemap, isWanted },
        camera: () => stack.camera,
        size: () => ({ widthPx: host.container.clientWidth, heightPx: host.container.clientHeight }),
        apply: (now) => {
          world = { now, close };
          host.onGrain(now);
          stack.each((surface) => surface.setBasemap(now));
        },
      });
      world = { now: basemap, close };
      host.onBasemap(basemap);
    },
    catchUp() {
      if (world === null) return;
      stack.seen?.surface.setBasemap(world.now);
      world.close.follow();
    },
    follow: () => world?.close.follow(),
    end: () => world?.close.end(),
  };
}
