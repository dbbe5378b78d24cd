import { inTurns, type Steps } from "@whenwhere/model";
import type { FrameScheduler } from "@whenwhere/view";
import type { TimelineScene, TimeSpan } from "../../scene/types.ts";

/** Gets ready, between frames, what the next frames of a pan or a zoom will ask for. */
export interface LookAhead {
  /** A scene was painted; what was under way for the one before ends. */
  look(scene: TimelineScene): void;
  stop(): void;
}

/** Short enough that a frame that comes is not late for it. */
const SLICE_MS = 2;

/** `ahead` says what there is to get ready for a scene, and for the view before it; null = nothing. */
export function createLookAhead(tools: {
  readonly frames: Pick<FrameScheduler, "requestAfter">;
  readonly ahead: (scene: TimelineScene, before: TimeSpan | null) => Steps<void> | null;
}): LookAhead {
  let before: TimeSpan | null = null;
  let now: TimeSpan | null = null;
  let steps: Steps<void> | null = null;
  let undo: (() => void) | null = null;
  const stop = (): void => {
    undo?.();
    undo = null;
    steps = null;
  };
  const begin = (): void => {
    if (steps !== null) undo = inTurns(steps, stop, { sliceMs: SLICE_MS });
  };
  return {
    look(scene) {
      stop();
      const { startMs, endMs } = scene.view;
      // A hover or a filter moves nothing.
      if (now?.startMs !== startMs || now.endMs !== endMs) {
        before = now;
        now = scene.view;
      }
      steps = tools.ahead(scene, before);
      // The first picture comes before all else; later ones are painted in a frame, and there is time behind it.
      if (before === null) tools.frames.requestAfter(begin);
      else begin();
    },
    stop,
  };
}
