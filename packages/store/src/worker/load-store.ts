import {
  type AbortSignalLike,
  type CollectionHead,
  createRowNames,
  type ImportReport,
  type Issue,
  type LoadInput,
  type LoadOptions,
  type RecordSource,
  type RowNames,
  WhenWhereError,
} from "@whenwhere/model";
import { openRecords } from "@whenwhere/model/open-records";
import { LOAD_FORM } from "@whenwhere/model/read-forms";
import { type OptionForm, refuseOptions } from "@whenwhere/model/refuse-options";
import { MemoryStore, type StoreOptions } from "../memory-store.ts";
import type { Store } from "../types.ts";
import { loadRows, type RowLoadOptions } from "./load-rows.ts";
import type { SentLoad, SentRows } from "./messages.ts";
import { openWorker, WORKER_FORM, type WorkerHandle, type WorkerOptions } from "./open-worker.ts";
import { quickNames, quickRecords } from "./quick-records.ts";
import { datasetOfReady } from "./ready-rows.ts";
import { sentInput } from "./sent-input.ts";
import { type LoadListener, workerCalls } from "./worker-calls.ts";

/** Options of {@link loadStore}: those of `loadIncidents` and of `createStore`, and where the work is done. */
export interface LoadStoreOptions extends LoadOptions, Omit<StoreOptions, "categoryField" | "sources">, WorkerOptions {
  /** Field that gives the category. Default `category`. */
  readonly categoryField?: string;
  /**
   * Told once, when the first rows are there and others follow: the very store that the call resolves with. Its records are
   * made of the columns and their ids are row numbers until all is read; then it announces `data`.
   */
  onPartial?(store: Store): void;
}

const FORM: OptionForm<LoadStoreOptions> = {
  ...LOAD_FORM,
  ...WORKER_FORM,
  title: "any",
  attribution: "any",
  license: "any",
  keep: "any",
  onError: [Function],
  categoryField: "any",
  onPartial: [Function],
};

/** A store with what is to be said of its data. */
export interface LoadedStore {
  readonly store: Store;
  readonly report: ImportReport;
  readonly issues: readonly Issue[];
  readonly head: CollectionHead;
  readonly runsOn: "main" | "worker";
  /** Why the reading was done on this thread; null when it was not. */
  readonly note: string | null;
}

/**
 * Loads what `loadIncidents` loads, straight into a store: reading and sorting are done in a worker, the columns are moved
 * here, and records stay packed until somebody looks at one. The page is not held up, whatever the size. Where workers are
 * forbidden, or an option is a function or an object that cannot cross, the same is done on this thread, and said.
 *
 * @throws WhenWhereError as `loadIncidents` and `createStore` do; `load/aborted` when the signal cancels.
 */
export async function loadStore(input: LoadInput, options: LoadStoreOptions = {}): Promise<LoadedStore> {
  refuseOptions(options, FORM, { code: "load", name: "loadStore" });
  const { signal } = options;
  if (signal?.aborted === true) throw abortedError(signal);
  const kept = new KeptStore(options);
  const listener: LoadListener = {
    onProgress: options.onProgress === undefined ? undefined : (progress) => options.onProgress?.(progress),
    onRows: options.onPartial === undefined ? undefined : (rows) => kept.tell(rows),
  };
  const hindrance = hindranceOf(options);
  const opened = hindrance === null ? await openWorker(options) : { handle: null, why: hindrance };
  if (opened.handle === null) {
    const load = await loadRows(input, {
      ...readingOf(options),
      ...(signal ? { signal } : {}),
      ...listenersOf(listener),
    });
    return kept.finish(load, `Read on this thread: ${opened.why}.`);
  }
  try {
    return await kept.finish(await loadThere(opened.handle, { input, options, listener }), null);
  } finally {
    opened.handle.terminate();
  }
}

/** The store of a load: made of the first rows, become all of them. */
class KeptStore {
  #store: MemoryStore | null = null;
  readonly #options: LoadStoreOptions;

  constructor(options: LoadStoreOptions) {
    this.#options = options;
  }

