import { WhenWhereError } from "../errors.ts";
import type { AbortSignalLike, ByteStream, LoadProgress } from "./load-types.ts";

/** Limits and listeners of {@link readBody}. */
export interface BodyOptions {
  readonly stallMs: number;
  readonly maxBytes: number;
  readonly label: string;
  readonly total: number | null;
  readonly signal: AbortSignalLike | undefined;
  readonly onProgress: ((progress: LoadProgress) => void) | undefined;
}

interface Timers {
  setTimeout(callback: () => void, delayMs: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** All bytes of a stream. Rejects when it stalls, is aborted, grows too large or breaks off; the stream is then cancelled. */
export async function readBody(stream: ByteStream | null, options: BodyOptions): Promise<Uint8Array> {
  if (stream === null) return new Uint8Array(0);
  const next = bodyChunks(stream, options);
  const chunks: Uint8Array[] = [];
  let loaded = 0;
  for (;;) {
    const chunk = await next();
    if (chunk === null) return joined(chunks, loaded);
    chunks.push(chunk);
    loaded += chunk.length;
  }
}

/** The chunks of a stream one by one, null at its end. Rejects as {@link readBody} does, whose work is all here. */
export function bodyChunks(stream: ByteStream, options: BodyOptions): () => Promise<Uint8Array | null> {
  const reader = stream.getReader();
  let loaded = 0;
  return async () => {
    try {
      for (;;) {
        const { done, value } = await guarded(reader.read(), options);
        if (done) return null;
        if (value === undefined) continue;
        loaded += value.length;
        if (loaded > options.maxBytes) throw tooLarge(options);
        options.onProgress?.({ loadedBytes: loaded, totalBytes: options.total });
        return value;
      }
    } catch (error) {
      reader.cancel(error).catch(() => {
        // The stream is already broken: the first error is the one to tell.
      });
      throw brokenOff(error, loaded, options);
    }
  };
}

/**
 * All bytes of a small answer in one go. Rejects as {@link readBody} does. Beside being cheaper it keeps the log of the
 * page clean: Chromium calls many a stream aborted that was read to its end.
 */
export async function readWhole(whole: () => Promise<ArrayBuffer>, options: BodyOptions): Promise<Uint8Array> {
  try {
    const bytes = new Uint8Array(await guarded(whole(), options));
    if (bytes.length > options.maxBytes) throw tooLarge(options);
    options.onProgress?.({ loadedBytes: bytes.length, totalBytes: options.total });
    return bytes;
  } catch (error) {
    throw brokenOff(error, 0, options);
  }
}

function brokenOff(error: unknown, loadedBytes: number, options: BodyOptions): WhenWhereError {
  if (error instanceof WhenWhereError) return error;
  if (options.signal?.aborted === true) return aborted(options.signal);
  const words = error instanceof Error ? error.message : String(error);
  const message = `${options.label}: broke off after ${loadedBytes} bytes (${words}).`;
  return new WhenWhereError("load/network", message, "Try again.", { cause: error });
}

/** One read, given up on abort or when nothing comes for too long. */
function guarded<T>(read: Promise<T>, { stallMs, signal, label }: BodyOptions): Promise<T> {
  const timers = globalThis as unknown as Timers;
  return new Promise<T>((resolve, reject) => {
    const onAbort = (): void => settle(() => reject(aborted(signal)));
    const timer =
      stallMs > 0 ? timers.setTimeout(() => settle(() => reject(stalled(label, stallMs))), stallMs) : undefined;
    const settle = (act: () => void): void => {
      if (timer !== undefined) timers.clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      act();
    };
    signal?.addEventListener("abort", onAbort);
    if (signal?.aborted === true) onAbort();
    read.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error)),
    );
  });
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function aborted(signal: AbortSignalLike | undefined): WhenWhereError {
  return new WhenWhereError("load/aborted", "Loading was cancelled.", "Nothing to do.", { cause: signal?.reason });
}

function stalled(label: string, stallMs: number): WhenWhereError {
  return new WhenWhereError(
    "load/timeout",
    `${label}: no byte arrived for ${stallMs} ms.`,
    "Try again, or raise stallMs.",
  );
}

function tooLarge({ label, maxBytes }: BodyOptions): WhenWhereError {
  return new WhenWhereError(
    "load/too-large",
    `${label}: more than ${maxBytes} bytes.`,
    "Raise maxBytes, or ask an engine instead of memory.",
  );
}
