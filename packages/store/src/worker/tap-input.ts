import type { BlobLike, ByteStream, FetchLike, LoadInput, LoadOptions, ResponseLike } from "@whenwhere/model";

/** Bytes that a preview is made of. Inputs that end before have none. */
const HEAD_BYTES = 2 ** 18;

/** Told the first bytes; those behind them wait until it has looked. */
type OnHead = (head: Uint8Array) => Promise<void>;

/** An input whose first bytes are looked at while they pass. */
export interface TappedInput {
  readonly input: LoadInput;
  readonly fetch: { readonly fetch?: FetchLike };
}

/**
 * Shows the first quarter of a megabyte to `onHead`, once, as soon as it is there. Nothing else about the input changes; what
 * is no address, file, response or stream is left as it is.
 */
export function tapInput(input: LoadInput, options: Pick<LoadOptions, "fetch">, onHead: OnHead): TappedInput {
  const fetchIt = options.fetch ?? (globalThis as unknown as { fetch?: FetchLike }).fetch;
  const tapped =
    fetchIt === undefined
      ? {}
      : { fetch: (async (url, init) => tapResponse(await fetchIt(url, init), onHead)) as FetchLike };
  return { input: tapped.fetch === undefined ? input : tapValue(input, onHead), fetch: tapped };
}

function tapValue(input: LoadInput, onHead: OnHead): LoadInput {
  if (typeof input !== "object" || input === null || input instanceof Uint8Array) return input;
  if ("getReader" in input) return tapStream(input, onHead);
  if ("status" in input && "headers" in input) return tapResponse(input, onHead);
  if ("stream" in input && "size" in input) return tapBlob(input, onHead);
  if (Symbol.asyncIterator in input) return tapChunks(input, onHead);
  return input;
}

function tapBlob(blob: BlobLike, onHead: OnHead): BlobLike {
  const { size, type, name } = blob;
  return { size, type, ...(name === undefined ? {} : { name }), stream: () => tapStream(blob.stream(), onHead) };
}

function tapResponse(response: ResponseLike, onHead: OnHead): ResponseLike {
  const { ok, status, headers, body } = response;
  return {
    ok,
    status,
    headers,
    ...(response.statusText === undefined ? {} : { statusText: response.statusText }),
    ...(response.url === undefined ? {} : { url: response.url }),
    body: body === null ? null : tapStream(body, onHead),
    ...(response.arrayBuffer === undefined
      ? {}
      : { arrayBuffer: () => (response as Required<ResponseLike>).arrayBuffer() }),
  };
}

function tapStream(stream: ByteStream, onHead: OnHead): ByteStream {
  return {
    getReader() {
      const reader = stream.getReader();
      const look = createLook(onHead);
      return {
        async read() {
          const { done, value } = await reader.read();
          if (!done && value !== undefined) await look(value);
          return { done, value };
        },
        cancel: (reason) => reader.cancel(reason),
      };
    },
  };
}

async function* tapChunks(
  chunks: AsyncIterable<Uint8Array | string>,
  onHead: OnHead,
): AsyncGenerator<Uint8Array | string> {
  const look = createLook(onHead);
  for await (const chunk of chunks) {
    if (typeof chunk !== "string") await look(chunk);
    yield chunk;
  }
}

/** Gathers bytes until there are enough, then lets go of them: how a network cuts its chunks makes no difference. */
function createLook(onHead: OnHead): (chunk: Uint8Array) => Promise<void> | undefined {
  let head: Uint8Array | null = new Uint8Array(HEAD_BYTES);
  let filled = 0;
  return (chunk) => {
    if (head === null) return undefined;
    const part = chunk.subarray(0, HEAD_BYTES - filled);
    head.set(part, filled);
    filled += part.length;
    if (filled < HEAD_BYTES) return undefined;
    const full = head;
    head = null;
    return onHead(full);
  };
}