  tell(rows: SentRows): void {
    const isFirst = this.#store === null;
    const store = this.#take(rows, {}, namedRows(rows));
    if (isFirst) this.#options.onPartial?.(store);
  }

  async finish(load: SentLoad, note: string | null): Promise<LoadedStore> {
    const { report, head, recordData } = load;
    const behind = recordData === undefined ? namedRows(load) : quickRecords(await openRecords(recordData));
    const store = this.#take(load, head, behind);
    return { store, report, issues: report.issues, head, runsOn: note === null ? "worker" : "main", note };
  }

  #take({ rows, texts }: SentRows, head: CollectionHead, behind: RecordSource | RowNames | undefined): MemoryStore {
    const { title, attribution, license, language, onError } = this.#options;
    const data = { ...datasetOfReady(rows, behind), texts };
    const options = {
      ...stated({ title: title ?? head.title ?? rows.said.title }),
      ...stated({ attribution: attribution ?? head.attribution ?? rows.said.attribution }),
      ...stated({ license: license ?? head.license ?? rows.said.license }),
      ...stated({ language: language ?? head.language ?? rows.said.language }),
      ...(onError === undefined ? {} : { onError }),
      sources: rows.sources,
    };
    if (this.#store === null) this.#store = new MemoryStore(data, options);
    else this.#store.become(data, options);
    return this.#store;
  }
}

/** The names of rows without records of their own, whose index makes nobody wait. */
function namedRows({ names }: SentRows): RowNames | undefined {
  if (names === undefined) return undefined;
  const read = createRowNames(names);
  return names.ids === null ? read : quickNames(read);
}

function stated<K extends string>(part: Record<K, string | null | undefined>): Partial<Record<K, string>> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value)) as Partial<Record<K, string>>;
}

/** What cannot cross to a worker; null when all can. */
function hindranceOf({ readers, format, fetch }: LoadStoreOptions): string | null {
  if (fetch !== undefined) return "`fetch` is a function of this thread";
  if (readers !== undefined && readers.length > 0) return "`readers` are functions of this thread";
  return typeof format === "object" ? "`format` is a reader of this thread" : null;
}

/** The options of reading alone, as plain data. */
function readingOf(options: LoadStoreOptions): Omit<RowLoadOptions, "signal"> {
  const {
    onPartial: _,
    onProgress: __,
    signal: ___,
    onError: ____,
    workerUrl: _____,
    worker: ______,
    ...rest
  } = options;
  const { title: _______, attribution: ________, license: _________, language: __________, ...reading } = rest;
  return reading;
}

function listenersOf({ onProgress, onRows }: LoadListener): Partial<RowLoadOptions> {
  return { ...(onProgress === undefined ? {} : { onProgress }), ...(onRows === undefined ? {} : { onRows }) };
}

interface Errand {
  readonly input: LoadInput;
  readonly options: LoadStoreOptions;
  readonly listener: LoadListener;
}

async function loadThere(handle: WorkerHandle, { input, options, listener }: Errand): Promise<SentLoad> {
  const { signal } = options;
  const calls = workerCalls(handle);
  const { sent, pump } = sentInput(input);
  const job = calls.load(sent, readingOf(options), listener);
  const onAbort = (): void => job.cancel();
  signal?.addEventListener("abort", onAbort);
  if (signal?.aborted === true) onAbort();
  // A worker that is busy hears of the cancel late: nobody waits for it here.
  const cancelled = new Promise<never>((_, reject) => {
    signal?.addEventListener("abort", () => reject(abortedError(signal)));
  });
  try {
    const pumping = pump?.((bytes, isOurs) => job.chunk(bytes, isOurs)) ?? job.loaded;
    const [load] = await Promise.race([Promise.all([job.loaded, pumping]), cancelled]);
    return load;
  } finally {
    signal?.removeEventListener("abort", onAbort);
    calls.destroy();
  }
}

function abortedError(signal: AbortSignalLike): WhenWhereError {
  return new WhenWhereError("load/aborted", "Loading was cancelled.", "Nothing to do.", { cause: signal.reason });
}
