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

/** Pictures that were made together; they go together too. */
interface Sheet {
  readonly image: ImageBitmap;
  /** Pictures on it that are still kept. */
  left: number;
}

interface Strip {
  readonly sheet: Sheet;
  /** Where it begins on the sheet, and its height there. */
  readonly atPx: number;
  readonly highPx: number;
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

interface Kept {
  /** Null where there is nothing to keep. */
  readonly strip: Strip | null;
  /** Frame in which it was drawn last. */
  frame: number;
}

/** Columns that wait for their picture. */
interface Wanted {
  readonly parts: readonly BandPart[];
  readonly dir: 1 | -1;
  readonly color: (token: string) => string;
}

/** What one sheet takes: about a millisecond of script, and no more pixels than a canvas may have. */
const MOST_BOXES = 5_000;
const MOST_HIGH_PX = 8_192;
/** Frames after which a picture that is not drawn is dropped. */
const KEPT_FRAMES = 90;

/**
 * Boxes are drawn one by one when they are first seen, as on every step of a zoom, and, once they were seen again, as one
 * picture: a thousand rectangles cost a millisecond of script, and their pictures a tenth of it. Pictures are made between frames,
 * whenever `later` calls back, many on one sheet, since a sheet costs more than what is drawn on it.
 */
export function createStripPainter(later: (make: () => void) => void): StripPainter {
  const kept = new Map<readonly BandPart[], Kept>();
  /** Boxes of this frame and of the one before: those of a zoom are seen once, and leave nothing behind. */
  let now = new Set<readonly BandPart[]>();
  let before = new Set<readonly BandPart[]>();
  let wanted: Wanted[] = [];
  let look: object | null = null;
  let scale = 1;
  let frame = 0;
  const forget = (parts: readonly BandPart[], { strip }: Kept): void => {
    kept.delete(parts);
    if (strip === null) return;
    strip.sheet.left--;
    if (strip.sheet.left === 0) strip.sheet.image.close();
  };
  const forgetAll = (): void => {
    for (const [parts, one] of kept) forget(parts, one);
    now.clear();
    before.clear();
    wanted = [];
  };
  const make = (): void => {
    for (const [parts, strip] of sheetOf(wanted, scale)) kept.set(parts, { strip, frame });
    // What had no room is wanted again when it is drawn again.
    wanted = [];
  };
  return {
    begin(nextLook, nextScale) {
      if (look !== nextLook || scale !== nextScale) forgetAll();
      look = nextLook;
      scale = nextScale;
      wanted = [];
      frame++;
      [before, now] = [now, before];
      now.clear();
      if (frame % KEPT_FRAMES !== 0) return;
      for (const [parts, one] of kept) if (frame - one.frame > KEPT_FRAMES) forget(parts, one);
    },
    paint(context, band, color) {
      const { parts, dir } = band;
      now.add(parts);
      const own = kept.get(parts);
      if (own === undefined && before.has(parts) && typeof OffscreenCanvas !== "undefined") {
        wanted.push({ parts, dir, color });
        if (wanted.length === 1) later(make);
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
  const { sheet, atPx, highPx, leftPx, topPx, widthPx, heightPx } = strip;
  const smooth = context.imageSmoothingEnabled;
  context.imageSmoothingEnabled = false;
  context.drawImage(sheet.image, 0, atPx, widthPx, highPx, x + leftPx, topPx, widthPx, heightPx);
  context.imageSmoothingEnabled = smooth;
}

/** Pictures below one another, as many as a sheet takes: as wide as the boxes in CSS pixels, as high in pixels of the screen. */
function sheetOf(wanted: readonly Wanted[], scale: number): Map<readonly BandPart[], Strip | null> {
  const out = new Map<readonly BandPart[], Strip | null>();
  const places: (Omit<Strip, "sheet"> & Wanted)[] = [];
  let [widthPx, heightPx, boxes] = [1, 0, 0];
  for (const one of wanted) {
    const box = boundsOf(one.parts, one.dir);
    if (box === null) {
      out.set(one.parts, null);
      continue;
    }
    const highPx = Math.ceil(box.heightPx * scale);
    boxes += one.parts.reduce((sum, part) => sum + part.boxes.length / 4, 0);
    const isFull = boxes > MOST_BOXES || heightPx + highPx > MOST_HIGH_PX;
    if (isFull && places.length > 0) break;
    places.push({ ...box, ...one, heightPx: highPx / scale, atPx: heightPx, highPx });
    heightPx += highPx;
    widthPx = Math.max(widthPx, box.widthPx);
  }
  const image = places.length === 0 ? null : imageOf(places, { widthPx, heightPx, scale });
  if (image === null) return out;
  const sheet = { image, left: places.length };
  for (const { parts, dir: _, color: __, ...place } of places) out.set(parts, { ...place, sheet });
  return out;
}

function imageOf(
  places: readonly (Omit<Strip, "sheet"> & Wanted)[],
  size: { readonly widthPx: number; readonly heightPx: number; readonly scale: number },
): ImageBitmap | null {
  const { scale } = size;
  const canvas = new OffscreenCanvas(size.widthPx, size.heightPx);
  const context = canvas.getContext("2d");
  if (context === null) return null;
  for (const { parts, dir, color, leftPx, topPx, atPx } of places) {
    context.setTransform(1, 0, 0, scale, -leftPx, atPx - topPx * scale);
    drawBoxes(context, { parts, x: 0, dir }, color);
  }
  return canvas.transferToImageBitmap();
}

type Place = Pick<Strip, "leftPx" | "topPx" | "widthPx" | "heightPx">;

/** Whole pixels around all boxes; null without any. */
function boundsOf(parts: readonly BandPart[], dir: 1 | -1): Place | null {
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
