import { type FrameScheduler, prefersStill } from "@whenwhere/view";
import type { TimeSpan } from "../../scene/types.ts";

/** The drawn view on its way to the view of the store, which is there already: linked views never wait for it. */
export interface Glide {
  /** What is drawn now; null = the view of the store. */
  readonly at: TimeSpan | null;
  /** Where it goes; null when it stands still. */
  readonly to: TimeSpan | null;
  start(from: TimeSpan, to: TimeSpan): void;
  stop(): void;
}

/** How long a view takes to settle. */
const SETTLE_MS = 180;
/** Wider steps than this are not drawn in between: all that passes by is a blur. */
const MOST_FACTOR = 1e5;

/**
 * Moves a view in frames of `frames`; `draw` is asked for after each step. The length changes by equal factors and the middle
 * with it, so that a zoom seems even. Where the reader asks for less motion there is none.
 */
export function createGlide(tools: { readonly frames: FrameScheduler; readonly draw: () => void }): Glide {
  let at: TimeSpan | null = null;
  let leg: { readonly from: TimeSpan; readonly to: TimeSpan; startedMs: number | null } | null = null;
  const stop = (): void => {
    at = null;
    leg = null;
  };
  const step = (timeMs: number): void => {
    if (leg === null) return;
    leg.startedMs ??= timeMs;
    const share = (timeMs - leg.startedMs) / SETTLE_MS;
    if (share >= 1) stop();
    else {
      at = between(leg.from, leg.to, 1 - (1 - Math.max(share, 0)) ** 3);
      tools.frames.request(step);
    }
    tools.draw();
  };
  return {
    get at() {
      return at;
    },
    get to() {
      return leg === null ? null : leg.to;
    },
    start(from, to) {
      stop();
      const factor = (to.endMs - to.startMs) / (from.endMs - from.startMs);
      if (prefersStill() || !(factor < MOST_FACTOR && factor > 1 / MOST_FACTOR)) return;
      if (from.startMs === to.startMs && factor === 1) return;
      at = from;
      leg = { from, to, startedMs: null };
      tools.frames.request(step);
    },
    stop,
  };
}

/** A zoom keeps the instant in place that both spans have at the same share; a pan has none, and goes straight. */
function between(from: TimeSpan, to: TimeSpan, share: number): TimeSpan {
  const [a, b] = [from.endMs - from.startMs, to.endMs - to.startMs];
  const lengthMs = a * (b / a) ** share;
  const moved = Math.abs(b / a - 1) < 1e-6 ? share : (lengthMs - a) / (b - a);
  const startMs = from.startMs + (to.startMs - from.startMs) * moved;
  return { startMs, endMs: startMs + lengthMs };
}
