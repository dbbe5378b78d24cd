/** Runs callbacks in the next animation frame. Created and destroyed by the view that owns it. */
export interface FrameScheduler {
  /** Runs `callback` once in the next frame; asking again before that changes nothing (same function = same request). */
  request(callback: (timeMs: number) => void): void;
  /** Runs what waits now, as before an export or in a test. */
  flush(): void;
  /** Forgets what waits; later requests do nothing. */
  destroy(): void;
}

/**
 * The only place of the library that asks for animation frames.
 * A callback that throws is reported to the page and does not stop the others; what is requested
 * while a frame runs waits for the next one.
 */
export function createFrameScheduler(): FrameScheduler {
  let waiting = new Set<(timeMs: number) => void>();
  let handle: number | null = null;
  let destroyed = false;

  const run = (timeMs: number): void => {
    handle = null;
    const callbacks = waiting;
    waiting = new Set();
    for (const callback of callbacks) {
      try {
        callback(timeMs);
      } catch (error) {
        reportError(error);
      }
    }
  };

  return {
    request(callback) {
      if (destroyed) return;
      waiting.add(callback);
      handle ??= requestAnimationFrame(run);
    },
    flush() {
      if (handle !== null) cancelAnimationFrame(handle);
      if (waiting.size > 0) run(performance.now());
      else handle = null;
    },
    destroy() {
      destroyed = true;
      if (handle !== null) cancelAnimationFrame(handle);
      handle = null;
      waiting.clear();
    },
  };
}
