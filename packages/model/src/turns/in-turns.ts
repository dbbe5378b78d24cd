import { type OptionForm, refuseOptions } from "../refuse-options.ts";
import type { Steps } from "./steps.ts";
import { afterTurn, afterWait, nowMs, SLICE_MS } from "./turn.ts";

/** When work in turns begins. */
export interface TurnsOptions {
  /** The first slice is done before the call returns, so that what is short is done at once. Default false. */
  readonly startsNow?: boolean;
  /** How long a slice may take, in milliseconds. Default half a frame; less for work that nobody waits for yet. */
  readonly sliceMs?: number;
  /** Asked before each slice: the work is put off as long as it says so, as while a hand moves what is drawn. Default never. */
  readonly waits?: () => boolean;
}

const FORM: OptionForm<TurnsOptions> = { startsNow: [true, false], sliceMs: "any", waits: "any" };

/**
 * Does steps in slices of half a frame, so that frames and input come between them, and calls back with the result. Whoever
 * cannot wait may finish the same steps himself, after the undo: then nothing is called back. Returns its undo.
 * @throws WhenWhereError `turns/option-unknown`.
 */
export function inTurns<T>(steps: Steps<T>, done: (result: T) => void, options: TurnsOptions = {}): () => void {
  refuseOptions(options, FORM, { code: "turns", name: "inTurns" });
  const { startsNow = false, sliceMs = SLICE_MS } = options;
  let isStopped = false;
  const slice = () => {
    if (isStopped) return;
    if (options.waits?.() === true) {
      afterWait(slice);
      return;
    }
    const endMs = nowMs() + sliceMs;
    do {
      const step = steps.next();
      if (step.done !== true) continue;
      isStopped = true;
      done(step.value);
      return;
    } while (nowMs() < endMs);
    afterTurn(slice);
  };
  if (startsNow) slice();
  else afterTurn(slice);
  return () => {
    isStopped = true;
  };
}
