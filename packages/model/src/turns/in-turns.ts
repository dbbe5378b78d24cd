import type { Steps } from "./steps.ts";
import { afterTurn, nowMs, SLICE_MS } from "./turn.ts";

/** When work in turns begins. */
export interface TurnsOptions {
  /** The first slice is done before the call returns, so that what is short is done at once. Default false. */
  readonly startsNow?: boolean;
}

/**
 * Does steps in slices of half a frame, so that frames and input come between them, and calls back with the result. Whoever
 * cannot wait may finish the same steps himself, after the undo: then nothing is called back. Returns its undo.
 */
export function inTurns<T>(steps: Steps<T>, done: (result: T) => void, options: TurnsOptions = {}): () => void {
  let isStopped = false;
  const slice = () => {
    if (isStopped) return;
    const endMs = nowMs() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done !== true) continue;
      isStopped = true;
      done(step.value);
      return;
    } while (nowMs() < endMs);
    afterTurn(slice);
  };
  if (options.startsNow === true) slice();
  else afterTurn(slice);
  return () => {
    isStopped = true;
  };
}
