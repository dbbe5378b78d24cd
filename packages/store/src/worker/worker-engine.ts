import type { LoadInput } from "@whenwhere/model";
import { type OptionForm, refuseOptions } from "@whenwhere/model/refuse-options";
import { wideColumns } from "../columns/wide-columns.ts";
import { createStore, type StoreInput } from "../create-store.ts";
import type { AskOptions, Engine } from "../engine/engine.ts";
import { memoryEngine } from "../engine/memory-engine.ts";
import { Questions } from "../engine/questions.ts";
import { MemoryStore } from "../memory-store.ts";
import { createEmitter } from "../state/emitter.ts";
import type { Store } from "../types.ts";
import { loadStore } from "./load-store.ts";
import type { SentColumns, SentData } from "./messages.ts";
import { openWorker, WORKER_FORM, type WorkerOptions } from "./open-worker.ts";
import { type WorkerCalls, workerCalls } from "./worker-calls.ts";

/** Options of {@link workerEngine}. */
export interface WorkerEngineOptions extends WorkerOptions, AskOptions {
  /** Field that gives the category. A function cannot cross: what needs one is made into a store first. */
  readonly categoryField?: string;
}

const FORM: OptionForm<WorkerEngineOptions> = { ...WORKER_FORM, signal: "any", key: "any", categoryField: "any" };

/**
 * The memory engine on another thread: the same questions, the same answers, and no question blocks the page. The rows are
 * copied, or loaded there when `{ load: url }` asks for it; a store's later changes are followed. One question at a time is
 * on its way, so that a waiting one that is superseded or cancelled costs nothing. Arrays of answers are moved, not copied.
 *
 * Where workers are forbidden it answers on this thread, and `describe()` says so: `runsOn: "main"`, the reason in `note`.
 * `destroy()` ends the worker. Rejects with the errors of loading and of `createStore`; a worker that dies rejects what is
 * pending with `worker/failed`.
 */
export async function workerEngine(
  input: Store | StoreInput | { readonly load: LoadInput },
  options: WorkerEngineOptions = {},
): Promise<Engine> {
  refuseOptions(options, FORM, { code: "engine", name: "workerEngine" });
  const { signal, categoryField, workerUrl, worker } = options;
  const named = categoryField === undefined ? {} : { categoryField };
  const loading = { ...named, ...(signal === undefined ? {} : { signal }), workerUrl, worker };
  const ready: Store | StoreInput =
    typeof input === "object" && "load" in input ? (await loadStore(input.load, loading)).store : input;
  const opened = await openWorker(options);
  const store = ready instanceof MemoryStore ? ready : null;
  if (opened.handle === null) return mainEngine(store ?? createStore(ready as StoreInput, named), opened.why);
  const calls = workerCalls(opened.handle);
  const data = store === null ? dataOfInput(ready as StoreInput, named) : dataOfStore(store);
  if (data === null) {
    calls.destroy();
    return mainEngine(createStore(ready as StoreInput, named), "these records are made by a function of this thread");
  }
  calls.sendData(data);
  return new WorkerEngine(calls, store);
}

/** The memory engine, and why it is used. */
function mainEngine(store: Store, why: string): Engine {
  const engine = memoryEngine(store);
  return {
    describe: async (options) => ({ ...(await engine.describe(options)), note: `Answered on this thread: ${why}.` }),
    count: (query, options) => engine.count(query, options),
    histogram: (query, options) => engine.histogram(query, options),
    bins: (query, options) => engine.bins(query, options),
    cube: (query, options) => engine.cube(query, options),
    page: (query, options) => engine.page(query, options),
    record: (id, options) => engine.record(id, options),
    subscribe: (listener) => engine.subscribe?.(listener) ?? (() => {}),
    destroy: () => engine.destroy(),
  };
}

class WorkerEngine implements Engine {
  readonly #calls: WorkerCalls;
  readonly #questions = new Questions();
  readonly #emitter = createEmitter<{ data: null }>();
  readonly #stop: () => void;

  constructor(calls: WorkerCalls, source: MemoryStore | null) {
    this.#calls = calls;
    this.#stop =
      source?.on("data", () => {
        calls.sendData(dataOfStore(source));
        this.#emitter.emit(["data"], null, null);
      }) ?? (() => {});
  }

  async describe(options: AskOptions = {}): ReturnType<Engine["describe"]> {
    const said = await this.#ask<Awaited<ReturnType<Engine["describe"]>>>("describe", null, options);
    return { ...said, name: "worker", runsOn: "worker" };
  }
  count(query: Parameters<Engine["count"]>[0], options: AskOptions = {}): ReturnType<Engine["count"]> {
    return this.#ask("count", query, options);
  }
  histogram(query: Parameters<Engine["histogram"]>[0], options: AskOptions = {}): ReturnType<Engine["histogram"]> {
    return this.#ask("histogram", query, options);
  }
  bins(query: Parameters<Engine["bins"]>[0], options: AskOptions = {}): ReturnType<Engine["bins"]> {
    return this.#ask("bins", query, options);
  }
  cube(query: Parameters<Engine["cube"]>[0], options: AskOptions = {}): ReturnType<Engine["cube"]> {
    return this.#ask("cube", query, options);
  }
  page(query: Parameters<Engine["page"]>[0], options: AskOptions = {}): ReturnType<Engine["page"]> {
    return this.#ask("page", query, options);
  }
  record(id: string, options: AskOptions = {}): ReturnType<Engine["record"]> {
    return this.#ask("record", id, options);
  }

  subscribe(listener: () => void): () => void {
    return this.#emitter.on("data", () => listener());
  }

  destroy(): void {
    this.#stop();
    this.#questions.destroy();
    this.#calls.destroy();
    this.#emitter.clear();
  }

  #ask<T>(method: string, query: unknown, options: AskOptions): Promise<T> {
    const call = this.#calls.question<T>(method, query);
    return this.#questions.ask(method, options, { answer: call.answer, giveUp: call.giveUp });
  }
}

type Named = { readonly categoryField?: string };

/** Null when the input holds functions, which cannot cross. */
function dataOfInput(input: StoreInput, named: Named): SentData | null {
  if ("packed" in input) return { packed: input.packed };
  if ("columns" in input) return "records" in input.columns ? null : { columns: input.columns, ...named };
  return { incidents: "incidents" in input ? input.incidents : input, ...named };
}

function dataOfStore(store: MemoryStore): SentData {
  const { columns, categories, records, fields, figures, timeOrder } = store.dataset;
  const { outerStartMs, outerEndMs, category, length, ...rest } = wideColumns(columns);
  const coded = { codes: category, values: categories };
  if (records !== null) return { incidents: records, category: coded };
  const sent: SentColumns = {
    ...rest,
    startMs: outerStartMs,
    endMs: outerEndMs,
    category: coded,
    ids: Array.from({ length }, (_, row) => store.id(row)),
    ...(timeOrder === undefined ? {} : { timeOrder }),
    ...(fields === undefined ? {} : { fields }),
    ...(figures === undefined ? {} : { figures }),
  };
  return { columns: sent };
}
