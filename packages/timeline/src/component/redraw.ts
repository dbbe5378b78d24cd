import { createAtRest, type FrameScheduler } from "@whenwhere/view";
import { showWords } from "./chrome.ts";
import type { TimelineCore } from "./core.ts";
import { paint, render } from "./picture/render.ts";

/** When a timeline draws, and when it writes what stands beside the drawing. */
export interface Redraw extends Pick<TimelineCore, "request" | "requestMove" | "requestWindow" | "rest"> {
  /** Paints the same scene again in the next frame, unless a new one is due. */
  again(): void;
}

/** All of it in the frames of `frames`; `core` is asked for when the first one comes. */
export function createRedraw(frames: FrameScheduler, core: () => TimelineCore): Redraw {
  // A move that comes after another change leaves the words of that change due.
  let isMove = true;
  let isDue = false;
  const draw = (): void => {
    isDue = false;
    // Taken out of the page it has no colors; it is drawn when it comes back, since its size changes then.
    if (!core().root.element.isConnected) return;
    render(core(), isMove ? "at rest" : "now");
    isMove = true;
  };
  const paintAgain = (): void => {
    const { scene } = core();
    if (!isDue && scene !== null) paint(core(), scene);
  };
  const showWordsNow = (): void => {
    const { destroyed, scene, root } = core();
    if (destroyed || scene === null) return;
    showWords(core(), scene);
    // In this task, not in the next frame.
    root.element.getBoundingClientRect();
  };
  const requestMove = (): void => {
    isDue = true;
    frames.request(draw);
  };
  return {
    request() {
      isMove = false;
      requestMove();
    },
    requestMove,
    requestWindow() {
      requestMove();
      frames.requestAfter(showWordsNow);
    },
    rest: createAtRest(showWordsNow),
    again: () => frames.request(paintAgain),
  };
}
