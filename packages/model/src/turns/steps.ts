/**
 * Work that may pause: at each `yield` others may have their turn. One and the same code is done at once where nobody waits,
 * and a slice at a time on a page.
 */
export type Steps<T> = Generator<undefined, T, void>;

/** Rows between two pauses: about a millisecond. */
export const ROWS_A_STEP = 16_384;

/** Does all of it now. */
export function finishSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Calls back for every number below `length`, with pauses. */
export function* stepsOver(length: number, callback: (at: number) => void): Steps<void> {
  for (let from = 0; from < length; from += ROWS_A_STEP) {
    const to = Math.min(length, from + ROWS_A_STEP);
    for (let at = from; at < to; at++) callback(at);
    yield;
  }
}
