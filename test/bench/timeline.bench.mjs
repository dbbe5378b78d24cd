import { createRequire } from "node:module";
import path from "node:path";
import { launchOptions } from "../chromium.mjs";

// Instants over thirty years in five lanes, a third of them in bursts; every suite runs in a page of its own of one Chromium.
export const suite = "timeline";

const ROWS = 1_000_000;
const STEPS = 30;
const MOUNTS = 1_000;
/** A peer that has not finished by then has no answer at this size. */
const PATIENCE_MS = 30_000;
/** Mounts that are not done by then are left out of the answer. */
const LEAK_PATIENCE_MS = 90_000;
/** Steps that a slow peer has not taken by then are left out, and their number is said. */
const BUDGET_MS = 8_000;

export async function run(tools) {
  const require = createRequire(path.join(tools.root, "package.json"));
  const { chromium } = require("playwright");
  const peers = tools.peers();
  const scripts = {
    ours: await bundle(require, { contents: oursEntry(tools.dist), folder: tools.root }),
    echarts: await bundle(require, { contents: ECHARTS, folder: peers.folder }),
    uplot: await bundle(require, { contents: UPLOT, folder: peers.folder }),
    vis: await bundle(require, { contents: VIS, folder: peers.folder }),
  };
  const ask = (name, question) => inPage(chromium, scripts[name], question);
  const ours = await ask("ours", { rows: ROWS, kind: "instants", lanes: 5 });
  if (ours === null) throw new Error("No answer of ours in time: run it alone, and see what the page says.");
  const doubtful = await ask("ours", { rows: ROWS, kind: "half", lanes: 100 });
  const small = await ask("ours", { rows: 100_000, kind: "instants", lanes: 5 });
  const echarts = await ask("echarts", { rows: ROWS, kind: "instants", lanes: 5 });
  const uplot = await ask("uplot", { rows: ROWS, kind: "instants", lanes: 5 });
  const visSmall = await ask("vis", { rows: 100_000, kind: "instants", lanes: 5 });
  const leak = await leaks(chromium, scripts.ours);
  return rowsOf({ ours, doubtful, small, echarts, uplot, visSmall, leak });
}

function rowsOf({ ours, doubtful, small, echarts, uplot, visSmall, leak }) {
  const of = (answer, key) => answer?.[key] ?? null;
  const vis = `vis-timeline with cluster at 100,000: ${words(visSmall)}`;
  return [
    row("timeline/first-paint-1m", ours.createMs, {
      peers: {
        "echarts large": of(echarts, "createMs"),
        "uplot points": of(uplot, "createMs"),
        "vis-timeline cluster": null,
      },
      note: `columns in a store to all of it painted; ${accuracy(ours)}; vis-timeline cluster at 100,000: ${time(of(visSmall, "createMs"))}`,
    }),
    row("timeline/pan-1m", ours.p95, {
      stat: "p95",
      peers: { "echarts large": of(echarts, "p95"), "uplot points": of(uplot, "p95"), "vis-timeline cluster": null },
      note: `${STEPS} pans and ${STEPS} zooms, each until its picture is complete; ours ${words(ours)}; ${accuracy(ours)} in each frame; echarts ${words(echarts)}; uplot ${words(uplot)}; ${vis}`,
    }),
    row("timeline/script-1m", ours.scriptP95, {
      stat: "p95",
      peers: {
        "echarts large": of(echarts, "scriptP95"),
        "uplot points": of(uplot, "scriptP95"),
        "vis-timeline cluster": null,
      },
      note: `script of a frame, median ${ours.scriptMedian.toFixed(2)} ms; half uncertain in 100 lanes: ${doubtful === null ? "no answer" : `script p95 ${doubtful.scriptP95.toFixed(1)} ms, frame p95 ${doubtful.p95.toFixed(0)} ms`}`,
    }),
    row("timeline/create-100k", small.createMs, {
      n: 100_000,
      peers: { "vis-timeline cluster": of(visSmall, "createMs") },
      note: "columns in a store to all of it painted",
    }),
    ...(leak === null
      ? []
      : [
          row("leak/timeline", leak.bytes, {
            unit: "bytes",
            n: MOUNTS,
            note: `heap a mount after ${MOUNTS} of create and destroy; ${leak.nodes} nodes and ${leak.listeners} listeners left`,
          }),
        ]),
  ];
}

function row(id, ours, { unit = "ms", stat = "median", peers = {}, n = ROWS, note }) {
  return { id, ours, unit, stat, peers, higherIsBetter: false, n, note };
}

function time(ms) {
  return ms === null ? "no answer" : `${ms.toFixed(0)} ms`;
}

