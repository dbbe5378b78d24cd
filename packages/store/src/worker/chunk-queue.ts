/** Chunks that are pushed on one side and read on the other. */
export interface ChunkQueue extends AsyncIterable<Uint8Array> {
  /** Null ends the queue. */
  push(bytes: Uint8Array | null): void;
}

export function createChunkQueue(): ChunkQueue {
  const chunks: (Uint8Array | null)[] = [];
  let wake: (() => void) | null = null;
  return {
    push(bytes) {
      chunks.push(bytes);
      wake?.();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        while (chunks.length === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        const next = chunks.shift();
        if (next === null || next === undefined) return;
        yield next;
      }
    },
  };
}
