/** Browsers stop counting pixels somewhere above 17 million; beyond this the scroll bar is a scale, not a ruler. */
const TALLEST_PX = 12_000_000;

/** Which lines of a long list are to be drawn, and where. */
export interface VirtualWindow {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
  /** Height of the scrolled content. */
  readonly heightPx: number;
  /** Top of the line `first`, in the scrolled content. */
  readonly topPx: number;
}

/** Shape of a list of equally high lines. */
export interface VirtualShape {
  readonly count: number;
  readonly lineHeightPx: number;
  readonly viewHeightPx: number;
}

function scaleOf(shape: VirtualShape): number {
  const { count, lineHeightPx, viewHeightPx } = shape;
  const fullPx = count * lineHeightPx;
  if (fullPx <= TALLEST_PX) return 1;
  return (fullPx - viewHeightPx) / (TALLEST_PX - viewHeightPx);
}

/** The furthest scroll position: where a list has become shorter, its page goes back to it. */
export function lastScrollTop({ count, lineHeightPx, viewHeightPx }: VirtualShape): number {
  return Math.max(0, Math.min(count * lineHeightPx, TALLEST_PX) - viewHeightPx);
}

/** Lines beyond each side of the view that are drawn too. */
const EXTRA_LINES = 6;

/** The lines to draw at a scroll position, with a few more on both sides. */
export function virtualWindow(shape: VirtualShape, scrollTopPx: number): VirtualWindow {
  const { count, lineHeightPx, viewHeightPx } = shape;
  const topOfViewPx = scrollTopPx * scaleOf(shape);
  const first = Math.max(0, Math.min(count, Math.floor(topOfViewPx / lineHeightPx) - EXTRA_LINES));
  const end = Math.min(count, Math.ceil((topOfViewPx + viewHeightPx) / lineHeightPx) + EXTRA_LINES);
  return {
    first,
    end: Math.max(first, end),
    heightPx: Math.min(count * lineHeightPx, TALLEST_PX),
    topPx: scrollTopPx + first * lineHeightPx - topOfViewPx,
  };
}

/**
 * The nearest scroll position at which a line is wholly seen; `coverPx` of the view are covered at its top. A line is at the top
 * of the view then, not a part of one.
 */
export function scrollTo(
  shape: VirtualShape,
  scrollTopPx: number,
  options: { index: number; coverPx: number },
): number {
  const { lineHeightPx, viewHeightPx } = shape;
  const scale = scaleOf(shape);
  const topPx = options.index * lineHeightPx;
  const fromPx = scrollTopPx * scale;
  const visiblePx = viewHeightPx - options.coverPx;
  if (topPx < fromPx) return topPx / scale;
  const wholeLines = Math.max(1, Math.floor(visiblePx / lineHeightPx));
  if (topPx + lineHeightPx > fromPx + visiblePx) return (topPx - (wholeLines - 1) * lineHeightPx) / scale;
  return scrollTopPx;
}
