/** Time that one slice may take, in milliseconds: half a frame, so that the frame still comes. */
const SLICE_MS = 8;

interface Platform {
  readonly performance: { now(): number };
  setTimeout(callback: () => void, delayMs: number): unknown;
  clearTimeout(timer: unknown): void;
}

/**
 * Takes steps until one says that nothing is left, a slice of a frame at a time, so that nothing waits for it. Returns its
 * own undo.
 */
export function inSlices(step: () => boolean): () => void {
  const platform = globalThis as unknown as Platform;
  let timer: unknown;
  const slice = (): void => {
    const endMs = platform.performance.now() + SLICE_MS;
    while (platform.performance.now() < endMs) if (!step()) return;
    timer = platform.setTimeout(slice, 0);
  };
  timer = platform.setTimeout(slice, 0);
  return () => platform.clearTimeout(timer);
}
