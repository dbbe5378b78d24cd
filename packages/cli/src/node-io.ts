import { createReadStream, watch } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { BlobLike, ByteStream } from "@whenwhere/model";
import type { CliIo } from "./cli-io.ts";
import { serveOnLoopback } from "./serve-on-loopback.ts";

/** The real world: files, standard input (`-`), output and error, the loopback interface, Ctrl+C. */
export const nodeIo: CliIo = {
  out: (text) => {
    process.stdout.write(text);
  },
  error: (text) => {
    process.stderr.write(text);
  },
  open: (file) => (file === "-" ? openStandardInput() : openFile(file)),
  writeFile: (file, content) => writeFile(file, content),
  fileKey,
  asset: readAsset,
  terminalColumns: process.stderr.isTTY ? process.stderr.columns || 80 : null,
  nowMs: () => performance.now(),
  serve: serveOnLoopback,
  watch: watchFile,
  interrupted: () =>
    new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    }),
};

async function openFile(file: string): Promise<BlobLike> {
  const found = await stat(file);
  if (found.isDirectory()) throw new Error("it is a folder");
  return blobOf(file, found.size, () => Readable.toWeb(createReadStream(file)) as ByteStream);
}

/** A file is known by its place on the disk, whatever links to it; one that is not there yet, by its name. */
async function fileKey(file: string): Promise<string> {
  try {
    const { dev, ino } = await stat(file);
    return `${dev}:${ino}`;
  } catch {
    return path.resolve(file);
  }
}

async function openStandardInput(): Promise<BlobLike> {
  const bytes = new Uint8Array(await buffer(process.stdin));
  return blobOf("-", bytes.length, () => new Blob([bytes]).stream() as ByteStream);
}

function blobOf(name: string, size: number, stream: () => ByteStream): BlobLike {
  return { name, size, type: "", stream };
}

/** Beside the built command, or, when it runs from its source, where the build puts it. */
async function readAsset(name: string): Promise<string> {
  const places = [`./${name}`, `../../whenwhere/dist/${name}`].map((place) => new URL(place, import.meta.url));
  for (const place of places) {
    try {
      return await readFile(place, "utf8");
    } catch {
      // The next place may have it.
    }
  }
  throw new Error(`${name} is missing from this installation. Install the package again.`);
}

const SETTLE_MS = 150;

/** Watches the folder, since editors replace a file rather than write into it. */
function watchFile(file: string, onChange: () => void): () => void {
  let timer: NodeJS.Timeout | null = null;
  const watcher = watch(path.dirname(file), (_, name) => {
    if (name !== null && name !== path.basename(file)) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(onChange, SETTLE_MS);
  });
  return () => {
    if (timer !== null) clearTimeout(timer);
    watcher.close();
  };
}
