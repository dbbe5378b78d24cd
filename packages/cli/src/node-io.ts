import { readFile, writeFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import type { CliIo } from "./cli-io.ts";

/** The real world: files, standard input (`-`), output and error. */
export const nodeIo: CliIo = {
  out: (text) => {
    process.stdout.write(text);
  },
  error: (text) => {
    process.stderr.write(text);
  },
  readFile: (path) => (path === "-" ? buffer(process.stdin) : readFile(path)),
  writeFile: (path, text) => writeFile(path, text, "utf8"),
};
