import { recordsOf } from "@whenwhere/model";
import { createStore } from "../create-store.ts";
import type { Engine } from "../engine/engine.ts";
import { memoryEngine } from "../engine/memory-engine.ts";
import { queryError } from "../engine/questions.ts";
import { buffersOf } from "./buffers-of.ts";
import { type ChunkQueue, createChunkQueue } from "./chunk-queue.ts";
import { loadRows, type RowLoadOptions } from "./load-rows.ts";
import { type FromWorker, type SentData, type SentRows, sentError, type ToWorker } from "./messages.ts";
import { receivedInput } from "./sent-input.ts";
import { spacedProgress } from "./spaced-progress.ts";

/** The worker's way to the page. */
export interface ProgramPort {
  post(message: FromWorker, transfer: readonly ArrayBuffer[]): void;
}

interface Job {
  readonly stop: AbortController;
  readonly chunks: ChunkQueue;
}

/** The program of the worker, apart from how its messages travel. */
export function serve(port: ProgramPort): (message: ToWorker) => void {
  const jobs = new Map<number, Job>();
  let engine: Engine | null = null;
  let wrongData: unknown = null;

  const answer = async (id: number, work: () => Promise<unknown>): Promise<void> => {
    try {
      const value = await work();
      port.post({ type: "answer", id, value }, buffersOf(value));
    } catch (error) {
      port.post({ type: "error", id, error: sentError(error) }, []);
    } finally {
      jobs.delete(id);
    }
  };

  const takeData = (data: SentData): void => {
    engine?.destroy();
    engine = null;
    wrongData = null;
    try {
      engine = engineOf(data);
    } catch (error) {
      wrongData = error;
    }
  };

  const load = ({ id, input, options, isTelling }: Extract<ToWorker, { type: "load" }>): void => {
    const job: Job = { stop: new AbortController(), chunks: createChunkQueue() };
    jobs.set(id, job);
    const { tell, end } = spacedProgress((progress) => port.post({ type: "progress", id, progress }, []));
    const onRows = (rows: SentRows): void => port.post({ type: "rows", id, rows }, buffersOf(rows));
    const told = { onProgress: tell, ...(isTelling ? { onRows } : {}), signal: job.stop.signal };
    const source = receivedInput(input, job.chunks);
    void answer(id, () => loadRows(source, { ...(options as RowLoadOptions), ...told }).finally(end));
  };

  return (message) => {
    switch (message.type) {
      case "data":
        takeData(message.data);
        return;
      case "ask":
        void answer(message.id, () => {
          if (engine === null) throw wrongData ?? queryError("The worker has no rows yet.", "Give it some.");
          return asked(engine, message.method, message.query);
        });
        return;
      case "load":
        load(message);
        return;
      case "chunk":
        jobs.get(message.id)?.chunks.push(message.bytes);
        return;
      case "cancel":
        jobs.get(message.id)?.stop.abort();
    }
  };
}

function engineOf(data: SentData): Engine {
  if ("packed" in data) return memoryEngine(createStore(data));
  const { categoryField } = data;
  const named = categoryField === undefined ? {} : { categoryField };
  if ("columns" in data) {
    const { recordData, ...columns } = data.columns;
    const records = recordData === undefined ? {} : { records: recordsOf(recordData) };
    return memoryEngine(createStore({ columns: { ...columns, ...records } }, named));
  }
  const { incidents, category } = data;
  if (category === undefined) return memoryEngine(createStore(incidents, named));
  let row = 0;
  return memoryEngine(
    createStore(incidents, { categoryField: () => category.values[category.codes[row++] as number] }),
  );
}

function asked(engine: Engine, method: string, query: unknown): Promise<object> {
  const all: Readonly<Record<string, (query: never) => Promise<object>>> = {
    describe: () => engine.describe(),
    count: (query) => engine.count(query),
    histogram: (query) => engine.histogram(query),
    bins: (query) => engine.bins(query),
    cube: (query) => engine.cube(query),
    page: (query) => engine.page(query),
    record: (query) => engine.record(query),
  };
  const ask = Object.hasOwn(all, method) ? all[method] : undefined;
  if (ask === undefined)
    throw queryError(`An engine knows no "${method}".`, `Ask one of ${Object.keys(all).join(", ")}.`);
  return ask(query as never);
}
