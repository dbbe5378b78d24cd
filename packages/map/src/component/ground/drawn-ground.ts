import { finishSteps, inTurns } from "@whenwhere/model";
import { createFlatSurface, type FlatSurface } from "./flat-surface.ts";
import { maxZoomOf } from "./ground-host.ts";
import { type GroundRun, listenerOf, showGround } from "./ground-run.ts";
import { type Layered, openLayer, releaseLayer } from "./ground-stack.ts";
import { drawnForm, isDrawn } from "./surface.ts";

interface DrawnGround extends Layered {
  readonly surface: FlatSurface;
}

/** Draws the ground a part at a time and shows it. Resolves to false where the map has gone on meanwhile. */
export async function bringDrawn(run: GroundRun): Promise<boolean> {
  const { host, stack } = run;
  const drawn = makeDrawn(run);
  await new Promise<void>((resolve) => void inTurns(drawn.surface.begin(), resolve, { startsNow: true }));
  if (run.signal.aborted) {
    releaseLayer(drawn);
    return false;
  }
  // Camera and theme may have changed meanwhile.
  drawn.surface.setTheme(host.theme());
  drawn.surface.moveTo(stack.camera);
  showDrawn(run, drawn);
  if (isDrawn(host.projection())) host.onReady();
  return true;
}

/** Draws the ground at once, in place of one that has failed. */
export function standIn(run: GroundRun): void {
  const drawn = makeDrawn(run);
  finishSteps(drawn.surface.begin());
  showDrawn(run, drawn);
  run.host.onReady();
}

/** The drawn ground is the one that stays. */
export function stayDrawn({ host }: GroundRun, notice: string): void {
  host.onNotice(notice);
  host.onReady();
}

function makeDrawn(run: GroundRun): DrawnGround {
  const { host, stack, basemap } = run;
  const layer = openLayer(host.container);
  const surface = createFlatSurface({
    container: layer,
    basemap,
    camera: stack.camera,
    theme: host.theme(),
    maxZoom: maxZoomOf(host),
    projection: drawnForm(host.projection()),
    frame: host.frame,
    listener: listenerOf(run, layer),
  });
  return { layer, surface };
}

function showDrawn(run: GroundRun, drawn: DrawnGround): void {
  showGround(run, drawn);
  run.host.onRender();
}
