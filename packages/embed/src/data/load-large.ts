import { type FetchLike, type LoadInput, type LoadProgress, WhenWhereError } from "@whenwhere/model";
import { type LoadedStore, type LoadStoreOptions, loadStore } from "@whenwhere/store";
import { peekBody } from "./peek-body.ts";

/** Inputs of more bytes than this are read in a worker, straight into columns; a worker costs more than reading less. */
const LARGE_BYTES = 2 ** 20;
/** As the loader's own. */
const STALL_MS = 30_000;

/** Ends of the names of files of columns. */
const COLUMNAR = /\.(?:arrow|arrows|feather|parquet)$/i;

/** An input that was looked at: a store when it is large, else what is still to be loaded. */
export type LookedAt =
  | { readonly loaded: LoadedStore }
  | { readonly loaded: null; readonly input: LoadInput; readonly fetch: { readonly fetch?: FetchLike } };

/**
 * Asks for an address once, and loads what is large in a worker. What is small or not there is handed back, with the answer
 * that came. Of an answer that does not say its size, so much is read as tells whether it is large. A file of columns is large by
 * its name: the worker asks for it itself, so that its bytes never come through this thread.
 */
export async function loadIfLarge(target: string | File, options: LoadStoreOptions): Promise<LookedAt> {
  if (typeof target !== "string") {
    if (target.size <= LARGE_BYTES) return { loaded: null, input: target, fetch: {} };
    return { loaded: await loadStore(target, options) };
  }
  const there = isColumnar(target) ? await loadedThere(target, options) : null;
  if (there !== null) return { loaded: there };
  let response: Response;
  try {
    response = await fetch(target, { signal: (options.signal ?? null) as AbortSignal | null });
  } catch (error) {
    return { loaded: null, input: target, fetch: { fetch: () => Promise.reject(error) } };
  }
  const { ok, status, statusText, headers, body } = response;
  const url = response.url || target;
  const length = Number(headers.get("content-length") ?? Number.NaN);
  if (!ok || body === null || length <= LARGE_BYTES) {
    return { loaded: null, input: target, fetch: { fetch: async () => response } };
  }
  const { stallMs = STALL_MS, onProgress } = options;
  const peeked =
    length > LARGE_BYTES
      ? { isLarge: true, body }
      : await peekBody(body, { mostBytes: LARGE_BYTES, stallMs, onProgress });
  const answer = { ok, status, statusText, headers, body: peeked.body, url };
  if (!peeked.isLarge) return { loaded: null, input: target, fetch: { fetch: async () => answer } };
  return { loaded: await loadStore(answer, options) };
}

function isColumnar(address: string): boolean {
  return COLUMNAR.test(new URL(address).pathname);
}

/**
 * Null where the request of a worker from a file of its own had no answer: that file has a policy of its own, and the page's may
 * allow what it forbids. A worker from a Blob URL has the page's.
 */
async function loadedThere(address: string, options: LoadStoreOptions): Promise<LoadedStore | null> {
  let hasBegun = false;
  const onProgress = (progress: LoadProgress): void => {
    hasBegun = true;
    options.onProgress?.(progress);
  };
  try {
    return await loadStore(address, { ...options, onProgress });
  } catch (error) {
    const isUnanswered = error instanceof WhenWhereError && error.code === "load/network" && !hasBegun;
    if (isUnanswered && options.workerUrl !== undefined) return null;
    throw error;
  }
}
