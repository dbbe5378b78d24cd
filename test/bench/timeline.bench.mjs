import { createRequire } from "node:module";
import path from "node:path";
import { launchOptions } from "../chromium.mjs";
import { CLOCK, HARNESS, oursEntry } from "./timeline-page.mjs";
import { PEERS } from "./timeline-peers.mjs";
import { scriptOfSteps, TIMELINE_TRACED } from "./timeline-trace.mjs";

// Instants over thirty years in five lanes, a third of them in bursts; every tool runs in a page of its own of one Chromium.
export const suite = "timeline";

const ROWS = 1_000_000;
const STEPS = 30;
const MOUNTS = 1_000;
const LABELS = 5_000;
/** Twelve marks share a line: some words fit whole, some cut, some not at all. */
const LINES = 400;
const LABELLA_LABELS = 1_000;
/** A tool that has not finished by then has no answer at this size. */
const PATIENCE_MS = 45_000;
/** Pans, and zooms, that a slow peer has not done by then are left out, and their number is said. */
const BUDGET_MS = 4_000;
/**
 * The page is drawn by the processor alone, as on a machine without a graphics card: a graphics card that is only imitated
 * takes 35 ms to show one changed word, and would hide what the tools cost.
 */
const options = {
  ...launchOptions,
  args: [...launchOptions.args.filter((arg) => !arg.includes("swiftshader")), "--disable-gpu"],
};

export async function run(tools) {
  const require = createRequire(path.join(tools.root, "package.json"));
  const { chromium } = require("playwright");
  const folder = tools.peers().folder;
  const file = (name) => path.join(tools.dist, `${name}.js`);
  const ours = await bundle(require, `${oursEntry(file("index"), file("timeline"))}${HARNESS}`, tools.root);
  const instants = { rows: ROWS, kind: "instants", lanes: 5, creations: 3, warmUp: 2, steps: STEPS, budgetMs: 60_000 };
  const found = await inPage(chromium, ours, instants);
  if (found === null) throw new Error("No answer of ours in time: run it alone, and see what the page says.");
  const half = await inPage(chromium, ours, { ...instants, kind: "half", lanes: 100, creations: 1 });
  const threads = {
    found: await tracedScript(chromium, ours, { ...instants, creations: 1 }),
    half: await tracedScript(chromium, ours, { ...instants, kind: "half", lanes: 100, creations: 1 }),
  };
  const small = await inPage(chromium, ours, { ...instants, rows: 100_000 });
  const peers = {};
  for (const peer of PEERS) {
    const script = await bundle(require, `${peer.code}${HARNESS}`, folder);
    peers[peer.name] = await largest(chromium, { peer, script });
    console.log(`${peer.name}: ${words(peers[peer.name])}`);
  }
  const leak = await leaks(chromium, ours);
  const labels = await placeLabels(require, { chromium, folder, root: tools.root });
  return [
    ...rowsOf({ found, half, small, peers, threads }),
    labelsRow(labels),
    leakRow("leak/timeline", leak.bytes, { unit: "bytes", note: "heap a cycle of create and destroy" }),
    leakRow("leak/timeline-nodes", leak.nodes, { unit: "nodes", note: `left after ${MOUNTS} cycles` }),
    leakRow("leak/timeline-listeners", leak.listeners, { unit: "listeners", note: `left after ${MOUNTS} cycles` }),
  ];
}

/** The answer of a peer at the largest number of rows that it manages. */
async function largest(chromium, { peer, script }) {
  const asked = { kind: "instants", lanes: 5, creations: 1, warmUp: 0, steps: STEPS, budgetMs: BUDGET_MS };
  for (const rows of peer.rows) {
    const answer = await inPage(chromium, script, { ...asked, rows });
    if (answer !== null) return { ...answer, rows };
  }
  throw new Error(
    `${peer.name} answers at no size down to ${peer.rows.at(-1)}: run it alone, and see what the page says.`,
  );
}

