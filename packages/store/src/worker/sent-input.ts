import {
  type BlobLike,
  type ByteStream,
  createPause,
  type LoadInput,
  type ResponseLike,
  WhenWhereError,
} from "@whenwhere/model";
import { streamOf } from "@whenwhere/model/byte-stream";
import type { SentInput, StreamFacts } from "./messages.ts";

/** Tells the chunks of an input one by one, and null at the end; whether nobody else reads the bytes of a chunk. */
export type Pump = (tell: (bytes: Uint8Array | null, isOurs: boolean) => void) => Promise<void>;

/** An input as it can cross to a worker: addresses, files and bytes as they are, responses and streams chunk by chunk. */
export function sentInput(input: LoadInput): { readonly sent: SentInput; readonly pump: Pump | null } {
  if (typeof input === "string") return whole(absolute(input));
  if (typeof input !== "object" || input === null || input instanceof Uint8Array) return whole(input);
  if (input instanceof ArrayBuffer || isPlatformBlob(input)) return whole(input);
  if ("href" in input) return whole(String(input.href));
  if ("getReader" in input) return pumped(null, readerChunks(input));
  if ("status" in input && "headers" in input) return pumped(factsOfResponse(input), readerChunks(input.body));
  if ("stream" in input && "size" in input) return pumped(factsOfFile(input), readerChunks(input.stream()));
  if (Symbol.asyncIterator in input) return pumped(null, input);
  return whole(null);
}

function whole(value: unknown): { readonly sent: SentInput; readonly pump: null } {
  return { sent: { kind: "value", value }, pump: null };
}

/** An answer that came from an address was made by the platform, which keeps nothing of it; the chunks of others are their owners'. */
function pumped(
  facts: StreamFacts | null,
  chunks: AsyncIterable<Uint8Array | string>,
): { readonly sent: SentInput; readonly pump: Pump } {
  const isAnswer = facts?.kind === "response" && facts.url !== undefined && facts.url !== "";
  const pump: Pump = async (tell) => {
    const encoder = new TextEncoder();
    const pause = createPause();
    try {
      for await (const chunk of chunks) {
        if (typeof chunk === "string") tell(encoder.encode(chunk), true);
        else tell(chunk, isAnswer && chunk.byteLength === chunk.buffer.byteLength);
        await pause();
      }
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      throw new WhenWhereError("load/network", `The stream broke off (${words}).`, "Try again.", { cause: error });
    }
    tell(null, false);
  };
  return { sent: { kind: "stream", facts }, pump };
}

async function* readerChunks(stream: ByteStream | null): AsyncGenerator<Uint8Array> {
  if (stream === null) return;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    if (value !== undefined) yield value;
  }
}

const HEADERS = ["content-type", "content-length", "content-encoding"];

function factsOfResponse({ ok, status, statusText, url, headers }: ResponseLike): StreamFacts {
  return {
    kind: "response",
    ok,
    status,
    ...(statusText === undefined ? {} : { statusText }),
    ...(url === undefined ? {} : { url }),
    headers: Object.fromEntries(HEADERS.map((name) => [name, headers.get(name)])),
  };
}

function factsOfFile({ size, type, name }: BlobLike): StreamFacts {
  return { kind: "file", size, type, ...(name === undefined ? {} : { name }) };
}

/** The input on the other side. */
export function receivedInput(sent: SentInput, chunks: AsyncIterable<Uint8Array>): LoadInput {
  if (sent.kind === "value") return sent.value as LoadInput;
  const { facts } = sent;
  if (facts === null) return chunks;
  const stream = streamOf(chunks);
  if (facts.kind === "file") {
    const { size, type, name } = facts;
    return { size, type, ...(name === undefined ? {} : { name }), stream: () => stream };
  }
  const { kind: _, headers, ...response } = facts;
  return { ...response, headers: { get: (name) => headers[name] ?? null }, body: stream };
}

/** A worker has no page to which an address could be relative. */
function absolute(url: string): string {
  const { document, URL: Urls } = globalThis as unknown as {
    readonly document?: { readonly baseURI: string };
    readonly URL: new (url: string, base: string) => { readonly href: string };
  };
  // What is no address stays as it is: the error that follows shows it.
  if (document === undefined || /[\r\n]|^\s*[[{<]/.test(url) || url.trim() === "") return url;
  try {
    return new Urls(url, document.baseURI).href;
  } catch {
    return url;
  }
}

function isPlatformBlob(value: object): boolean {
  const { Blob: Blobs } = globalThis as unknown as { readonly Blob?: new () => object };
  return Blobs !== undefined && value instanceof Blobs;
}
