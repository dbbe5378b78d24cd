import { finishSteps, inTurns } from "@whenwhere/model";
import type { Basemap } from "../../basemap/index.ts";
import { createFlatSurface, type FlatSurface } from "./flat-surface.ts";
import { maxZoomOf } from "./ground-host.ts";
import { type GroundParts, type GroundRun, listenerOf, showGround } from "./ground-parts.ts";
import { type Layered, openLayer, releaseLayer } from "./ground-stack.ts";
import { drawnForm, isDrawn } from "./surface.ts";

interface DrawnGround extends Layered {
  readonly surface: FlatSurface;
}

/** Draws the ground a part at a time and shows it. Resolves to false where the map has gone on meanwhile. */
export async function bringDrawn(parts: GroundParts, { basemap, signal }: GroundRun): Promise<boolean> {
  const { host } = parts;
  const drawn = makeDrawn(parts, basemap);
  await new Promise<void>((resolve) => void inTurns(drawn.surface.begin(), resolve, { startsNow: true }));
  if (signal.aborted) {
    releaseLayer(drawn);
    return false;
  }
  // Camera and theme may have changed meanwhile.
  drawn.surface.setTheme(host.theme());
  drawn.surface.moveTo(parts.stack.camera);
  showDrawn(parts, drawn);
  if (isDrawn(host.projection())) host.onReady();
  return true;
}

/** Draws the ground at once, in place of one that has failed. */
export function standIn(parts: GroundParts, basemap: Basemap): void {
  const drawn = makeDrawn(parts, basemap);
  finishSteps(drawn.surface.begin());
  showDrawn(parts, drawn);
  parts.host.onReady();
}

function makeDrawn(parts: GroundParts, basemap: Basemap): DrawnGround {
  const { host } = parts;
  const layer = openLayer(host.container);
  const surface = createFlatSurface({
    ...{ container: layer, basemap, frame: host.frame, listener: listenerOf(parts, layer) },
    camera: parts.stack.camera,
    theme: host.theme(),
    maxZoom: maxZoomOf(host),
    projection: drawnForm(host.projection()),
  });
  return { layer, surface };
}

function showDrawn(parts: GroundParts, drawn: DrawnGround): void {
  showGround(parts, drawn);
  parts.host.onRender();
}
