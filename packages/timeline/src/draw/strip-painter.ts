import type { BandPart } from "../scene/bands/band-types.ts";

/** What columns are painted with. */
export type BandContext = Pick<
  CanvasRenderingContext2D,
  "drawImage" | "imageSmoothingEnabled" | "globalAlpha" | "fillStyle" | "fillRect"
>;

/** Keeps pictures of columns that are drawn again and again: a pan moves them. */
export interface StripPainter {
  /** Begins a frame. `look` names all that changes colours; pictures of another look or scale are forgotten. */
  begin(look: object, scale: number): void;
  /** Draws boxes, from a kept picture where they were drawn before. */
  paint(
    context: BandContext,
    band: { readonly parts: readonly BandPart[]; readonly x: number; readonly dir: 1 | -1 },
    color: (token: string) => string,
  ): void;
  destroy(): void;
}

interface Strip {
  readonly image: ImageBitmap;
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

interface Kept {
  /** Null where there is nothing to keep, or the platform keeps no pictures. */
  readonly strip: Strip | null;
  /** Frame in which it was drawn last. */
  frame: number;
}

/** Pictures made in a frame at least, and as a share of those drawn: making one costs as much as drawing its boxes some times. */
const LEAST_NEW = 8;
const NEW_SHARE = 1 / 8;
/** Frames after which a picture that is not drawn is dropped. */
const KEPT_FRAMES = 90;

/**
 * Boxes are drawn one by one when they are first seen, as on every step of a zoom, and from their second frame on as one
 * picture: a thousand rectangles cost a millisecond of script, and their pictures a tenth of it.
 */
export function createStripPainter(): StripPainter {
  const kept = new Map<readonly BandPart[], Kept>();
  /** Boxes of this frame and of the one before: those of a zoom are seen once, and leave nothing behind. */
  let now = new Set<readonly BandPart[]>();
  let before = new Set<readonly BandPart[]>();
  let look: object | null = null;
  let scale = 1;
  let frame = 0;
  let made = 0;
  const forget = (parts: readonly BandPart[], one: Kept): void => {
    one.strip?.image.close();
    kept.delete(parts);
  };
  const forgetAll = (): void => {
    for (const [parts, one] of kept) forget(parts, one);
    now.clear();
    before.clear();
  };
  return {
    begin(nextLook, nextScale) {
      if (look !== nextLook || scale !== nextScale) forgetAll();
      look = nextLook;
      scale = nextScale;
      made = 0;
      frame++;
      [before, now] = [now, before];
      now.clear();
      if (frame % KEPT_FRAMES !== 0) return;
      for (const [parts, one] of kept) if (frame - one.frame > KEPT_FRAMES) forget(parts, one);
    },
    paint(context, band, color) {
      now.add(band.parts);
      let own = kept.get(band.parts);
      if (own === undefined && before.has(band.parts) && made < Math.max(LEAST_NEW, before.size * NEW_SHARE)) {
        own = { strip: stripOf(band, color, scale), frame };
        kept.set(band.parts, own);
        made++;
      }
      if (own !== undefined) own.frame = frame;
      if (own?.strip) drawStrip(context, own.strip, band);
      else drawBoxes(context, band, color);
    },
    destroy: forgetAll,
  };
}

/** Draws boxes one by one. */
export function drawBoxes(
  context: Pick<BandContext, "globalAlpha" | "fillStyle" | "fillRect">,
  { parts, x, dir }: { readonly parts: readonly BandPart[]; readonly x: number; readonly dir: 1 | -1 },
  color: (token: string) => string,
): void {
  for (const { boxes, fill, alpha } of parts) {
    context.globalAlpha = alpha;
    context.fillStyle = color(fill);
    for (let i = 0; i < boxes.length; i += 4) {
      const widthPx = boxes[i + 2] as number;
      const leftPx = dir === 1 ? x + (boxes[i] as number) : x - (boxes[i] as number) - widthPx;
      context.fillRect(leftPx, boxes[i + 1] as number, widthPx, boxes[i + 3] as number);
    }
  }
  context.globalAlpha = 1;
}

function drawStrip(context: BandContext, strip: Strip, { x }: { readonly x: number }): void {
  const smooth = context.imageSmoothingEnabled;
  context.imageSmoothingEnabled = false;
  context.drawImage(strip.image, x + strip.leftPx, strip.topPx, strip.widthPx, strip.heightPx);
  context.imageSmoothingEnabled = smooth;
}

/** As wide as the boxes in CSS pixels, as high in pixels of the screen; null where the platform makes no pictures. */
function stripOf(
  { parts, dir }: { readonly parts: readonly BandPart[]; readonly dir: 1 | -1 },
  color: (token: string) => string,
  scale: number,
): Strip | null {
  const box = boundsOf(parts, dir);
  if (box === null || typeof OffscreenCanvas === "undefined") return null;
  const height = Math.ceil(box.heightPx * scale);
  const canvas = new OffscreenCanvas(box.widthPx, height);
  const context = canvas.getContext("2d");
  if (context === null) return null;
  context.setTransform(1, 0, 0, scale, -box.leftPx, -box.topPx * scale);
  drawBoxes(context, { parts, x: 0, dir }, color);
  return { ...box, heightPx: height / scale, image: canvas.transferToImageBitmap() };
}

/** Whole pixels around all boxes; null without any. */
function boundsOf(parts: readonly BandPart[], dir: 1 | -1): Omit<Strip, "image"> | null {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { boxes } of parts) {
    for (let i = 0; i < boxes.length; i += 4) {
      const [x, y] = [boxes[i] as number, boxes[i + 1] as number];
      left = Math.min(left, x);
      right = Math.max(right, x + (boxes[i + 2] as number));
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + (boxes[i + 3] as number));
    }
  }
  if (!(right > left && bottom > top)) return null;
  const topPx = Math.floor(top);
  return { leftPx: dir === 1 ? left : -right, topPx, widthPx: right - left, heightPx: Math.ceil(bottom) - topPx };
}
