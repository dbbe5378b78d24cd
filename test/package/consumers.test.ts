import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { build as esbuild } from "esbuild";
import type { Browser, Page } from "playwright";
import { build as vite } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../chromium.mjs";
import { closed, listening } from "../loopback.ts";

const published = path.resolve(import.meta.dirname, "../../packages/whenwhere");
const ROWS = 12_000;
const csv = [
  "id,title,date,latitude,longitude,category",
  ...Array.from(
    { length: ROWS },
    (_, i) =>
      `e${i},Event number ${i} of a long list of events,2022-0${(i % 9) + 1},${(i % 60) + 0.5},${(i % 150) - 20.25},kind ${i % 7}`,
  ),
].join("\n");

/** What a developer writes: the doors of the package, a large file, and views over its store. */
const APP = `
import { loadStore } from "whenwhere";
import { incidentMap } from "whenwhere/map";
import { timeline } from "whenwhere/timeline";
const place = (height) => {
  const box = document.createElement("div");
  box.style.height = height;
  document.body.append(box);
  return box;
};
const { store, runsOn, note } = await loadStore("data.csv");
const time = timeline(place("160px"), { store });
const map = incidentMap(place("200px"), { store, detail: "110m" });
await new Promise((resolve) => map.on("ready", resolve));
const scene = time.scene.counts;
globalThis.outcome = { runsOn, note, shown: store.count().shown, time: scene.shown, ground: map.state.ground, map: map.state.counts.shown };
`;

/** A project folder that has installed the package, with its program. */
function project(): string {
  const root = mkdtempSync(path.join(tmpdir(), "whenwhere-consumer-"));
  mkdirSync(path.join(root, "node_modules"));
  symlinkSync(published, path.join(root, "node_modules/whenwhere"), "dir");
  writeFileSync(path.join(root, "package.json"), JSON.stringify({ name: "consumer", type: "module", private: true }));
  writeFileSync(path.join(root, "app.js"), APP);
  writeFileSync(
    path.join(root, "index.html"),
    '<!doctype html><html lang="en"><title>App</title><link rel="icon" href="data:,"><body><script type="module" src="/app.js"></script>',
  );
  return root;
}

async function byVite(root: string): Promise<string> {
  const outDir = path.join(root, "by-vite");
  await vite({ root, configFile: false, logLevel: "error", base: "./", build: { outDir, target: "es2022" } });
  return outDir;
}

async function byEsbuild(root: string): Promise<string> {
  const outDir = path.join(root, "by-esbuild");
  const app = path.join(outDir, "app.js");
  await esbuild({
    entryPoints: [path.join(root, "app.js")],
    outfile: app,
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    logLevel: "error",
  });
  const html = readFileSync(path.join(root, "index.html"), "utf8");
  writeFileSync(path.join(outDir, "index.html"), html.replace("/app.js", "./app.js"));
  return outDir;
}

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/** Serves what was built, the data, and a page that holds it in a frame without an origin. */
function serve(folder: () => string): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const name = pathname.slice(1) || "index.html";
    // A frame without an origin asks for everything as a stranger.
    const head = { "access-control-allow-origin": "*" };
    if (name === "data.csv") return response.writeHead(200, { ...head, "content-type": "text/csv" }).end(csv);
    if (name === "frame.html") {
      const frame =
        '<!doctype html><title>Host</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="index.html" width="440" height="460"></iframe>';
      return response.writeHead(200, { ...head, "content-type": "text/html" }).end(frame);
    }
    const has = readdirSync(folder(), { recursive: true, encoding: "utf8" }).includes(name);
    if (!has) return response.writeHead(404).end();
    const type = TYPES[path.extname(name)] ?? "application/octet-stream";
    return response.writeHead(200, { ...head, "content-type": type }).end(readFileSync(path.join(folder(), name)));
  });
}

interface Seen {
  readonly outcome: unknown;
  readonly complaints: readonly string[];
}

