import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import commonjs from "@rollup/plugin-commonjs";
import json from "@rollup/plugin-json";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import { build } from "esbuild";
import { dts } from "rollup-plugin-dts";
import esbuild from "rollup-plugin-esbuild";

const dist = "packages/whenwhere/dist";
const { dependencies, peerDependencies } = JSON.parse(readFileSync("packages/whenwhere/package.json", "utf8"));
const external = new RegExp(`^(node:|(${Object.keys({ ...dependencies, ...peerDependencies }).join("|")})(/|$))`);

/** Public entries: subpath of the package -> source. Every one is import-safe in Node but for `define` and `standalone`. */
const entries = Object.fromEntries(
  ["index", "formats", "timeline", "map", "workspace", "languages", "elements", "define"].map((name) => [
    name,
    `packages/whenwhere/src/${name}.ts`,
  ]),
);

/** `import text from "some/file?raw"`: the file as a string, as Vite does it. */
function rawText() {
  const require = createRequire(path.resolve("packages/map/package.json"));
  return {
    name: "raw-text",
    resolveId(id, importer) {
      if (!id.endsWith("?raw")) return null;
      const file = id.slice(0, -"?raw".length);
      return `${file.startsWith(".") ? path.resolve(path.dirname(importer), file) : require.resolve(file)}?raw`;
    },
    load(id) {
      if (!id.endsWith("?raw")) return null;
      return `export default ${JSON.stringify(readFileSync(id.slice(0, -"?raw".length), "utf8"))};`;
    },
  };
}

const messages = path.resolve("packages/view/src/pure/messages");

/**
 * A language that is asked for is one file of its own beside the modules of those who pass it in: one request, and no
 * bundler takes it into the first load because the same module could be imported by name.
 */
function askedLanguages() {
  return {
    name: "asked-languages",
    resolveId(id, importer) {
      if (importer !== path.join(messages, "load-languages.ts") || !id.endsWith(".ts") || id === "./types.ts")
        return null;
      return path.join(messages, "asked", path.basename(id));
    },
    async load(id) {
      if (path.dirname(id) !== path.join(messages, "asked")) return null;
      const language = path.basename(id, ".ts");
      const { outputFiles } = await build({
        entryPoints: [path.join(messages, language, `${language}.ts`)],
        bundle: true,
        format: "esm",
        target: "es2022",
        charset: "utf8",
        write: false,
      });
      return outputFiles[0].text;
    },
  };
}

const workerFolder = path.resolve("packages/store/src/worker");

/** The worker of the store as one classic script. */
async function workerProgram() {
  const { outputFiles } = await build({
    entryPoints: [path.join(workerFolder, "program.ts")],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    write: false,
    legalComments: "none",
  });
  return outputFiles[0].text;
}

/** Its text inside the library: it starts from a Blob URL, so that no bundler can lose its file. */
function workerText() {
  return {
    name: "worker-text",
    async load(id) {
      if (id !== path.join(workerFolder, "worker-text.ts")) return null;
      return `export const workerText = ${JSON.stringify(await workerProgram())};`;
    },
  };
}

/** Parts of the library that a page from disk goes without, and what stands in their place. */
const OFFLINE = [
  // One drawn ground from the coarse world: no WebGL, no MapLibre.
  [/layers\/gl-surface\.ts$/, "export const createGlSurface = () => Promise.reject(new Error());"],
  [
    /worker\/worker-url\.ts$/,
    "export const setMapWorkerUrl = () => {}; export const ensureWorkerUrl = async () => {};",
  ],
  [/worker\/worker-text\.ts$/, "export const workerText = null;"],
  [/generated\/land-10m\.json$/, "export default null;"],
  // Such a page has one language, which stands in it, and makes no other page.
  [
    /messages\/load-languages\.ts$/,
    "export const loadLanguages = async () => []; export const loadableLanguage = () => null;",
  ],
  [/export\/page-file\.ts$/, "export const pageFile = async () => null;"],
];

