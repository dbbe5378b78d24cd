import { type LoadProgress, WhenWhereError } from "@whenwhere/model";
import {
  type FromWorker,
  receivedError,
  type SentData,
  type SentInput,
  type SentLoad,
  type SentOptions,
  type SentRows,
} from "./messages.ts";
import type { WorkerHandle } from "./open-worker.ts";

/** A question that can be answered once, and given up before. */
export interface WorkerQuestion<T> {
  answer(): Promise<T>;
  giveUp(): void;
}

/** What is told while loading goes on. */
export interface LoadListener {
  onProgress?: ((progress: LoadProgress) => void) | undefined;
  onRows?: ((rows: SentRows) => void) | undefined;
}

/** A load that is under way. */
export interface WorkerLoad {
  readonly loaded: Promise<SentLoad>;
  /** For an input that is a stream; null ends it. Bytes that are `isOurs` are moved, others copied. */
  chunk(bytes: Uint8Array | null, isOurs: boolean): void;
  cancel(): void;
}

/** What a page asks of its worker. */
export interface WorkerCalls {
  sendData(data: SentData): void;
  question<T>(method: string, query: unknown): WorkerQuestion<T>;
  load(input: SentInput, options: SentOptions, listener: LoadListener): WorkerLoad;
  /** Ends the worker; what waits is rejected. */
  destroy(): void;
}

interface Call {
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
  readonly listener?: LoadListener;
}

/**
 * The page's side of the protocol. One question at a time is on its way: the worker cannot look up from its work, so a
 * question that is given up while it waits here is never sent.
 */
export function workerCalls(handle: WorkerHandle): WorkerCalls {
  const calls = new Map<number, Call>();
  const waiting: (() => void)[] = [];
  let lastId = 0;
  let isBusy = false;
  let failure: WhenWhereError | null = null;

  const settle = (id: number): Call | undefined => {
    const call = calls.get(id);
    calls.delete(id);
    return call;
  };
  const receive = (message: FromWorker): void => {
    if (message.type === "ready") return;
    const { listener } = calls.get(message.id) ?? {};
    if (message.type === "progress") listener?.onProgress?.(message.progress);
    else if (message.type === "rows") listener?.onRows?.(message.rows);
    else if (message.type === "answer") settle(message.id)?.resolve(message.value as never);
    else settle(message.id)?.reject(receivedError(message.error));
  };
  const end = (error: WhenWhereError): void => {
    failure = error;
    waiting.length = 0;
    for (const { reject } of [...calls.values()]) reject(error);
    calls.clear();
  };
  const next = (): void => {
    isBusy = false;
    waiting.shift()?.();
  };
  handle.listen(receive, (why) => end(failedError(why)));

  const send = <T>(method: string, query: unknown): Promise<T> => {
    isBusy = true;
    const id = ++lastId;
    const sent = new Promise<T>((resolve, reject) => {
      calls.set(id, { resolve, reject });
      handle.post({ type: "ask", id, method, query });
    });
    return sent.finally(next);
  };

  return {
    sendData: (data) => handle.post({ type: "data", data }),
    question(method, query) {
      let turn: (() => void) | null = null;
      return {
        answer: async () => {
          if (failure !== null) throw failure;
          if (isBusy) {
            await new Promise<void>((resolve) => {
              turn = resolve;
              waiting.push(resolve);
            });
          }
          return send(method, query);
        },
        giveUp() {
          const at = turn === null ? -1 : waiting.indexOf(turn);
          if (at >= 0) waiting.splice(at, 1);
        },
      };
    },
    load(input, options, listener) {
      const id = ++lastId;
      const loaded = new Promise<SentLoad>((resolve, reject) => {
        calls.set(id, { resolve, reject, listener });
        handle.post({ type: "load", id, input, options, isTelling: listener.onRows !== undefined });
      });
      return {
        loaded,
        chunk: (bytes, isOurs) =>
          handle.post({ type: "chunk", id, bytes }, isOurs && bytes !== null ? [bytes.buffer as ArrayBuffer] : []),
        cancel: () => handle.post({ type: "cancel", id }),
      };
    },
    destroy() {
      end(failedError("it was ended"));
      handle.terminate();
    },
  };
}

function failedError(why: string): WhenWhereError {
  return new WhenWhereError("worker/failed", `The worker is gone: ${why}.`, "Make a new one, or ask on this thread.");
}
