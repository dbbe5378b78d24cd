/** Time that work may take before others have their turn, in milliseconds: half a frame, so that the frame still comes. */
export const SLICE_MS = 8;

interface Platform {
  readonly performance: { now(): number };
  setTimeout(callback: () => void, delayMs: number): unknown;
  setImmediate?(callback: () => void): unknown;
  readonly MessageChannel?: new () => {
    readonly port1: { onmessage: (() => void) | null; close(): void };
    readonly port2: { postMessage(message: null): void };
  };
}

const platform = () => globalThis as unknown as Platform;

/** How long work that is put off is not asked about, in milliseconds: short beside a pause of a hand. */
const WAIT_MS = 50;

/** Calls back later, for work that has to wait. */
export function afterWait(callback: () => void): void {
  platform().setTimeout(callback, WAIT_MS);
}

/** Time of the thread's own clock, in milliseconds. */
export const nowMs = (): number => platform().performance.now();

/**
 * Calls back after one turn of the event loop, by the way that costs least: browsers hold repeated timers back, and those of
 * a page in the background longest.
 */
export function afterTurn(callback: () => void): void {
  const { MessageChannel, setImmediate, setTimeout } = platform();
  if (setImmediate !== undefined) {
    setImmediate(callback);
    return;
  }
  if (MessageChannel === undefined) {
    setTimeout(callback, 0);
    return;
  }
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    // An open port would keep its worker from ending.
    port1.close();
    callback();
  };
  port2.postMessage(null);
}
