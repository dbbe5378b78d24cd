import { WhenWhereError } from "../errors.ts";
import { valueText } from "../value-text.ts";
import { streamOf } from "./byte-stream.ts";
import type { AbortSignalLike, BlobLike, ByteStream, FetchLike, ResponseLike, UrlLike } from "./load-types.ts";

/**
 * What can be loaded: an address, a URL object, a File or Blob, a Response, a byte stream of the web or of Node (any
 * async iterable of chunks), or bytes.
 */
export type LoadInput =
  | string
  | UrlLike
  | BlobLike
  | ResponseLike
  | ByteStream
  | AsyncIterable<Uint8Array | string>
  | Uint8Array
  | ArrayBuffer;

/** Answers up to this size are read in one go: too small for a progress bar to move. */
const WHOLE_BYTES = 2 ** 19;

const SCHEMES: readonly string[] = ["http", "https", "blob", "data", "file"];

/** An input that is ready to be read: its bytes, or where they come from. */
export interface Opened {
  readonly stream: ByteStream | null;
  readonly bytes: Uint8Array | null;
  /** Reads a small answer in one go. */
  readonly whole: (() => Promise<ArrayBuffer>) | null;
  readonly total: number | null;
  readonly name: string | null;
  readonly mediaType: string | null;
  /** How messages call it. */
  readonly label: string;
}

const NOTHING = { stream: null, bytes: null, whole: null, total: null, name: null, mediaType: null };

/** What of the options decides how an input is opened. */
export interface OpenOptions {
  readonly fetch?: FetchLike | undefined;
  readonly signal?: AbortSignalLike | undefined;
}

/**
 * Opens whatever can be loaded; an address is asked for.
 *
 * @throws WhenWhereError `load/input`, `load/url`, `load/network`, `load/http`.
 */
export async function openInput(input: LoadInput, options: OpenOptions): Promise<Opened> {
  if (typeof input === "string") return openUrl(input, options);
  if (input instanceof Uint8Array) return { ...NOTHING, bytes: input, label: "the bytes" };
  if (Object.prototype.toString.call(input) === "[object ArrayBuffer]") {
    return { ...NOTHING, bytes: new Uint8Array(input as ArrayBuffer), label: "the bytes" };
  }
  if (typeof input === "object" && input !== null) {
    if (Symbol.asyncIterator in input && !("getReader" in input)) {
      return { ...NOTHING, stream: streamOf(input), label: "the stream" };
    }
    if ("getReader" in input) return { ...NOTHING, stream: input as ByteStream, label: "the stream" };
    if ("status" in input && "headers" in input) return openResponse(input, input.url ?? "the response");
    if ("stream" in input && "size" in input) return openBlob(input);
    if ("href" in input) return openUrl(String(input.href), options);
  }
  throw new WhenWhereError(
    "load/input",
    `loadIncidents: the input is ${valueText(input)}.`,
    "Pass a URL, File, Blob, Response, byte stream or bytes; for text use readIncidents.",
  );
}

function openBlob(blob: BlobLike): Opened {
  const name = blob.name ?? null;
  return {
    ...NOTHING,
    stream: blob.stream(),
    total: blob.size,
    name,
    mediaType: blob.type || null,
    label: name ?? "the file",
  };
}

async function openUrl(url: string, options: OpenOptions): Promise<Opened> {
  checkUrl(url);
  const fetchIt = options.fetch ?? (globalThis as unknown as { fetch?: FetchLike }).fetch;
  if (fetchIt === undefined)
    throw new WhenWhereError(
      "load/input",
      "loadIncidents: this platform has no fetch.",
      "Pass one as the option fetch.",
    );
  let response: ResponseLike;
  try {
    response = await fetchIt(url, (options.signal === undefined ? {} : { signal: options.signal }) as never);
  } catch (error) {
    throwIfAborted(options.signal);
    refuseWithoutPage(url);
    const words = error instanceof Error ? error.message : String(error);
    throw new WhenWhereError(
      "load/network",
      `${shortUrl(url)}: no answer (${words}).`,
      /^file:/i.test(url)
        ? "A page that is opened from disk may not read files: serve its folder, or write one page with `whenwhere export`."
        : "Check the address, the network, and that the server allows other sites (CORS).",
      { cause: error },
    );
  }
  return openResponse(response, response.url || url);
}

function openResponse(response: ResponseLike, url: string): Opened {
  const label = shortUrl(url);
  const mediaType = response.headers.get("content-type");
  if (!response.ok) {
    const status = [response.status, response.statusText].filter((part) => part).join(" ");
    throw new WhenWhereError(
      "load/http",
      `${label}: the server answered ${status} instead of data.`,
      response.status === 404 ? "Check the address." : "Check the address and whether it needs a login.",
    );
  }
  const length = Number(response.headers.get("content-length") ?? Number.NaN);
  // A compressed answer counts its packed bytes: no total for the bar.
  const packed = (response.headers.get("content-encoding") ?? "identity") !== "identity";
  const total = Number.isFinite(length) && !packed ? length : null;
  const small = response.arrayBuffer !== undefined && total !== null && total <= WHOLE_BYTES;
  const whole = small ? (): Promise<ArrayBuffer> => (response as Required<ResponseLike>).arrayBuffer() : null;
  return { ...NOTHING, stream: response.body, whole, total, name: url, mediaType, label };
}

function checkUrl(url: string): void {
  if (/[\r\n]|^\s*[[{<]/.test(url)) {
    throw new WhenWhereError(
      "load/url",
      `loadIncidents: ${valueText(url)} is text, not an address.`,
      "Use readIncidents for text that is already here.",
    );
  }
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (url.trim() === "" || (scheme !== undefined && !SCHEMES.includes(scheme))) {
    throw new WhenWhereError(
      "load/url",
      `loadIncidents: ${valueText(url)} is not an address that can be loaded.`,
      `Use one that begins with ${SCHEMES.join(", ")}, or a relative one.`,
    );
  }
}

/** Outside of a page, as in Node, a file has no address that `fetch` knows. */
function refuseWithoutPage(url: string): void {
  const isFile = /^\s*file:/i.test(url) || !/^\s*[a-z][a-z0-9+.-]*:/i.test(url);
  if (!isFile || (globalThis as { readonly location?: unknown }).location !== undefined) return;
  throw new WhenWhereError(
    "load/url",
    `loadIncidents: ${valueText(url)} names a file, and outside of a page only whole addresses are fetched.`,
    'Pass an address that begins with https, or the file itself: in Node fs.createReadStream("incidents.csv").',
  );
}

function shortUrl(url: string): string {
  return url.length > 120 ? `${url.slice(0, 117)}...` : url;
}

/** Rejects what was cancelled before it began. */
export function throwIfAborted(signal: AbortSignalLike | undefined): void {
  if (signal?.aborted !== true) return;
  throw new WhenWhereError("load/aborted", "Loading was cancelled.", "Nothing to do.", { cause: signal.reason });
}