function offlineParts() {
  return {
    name: "offline-parts",
    setup(builder) {
      for (const [filter, contents] of OFFLINE) builder.onLoad({ filter }, () => ({ contents, loader: "js" }));
      const basemap = path.resolve("packages/map/src/basemap");
      builder.onResolve({ filter: /generated\/world-50m\.json$/ }, () => ({
        path: path.join(basemap, "generated/world-110m.json"),
      }));
      builder.onResolve({ filter: /generated\/admin1-loaders\.ts$/ }, () => ({
        path: path.join(basemap, "page-admin1-loaders.ts"),
      }));
    },
  };
}

let offlineBuild = null;

/** The program of a page from disk: one classic script as gzip in base64. */
function offlineProgram() {
  offlineBuild ??= build({
    entryPoints: ["packages/whenwhere/src/offline.ts"],
    bundle: true,
    minify: true,
    format: "iife",
    globalName: "whenwhere",
    target: "es2022",
    write: false,
    legalComments: "none",
    plugins: [offlineParts()],
  }).then(({ outputFiles }) => gzipSync(outputFiles[0].contents, { level: 9 }).toString("base64"));
  return offlineBuild;
}

const offlineFile = path.resolve("packages/workspace/src/export/offline-program.ts");

/** One file is a module, a classic script and a text: it says the program in one statement. */
const offlineScript = path.resolve("packages/whenwhere/src/whenwhere.offline.js");

const OFFLINE_BY_MODULE = `let program = null;
export async function loadOfflineProgram() {
  await import(${JSON.stringify(offlineScript)});
  program ??= globalThis.whenwhereOffline;
  delete globalThis.whenwhereOffline;
  return program;
}`;

const OFFLINE_FROM_BESIDE = `const own = document.currentScript?.src;
// A page from disk may fetch nothing, but may have scripts.
function byScript(src) {
  const script = document.createElement("script");
  const came = new Promise((resolve) => {
    script.onload = script.onerror = () => resolve(globalThis.whenwhereOffline ?? null);
  });
  script.src = src;
  document.head.append(script);
  return came.finally(() => {
    script.remove();
    delete globalThis.whenwhereOffline;
  });
}
export async function loadOfflineProgram() {
  if (!own) return null;
  const { href } = new URL("whenwhere.offline.js", own);
  if (own.startsWith("file:")) return byScript(href);
  const answer = await fetch(href);
  return answer.ok ? await answer.text() : null;
}`;

/** As a module it is loaded when a reader asks for such a page; the classic script fetches it from beside itself. */
function offlineModule(where) {
  return {
    name: "offline-module",
    resolveId: (id) => (id === offlineScript ? { id, moduleSideEffects: true } : null),
    async load(id) {
      if (id === offlineFile) return where === "inside" ? OFFLINE_BY_MODULE : OFFLINE_FROM_BESIDE;
      if (id !== offlineScript) return null;
      return `globalThis.whenwhereOffline=${JSON.stringify(await offlineProgram())};`;
    },
  };
}

/** Coarse first-level areas by country, for the command: a page from disk carries those that its records name. */
async function coarseAreasByCountry() {
  const folder = path.resolve("packages/map/src/basemap");
  const { outputFiles } = await build({
    entryPoints: [path.join(folder, "read-coarse.ts")],
    bundle: true,
    format: "esm",
    write: false,
  });
  const { readCoarse } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  const columns = JSON.parse(readFileSync(path.join(folder, "generated/admin1-coarse.json"), "utf8"));
  return Object.fromEntries(Object.keys(columns.arcs).map((iso) => [iso, readCoarse(columns, iso)]));
}

