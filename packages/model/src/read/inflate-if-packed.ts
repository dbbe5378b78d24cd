import { isGzip } from "./gzip-members.ts";
import { type InflateLimits, inflated } from "./inflate.ts";
import type { ByteStream, ByteStreamReader } from "./load-types.ts";

/** Limits and listeners of {@link inflatedIfPacked}. */
export interface UnpackLimits extends InflateLimits {
  /** Told after each read of the stream itself: progress counts the bytes that travel. */
  onPackedBytes?(loadedBytes: number): void;
}

/**
 * A stream as it is, or its content when it begins as gzip does; the first read looks. So `readBody` and its stall and
 * abort guards work on either. Fails as {@link inflated} does.
 */
export function inflatedIfPacked(stream: ByteStream, limits: UnpackLimits): ByteStream {
  return {
    getReader() {
      const source = counted(stream.getReader(), limits);
      let reader: ByteStreamReader | null = null;
      return {
        async read() {
          reader ??= await chosen(source, limits);
          return reader.read();
        },
        cancel: (reason) => (reader ?? source).cancel(reason),
      };
    },
  };
}

async function chosen(source: ByteStreamReader, limits: InflateLimits): Promise<ByteStreamReader> {
  const head: Uint8Array[] = [];
  let length = 0;
  // Two bytes tell; they may come one by one.
  while (length < 2) {
    const { done, value } = await source.read();
    if (done) break;
    if (value === undefined || value.length === 0) continue;
    head.push(value);
    length += value.length;
  }
  const isPacked = isGzip(Uint8Array.from(head.flatMap((chunk) => [...chunk.subarray(0, 3)])));
  const again: ByteStreamReader = {
    async read() {
      const value = head.shift();
      return value === undefined ? source.read() : { done: false, value };
    },
    cancel: (reason) => source.cancel(reason),
  };
  return isPacked ? inflated({ getReader: () => again }, limits).getReader() : again;
}

function counted(reader: ByteStreamReader, { onPackedBytes }: UnpackLimits): ByteStreamReader {
  if (onPackedBytes === undefined) return reader;
  let loadedBytes = 0;
  return {
    async read() {
      const answer = await reader.read();
      loadedBytes += answer.value?.length ?? 0;
      if (answer.value !== undefined) onPackedBytes(loadedBytes);
      return answer;
    },
    cancel: (reason) => reader.cancel(reason),
  };
}
