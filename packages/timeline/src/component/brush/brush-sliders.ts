import { h, setStyle } from "@whenwhere/view";
import type { AxisCalendar } from "../../scene/axis/axis-calendar.ts";
import { type CalendarStep, stepAtLeast, stepMs } from "../../scene/axis/calendar.ts";
import type { OverviewBox, TimelineScene, TimeSpan } from "../../scene/types.ts";
import { isUpright } from "../picture/orient.ts";

/** The two ends of the brush as ARIA sliders (WAI-ARIA multi-thumb pattern). */
export interface BrushSliders {
  readonly elements: readonly [start: HTMLElement, end: HTMLElement];
  /** Puts both where the ends of the brush are, in the frame that draws them. */
  place(overview: OverviewBox, scene: TimelineScene): void;
  /** Says both values, once they rest. */
  say(overview: OverviewBox): void;
}

const KEYS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

/** Makes both sliders. `set` gets the whole new window; `text` writes an instant in words. */
export function createBrushSliders(tools: {
  readonly labels: readonly [start: string, end: string];
  readonly rtl: () => boolean;
  /** Whose days the keys step by. */
  readonly calendar: () => AxisCalendar;
  readonly text: (ms: number) => string;
  readonly set: (span: TimeSpan) => void;
  readonly undo: () => void;
}): BrushSliders {
  let box: OverviewBox | null = null;
  let upright = false;
  const move = (which: 0 | 1, event: KeyboardEvent): void => {
    if (box === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") {
      tools.undo();
      return;
    }
    const next = nextValue(box, which, { key: event.key, rtl: tools.rtl(), upright, calendar: tools.calendar() });
    if (next === null) return;
    event.preventDefault();
    const [startMs, endMs] = box.brushMs;
    tools.set(which === 0 ? { startMs: next, endMs } : { startMs, endMs: next });
  };
  const make = (which: 0 | 1): HTMLElement =>
    h("div", {
      class: "ww-tl-slider",
      role: "slider",
      tabindex: 0,
      "aria-label": tools.labels[which],
      onkeydown: (event: KeyboardEvent) => move(which, event),
    });
  const elements = [make(0), make(1)] as const;
  return {
    elements,
    place(overview, scene) {
      box = overview;
      const isDown = isUpright(scene);
      upright = isDown;
      elements.forEach((element, which) => {
        const xPx = overview.brushPx[which] as number;
        // The thumbs lie outside of the brush, so that they never cover each other however narrow it is.
        const outward = (which === 0) !== (tools.rtl() && !isDown) ? -1 : 1;
        const leftPx = outward < 0 ? xPx - 24 : xPx;
        const atPx = Math.min(Math.max(leftPx, 0), (isDown ? scene.heightPx : scene.widthPx) - 24);
        const acrossPx = isDown ? overview.xPx + (overview.widthPx - 24) / 2 : overview.yPx + 12;
        // A translation asks for no layout.
        setStyle(element, { translate: isDown ? `${acrossPx}px ${atPx}px` : `${atPx}px ${acrossPx}px` });
        if (isDown) element.setAttribute("aria-orientation", "vertical");
        else element.removeAttribute("aria-orientation");
      });
    },
    say(overview) {
      elements.forEach((element, which) => {
        const valueMs = overview.brushMs[which] as number;
        element.setAttribute("aria-valuemin", String(Math.min(overview.startMs, valueMs)));
        element.setAttribute("aria-valuemax", String(Math.max(overview.endMs, valueMs)));
        element.setAttribute("aria-valuenow", String(valueMs));
        element.setAttribute("aria-valuetext", tools.text(which === 1 ? valueMs - 1 : valueMs));
      });
    },
  };
}

function nextValue(
  box: OverviewBox,
  which: 0 | 1,
  press: {
    readonly key: string;
    readonly rtl: boolean;
    readonly upright: boolean;
    readonly calendar: AxisCalendar;
  },
): number | null {
  const [startMs, endMs] = box.brushMs;
  const valueMs = which === 0 ? startMs : endMs;
  // The brush shows calendar steps of about a two-hundredth of the strip.
  const step = stepAtLeast((box.endMs - box.startMs) / 200);
  const leastMs = Math.min(stepMs(step), endMs - startMs);
  const low = which === 0 ? box.startMs : startMs + leastMs;
  const high = which === 0 ? endMs - leastMs : box.endMs;
  if (press.key === "Home") return low;
  if (press.key === "End") return high;
  const count = KEYS[press.key];
  if (count === undefined) return null;
  const sideways = press.key === "ArrowLeft" || press.key === "ArrowRight";
  // A thumb goes where its arrow points.
  const isBack = sideways ? press.rtl : press.upright;
  const moved = stepBy(valueMs, { step, calendar: press.calendar }, isBack ? -count : count);
  return Math.min(Math.max(moved, low), high);
}

/** Moves to the next boundaries of the calendar, so that a window ends on whole units. */
function stepBy(
  ms: number,
  by: { readonly step: CalendarStep; readonly calendar: AxisCalendar },
  count: number,
): number {
  const { step } = by;
  const { floorTo, nextAfter } = by.calendar;
  let at = floorTo(ms, step);
  if (count < 0 && at < ms) at = nextAfter(at, step);
  for (let i = 0; i < Math.abs(count); i++) at = count > 0 ? nextAfter(at, step) : floorTo(at - 1, step);
  return at;
}