const plugins = (minify, page = "inside") => [
  rawText(),
  workerText(),
  askedLanguages(),
  offlineModule(page),
  nodeResolve({ extensions: [".ts", ".mjs", ".js", ".json"], browser: true }),
  commonjs(),
  json({ compact: true, namedExports: false, preferConst: true }),
  // A module is UTF-8 everywhere; a classic script is read in the encoding of its page.
  esbuild({ target: "es2022", minify, legalComments: "none", charset: minify ? "ascii" : "utf8" }),
];

/** Files of the package that are not modules: the worker's program, schema, element table, readme and licence. */
function companions() {
  return {
    name: "companions",
    async writeBundle() {
      const folder = path.dirname(dist);
      // For pages whose policy forbids Blob URLs: the same program as a file of their own origin.
      writeFileSync(path.join(dist, "whenwhere.worker.js"), await workerProgram());
      writeFileSync(path.join(dist, "whenwhere.areas.json"), JSON.stringify(await coarseAreasByCountry()));
      cpSync("packages/model/src/schema/collection.schema.json", path.join(folder, "schema.json"));
      for (const file of ["README.md", "LICENSE"]) cpSync(file, path.join(folder, file));
      const built = pathToFileURL(path.resolve(dist, "elements.js"));
      const { elementsManifest } = await import(`${built.href}?${Date.now()}`);
      writeFileSync(path.join(folder, "custom-elements.json"), `${JSON.stringify(elementsManifest(), null, 2)}\n`);
    },
  };
}

const modules = {
  input: entries,
  external: (id) => !id.endsWith("?raw") && external.test(id),
  plugins: [...plugins(false), companions()],
  output: {
    dir: dist,
    format: "es",
    // One file a module, so that a bundler leaves out what a page does not import, down to the file.
    preserveModules: true,
    preserveModulesRoot: "packages",
    entryFileNames: ({ name }) => `${moduleName(name)}.js`,
  },
};

/** `whenwhere/src/map` -> `map`, `store/src/types` -> `store/types`; npm would not pack a folder called node_modules. */
function moduleName(name) {
  return name
    .replace(/^whenwhere\/src\//, "")
    .replace("/src/", "/")
    .replace(/^.*node_modules\//, "vendor/")
    .replace(/\.mjs\?raw$/, "-text");
}

const NO_FINE_LAND = "\0no-fine-land";

/**
 * One script carries everything inside, so its first-level areas are the coarse ones, 0.3 MB instead of 1.5, and its land is that of
 * the 50m world close up too.
 */
function coarseAreas() {
  return {
    name: "coarse-areas",
    load: (id) => (id === NO_FINE_LAND ? "export default null;" : null),
    resolveId(id, importer) {
      if (id === "./generated/land-10m.json") return NO_FINE_LAND;
      if (id !== "./generated/admin1-loaders.ts") return null;
      return path.resolve(path.dirname(importer), "generated/admin1-loaders-coarse.ts");
    },
  };
}

const standalone = {
  input: "packages/whenwhere/src/standalone.ts",
  // A codec that we do not use compiles WebAssembly when it is imported, which a strict policy forbids.
  treeshake: { moduleSideEffects: (id) => !/hyparquet-compressors|hysnappy/.test(id) },
  plugins: [coarseAreas(), ...plugins(true, "beside")],
  output: { file: `${dist}/whenwhere.standalone.js`, format: "iife", name: "whenwhere", inlineDynamicImports: true },
};

const command = {
  input: "packages/cli/src/main.ts",
  external: (id) => external.test(id) || id.startsWith("node:"),
  plugins: plugins(false),
  output: { file: `${dist}/cli.js`, format: "es", banner: "#!/usr/bin/env node", inlineDynamicImports: true },
};

const types = {
  input: entries,
  external: (id) => external.test(id),
  plugins: [dts({ tsconfig: "packages/tsconfig.json" })],
  output: { dir: dist, format: "es", chunkFileNames: "types/[name]-[hash].d.ts" },
};

/** `BUILD=page` leaves out the type declarations, which only a published package needs. */
export default process.env.BUILD === "page" ? [modules, standalone, command] : [modules, standalone, command, types];
