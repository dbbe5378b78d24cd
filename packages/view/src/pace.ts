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
  let isAsked = false;
  const begin = () => {
    isAsked = false;
    timer = setTimeout(end, apartMs);
    run();
  };
  const end = () => {
    timer = null;
    if (isAsked) begin();
  };
  return {
    ask() {
      isAsked = true;
      if (timer === null) begin();
    },
    cancel() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      isAsked = false;
    },
  };
}
