/** Time that work may take before others have their turn, in milliseconds: half a frame, so that the frame still comes. */
export const SLICE_MS = 8;

type Channel = new () => {
  readonly port1: { onmessage: (() => void) | null; close(): void };
  readonly port2: { postMessage(message: null): void };
};

interface Platform {
  readonly performance: { now(): number };
  setTimeout(callback: () => void, delayMs: number): unknown;
  setImmediate?(callback: () => void): unknown;
  readonly MessageChannel?: Channel;
  /** Of a page. */
  readonly document?: object;
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

type Turns = (callback: () => void) => void;

/** A page's own channel, kept as long as the page: one made for each turn costs more than the rest of the way. */
let turnsOfPage: Turns | null = null;

/**
 * Calls back after one turn of the event loop, by the way that costs least: browsers hold repeated timers back, and those of
 * a page in the background longest. Turns come in the order in which they were asked for.
 */
export function afterTurn(callback: () => void): void {
  const { MessageChannel, document, setImmediate, setTimeout } = platform();
  if (setImmediate !== undefined) setImmediate(callback);
  else if (MessageChannel === undefined) setTimeout(callback, 0);
  else if (document === undefined) turnOfWorker(MessageChannel, callback);
  else {
    turnsOfPage ??= turnsBy(MessageChannel);
    turnsOfPage(callback);
  }
}

function turnsBy(MessageChannel: Channel): Turns {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return (callback) => {
    waiting.push(callback);
    port2.postMessage(null);
  };
}

/** An open port would keep its worker from ending. */
function turnOfWorker(MessageChannel: Channel, callback: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    callback();
  };
  port2.postMessage(null);
}