function rowsOf({ found, half, small, peers, threads }) {
  const each = (value) =>
    Object.fromEntries(Object.entries(peers).map(([name, answer]) => [labelOf(name, answer), value(answer)]));
  const worst = ({ pan, zoom }) => Math.max(pan.p95 ?? 0, zoom.p95 ?? 0);
  const frames = `${STEPS} pans and ${STEPS} zooms, each until its picture is complete`;
  return [
    row("timeline/first-paint-1m", found.createMs, {
      peers: each(({ createMs }) => createMs),
      note: `columns in a store to all of it painted; ${accuracy(found)}`,
    }),
    row("timeline/pan-1m", worst(found), {
      stat: "p95",
      peers: each(worst),
      note: `${frames}, the worse of both; ours ${words(found)}; ${accuracy(found)} in each frame; half of the dates uncertain in 100 lanes: ${words(half)}, ${accuracy(half)}`,
    }),
    row("timeline/script-1m", found.pan.scriptP95, {
      stat: "p95",
      peers: each(({ pan }) => pan.scriptP95),
      note: `script of a pan; median ${ms(found.pan.scriptMedian)}, of a zoom ${ms(found.zoom.scriptMedian)} and p95 ${ms(found.zoom.scriptP95)}; half uncertain in 100 lanes: pan ${ms(half.pan.scriptP95)}, zoom ${ms(half.zoom.scriptP95)}; in a second run, by the clock of the thread: ${p95s(threads.found)}, half uncertain in 100 lanes ${p95s(threads.half)}`,
    }),
    row("timeline/create-100k", small.createMs, {
      n: 100_000,
      peers: Object.fromEntries(
        Object.entries(peers)
          .filter(([, { rows }]) => rows >= 100_000)
          .map(([name, answer]) => [labelOf(name, answer), answer.createMs]),
      ),
      note: "columns in a store to all of it painted",
    }),
  ];
}

function labelsRow({ oursMs, placed, labellaMs }) {
  return row("timeline/labels-5k", oursMs, {
    n: LABELS,
    peers: { [`labella at ${LABELLA_LABELS.toLocaleString("en")}`]: labellaMs },
    note: `${LABELS} titles measured, and placed where there is room in ${LINES} lines of 1,200 px: ${placed} of them, whole or cut between letters, none on another; labella moves all of its own`,
  });
}

function leakRow(id, ours, { unit, note }) {
  return row(id, ours, { unit, n: MOUNTS, note });
}

function row(id, ours, { unit = "ms", stat = "median", peers = {}, n = ROWS, note }) {
  return { id, ours, unit, stat, peers, higherIsBetter: false, n, note };
}

/** Frames of peers are compared at the size that each survives, which its name says where it is not ours. */
function labelOf(name, { rows, pan }) {
  const size = rows === ROWS ? "" : ` at ${rows.toLocaleString("en")}`;
  return pan.steps < STEPS ? `${name}${size} (${pan.steps} pans)` : `${name}${size}`;
}

function ms(value) {
  return value === null ? "no step in time" : `${value.toFixed(1)} ms`;
}

function p95s({ pan, zoom }) {
  const p95 = (list) => ms([...list].sort((a, b) => a - b)[Math.floor(list.length * 0.95)] ?? null);
  return `pan p95 ${p95(pan)}, zoom ${p95(zoom)}`;
}

function words({ createMs, pan, zoom, nodes, rows }) {
  const made =
    rows === undefined ? "" : `${rows.toLocaleString("en")} rows complete in ${ms(createMs)}, ${nodes} nodes; `;
  const of = ({ median, p95, steps }) => `median ${ms(median)}, p95 ${ms(p95)} over ${steps}`;
  return `${made}pans ${of(pan)}; zooms ${of(zoom)}`;
}

function accuracy({ counts, broken }) {
  const { drawn, folded, undated, outside, scrolled = 0, shown } = counts;
  const hidden = scrolled > 0 ? ` + ${scrolled} in lanes out of sight` : "";
  const law = `${drawn} drawn + ${folded} counted in columns + ${undated} undated + ${outside} out of view${hidden} = ${shown}`;
  return broken === 0 ? `first frame ${law}, and the sum held` : `${broken} frames whose sum was broken`;
}

async function bundle(require, contents, folder) {
  const esbuild = require("esbuild");
  const { outputFiles } = await esbuild.build({
    stdin: { contents, resolveDir: folder, loader: "js" },
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".css": "empty" },
    logLevel: "error",
  });
  return outputFiles[0].text;
}

