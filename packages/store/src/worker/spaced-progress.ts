import type { LoadProgress } from "@whenwhere/model";

/** A bar that moves more often than this is not seen to do so. */
const SPACE_MS = 50;

interface Clock {
  readonly performance: { now(): number };
  setTimeout(callback: () => void, delayMs: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** Tells of progress. */
export interface SpacedProgress {
  tell(progress: LoadProgress): void;
  /** Tells what has not been told. */
  end(): void;
}

/**
 * Progress at most every 50 ms, and what came last always: a large file has thousands of chunks, and each message would be a task
 * of the page.
 */
export function spacedProgress(listener: (progress: LoadProgress) => void): SpacedProgress {
  const clock = globalThis as unknown as Clock;
  let last: LoadProgress | null = null;
  let toldMs = Number.NEGATIVE_INFINITY;
  let timer: unknown = null;
  const flush = (): void => {
    if (timer !== null) clock.clearTimeout(timer);
    timer = null;
    if (last === null) return;
    toldMs = clock.performance.now();
    listener(last);
    last = null;
  };
  return {
    tell(progress) {
      last = progress;
      const isWhole = progress.totalBytes !== null && progress.loadedBytes >= progress.totalBytes;
      const waitMs = isWhole ? 0 : toldMs + SPACE_MS - clock.performance.now();
      if (waitMs <= 0) flush();
      else timer ??= clock.setTimeout(flush, waitMs);
    },
    end: flush,
  };
}
