import type { ByteStream } from "./load-types.ts";

/** A Node stream, or any other source of chunks, under the interface of the web's streams. */
export function streamOf(chunks: AsyncIterable<Uint8Array | string>): ByteStream {
  return {
    getReader() {
      const iterator = chunks[Symbol.asyncIterator]();
      return {
        async read() {
          const { done = false, value } = await iterator.next();
          if (done) return { done: true };
          return { done: false, value: typeof value === "string" ? new TextEncoder().encode(value) : value };
        },
        async cancel() {
          await iterator.return?.();
        },
      };
    },
  };
}

/** The stream of bytes that are here already. */
export function streamOfBytes(bytes: Uint8Array): ByteStream {
  let isRead = false;
  return {
    getReader: () => ({
      async read() {
        if (isRead) return { done: true };
        isRead = true;
        return { done: false, value: bytes };
      },
      async cancel() {
        isRead = true;
      },
    }),
  };
}
