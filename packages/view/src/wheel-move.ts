const PAN_MAX_PX = 120;
/** One notch of a wheel zooms by a third at most, whatever the device sends. */
const ZOOM_PER_PX = 0.01;
const ZOOM_MAX = 0.3;

/** What a turn of the wheel asks for: a zoom by `factor` (< 1 = closer), or a way sideways. */
export type WheelMove = { readonly factor: number } | { readonly panPx: number };

/**
 * Ctrl or Cmd and a trackpad's pinch zoom, Shift and sideways pan; null for a plain wheel, which is the page's. Devices that
 * count in lines or pages, and those that send too much at once, are brought to the same measure.
 */
export function wheelMove(event: WheelEvent): WheelMove | null {
  const unitPx = wheelUnitPx(event);
  if (event.ctrlKey || event.metaKey) {
    // A trackpad's pinch sends many small steps, a wheel one large one.
    return { factor: Math.exp(clamp(event.deltaY * unitPx * ZOOM_PER_PX, ZOOM_MAX)) };
  }
  const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
  if (!isSideways) return null;
  return { panPx: clamp((event.deltaX === 0 ? event.deltaY : event.deltaX) * unitPx, PAN_MAX_PX) };
}

/** Pixels of one unit of a wheel's delta: pixels, lines or pages. */
export function wheelUnitPx({ deltaMode }: WheelEvent): number {
  return deltaMode === 1 ? 16 : deltaMode === 2 ? 400 : 1;
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, -most), most);
}