/** What the program of a page leaves behind, and what the console says meanwhile. */
async function look(page: Page, url: string, frameOf: (page: Page) => Pick<Page, "waitForFunction">): Promise<Seen> {
  const complaints: string[] = [];
  const failed = new Promise<never>((_, reject) => {
    page.on("pageerror", reject);
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(url);
  const seen = frameOf(page).waitForFunction(() => (globalThis as unknown as { outcome?: unknown }).outcome);
  const handle = await Promise.race([seen, failed]);
  return { outcome: await handle.jsonValue(), complaints };
}

type Bundle = (root: string) => Promise<string>;

/** Makes and bundles a project before the tests of a block and serves it to a browser; answers how to look at one of its pages. */
function bundledApp(make: () => string, bundle: Bundle) {
  let [root, folder] = ["", ""];
  let browser: Browser;
  let origin: string;
  const server = serve(() => folder);
  beforeAll(async () => {
    root = make();
    folder = await bundle(root);
    origin = await listening(server);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await closed(server);
    rmSync(root, { recursive: true, force: true });
  });
  return async (name: string, frameOf = (page: Page): Pick<Page, "waitForFunction"> => page): Promise<Seen> =>
    look(await browser.newPage({ viewport: { width: 480, height: 480 } }), `${origin}/${name}`, frameOf);
}

describe.each([
  ["Vite", byVite],
  ["esbuild", byEsbuild],
] as const)("an app that %s has bundled with the package", (_, bundle) => {
  const lookAt = bundledApp(project, bundle);
  const all = { shown: ROWS, time: ROWS, map: ROWS };

  it("reads a large file in a worker and draws both views with WebGL", async () => {
    const { outcome, complaints } = await lookAt("");
    expect(outcome).toEqual({ ...all, runsOn: "worker", note: null, ground: "webgl" });
    expect(complaints).toEqual([]);
  });

  it("does the same in a sandboxed frame, which has no origin", async () => {
    const { outcome, complaints } = await lookAt("frame.html", (page) => page.frames()[1] ?? page);
    expect(outcome).toEqual({ ...all, runsOn: "worker", note: null, ground: "webgl" });
    expect(complaints).toEqual([]);
  });
});

/** A project that has installed the package and all that it asks for, but not MapLibre. */
function projectWithoutMapLibre(): string {
  const root = project();
  const folder = path.join(root, "node_modules/whenwhere");
  rmSync(folder);
  const isClassic = (file: string) => file.endsWith("whenwhere.standalone.js");
  cpSync(published, folder, { recursive: true, filter: (file) => !isClassic(file) });
  const { dependencies } = JSON.parse(readFileSync(path.join(published, "package.json"), "utf8")) as {
    dependencies: Readonly<Record<string, string>>;
  };
  for (const name of Object.keys(dependencies)) {
    const place = path.join(root, "node_modules", name);
    mkdirSync(path.dirname(place), { recursive: true });
    symlinkSync(path.resolve(import.meta.dirname, "../../node_modules", name), place, "dir");
  }
  writeFileSync(path.join(root, "app.js"), WITHOUT_GL);
  return root;
}

const WITHOUT_GL = `
import { createStore, readIncidents } from "whenwhere";
import { incidentMap } from "whenwhere/map";
const box = document.createElement("div");
box.style.height = "300px";
document.body.append(box);
const store = createStore(readIncidents("title,date,lat,lon\\nA drill,2024-07,40.1,80.2\\n").incidents);
const map = incidentMap(box, { store, detail: "110m" });
await new Promise((resolve) => map.on("ready", resolve));
globalThis.outcome = { ground: map.state.ground, shown: map.state.counts.shown, said: box.textContent };
`;

describe("an app whose maker has not installed MapLibre", () => {
  const lookAt = bundledApp(projectWithoutMapLibre, byEsbuild);

  it("is bundled all the same, draws its map without WebGL and says what to install", async () => {
    const { outcome, complaints } = await lookAt("");
    expect(outcome).toMatchObject({ ground: "flat", shown: 1 });
    expect((outcome as { said: string }).said).toContain("npm install maplibre-gl");
    expect(complaints).toEqual([]);
  });
});