function words(answer) {
  return answer === null
    ? "no answer"
    : `median ${answer.median.toFixed(1)}, p95 ${answer.p95.toFixed(1)} ms over ${answer.steps} steps`;
}

function accuracy({ counts, broken }) {
  const { drawn, folded, undated, outside, shown } = counts;
  const law = `${drawn} drawn + ${folded} counted in columns + ${undated} undated + ${outside} out of view = ${shown}`;
  return broken === 0 ? `first frame ${law}, and the sum held` : `${broken} frames whose sum was broken`;
}

async function bundle(require, { contents, folder }) {
  const esbuild = require("esbuild");
  const { outputFiles } = await esbuild.build({
    stdin: { contents: `${contents}\n${HARNESS}`, resolveDir: folder, loader: "js" },
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    define: { "process.env.NODE_ENV": '"production"', global: "window" },
    loader: { ".css": "empty" },
    logLevel: "error",
  });
  return outputFiles[0].text;
}

async function freshPage(browser, script) {
  // Each question has a browser of its own, which can be ended whatever its page is doing.
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.setContent("<!doctype html><body style='margin:0'><div id='target' style='width:1440px'></div>");
  await page.addScriptTag({ content: script });
  return page;
}

async function inPage(chromium, script, question) {
  const browser = await chromium.launch(launchOptions);
  const page = await freshPage(browser, script);
  let timer;
  const late = new Promise((done) => {
    timer = setTimeout(done, PATIENCE_MS, null);
  });
  try {
    return await Promise.race([
      page
        .evaluate((asked) => window.measure(asked), { ...question, steps: STEPS, budgetMs: BUDGET_MS })
        .catch((error) => {
          console.error(String(error).slice(0, 400));
          return null;
        }),
      late,
    ]);
  } finally {
    clearTimeout(timer);
    await browser.close();
  }
}

async function leaks(chromium, script) {
  const browser = await chromium.launch(launchOptions);
  const page = await freshPage(browser, script);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  // Ending the browser ends whatever is being waited for.
  const timer = setTimeout(() => browser.close(), LEAK_PATIENCE_MS);
  const state = async () => {
    for (let i = 0; i < 3; i++) await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (name) => metrics.find((one) => one.name === name).value;
    return { bytes: of("JSHeapUsedSize"), nodes: of("Nodes"), listeners: of("JSEventListeners") };
  };
  const measured = async () => {
    await page.evaluate((count) => window.mounts(count), 100);
    const before = await state();
    await page.evaluate((count) => window.mounts(count), MOUNTS);
    return { before, after: await state() };
  };
  const answer = await measured().catch(() => null);
  clearTimeout(timer);
  await browser.close();
  if (answer === null) return null;
  const { before, after } = answer;
  return {
    bytes: Math.max(0, (after.bytes - before.bytes) / MOUNTS),
    nodes: after.nodes - before.nodes,
    listeners: after.listeners - before.listeners,
  };
}

/** In the page: data, clocks, and the steps that every tool takes. `make` gives {view(startMs, endMs), counts()}. */
const HARNESS = `
const START = Date.UTC(1995, 0, 1), SPAN = 30 * 365.25 * 864e5, DAY = 864e5;
let scriptMs = 0;
const nativeFrame = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (callback) => nativeFrame((at) => {
  const from = performance.now();
  try { callback(at); } finally { scriptMs += performance.now() - from; }
});
const painted = () => new Promise((done) => nativeFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => { channel.port1.close(); done(); };
  channel.port2.postMessage(0);
}));
function columns({ rows, kind, lanes }) {
  let seed = 12345;
  const random = () => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return seed / 4294967296; };
  const startMs = new Float64Array(rows), endMs = new Float64Array(rows), codes = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) {
    const lane = Math.floor(random() * lanes);
    const share = random() < 0.33 ? ((lane * 0.17 + Math.floor(random() * 6) * 0.161) % 0.95) + random() * random() * 0.04 : random();
    const at = START + Math.floor((share * SPAN) / 1000) * 1000;
    const doubtMs = kind === "instants" || random() < 0.5 ? 0 : [DAY, DAY, 30 * DAY, 365 * DAY][Math.floor(random() * 4)];
    codes[i] = lane;
    startMs[i] = doubtMs === 0 ? at : Math.floor(at / doubtMs) * doubtMs;
    endMs[i] = startMs[i] + (doubtMs || 1);
  }
  return { startMs, endMs, category: { codes, values: Array.from({ length: lanes }, (_, i) => "lane " + i) } };
}
const quantile = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];
window.measure = async (asked) => {
  const data = prepare(columns(asked));
  const creations = [];
  let made = null;
  for (let i = 0; i < (typeof oursMounts === "undefined" ? 1 : 3); i++) {
    made?.destroy?.();
    await painted(); await painted();
    const from = performance.now();
    made = make(data, document.querySelector("#target"));
    await made.ready();
    creations.push(performance.now() - from);
  }
  const counts = made.counts?.() ?? null;
  const times = [], scripts = [];
  let broken = 0, a = START + SPAN * 0.3, b = START + SPAN * 0.7;
  const step = async () => {
    const from = performance.now();
    scriptMs = 0;
    made.view(a, b);
    const called = performance.now() - from;
    await made.ready();
    times.push(performance.now() - from);
    scripts.push(called + scriptMs);
    const now = made.counts?.();
    if (now && now.drawn + now.folded + now.undated + now.outside !== now.shown) broken++;
  };
  await step();
  times.length = scripts.length = 0;
  const until = performance.now() + asked.budgetMs;
  for (let i = 0; i < asked.steps && performance.now() < until; i++) { const by = (b - a) * 0.05 * (i < asked.steps / 2 ? 1 : -1); a += by; b += by; await step(); }
  for (let i = 0; i < asked.steps && performance.now() < until; i++) { const by = (b - a) * (i < asked.steps / 2 ? 0.1 : -0.125); a += by; b -= by; await step(); }
  return { steps: times.length, createMs: quantile(creations, 0.5), median: quantile(times, 0.5), p95: quantile(times, 0.95),
    scriptMedian: quantile(scripts, 0.5), scriptP95: quantile(scripts, 0.95), counts, broken };
};
`;

