import type { BlobLike } from "@whenwhere/model";

/** What the command needs of the world; tests pass one of their own. */
export interface CliIo {
  out(text: string): void;
  error(text: string): void;
  /** Rejects when there is no such file; `-` is standard input. */
  open(path: string): Promise<BlobLike>;
  writeFile(path: string, content: string | Uint8Array): Promise<void>;
  /** The same text for two names of one file, there or not. */
  fileKey(path: string): Promise<string>;
  /** Text of a file that is shipped with the command, by its place beside it. */
  asset(
    name: "whenwhere.standalone.js" | "whenwhere.offline.js" | "whenwhere.areas.json" | "../package.json",
  ): Promise<string>;
  /** Columns of the terminal that errors go to; null when they go to a file or a pipe. */
  readonly terminalColumns: number | null;
  nowMs(): number;
  /** Serves on the loopback interface only. `port` 0 takes a free one. */
  serve(answer: Answer, port: number): Promise<Served>;
  /** Calls back when a file changes on disk. Returns the undo. */
  watch(path: string, onChange: () => void): () => void;
  /** Resolves when the user wants to stop: Ctrl+C, or the end of the process that started this one. */
  interrupted(): Promise<void>;
}

/** One request, as far as it matters. */
export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly host: string;
}

/** What is answered; `stream` keeps the connection open and takes texts until its undo is called. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly stream?: (send: (text: string) => void) => () => void;
}

/** Answers requests. */
export type Answer = (asked: Asked) => Answered;

/** A running server. */
export interface Served {
  readonly port: number;
  close(): Promise<void>;
}

/** Exit codes: data was read, nothing usable was found, the call was wrong. */
export const EXIT = { ok: 0, nothing: 1, usage: 2 } as const;

/** A wrong call, told on one line and answered with exit code 2. */
export class UsageError extends Error {}
