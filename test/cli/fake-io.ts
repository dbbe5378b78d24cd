import path from "node:path";
import type { BlobLike, ByteStream } from "@whenwhere/model";
import { type Answer, type CliIo, run } from "../../packages/cli/src/index.ts";

export type Files = Record<string, string | Uint8Array>;

/** A world of the command that is kept in memory. */
export interface FakeWorld {
  readonly io: CliIo;
  readonly files: Files;
  readonly written: Record<string, string>;
  readonly said: { out: string; error: string };
  /** Of the running preview. */
  answer: Answer | null;
  changed: (path: string) => void;
  interrupt: () => void;
  closed: number;
  clockMs: number;
}

/** A world with these files. Each reading of a chunk takes `chunkMs` of its clock. */
export function fakeWorld(files: Files, options: { columns?: number | null; chunkMs?: number } = {}): FakeWorld {
  const { columns = null, chunkMs = 0 } = options;
  const watchers = new Map<string, () => void>();
  let stop: () => void = () => {};
  const interrupted = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const said = { out: "", error: "" };
  const written: Record<string, string> = {};
  const io: CliIo = {
    out: (text) => {
      said.out += text;
    },
    error: (text) => {
      said.error += text;
    },
    open(name) {
      const file = files[name];
      if (file === undefined) return Promise.reject(new Error("ENOENT: no such file"));
      const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
      return Promise.resolve(
        blobOf(name, bytes, () => {
          world.clockMs += chunkMs;
        }),
      );
    },
    writeFile(name, text) {
      written[name] = typeof text === "string" ? text : Buffer.from(text).toString("latin1");
      return Promise.resolve();
    },
    fileKey: (name) => Promise.resolve(path.resolve(name)),
    asset: (name) =>
      Promise.resolve(
        name === "../package.json"
          ? '{"version":"1.2.3"}'
          : name.endsWith(".json")
            ? '{"AE":{"arcs":""}}'
            : name.includes("offline")
              ? 'globalThis.whenwhereOffline = "QUJD";\n'
              : `/* ${name} */ var s = "</script><!--";`,
      ),
    terminalColumns: columns,
    nowMs: () => world.clockMs,
    serve(answer, port) {
      if (port === 1) return Promise.reject(new Error("EACCES"));
      world.answer = answer;
      return Promise.resolve({
        port: port || 40_000,
        close: () => {
          world.closed++;
          return Promise.resolve();
        },
      });
    },
    watch(path, onChange) {
      watchers.set(path, onChange);
      return () => watchers.delete(path);
    },
    interrupted: () => interrupted,
  };
  const world: FakeWorld = {
    ...{ io, files, written, said, answer: null, closed: 0, clockMs: 0 },
    changed: (path) => watchers.get(path)?.(),
    interrupt: () => stop(),
  };
  return world;
}

const CHUNK = 1024;

function blobOf(name: string, bytes: Uint8Array, onChunk: () => void): BlobLike {
  const stream = (): ByteStream => {
    let at = 0;
    return {
      getReader: () => ({
        read() {
          onChunk();
          const value = bytes.subarray(at, at + CHUNK);
          at += CHUNK;
          return Promise.resolve(value.length === 0 ? { done: true } : { done: false, value });
        },
        cancel: () => Promise.resolve(),
      }),
    };
  };
  return { name, size: bytes.length, type: "", stream };
}

/** Runs a command over files to its end. */
export async function call(argv: readonly string[], files: Files) {
  const world = fakeWorld(files);
  const exit = await run(argv, world.io);
  return { exit, ...world.said, written: world.written };
}
