/** Runs something at once, and then so often at most, however often it is asked for. */
export interface Pace {
  /** Asks for it: now where the last time is long enough ago, else at the end of that while, once for all who asked. */
  ask(): void;
  /** Forgets what waits. */
  cancel(): void;
}

/** Default: nobody reads a number that is another one sooner. */
const APART_MS = 100;

/** Made and cancelled by its owner. Law: behind the last asking `run` runs once more, or at once, so that the last state is always met. */
export function createPace(run: () => void, apartMs = APART_MS): Pace {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let ranAtMs = Number.NEGATIVE_INFINITY;
  const runNow = () => {
    timer = null;
    ranAtMs = performance.now();
    run();
  };
  return {
    ask() {
      if (timer !== null) return;
      const leftMs = ranAtMs + apartMs - performance.now();
      // Whoever asks seldom needs no timer.
      if (leftMs > 0) timer = setTimeout(runNow, leftMs);
      else runNow();
    },
    cancel() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      ranAtMs = Number.NEGATIVE_INFINITY;
    },
  };
}
