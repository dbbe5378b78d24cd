import { describe, expect, it } from "vitest";
import { sentInput } from "../../packages/store/src/worker/sent-input.ts";

/** A chunk of its own bytes, and one that is a part of more. */
const chunks = () => [new Uint8Array(8).fill(1), new Uint8Array(8).fill(2).subarray(0, 4)];

function stream(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks()) controller.enqueue(chunk);
      controller.close();
    },
  });
}

function answer(url: string) {
  return { ok: true, status: 200, url, headers: { get: () => null }, body: stream() };
}

async function told(input: Parameters<typeof sentInput>[0]): Promise<readonly (readonly [number, boolean])[]> {
  const heard: [number, boolean][] = [];
  await sentInput(input).pump?.((bytes, isOurs) => heard.push([bytes?.length ?? -1, isOurs]));
  return heard;
}

describe("an input that goes to a worker chunk by chunk", () => {
  it("gives up the bytes of an answer from an address, where a chunk has all of its buffer", async () => {
    expect(await told(answer("https://example.org/rows.arrow"))).toEqual([
      [8, true],
      [4, false],
      [-1, false],
    ]);
  });

  it("leaves to their owner the bytes of a stream, of a file and of an answer that somebody made", async () => {
    const file = { size: 12, type: "", name: "rows.arrow", stream };
    for (const input of [stream(), file, answer("")] as const) {
      expect((await told(input)).map(([, isOurs]) => isOurs)).toEqual([false, false, false]);
    }
  });
});
