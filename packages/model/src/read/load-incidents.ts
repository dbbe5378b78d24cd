import { WhenWhereError } from "../errors.ts";
import { readBody, readWhole } from "./load-body.ts";
import type {
  AbortSignalLike,
  BlobLike,
  ByteStream,
  FetchLike,
  LoadProgress,
  ResponseLike,
  UrlLike,
} from "./load-types.ts";
import {
  FORMAT_NAMES,
  type FormatName,
  inputHead,
  type ReadOptions,
  type ReadResult,
  readIncidents,
} from "./read-incidents.ts";
import type { InputHead, Reader } from "./reader.ts";
import { quote } from "./record/row-log.ts";
import { wrongInput } from "./wrong-input.ts";

/** A reader whose code is fetched only when its format turns up. */
export interface LazyReader {
  readonly name: string;
  detect(head: InputHead): number;
  load(): Promise<Reader>;
}

/** Options of {@link loadIncidents}: those of reading, and those of fetching. */
export interface LoadOptions extends Omit<ReadOptions, "readers" | "format"> {
  /** As for `readIncidents`, or the name of a preset of `whenwhere/formats`, such as `acled`. */
  readonly format?: ReadOptions["format"] | (string & {});
  /** Formats to recognise beside the built-in ones and the presets; lazy ones are loaded when they fit. */
  readonly readers?: readonly (Reader | LazyReader)[];
  onProgress?(progress: LoadProgress): void;
  readonly signal?: AbortSignalLike;
  /** Used for URLs instead of the platform's own `fetch`. */
  readonly fetch?: FetchLike;
  /** Gives up when no byte arrives for so long. Default 30,000; 0 = never. */
  readonly stallMs?: number;
  /** Refuses more bytes than this. Default 1 GiB. */
  readonly maxBytes?: number;
}

/** What can be loaded: an address, a URL object, a File or Blob, a Response, a byte stream, or bytes. */
export type LoadInput = string | UrlLike | BlobLike | ResponseLike | ByteStream | Uint8Array | ArrayBuffer;

/** Answers up to this size are read in one go: too small for a progress bar to move. */
const WHOLE_BYTES = 2 ** 19;

const SCHEMES: readonly string[] = ["http", "https", "blob", "data", "file"];

/**
 * Loads and reads incidents; presets are fetched when the input is not plainly our own JSON. Data that is bad is told in
 * the result, as by `readIncidents`; what never became data (an address that answers 404, a web page, a stall, an abort) rejects.
 *
 * @throws WhenWhereError `load/input`, `load/url`, `load/network`, `load/http`, `load/html`, `load/timeout`,
 * `load/aborted`, `load/too-large`; the message names what was found and what was expected.
 */
export async function loadIncidents(input: LoadInput, options: LoadOptions = {}): Promise<ReadResult> {
  const { onProgress, signal, fetch: _, stallMs = 30_000, maxBytes = 2 ** 30, readers = [], ...reading } = options;
  throwIfAborted(signal);
  const opened = await open(input, options);
  const limits = { stallMs, maxBytes, label: opened.label, total: opened.total, signal, onProgress };
  const bytes =
    opened.bytes ?? (await (opened.whole ? readWhole(opened.whole, limits) : readBody(opened.stream, limits)));
  throwIfAborted(signal);
  const facts = {
    ...(opened.name === null ? {} : { name: opened.name }),
    ...(opened.mediaType === null ? {} : { mediaType: opened.mediaType }),
  };
  const { format, ...rest } = reading;
  const head = inputHead(bytes, { ...facts, ...rest });
  refuseWebPage(head, bytes, opened.label);
  return readIncidents(bytes, { ...facts, ...rest, ...(await resolveFormat(format, readers, head)) });
}

function refuseWebPage(head: InputHead, bytes: Uint8Array, label: string): void {
  const wrong = wrongInput(head.text, bytes);
  if (wrong?.code !== "input/html") return;
  throw new WhenWhereError(
    "load/html",
    `${label}: ${wrong.message ?? "found a web page"}`,
    "Use the address of the data file itself, not of the page that shows it.",
  );
}

/** Our own collection says so in its first lines: no preset needs to be fetched for it. */
const OWN_JSON = /^\s*\{[\s\S]{0,2000}?"whenwhere"\s*:/;

async function resolveFormat(
  format: LoadOptions["format"],
  readers: readonly (Reader | LazyReader)[],
  head: InputHead,
): Promise<Pick<ReadOptions, "format" | "readers">> {
  if (typeof format === "object") return { format };
  if (format !== undefined && format !== "auto") {
    if (FORMAT_NAMES.includes(format)) return { format: format as FormatName };
    const named = [...readers, ...(await loadPresets())].find(({ name }) => name === format);
    return { format: named === undefined ? (format as FormatName) : await loaded(named) };
  }
  const fitting = readers.filter((reader) => !("load" in reader) || reader.detect(head) > 0);
  const presets = OWN_JSON.test(head.text) ? [] : await loadPresets();
  return { readers: [...(await Promise.all(fitting.map(loaded))), ...presets] };
}

function loaded(reader: Reader | LazyReader): Reader | Promise<Reader> {
  return "load" in reader ? reader.load() : reader;
}

async function loadPresets(): Promise<readonly Reader[]> {
  return (await import("../formats/presets.ts")).presets;
}

interface Opened {
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

async function open(input: LoadInput, options: LoadOptions): Promise<Opened> {
  if (typeof input === "string") return openUrl(input, options);
  if (input instanceof Uint8Array) return { ...NOTHING, bytes: input, label: "the bytes" };
  if (Object.prototype.toString.call(input) === "[object ArrayBuffer]") {
    return { ...NOTHING, bytes: new Uint8Array(input as ArrayBuffer), label: "the bytes" };
  }
  if (typeof input === "object" && input !== null) {
    if ("getReader" in input) return { ...NOTHING, stream: input, label: "the stream" };
    if ("status" in input && "headers" in input) return openResponse(input, input.url ?? "the response");
    if ("stream" in input && "size" in input) return openBlob(input);
    if ("href" in input) return openUrl(String(input.href), options);
  }
  throw new WhenWhereError(
    "load/input",
    `loadIncidents: the input is ${quote(input)}.`,
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

async function openUrl(url: string, options: LoadOptions): Promise<Opened> {
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
    const words = error instanceof Error ? error.message : String(error);
    throw new WhenWhereError(
      "load/network",
      `${shortUrl(url)}: no answer (${words}).`,
      "Check the address, the network, and that the server allows other sites (CORS).",
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
      `loadIncidents: ${quote(url)} is text, not an address.`,
      "Use readIncidents for text that is already here.",
    );
  }
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (url.trim() === "" || (scheme !== undefined && !SCHEMES.includes(scheme))) {
    throw new WhenWhereError(
      "load/url",
      `loadIncidents: ${quote(url)} is not an address that can be loaded.`,
      `Use one that begins with ${SCHEMES.join(", ")}, or a relative one.`,
    );
  }
}

function shortUrl(url: string): string {
  return url.length > 120 ? `${url.slice(0, 117)}...` : url;
}

function throwIfAborted(signal: AbortSignalLike | undefined): void {
  if (signal?.aborted !== true) return;
  throw new WhenWhereError("load/aborted", "Loading was cancelled.", "Nothing to do.", { cause: signal.reason });
}
