/** Time after which work lets others have the thread, in milliseconds: well under the 50 that a finger feels. */
const SLICE_MS = 12;

interface Platform {
  readonly performance: { now(): number };
  setTimeout(callback: () => void, delayMs: number): unknown;
  setImmediate?(callback: () => void): unknown;
  readonly MessageChannel?: new () => {
    readonly port1: { onmessage: (() => void) | null; close(): void };
    readonly port2: { postMessage(message: null): void };
  };
}

/** Lets the thread go when it has been held for a while; otherwise answers at once. */
export function createPause(): () => Promise<void> {
  const platform = globalThis as unknown as Platform;
  let sinceMs = platform.performance.now();
  return async () => {
    if (platform.performance.now() - sinceMs < SLICE_MS) return;
    await turn(platform);
    sinceMs = platform.performance.now();
  };
}

/** Waits for one turn of the event loop, by the way that costs least: browsers hold repeated timers back. */
function turn(platform: Platform): Promise<void> {
  return new Promise((resolve) => {
    if (platform.setImmediate !== undefined) {
      platform.setImmediate(resolve);
      return;
    }
    const { MessageChannel } = platform;
    if (MessageChannel === undefined) {
      platform.setTimeout(resolve, 0);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
