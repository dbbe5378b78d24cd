import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { streamOfBytes } from "../../../packages/model/src/read/byte-stream.ts";
import type { InflateCut, InflateLimits } from "../../../packages/model/src/read/inflate.ts";
import { inflatedIfPacked } from "../../../packages/model/src/read/inflate-if-packed.ts";
import type { ByteStream } from "../../../packages/model/src/read/load-types.ts";

const table = (rows: number): Buffer =>
  Buffer.from(`id,date\n${Array.from({ length: rows }, (_, i) => `${i},2022-01-${1 + (i % 28)}`).join("\n")}\n`);

/** The stream in pieces of so many bytes. */
function pieces(bytes: Uint8Array, size: number): ByteStream {
  let at = 0;
  return {
    getReader: () => ({
      async read() {
        if (at >= bytes.length) return { done: true };
        at += size;
        return { done: false, value: bytes.subarray(at - size, at) };
      },
      async cancel() {
        at = bytes.length;
      },
    }),
  };
}

async function allOf(stream: ByteStream, limits: Partial<InflateLimits> = {}): Promise<Buffer> {
  const reader = inflatedIfPacked(stream, { label: "x.csv.gz", ...limits }).getReader();
  const chunks: Uint8Array[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    if (value !== undefined) chunks.push(value);
  }
}

/** A platform that knows one member only, and has unpacked it a while after all of it was written, as on a busy machine. */
class SlowInflater extends TransformStream<Uint8Array, Uint8Array> {
  constructor() {
    let packed = Buffer.alloc(0);
    let unpacked: Promise<void> | null = null;
    super({
      transform(chunk, controller) {
        if (unpacked !== null) throw new TypeError("bytes behind the end");
        packed = Buffer.concat([packed, chunk]);
        const text = whole(packed);
        if (text !== null) unpacked = later().then(() => controller.enqueue(text));
      },
      flush: () => unpacked ?? Promise.reject(new TypeError("an end too early")),
    });
  }
}

function whole(packed: Buffer): Buffer | null {
  try {
    return gunzipSync(packed);
  } catch {
    return null;
  }
}

const later = () => new Promise((resolve) => setTimeout(resolve, 40));

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("inflated", () => {
  it("gives the content of gzip, and other bytes as they are, whatever the size of the pieces", async () => {
    const text = table(2000);
    for (const size of [1, 7, 1000, 1e6]) {
      expect(await allOf(pieces(gzipSync(text), size))).toEqual(text);
      expect((await allOf(pieces(text, size))).equals(text)).toBe(true);
    }
    expect((await allOf(streamOfBytes(new Uint8Array(0)))).length).toBe(0);
  });

  it("reads members one after the other, and a packed file inside a packed file as what it is", async () => {
    const [a, b] = [table(500), table(30)];
    const packed = Buffer.concat([gzipSync(a), gzipSync(b), gzipSync(a)]);
    for (const size of [1, 13, 64, 1e6]) expect(await allOf(pieces(packed, size))).toEqual(Buffer.concat([a, b, a]));
    const stored = Buffer.concat([b, gzipSync(a), gzipSync(b), a]);
    for (const size of [50, 1e6]) expect(await allOf(pieces(gzipSync(stored, { level: 0 }), size))).toEqual(stored);
  });

  it("waits for a platform that is slow to unpack, and takes no member for the end", async () => {
    const [a, b] = [table(500), table(30)];
    const packed = Buffer.concat([gzipSync(a), gzipSync(b), gzipSync(a)]);
    vi.stubGlobal("DecompressionStream", SlowInflater);
    const cuts: InflateCut[] = [];
    const text = await allOf(pieces(packed, 1e6), { onCut: (cut) => cuts.push(cut) });
    expect(cuts).toEqual([]);
    expect(text).toEqual(Buffer.concat([a, b, a]));
  });

  it("keeps what a cut-off or damaged file still gives, and says so", async () => {
    const text = table(50_000);
    const packed = gzipSync(text);
    for (const size of [1000, 1e6]) {
      const cuts: InflateCut[] = [];
      const kept = await allOf(pieces(packed.subarray(0, packed.length >> 1), size), {
        onCut: (cut) => cuts.push(cut),
      });
      expect(kept.length).toBeGreaterThan(100_000);
      expect(text.subarray(0, kept.length).equals(kept)).toBe(true);
      expect(cuts).toEqual([{ inflatedBytes: kept.length, reason: expect.stringMatching(/\w/) }]);
    }
    await expect(allOf(streamOfBytes(packed.subarray(0, 8)))).rejects.toMatchObject({ code: "load/gzip" });
    await expect(allOf(streamOfBytes(Buffer.from([0x1f, 0x8b, 8, 1, 2, 3, 4, 5])))).rejects.toMatchObject({
      code: "load/gzip",
    });
  });

  it("refuses bombs by their size and by their ratio, with the numbers", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 2 ** 20));
    await expect(allOf(pieces(bomb, 4096))).rejects.toMatchObject({
      code: "load/too-large",
      message: expect.stringMatching(/x\.csv\.gz: \d+ packed bytes grew .*the limit is 400 for one/),
    });
    await expect(allOf(pieces(bomb, 4096), { maxBytes: 1e6 })).rejects.toMatchObject({
      code: "load/too-large",
      message: expect.stringMatching(/hold more than 1000000 bytes/),
    });
  });

  it("passes the failure of the stream itself on, and cancels it when it is given up", async () => {
    const packed = gzipSync(table(50_000));
    let reads = 0;
    let cancelled = 0;
    const broken: ByteStream = {
      getReader: () => ({
        async read() {
          if (reads++ > 0) throw new TypeError("the line broke");
          return { done: false, value: packed.subarray(0, 5000) };
        },
        async cancel() {
          cancelled++;
        },
      }),
    };
    await expect(allOf(broken)).rejects.toThrow("the line broke");
    expect(cancelled).toBe(1);
  });
});
