import type { FetchLike, LoadInput } from "@whenwhere/model";
import { type LoadedStore, type LoadStoreOptions, loadStore } from "@whenwhere/store";

/** Inputs of more bytes than this are read in a worker, straight into columns; a worker costs more than reading less. */
const LARGE_BYTES = 2 ** 20;

/** An input that was looked at: a store when it is large, else what is still to be loaded. */
export type LookedAt =
  | { readonly loaded: LoadedStore }
  | { readonly loaded: null; readonly input: LoadInput; readonly fetch: { readonly fetch?: FetchLike } };

/**
 * Asks for an address once, and loads what is large in a worker. What is small, of unknown size or not there is handed
 * back, with the answer that came.
 */
export async function loadIfLarge(target: string | File, options: LoadStoreOptions): Promise<LookedAt> {
  if (typeof target !== "string") {
    if (target.size <= LARGE_BYTES) return { loaded: null, input: target, fetch: {} };
    return { loaded: await loadStore(target, options) };
  }
  let response: Response;
  try {
    response = await fetch(target, { signal: (options.signal ?? null) as AbortSignal | null });
  } catch (error) {
    return { loaded: null, input: target, fetch: { fetch: () => Promise.reject(error) } };
  }
  const length = Number(response.headers.get("content-length") ?? Number.NaN);
  if (!response.ok || !(length > LARGE_BYTES)) {
    return { loaded: null, input: target, fetch: { fetch: async () => response } };
  }
  const { ok, status, statusText, headers, body } = response;
  return { loaded: await loadStore({ ok, status, statusText, headers, body, url: response.url || target }, options) };
}
