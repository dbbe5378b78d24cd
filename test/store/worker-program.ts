import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** The program of the worker as a file for Node, bundled as the build of the package does it. */
export async function workerProgram(): Promise<string> {
  const root = path.resolve(import.meta.dirname, "../..");
  const { outputFiles } = await build({
    entryPoints: [path.join(root, "packages/store/src/worker/program.ts")],
    bundle: true,
    format: "iife",
    target: "es2022",
    minify: true,
    write: false,
    logLevel: "error",
  });
  const file = path.join(mkdtempSync(path.join(tmpdir(), "whenwhere-worker-")), "program.cjs");
  writeFileSync(file, outputFiles[0]?.text ?? "");
  return pathToFileURL(file).href;
}
