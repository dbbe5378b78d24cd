import type { OptionForm } from "@whenwhere/model/refuse-options";
import type { FromWorker, ToWorker } from "./messages.ts";
import { type PageOrigin, scriptAddress } from "./script-address.ts";

/** A worker that runs, under one interface for pages and Node. */
export interface WorkerHandle {
  post(message: ToWorker, transfer?: readonly ArrayBuffer[]): void;
  /** The one who listens; `onFailure` when the worker dies. */
  listen(onMessage: (message: FromWorker) => void, onFailure: (why: string) => void): void;
  terminate(): void;
}

/** Where a worker comes from. */
export interface WorkerOptions {
  /**
   * Address of the program, `whenwhere/worker.js` of the package, as a file of your own origin: for policies without
   * `worker-src blob:`; in Node a `file:` URL. Default: the program that the library carries, from a Blob URL. Where the page
   * enforces Trusted Types, either goes through a policy named `whenwhere`.
   */
  readonly workerUrl?: string | undefined;
  /** `never` keeps everything on this thread. Default `auto`. */
  readonly worker?: "auto" | "never" | undefined;
}

/** The same options by name. */
export const WORKER_FORM: OptionForm<WorkerOptions> = { workerUrl: "any", worker: ["auto", "never"] };

/** A worker that is ready, or why there is none. */
export type OpenedWorker =
  | { readonly handle: WorkerHandle; readonly why: null }
  | { readonly handle: null; readonly why: string };

interface PageWorker {
  onmessage: ((event: { readonly data: FromWorker }) => void) | null;
  onerror: ((event: { readonly message?: string; preventDefault?(): void }) => void) | null;
  postMessage(message: ToWorker, transfer: readonly ArrayBuffer[]): void;
  terminate(): void;
}

interface NodeWorker {
  on(event: "message", listener: (message: FromWorker) => void): void;
  on(event: "error", listener: (error: Error) => void): void;
  postMessage(message: ToWorker, transfer: readonly ArrayBuffer[]): void;
  terminate(): unknown;
}

type NodeWorkerClass = new (source: unknown, options?: { readonly eval?: boolean }) => NodeWorker;

interface Platform extends Omit<PageOrigin, "URL"> {
  readonly Worker?: new (url: string, options?: { readonly type: "module" | "classic" }) => PageWorker;
  readonly Blob?: new (parts: readonly string[], options: { readonly type: string }) => unknown;
  readonly URL?: NonNullable<PageOrigin["URL"]> & {
    createObjectURL?(blob: unknown): string;
    revokeObjectURL?(url: string): void;
  };
  readonly process?: {
    readonly versions?: { readonly node?: string };
    getBuiltinModule?(name: string): { readonly Worker: NodeWorkerClass };
  };
  setTimeout(callback: () => void, delayMs: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** A worker that has said nothing for so long is taken for forbidden. */
const PATIENCE_MS = 20_000;

/**
 * Starts a worker: from `workerUrl`, else from the program that the library carries, as a Blob URL in a page and as a text
 * in Node. Never rejects: where workers are forbidden (a policy, `file://`, a sandbox) the answer says why.
 */
export async function openWorker(options: WorkerOptions = {}): Promise<OpenedWorker> {
  if (options.worker === "never") return none("the page asked for none");
  const platform = globalThis as unknown as Platform;
  try {
    const handle = await started(platform, options.workerUrl);
    return typeof handle === "string" ? none(handle) : await ready(handle, platform);
  } catch (error) {
    return none(error instanceof Error ? error.message : String(error));
  }
}

function none(why: string): OpenedWorker {
  return { handle: null, why: why.replace(/\.+$/, "") };
}

async function started(platform: Platform, workerUrl: string | undefined): Promise<WorkerHandle | string> {
  const text = workerUrl === undefined ? (await import("./worker-text.ts")).workerText : null;
  if (workerUrl === undefined && text === null) return "these sources carry no program for one";
  if (platform.Worker !== undefined) return pageWorker(platform, workerUrl, text);
  const NodeWorkers = platform.process?.getBuiltinModule?.("node:worker_threads").Worker;
  if (NodeWorkers === undefined) return "this platform has none";
  const { URL } = platform;
  if (workerUrl !== undefined && URL !== undefined) return nodeHandle(new NodeWorkers(new URL(workerUrl)));
  return nodeHandle(new NodeWorkers(text, { eval: true }));
}

function pageWorker(platform: Platform, workerUrl: string | undefined, text: string | null): WorkerHandle | string {
  const { Worker: Workers, Blob: Blobs, URL } = platform;
  if (Workers === undefined) return "this platform has none";
  if (workerUrl !== undefined) {
    return pageHandle(new Workers(scriptAddress(workerUrl, platform), { type: "module" }), () => {});
  }
  if (Blobs === undefined || URL?.createObjectURL === undefined) return "this platform makes no Blob URLs";
  const url = URL.createObjectURL(new Blobs([text as string], { type: "text/javascript" }));
  const forget = (): void => URL.revokeObjectURL?.(url);
  try {
    return pageHandle(new Workers(scriptAddress(url, platform), { type: "classic" }), forget);
  } catch (error) {
    forget();
    throw error;
  }
}

function pageHandle(worker: PageWorker, forget: () => void): WorkerHandle {
  return {
    post: (message, transfer = []) => worker.postMessage(message, transfer),
    listen(onMessage, onFailure) {
      worker.onmessage = ({ data }) => {
        // The address is needed until the program runs.
        if (data.type === "ready") forget();
        onMessage(data);
      };
      worker.onerror = (event) => {
        event.preventDefault?.();
        onFailure(event.message || "the page's policy forbids it, or its address cannot be loaded");
      };
    },
    terminate() {
      forget();
      worker.terminate();
    },
  };
}

function nodeHandle(worker: NodeWorker): WorkerHandle {
  return {
    post: (message, transfer = []) => worker.postMessage(message, transfer),
    listen(onMessage, onFailure) {
      worker.on("message", onMessage);
      worker.on("error", ({ message }) => onFailure(message));
    },
    terminate: () => void worker.terminate(),
  };
}

function ready(handle: WorkerHandle, platform: Platform): Promise<OpenedWorker> {
  return new Promise((resolve) => {
    const close = (opened: OpenedWorker): void => {
      platform.clearTimeout(timer);
      if (opened.handle === null) handle.terminate();
      resolve(opened);
    };
    const timer = platform.setTimeout(() => close(none("it did not start")), PATIENCE_MS);
    handle.listen(
      ({ type }) => {
        if (type === "ready") close({ handle, why: null });
      },
      (why) => close(none(why)),
    );
  });
}
