import { afterTurn } from "@whenwhere/model";

/** Runs callbacks in the next animation frame. Created and destroyed by the view that owns it. */
export interface FrameScheduler {
  /** Runs `callback` once in the next frame; asking again before that changes nothing (same function = same request). */
  request(callback: (timeMs: number) => void): void;
  /**
   * Runs `callback` once, in a task of its own behind the next frame: for lists and numbers beside a drawing that must not make
   * its frame long. Asking again before that changes nothing.
   */
  requestAfter(callback: () => void): void;
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
  const behind = new Set<() => void>();
  let isBehind = false;

  const guarded = (callback: () => void): void => {
    try {
      callback();
    } catch (error) {
      reportError(error);
    }
  };
  const next = (): void => {
    const [callback] = behind;
    if (callback !== undefined) {
      behind.delete(callback);
      guarded(callback);
    }
    isBehind = behind.size > 0;
    if (isBehind) afterTurn(next);
  };
  const startBehind = (): void => afterTurn(next);

  const run = (timeMs: number): void => {
    handle = null;
    const callbacks = waiting;
    waiting = new Set();
    for (const callback of callbacks) guarded(() => callback(timeMs));
  };

  const request = (callback: (timeMs: number) => void): void => {
    if (destroyed) return;
    waiting.add(callback);
    handle ??= requestAnimationFrame(run);
  };

  return {
    request,
    requestAfter(callback) {
      if (destroyed) return;
      behind.add(callback);
      if (isBehind) return;
      isBehind = true;
      request(startBehind);
    },
    flush() {
      if (handle !== null) cancelAnimationFrame(handle);
      if (waiting.size > 0) run(performance.now());
      else handle = null;
      const left = [...behind];
      behind.clear();
      for (const callback of left) guarded(callback);
    },
    destroy() {
      destroyed = true;
      if (handle !== null) cancelAnimationFrame(handle);
      handle = null;
      waiting.clear();
      behind.clear();
    },
  };
}
