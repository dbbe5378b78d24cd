import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/**
 * What a page downloads for a few lines of code: bundled with everything it imports, minified, gzip.
 * `dynamicKb` counts what is fetched only when it is first needed.
 */
export async function bundleSize(code, root) {
  const result = await build({
    stdin: { contents: code, resolveDir: root, loader: "js" },
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    outdir: "out",
    write: false,
    metafile: true,
    legalComments: "none",
    logLevel: "silent",
  });
  const { outputs } = result.metafile;
  const first = Object.keys(outputs).find((name) => outputs[name].entryPoint === "<stdin>");
  const eager = new Set();
  const follow = (name) => {
    if (eager.has(name)) return;
    eager.add(name);
    for (const { path, kind } of outputs[name].imports)
      if (kind === "import-statement" && path in outputs) follow(path);
  };
  follow(first);
  const bytes = (file) => gzipSync(file.contents, { level: 9 }).length;
  const named = result.outputFiles.map((file) => ({
    file,
    name: Object.keys(outputs).find((name) => file.path.endsWith(name)),
  }));
  const sum = (some) => some.reduce((total, { file }) => total + bytes(file), 0);
  return {
    gzipBytes: sum(named.filter(({ name }) => eager.has(name))),
    // Megabytes to compress, which few ask for.
    get lazyGzipBytes() {
      return sum(named.filter(({ name }) => !eager.has(name)));
    },
    inputs: [...eager].flatMap((name) => Object.keys(outputs[name].inputs)),
  };
}

/** The pages whose weight we state. */
export const PAGES = {
  "read and parse": `import { readIncidents, parseEdtf } from "whenwhere"; globalThis.kept = [readIncidents, parseEdtf];`,
  "timeline entry": `import { timeline } from "whenwhere/timeline"; globalThis.kept = [timeline];`,
  timeline: `import { createStore } from "whenwhere"; import { timeline } from "whenwhere/timeline";
    globalThis.kept = [createStore, timeline];`,
  "timeline and readers": `import { readIncidents, createStore } from "whenwhere"; import { timeline } from "whenwhere/timeline";
    globalThis.kept = [readIncidents, createStore, timeline];`,
  map: `import { readIncidents, createStore } from "whenwhere"; import { incidentMap } from "whenwhere/map";
    globalThis.kept = [readIncidents, createStore, incidentMap];`,
  elements: `import "whenwhere/define";`,
  // With what is loaded before its first drawing, but for MapLibre and the ground.
  "when-where": `import "whenwhere/define"; import { incidentMap } from "whenwhere/map";
    import { mount } from "./dist/embed/elements/workspace-element.js"; globalThis.kept = [incidentMap, mount];`,
};
