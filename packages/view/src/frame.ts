import { afterTurn } from "@whenwhere/model";

/** Runs callbacks in the next animation frame. Created and destroyed by the view that owns it. */
export interface FrameScheduler {
  /** Runs `callback` once in the next frame; asking again before that changes nothing (same function = same request). */
  request(callback: (timeMs: number) => void): void;
  /**
   * Runs `callback` once, in a task of its own behind the next frame: for lists and numbers beside a drawing that must not make
   * its frame long. Asking again before that changes nothing; asking from within it waits for another frame.
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
  /** What is to come behind the next frame, and what stands behind the last one, a turn each. */
  const after = new Set<() => void>();
  const behind = new Set<() => void>();

  const guarded = (callback: () => void): void => {
    try {
      callback();
    } catch (error) {
      reportError(error);
    }
  };
  const next = (): void => {
    const [callback] = behind;
    if (callback === undefined) return;
    behind.delete(callback);
    guarded(callback);
    if (behind.size > 0) afterTurn(next);
  };
  const startBehind = (): void => {
    const isUnderWay = behind.size > 0;
    for (const callback of after) behind.add(callback);
    after.clear();
    if (!isUnderWay) afterTurn(next);
  };

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
      // Whoever has its turn still before it answers this as well. Who has had it waits for a frame: of two pictures in one, one is drawn for nobody.
      if (destroyed || behind.has(callback)) return;
      after.add(callback);
      request(startBehind);
    },
    flush() {
      if (handle !== null) cancelAnimationFrame(handle);
      if (waiting.size > 0) run(performance.now());
      else handle = null;
      const left = new Set([...behind, ...after]);
      behind.clear();
      after.clear();
      for (const callback of left) guarded(callback);
    },
    destroy() {
      destroyed = true;
      if (handle !== null) cancelAnimationFrame(handle);
      handle = null;
      waiting.clear();
      after.clear();
      behind.clear();
    },
  };
}
