/** Runs something once nothing has asked for it for a while. */
export interface AtRest {
  /** Asks for it; what was asked before waits anew. */
  later(): void;
  /** Forgets what waits. */
  cancel(): void;
}

/** Default: long enough that the frames of a pan follow each other within it, short enough that nobody waits for the words. */
const REST_MS = 120;

/** Made and cancelled by its owner. */
export function createAtRest(run: () => void, restMs = REST_MS): AtRest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    later() {
      clearTimeout(timer);
      timer = setTimeout(run, restMs);
    },
    cancel: () => clearTimeout(timer),
  };
}
