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

/** Size of a thumb: that of a finger's target. */
const THUMB_PX = 24;

/** Makes both sliders. `set` gets the whole new window; `text` writes an instant in words. */
export function createBrushSliders(tools: {
  readonly labels: readonly [start: string, end: string];
  readonly rtl: () => boolean;
  /** Whose days the keys step by. */
  readonly calendar: () => AxisCalendar;
  readonly text: (ms: number) => string;
  readonly set: (span: TimeSpan) => void;
  /** False when nothing is brushed. */
  readonly undo: () => boolean;
}): BrushSliders {
  let box: OverviewBox | null = null;
  let upright = false;
  const move = (which: 0 | 1, event: KeyboardEvent): void => {
    if (box === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") {
      // Where there is nothing to undo the key is the page's.
      if (tools.undo()) {
        event.preventDefault();
        event.stopPropagation();
      }
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
      upright = isUpright(scene);
      elements.forEach((element, which) => {
        // A translation asks for no layout.
        setStyle(element, { translate: thumbAt(overview, scene, { which, rtl: tools.rtl() }) });
        if (upright) element.setAttribute("aria-orientation", "vertical");
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

/** Where a thumb stands: outside of the brush, so that the two never cover each other however narrow it is. */
function thumbAt(
  { brushPx, xPx, yPx, widthPx }: OverviewBox,
  scene: TimelineScene,
  { which, rtl }: { readonly which: number; readonly rtl: boolean },
): string {
  const isDown = isUpright(scene);
  const endPx = brushPx[which] as number;
  const isBefore = (which === 0) !== (rtl && !isDown);
  const mostPx = (isDown ? scene.heightPx : scene.widthPx) - THUMB_PX;
  const atPx = Math.min(Math.max(isBefore ? endPx - THUMB_PX : endPx, 0), mostPx);
  return isDown ? `${xPx + (widthPx - THUMB_PX) / 2}px ${atPx}px` : `${atPx}px ${yPx + 12}px`;
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