const oursEntry = (dist) => `
import { createStore } from ${JSON.stringify(path.join(dist, "index.js"))};
import { timeline } from ${JSON.stringify(path.join(dist, "timeline.js"))};
const oursMounts = true;
const prepare = (columns) => createStore({ columns });
function make(store, target) {
  const view = timeline(target, { store });
  return { view: (startMs, endMs) => store.setView({ startMs, endMs }), ready: painted, destroy: () => view.destroy(), counts: () => view.scene.counts };
}
window.mounts = (count) => {
  const records = Array.from({ length: 12 }, (_, i) => ({ id: "r" + i, title: "Record " + i, category: "attack", when: { edtf: "2022-01-" + (10 + i) } }));
  for (let i = 0; i < count; i++) { const store = createStore(records); timeline("#target", { store }).destroy(); store.destroy(); }
};
`;

const ECHARTS = `
import * as echarts from "echarts";
const prepare = ({ startMs, category }) => {
  const lanes = category.values.map(() => []);
  startMs.forEach((ms, i) => lanes[category.codes[i]].push(ms, category.codes[i]));
  return lanes.map((list) => Float64Array.from(list));
};
function make(lanes, target) {
  target.style.height = "460px";
  const chart = echarts.init(target);
  let done = null;
  chart.on("finished", () => done?.());
  chart.setOption({ animation: false, xAxis: { type: "time" }, yAxis: { type: "value", min: -1, max: lanes.length },
    dataZoom: [{ type: "inside", filterMode: "none" }],
    series: lanes.map((data) => ({ type: "scatter", large: true, symbolSize: 3, data, dimensions: ["x", "y"] })) });
  return { view: (startValue, endValue) => chart.dispatchAction({ type: "dataZoom", startValue, endValue }),
    ready: () => new Promise((resolve) => { done = resolve; }) };
}
`;

const UPLOT = `
import uPlot from "uplot";
const prepare = ({ startMs, category }) => {
  const order = Uint32Array.from(startMs.keys()).sort((a, b) => startMs[a] - startMs[b]);
  const xs = Array.from(order, (row) => startMs[row] / 1000);
  const lanes = category.values.map((_, lane) => Array.from(order, (row) => (category.codes[row] === lane ? lane : null)));
  return [xs, ...lanes];
};
function make(data, target) {
  const series = [{}, ...data.slice(1).map(() => ({ stroke: "#036", paths: () => null, points: { show: true, size: 3 } }))];
  const plot = new uPlot({ width: 1440, height: 460, series, legend: { show: false }, scales: { y: { range: [-1, data.length] } } }, data, target);
  return { view: (a, b) => plot.setScale("x", { min: a / 1000, max: b / 1000 }), ready: painted };
}
`;

const VIS = `
import { Timeline } from "vis-timeline/standalone";
const prepare = ({ startMs, category }) => ({
  items: Array.from(startMs, (start, id) => ({ id, start, group: category.codes[id], content: "", type: "point" })),
  groups: category.values.map((content, id) => ({ id, content })),
});
function make({ items, groups }, target) {
  const view = new Timeline(target, items, groups, { height: 460, cluster: { maxItems: 5 }, stack: false });
  return { view: (start, end) => view.setWindow(start, end, { animation: false }), ready: async () => { await painted(); await painted(); } };
}
`;
