import type { TextMetrics } from "@whenwhere/view/pure";
import type { AxisTick } from "../types.ts";
import type { AxisFormat } from "./axis-format.ts";
import { type CalendarStep, majorOf, stepAtLeast, stepMs } from "./calendar.ts";
import type { TimeScale } from "./time-scale.ts";

/** Ticks of both lines, grid instants and the step that was chosen. */
export interface AxisTicks {
  readonly step: CalendarStep;
  readonly minor: readonly AxisTick[];
  /** Headings where they stand: the first one is pinned to the inline start. Empty when the first line says the year. */
  readonly major: readonly AxisTick[];
}

const LABEL_PX = 11.5;
const HEADING_PX = 11.5;

/** Chooses the finest step whose labels fit between their ticks, then labels both lines; headings end before `headingEndPx`. */
export function axisTicks(
  scale: TimeScale,
  format: AxisFormat,
  tools: { readonly metrics: TextMetrics; readonly headingEndPx: number },
): AxisTicks {
  const { metrics } = tools;
  let minPx = 22;
  let step = stepAtLeast(minPx / scale.pxPerMs);
  let minor = minorTicks(scale, step, format);
  for (let tries = 0; tries < 12 && !fits(minor, metrics); tries++) {
    minPx = Math.max(minPx, stepMs(step) * scale.pxPerMs) * 1.01;
    step = stepAtLeast(minPx / scale.pxPerMs);
    minor = minorTicks(scale, step, format);
  }
  const major = step.unit === "year" ? [] : majorTicks(scale, majorOf(step), { format, ...tools });
  return { step, minor, major };
}

function minorTicks(scale: TimeScale, step: CalendarStep, format: AxisFormat): AxisTick[] {
  return scale.calendar.boundaries(scale.view.startMs, scale.view.endMs, step).map((ms) => ({
    ms,
    xPx: scale.x(ms),
    label: format.tick(ms, step),
    level: "minor" as const,
  }));
}

function fits(ticks: readonly AxisTick[], metrics: TextMetrics): boolean {
  return ticks.every((tick, i) => {
    const next = ticks[i + 1];
    return next === undefined || tick.xPx + 4 + metrics.width(tick.label, LABEL_PX) + 5 <= next.xPx;
  });
}

function majorTicks(
  scale: TimeScale,
  step: CalendarStep,
  tools: { readonly format: AxisFormat; readonly metrics: TextMetrics; readonly headingEndPx: number },
): AxisTick[] {
  const starts = [scale.calendar.floorTo(scale.view.startMs, step)];
  while (starts.length < 400) {
    const next = scale.calendar.nextAfter(starts[starts.length - 1] as number, step);
    if (!(next < scale.view.endMs)) break;
    starts.push(next);
  }
  const out: AxisTick[] = [];
  let freePx = Number.NEGATIVE_INFINITY;
  starts.forEach((ms, i) => {
    const xPx = Math.max(scale.x(ms), scale.startPx);
    const widthPx = tools.metrics.width(tools.format.heading(ms, step, out.length === 0), HEADING_PX, 600) + 12;
    const next = starts[i + 1];
    const pinned = i === 0 && scale.x(ms) < scale.startPx;
    // A pinned heading gives way to the real boundary that comes right after it.
    if (pinned && next !== undefined && xPx + widthPx > scale.x(next)) return;
    if (xPx < freePx || xPx + widthPx - 12 > tools.headingEndPx) return;
    out.push({ ms, xPx, label: tools.format.heading(ms, step, out.length === 0), level: "major" });
    freePx = xPx + widthPx;
  });
  return out;
}
