import { turnTaker } from "@whenwhere/store";
import type { Steps } from "../scene/index.ts";

/**
 * Does steps in slices of half a frame, so that frames and input come between them, and calls back with the result. Whoever
 * cannot wait may finish the same steps himself: then nothing is called back. Returns its undo.
 */
export function inTurns<T>(steps: Steps<T>, done: (result: T) => void): () => void {
  let stopped = false;
  const run = async () => {
    const turn = turnTaker();
    for (;;) {
      await turn();
      if (stopped) return;
      const step = steps.next();
      if (step.done !== true) continue;
      stopped = true;
      return done(step.value);
    }
  };
  run().catch(reportError);
  return () => {
    stopped = true;
  };
}
