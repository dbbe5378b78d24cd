import { afterTurn, nowMs, SLICE_MS } from "./turn.ts";

/**
 * A pause for loops that wait: lets frames and input come when a slice of time is used up, and answers at once otherwise.
 * Also for loops whose awaited things may all be there already: then nothing else would run between them.
 */
export function createPause(): () => Promise<void> {
  let sinceMs = nowMs();
  return async () => {
    if (nowMs() - sinceMs < SLICE_MS) return;
    await new Promise<void>((resolve) => afterTurn(resolve));
    sinceMs = nowMs();
  };
}