async function freshPage(browser, script) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.setContent("<!doctype html><body style='margin:0'><div id='target' style='width:1440px'></div>");
  await page.addScriptTag({ content: CLOCK });
  await page.addScriptTag({ content: script });
  return page;
}

/** Each question has a browser of its own, which can be ended whatever its page is doing. */
async function inPage(chromium, script, question) {
  const browser = await chromium.launch(options);
  let timer;
  const late = new Promise((done) => {
    timer = setTimeout(done, PATIENCE_MS, null);
  });
  try {
    const page = await freshPage(browser, script);
    const answer = page
      .evaluate((asked) => window.measure(asked), question)
      .catch((error) => {
        if (browser.isConnected()) console.error(String(error).slice(0, 400));
        return null;
      });
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
    await browser.close();
  }
}

/** The same steps in a page of its own that is traced: a trace takes time, so its frames are not those that are told. */
async function tracedScript(chromium, script, question) {
  const browser = await chromium.launch(options);
  try {
    const page = await freshPage(browser, script);
    await browser.startTracing(page, { categories: TIMELINE_TRACED });
    await page.evaluate((asked) => window.measure(asked), question);
    return scriptOfSteps(await browser.stopTracing());
  } finally {
    await browser.close();
  }
}

async function leaks(chromium, script) {
  const browser = await chromium.launch(options);
  try {
    const page = await freshPage(browser, script);
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    const state = async () => {
      for (let i = 0; i < 3; i++) await session.send("HeapProfiler.collectGarbage");
      const { metrics } = await session.send("Performance.getMetrics");
      const of = (name) => metrics.find((one) => one.name === name).value;
      return { bytes: of("JSHeapUsedSize"), nodes: of("Nodes"), listeners: of("JSEventListeners") };
    };
    await page.evaluate((count) => window.mounts(count), 100);
    const before = await state();
    await page.evaluate((count) => window.mounts(count), MOUNTS);
    const after = await state();
    return {
      bytes: Math.max(0, (after.bytes - before.bytes) / MOUNTS),
      nodes: Math.max(0, after.nodes - before.nodes),
      listeners: Math.max(0, after.listeners - before.listeners),
    };
  } finally {
    await browser.close();
  }
}

/** The same titles at the same places: ours among lines of a lane, labella's in its layers. */
async function placeLabels(require, { chromium, folder, root }) {
  const place = path.join(root, "packages/timeline/src/scene/labels/place-labels.ts");
  const ours = await bundle(
    require,
    `
import { placeLabels } from ${JSON.stringify(place)};
window.measure = async ({ count, lines }) => {
  const context = document.createElement("canvas").getContext("2d");
  context.font = "11.5px sans-serif";
  const widths = new Map();
  const metrics = { width: (text) => { let w = widths.get(text); if (w === undefined) widths.set(text, (w = context.measureText(text).width)); return w; } };
  let seed = 7;
  const random = () => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return seed / 4294967296; };
  const marks = Array.from({ length: count }, (_, i) => { const startPx = random() * 1180; return { id: i, line: i % lines, startPx, endPx: startPx + 11, texts: ["Incident number " + i + " at the bridge", "Incident " + i] }; }).sort((a, b) => a.startPx - b.startPx);
  const times = []; let placed = 0;
  for (let i = 0; i < 21; i++) { const from = performance.now(); placed = placeLabels(marks, { startPx: 0, endPx: 1200, lines, metrics, locale: "en" }).length; times.push(performance.now() - from); }
  return { oursMs: times.sort((a, b) => a - b)[10], placed };
};`,
    root,
  );
  const peer = await bundle(
    require,
    `
import labella from "labella";
window.measure = async ({ count }) => {
  let seed = 7;
  const random = () => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return seed / 4294967296; };
  const nodes = Array.from({ length: count }, () => new labella.Node(random() * 1180, 60));
  const from = performance.now();
  new labella.Force({ minPos: 0, maxPos: 1200 }).nodes(nodes).compute();
  return { labellaMs: performance.now() - from };
};`,
    folder,
  );
  const mine = await inPage(chromium, ours, { count: LABELS, lines: LINES });
  const theirs = await inPage(chromium, peer, { count: LABELLA_LABELS });
  return { ...mine, ...(theirs ?? { labellaMs: PATIENCE_MS }) };
}
