/** Paints many columns at once: as one picture in place of hundreds of rectangles. */
export interface StripPainter {
  /** Begins a frame: pictures of the last one may be written over. */
  begin(): void;
  /** False when the columns are few or do not stand on whole pixels: then they are drawn one by one. */
  paint(
    context: Pick<CanvasRenderingContext2D, "drawImage" | "imageSmoothingEnabled" | "globalAlpha">,
    columns: { readonly boxes: Float32Array; readonly color: string; readonly alpha: number },
    scale: number,
  ): boolean;
}

/** Fewer are cheaper as rectangles. */
const LEAST_COLUMNS = 48;

interface Bounds {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * Where no graphics processor helps, a thousand rectangles cost a browser a tenth of a second, and a picture of a lane almost
 * nothing. The pictures are as wide as the columns in CSS pixels and as high in pixels of the screen; what covers a pixel in
 * part has its share of the ink, as with rectangles.
 */
export function createStripPainter(): StripPainter {
  const sheets: CanvasRenderingContext2D[] = [];
  const inks = new Map<string, number>();
  let used = 0;
  const sheet = (width: number, height: number): CanvasRenderingContext2D | null => {
    const known = sheets[used];
    const context = known ?? document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    if (context === null) return null;
    if (known === undefined) sheets.push(context);
    used++;
    if (context.canvas.width !== width) context.canvas.width = width;
    if (context.canvas.height !== height) context.canvas.height = height;
    return context;
  };
  const inkOf = (color: string): number => {
    const known = inks.get(color);
    if (known !== undefined) return known;
    const probe = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    if (probe === null) return 0;
    probe.fillStyle = color;
    probe.fillRect(0, 0, 1, 1);
    const ink = new Uint32Array(probe.getImageData(0, 0, 1, 1).data.buffer)[0] as number;
    inks.set(color, ink);
    return ink;
  };
  return {
    begin() {
      used = 0;
    },
    paint(context, { boxes, color, alpha }, scale) {
      if (boxes.length < 4 * LEAST_COLUMNS) return false;
      const bounds = boundsOf(boxes);
      const ink = inkOf(color);
      if (bounds === null || ink >>> 24 !== 255) return false;
      const height = Math.ceil(bounds.heightPx * scale);
      const target = sheet(bounds.widthPx, height);
      if (target === null) return false;
      const image = target.createImageData(bounds.widthPx, height);
      fill(new Uint32Array(image.data.buffer), { boxes, bounds, scale, ink });
      target.putImageData(image, 0, 0);
      const smooth = context.imageSmoothingEnabled;
      context.imageSmoothingEnabled = false;
      context.globalAlpha = alpha;
      context.drawImage(target.canvas, bounds.leftPx, bounds.topPx, bounds.widthPx, height / scale);
      context.globalAlpha = 1;
      context.imageSmoothingEnabled = smooth;
      return true;
    },
  };
}

/** Whole pixels around all columns; null without any, or where one begins or ends between pixels. */
function boundsOf(boxes: Float32Array): Bounds | null {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < boxes.length; i += 4) {
    const [x, y, w, h] = [boxes[i], boxes[i + 1], boxes[i + 2], boxes[i + 3]] as [number, number, number, number];
    if (!(w > 0 && h > 0)) continue;
    if (x !== Math.round(x) || w !== Math.round(w)) return null;
    left = Math.min(left, x);
    right = Math.max(right, x + w);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + h);
  }
  if (!(right > left && bottom > top)) return null;
  const topPx = Math.floor(top);
  return { leftPx: left, topPx, widthPx: right - left, heightPx: Math.ceil(bottom) - topPx };
}

function fill(
  pixels: Uint32Array,
  strip: {
    readonly boxes: Float32Array;
    readonly bounds: Bounds;
    readonly scale: number;
    /** Alpha, blue, green, red. */
    readonly ink: number;
  },
): void {
  const { boxes, bounds, scale, ink } = strip;
  const bare = ink & 0xffffff;
  const width = bounds.widthPx;
  for (let i = 0; i < boxes.length; i += 4) {
    const from = (boxes[i] as number) - bounds.leftPx;
    const to = from + (boxes[i + 2] as number);
    const top = ((boxes[i + 1] as number) - bounds.topPx) * scale;
    const bottom = top + (boxes[i + 3] as number) * scale;
    for (let y = Math.floor(top); y < bottom; y++) {
      const share = Math.min(y + 1, bottom) - Math.max(y, top);
      const color = share > 0.999 ? ink : (bare | (Math.round(share * 255) << 24)) >>> 0;
      pixels.fill(color, y * width + from, y * width + to);
    }
  }
}
