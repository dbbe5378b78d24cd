import { WhenWhereError } from "../errors.ts";
import { refuseOptions } from "../refuse-options.ts";
import { valueText } from "../value-text.ts";
import { openContainer } from "./container.ts";
import { containerOf } from "./container-magic.ts";
import type { BodyOptions } from "./load-body.ts";
import { type LoadedBytes, loadBytes, unpackedName } from "./load-bytes.ts";
import { type LoadInput, type Opened, openInput, throwIfAborted } from "./load-open.ts";
import type { AbortSignalLike, FetchLike, LoadProgress } from "./load-types.ts";
import { LOAD_FORM } from "./read-forms.ts";
import {
  decodedInput,
  FORMAT_NAMES,
  type FormatName,
  inputHead,
  nothingRead,
  type ReadOptions,
  type ReadResult,
  readInput,
} from "./read-incidents.ts";
import type { InputHead, Reader } from "./reader.ts";
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

/**
 * Loads and reads incidents; presets are fetched when the input is not plainly our own JSON. Data that is bad is told in
 * the result, as by `readIncidents`; what never became data (an address that answers 404, a web page, a stall, an abort) rejects.
 *
 * @throws WhenWhereError `load/input`, `load/url`, `load/network`, `load/http`, `load/html`, `load/timeout`,
 * `load/aborted`, `load/too-large`, `load/option-unknown`, `read/format`; the message names what was found and what was expected.
 */
export async function loadIncidents(input: LoadInput, options: LoadOptions = {}): Promise<ReadResult> {
  refuseOptions(options, LOAD_FORM, { code: "load", name: "loadIncidents" });
  throwIfAborted(options.signal);
  const opened = await openInput(input, options);
  const loaded = await loadBytes(opened, bodyOptions(opened, options));
  throwIfAborted(options.signal);
  return readLoaded(loaded, opened, options);
}

/** Limits and listeners of reading an opened input. */
export function bodyOptions({ label, total }: Opened, options: LoadOptions): BodyOptions {
  const { onProgress, signal, stallMs = 30_000, maxBytes = 2 ** 30 } = options;
  return { stallMs, maxBytes, label, total, signal, onProgress };
}

/** What an input says of itself beside its bytes. */
export function inputFacts({ name, mediaType }: Opened): { readonly name?: string; readonly mediaType?: string } {
  return {
    ...(name === null ? {} : { name: unpackedName(name) }),
    ...(mediaType === null ? {} : { mediaType }),
  };
}

/** Reads what was loaded. Rejects with `load/html` where it is a web page. */
export async function readLoaded(
  { bytes, notes }: LoadedBytes,
  opened: Opened,
  options: LoadOptions,
): Promise<ReadResult> {
  const {
    onProgress: _,
    signal: __,
    fetch: ___,
    stallMs: ____,
    maxBytes = 2 ** 30,
    readers = [],
    ...reading
  } = options;
  const { format, ...rest } = reading;
  const facts = inputFacts(opened);
  const container = containerOf(bytes);
  if (container !== null) {
    const inside = await openContainer(container, bytes, { ...facts, maxBytes });
    if (inside.input === null) return nothingRead(container, rest, [...notes, ...inside.notes]);
    const resolved = await resolveFormat(format, readers, inside.input.head);
    return readInput(inside.input, { ...facts, ...rest, ...resolved }, [...notes, ...inside.notes]);
  }
  const head = inputHead(bytes, { ...facts, ...rest });
  refuseWebPage(head, bytes, opened.label);
  const all = { ...facts, ...rest, ...(await resolveFormat(format, readers, head)) };
  return readInput(decodedInput(bytes, all), all, notes);
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

/** The reader that was asked for, or those among which the content decides; lazy ones are loaded. */
export async function resolveFormat(
  format: LoadOptions["format"],
  readers: readonly (Reader | LazyReader)[],
  head: InputHead,
): Promise<Pick<ReadOptions, "format" | "readers">> {
  if (typeof format === "object") return { format };
  if (format !== undefined && format !== "auto") {
    if (FORMAT_NAMES.includes(format)) return { format: format as FormatName };
    const all = [...readers, ...(await loadPresets())];
    const named = all.find(({ name }) => name === format);
    if (named !== undefined) return { format: await loaded(named) };
    throw new WhenWhereError(
      "read/format",
      `loadIncidents: the format ${valueText(format)} is not known.`,
      `Use one of ${[...FORMAT_NAMES, ...all.map(({ name }) => name)].join(", ")}.`,
    );
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
