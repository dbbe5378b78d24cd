import { type MapLook, type PaintOp, paintOnCanvas } from "../../draw/index.ts";
import type { MapViewport } from "../../scene/index.ts";

/** The canvas that records and names are painted on. */
export interface RecordsCanvas {
  /** Paints strokes over an empty ground; nothing where the same ones are there already. */
  paint(viewport: MapViewport, ops: readonly PaintOp[], look: Pick<MapLook, "theme" | "styles">): void;
}

/** Device pixels of a screen; more than three a CSS pixel cannot be seen and costs memory. */
export function deviceScale(): number {
  return Math.min(3, Math.max(1, devicePixelRatio));
}

/** Makes it. Points on the graphics processor leave it as it is while their window moves. */
export function createRecordsCanvas(canvas: HTMLCanvasElement): RecordsCanvas {
  let painted: { readonly ops: readonly PaintOp[]; readonly look: Pick<MapLook, "theme" | "styles"> } | null = null;
  return {
    paint({ widthPx, heightPx }, ops, look) {
      const scale = deviceScale();
      const width = Math.round(widthPx * scale);
      const height = Math.round(heightPx * scale);
      const isSized = canvas.width === width && canvas.height === height;
      if (isSized && painted !== null && isSame(painted.look, look) && isSameList(painted.ops, ops)) return;
      painted = { ops, look };
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      // Hatches and clips are many small paths: drawn by the processor they take a twentieth of what a software GPU needs.
      const context = canvas.getContext("2d", { willReadFrequently: true });
      if (context === null) return;
      context.clearRect(0, 0, width, height);
      paintOnCanvas(context, ops, { ...look, pixelRatio: scale });
    },
  };
}

function isSame(one: Pick<MapLook, "theme" | "styles">, other: Pick<MapLook, "theme" | "styles">): boolean {
  return one.theme === other.theme && one.styles === other.styles;
}

function isSameList(one: readonly PaintOp[], other: readonly PaintOp[]): boolean {
  return one.length === other.length && one.every((op, i) => op === other[i]);
}
