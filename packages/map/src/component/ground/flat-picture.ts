import { finishSteps, type Steps } from "@whenwhere/model";
import { h, setStyle, type Theme } from "@whenwhere/view";
import type { Basemap } from "../../basemap/index.ts";
import { type PaintOp, paintOnCanvas } from "../../draw/index.ts";
import { type FlatViewport, groundSteps } from "../../flat/index.ts";
import { deviceScale } from "../records/records-canvas.ts";

/** What there is to be seen of the ground. */
export interface FlatLook {
  readonly basemap: Basemap;
  readonly viewport: FlatViewport;
  readonly theme: Theme;
}

/** The picture of a drawn ground, which is made once a look and scale. */
export interface FlatPicture {
  readonly canvas: HTMLCanvasElement;
  /** Puts a look onto the canvas, with pauses. */
  paint(look: FlatLook): Steps<void>;
  /** The picture of a look in `scale` times its size. */
  inScale(look: FlatLook, scale: number): HTMLCanvasElement;
}

/** The ground as strokes. */
interface DrawnGround extends FlatLook {
  readonly ops: readonly PaintOp[];
}

/** A ground on a canvas. */
interface Still {
  readonly ground: DrawnGround;
  readonly scale: number;
  readonly canvas: HTMLCanvasElement;
}

/** Makes the canvas, with nothing on it. */
export function createFlatPicture(): FlatPicture {
  const canvas = h("canvas", { "aria-hidden": "true" });
  setStyle(canvas, { position: "absolute", inset: "0", width: "100%", height: "100%" });
  /** Projecting takes most of the time: it is done once a look. */
  let ground: DrawnGround | null = null;
  const groundOf = function* (look: FlatLook): Steps<DrawnGround> {
    if (ground !== null && isSameLook(ground, look)) return ground;
    const { basemap, viewport, theme } = look;
    const ops = yield* groundSteps(basemap, viewport, { theme, styles: [] });
    ground = { basemap, viewport, theme, ops };
    return ground;
  };
  /** What is on the canvas. */
  let shown: Still | null = null;
  /** The last picture in another scale than the screen's: all pictures of a run have the same ground. */
  let other: Still | null = null;
  return {
    canvas,
    *paint(look) {
      const now = yield* groundOf(look);
      const scale = deviceScale();
      if (isStillOf(shown, now, scale)) return;
      shown = { ground: now, scale, canvas };
      other = null;
      yield* paintSteps(shown);
    },
    inScale(look, scale) {
      const now = finishSteps(groundOf(look));
      if (isStillOf(shown, now, scale)) return canvas;
      if (!isStillOf(other, now, scale)) {
        other = { ground: now, scale, canvas: h("canvas") };
        finishSteps(paintSteps(other));
      }
      return other.canvas;
    },
  };
}

function isSameLook(a: FlatLook, b: FlatLook): boolean {
  return a.basemap === b.basemap && a.viewport === b.viewport && a.theme === b.theme;
}

function isStillOf(still: Still | null, ground: DrawnGround, scale: number): still is Still {
  return still?.ground === ground && still.scale === scale;
}

/**
 * Paints a ground stroke by stroke, each carried out before the pause: drawn later, all at once, by a graphics card that the
 * processor plays, the world would take as long as everything else of a first picture.
 */
function* paintSteps({ canvas, ground, scale }: Still): Steps<void> {
  const { viewport, ops, theme } = ground;
  canvas.width = Math.round(viewport.widthPx * scale);
  canvas.height = Math.round(viewport.heightPx * scale);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return;
  for (const op of ops) {
    paintOnCanvas(context, [op], { theme, styles: [], pixelRatio: scale });
    context.getImageData(0, 0, 1, 1);
    yield;
  }
}
