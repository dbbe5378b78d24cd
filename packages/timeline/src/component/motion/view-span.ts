import type { TimeSpan } from "../../scene/types.ts";

/** Closest look: two seconds. */
const MIN_SPAN_MS = 2000;

/** Scales a span about an instant, within bounds: never closer than two seconds, never wider than three times all dates. */
export function zoomSpan(
  span: TimeSpan,
  factor: number,
  at: { readonly anchorMs: number; readonly full: TimeSpan },
): TimeSpan {
  const lengthMs = span.endMs - span.startMs;
  const maxMs = Math.max((at.full.endMs - at.full.startMs) * 3, lengthMs);
  const nextMs = Math.min(Math.max(lengthMs * factor, MIN_SPAN_MS), maxMs);
  const share = (at.anchorMs - span.startMs) / lengthMs;
  const startMs = at.anchorMs - share * nextMs;
  return { startMs, endMs: startMs + nextMs };
}

/** Moves a span; its middle stays among the dates. */
export function panSpan(span: TimeSpan, byMs: number, full: TimeSpan): TimeSpan {
  const lengthMs = span.endMs - span.startMs;
  const middle = (span.startMs + span.endMs) / 2 + byMs;
  const kept = Math.min(Math.max(middle, full.startMs), full.endMs);
  return { startMs: kept - lengthMs / 2, endMs: kept + lengthMs / 2 };
}
