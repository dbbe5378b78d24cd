interface Port {
  onmessage: (() => void) | null;
  postMessage(message: null): void;
  close(): void;
}

/** Time that work may take before others have their turn, in milliseconds: half a frame, so that the frame still comes. */
const SLICE_MS = 8;

/**
 * Gives way to frames and input whenever a slice of time is used up, for loops whose awaited things may all be there already:
 * then nothing else would run between them. By messages, since a page in the background is told of timers late.
 */
export function turnTaker(): () => Promise<void> {
  const { performance, MessageChannel: Channel } = globalThis as unknown as {
    readonly performance: { now(): number };
    readonly MessageChannel: new () => { readonly port1: Port; readonly port2: Port };
  };
  let endMs = performance.now() + SLICE_MS;
  return async () => {
    if (performance.now() < endMs) return;
    const { port1, port2 } = new Channel();
    await new Promise<void>((resolve) => {
      port1.onmessage = resolve as () => void;
      port2.postMessage(null);
    });
    // An open port would keep Node from ending.
    port1.close();
    endMs = performance.now() + SLICE_MS;
  };
}
