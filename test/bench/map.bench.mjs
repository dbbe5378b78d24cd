import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { launchOptions } from "../chromium.mjs";
import { fileRun, wholeColumns } from "./map-file-page.mjs";
import { nativeRun, ownRun } from "./map-page.mjs";
import { bundlePeer, DECK, LEAFLET } from "./map-peers.mjs";
import { pointsRun } from "./map-points-page.mjs";
import { conflictColumns } from "./map-rows.mjs";
import { MAP_TRACED, traceOfMap } from "./map-trace.mjs";
import { ownWorkRun, workOfThreads } from "./map-work.mjs";

export const suite = "map";

const ROWS = 1_000_000;
const FEWER = 100_000;
const SMALL = 10_000;
const DAY_MS = 86_400_000;
const STEPS = 120;
/** A peer that has not answered by then has no number. */
const LIMIT_MS = 35_000;

export async function run(tools) {
  const counts = await countSteps(tools);
  const page = await inPages(tools);
  const { own, points, filter, data, cluster, filterMany, deck, deckFewer, leaflet } = page;
  const { work, workMany, workPoints, dataMany, clusterMany, file } = page;
  const many = "1 M rows, a window of a tenth of the days over 120 steps, 1000 x 600 px, software GL";
  const peers = {
    "MapLibre setFilter 100k": worst(filter.stepMs),
    "MapLibre setData 100k": worst(data.stepMs),
    "MapLibre clusters setData 100k": worst(cluster.stepMs),
    "MapLibre setFilter 1M": worst(filterMany.stepMs),
    "deck.gl DataFilterExtension 100k": p95(deckFewer.stepMs),
    "deck.gl DataFilterExtension 1M": p95(deck.stepMs),
    "Leaflet.TimeDimension 10k": p95(leaflet.stepMs),
  };
  const threads =
    "a step by the clocks of the page's main thread and its workers together, without the process that draws; ours all that 120 steps take with what they put off, peers a step of the same window from idle to idle, the median";
  const thread = ({ trace }) =>
    `by the thread's own clock that script median ${quantile(trace.ownMs, 0.5).toFixed(2)}, p95 ${quantile(trace.ownMs, 0.95).toFixed(2)}, all tasks of a step median ${quantile(trace.stepMs, 0.5).toFixed(1)}, p95 ${quantile(trace.stepMs, 0.95).toFixed(1)}, the longest ${trace.longestMs.toFixed(0)}, over 50 ms: ${trace.dragLong.length}`;
  return [
    row("map/window-script-1m", quantile(own.script, 0.95), {
      stat: "p95",
      peers: {
        "deck.gl DataFilterExtension 1M": p95(deck.scriptMs),
        "Leaflet.TimeDimension 10k": p95(leaflet.scriptMs),
      },
      note: `${many}; the call, counts, scene and drawing commands on the page's thread; median ${quantile(own.script, 0.5).toFixed(1)}; ${thread(own)}`,
    }),
    row("map/window-1m", quantile(own.steps, 0.95), {
      stat: "p95",
      peers,
      note: `${many}; from the call to the next task after the picture; median ${quantile(own.steps, 0.5).toFixed(1)}; peers until idle, the slowest of their steps`,
    }),
    row("map/points-script-1m", quantile(points.own, 0.95), {
      stat: "p95",
      peers: { "deck.gl DataFilterExtension 1M": p95(deck.scriptMs) },
      note: `${many}, each row a point; ${points.own.length} steps in the time there was; our script alone; median ${quantile(points.own, 0.5).toFixed(2)}; with MapLibre's own drawing median ${quantile(points.script, 0.5).toFixed(1)}, p95 ${quantile(points.script, 0.95).toFixed(1)}; buffers written while the window moves: ${points.uploads.calls}; ${thread(points)}; the peer's is all its script`,
    }),
    row("map/points-window-1m", quantile(points.frames, 0.95), {
      stat: "p95",
      peers: { "deck.gl DataFilterExtension 1M": p95(deck.stepMs), "MapLibre setFilter 1M": worst(filterMany.stepMs) },
      note: `${many}, each row a point; from the call to the next task after the picture; median ${quantile(points.frames, 0.5).toFixed(1)}; all points on the processor ${(points.readyMs / 1000).toFixed(1)} s after the columns`,
    }),
    row("map/first-paint-1m", own.paintMs, {
      stat: "once",
      peers: { "MapLibre addSource 1M": filterMany.firstMs, "MapLibre addSource 100k": filter.firstMs },
      note: `columns in memory to records on the drawn ground: store ${seconds(own.trace.firstParts.store)}, ground ${seconds(own.trace.firstParts.ground)}, records ${seconds(own.trace.firstParts.records)}; complete with WebGL after ${(own.readyMs / 1000).toFixed(1)} s; tasks after the store take ${(own.trace.firstMs / 1000).toFixed(1)} s by the thread's own clock, those over 50 ms: ${own.trace.firstLong.join(", ") || "none"}`,
    }),
    row("map/first-paint-file-1m", file.element.paintMs, {
      stat: "once",
      peers: { "MapLibre addSource 1M, already in memory": filterMany.firstMs },
      note: `a columnar file of toArrow, ${file.megabytes.toFixed(0)} MB over loopback, to records on the drawn ground: <ww-map src> ${fileParts(file.element)}; loadStore, then incidentMap: ${seconds(file.store.paintMs)}, ${fileParts(file.store)}`,
    }),
    row("map/window-work-1m", workMany.trace[0] / STEPS, {
      stat: "mean",
      peers: {
        "MapLibre setFilter 1M": workOf(filterMany),
        "MapLibre setData 1M": workOf(dataMany),
        "MapLibre clusters setData 1M": workOf(clusterMany),
      },
      note: `${many}; ${threads}`,
    }),
    row("map/points-work-1m", workPoints.trace[0] / STEPS, {
      stat: "mean",
      peers: { "MapLibre setFilter 1M": workOf(filterMany), "MapLibre setData 1M": workOf(dataMany) },
      note: `the same, each row a point, as the peers draw them`,
    }),
    row("map/window-work-100k", work.trace[0] / STEPS, {
      stat: "mean",
      n: FEWER,
      peers: {
        "MapLibre setFilter 100k": workOf(filter),
        "MapLibre setData 100k": workOf(data),
        "MapLibre clusters setData 100k": workOf(cluster),
      },
      note: `the same with ${FEWER.toLocaleString("en")} rows for all`,
    }),
    row("map/counts-1m", counts.own.p95, {
      stat: "p95",
      peers: { "supercluster reload 100k": counts.reload100k, "supercluster reload 1M": counts.reload1m },
      note: `exact certain and possible rows of all bubbles, areas and the tray, by category, in Node; median ${counts.own.median.toFixed(2)}; with the whole scene median ${counts.scene.median.toFixed(2)}, p95 ${counts.scene.p95.toFixed(2)}; the peer loads the points of the window`,
    }),
  ];
}

function row(id, ours, { stat, peers, note, n = ROWS }) {
  return { id, ours, unit: "ms", stat, peers, higherIsBetter: false, n, note };
}

/** The steps of a peer by the clocks of its threads; null where one never came to rest. */
function workOf({ stepMs, trace }) {
  return stepMs.length === 0 || stepMs.includes(null) ? null : quantile(trace, 0.5);
}

function fileParts({ trace }) {
  const { store, ground, records } = trace.firstParts;
  return `read into the store ${seconds(store)}, ground ${seconds(ground)}, records ${seconds(records)}, tasks over 50 ms by the thread's own clock: ${trace.firstLong.join(", ") || "none"}`;
}

/** In Node: what a step of the window costs before anything is drawn. */
async function countSteps(tools) {
  const [{ createStore }, { createPlaceIndex, mapScene }] = await Promise.all([tools.load(), tools.load("map")]);
  const Supercluster = (await import("supercluster")).default;
  const columns = conflictColumns(ROWS);
  const store = createStore({ columns });
  const index = createPlaceIndex(store);
  const move = (i) => {
    const startMs = Date.UTC(2014, 0, 1) + (300 + i * 25) * DAY_MS;
    store.set({ source: "time", kind: "window", startMs, endMs: startMs + 400 * DAY_MS });
  };
  const count = (i) => {
    move(i);
    index.counts.follow(store.standing(), { zoom: 2, region: null });
  };
  const scene = (i) => {
    move(i);
    mapScene({
      ...{ store, viewport: worldViewport(), shapes: { shape: () => null }, words: { locale: "en" } },
      options: { index, labels: false },
    });
  };
  for (let i = -10; i < 0; i++) scene(i);
  const own = timed(STEPS, count);
  for (let i = -10; i < 0; i++) scene(i);
  const reload = (rows) =>
    timed(2, (i) => {
      const from = Date.UTC(2014, 0, 1) + (300 + i * 1_500) * DAY_MS;
      const inside = [];
      for (let at = 0; at < rows; at++) {
        if (columns.startMs[at] < from || columns.startMs[at] >= from + 400 * DAY_MS) continue;
        const geometry = { type: "Point", coordinates: [columns.lon[at], columns.lat[at]] };
        inside.push({ type: "Feature", properties: {}, geometry });
      }
      new Supercluster({ maxZoom: 8 }).load(inside).getClusters([-180, -85, 180, 85], 2);
    }).median;
  return { own, scene: timed(STEPS, scene), reload100k: reload(FEWER), reload1m: reload(ROWS) };
}

/** Mercator, the world at zoom 2. */
function worldViewport() {
  const world = 512 * 4;
  const y = (lat) => {
    const sin = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
    return (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * world;
  };
  return {
    ...{ widthPx: 1440, heightPx: 900, zoom: 2, center: [20, 20] },
    project: (lon, lat) => [720 + ((lon - 20) / 360) * world, 450 + y(lat) - y(20)],
    metersPerPx: (_, lat) => (40_075_016.7 * Math.cos((lat * Math.PI) / 180)) / world,
  };
}

/** In pages of their own: the map in Chromium, and MapLibre's own means in the same browser. */
async function inPages({ dist, root, peers, load }) {
  const { chromium } = await import("playwright");
  const rowsFile = await columnarFile(load);
  const folders = { "/dist/": dist, "/maplibre/": path.join(root, "node_modules/maplibre-gl/dist") };
  const server = await serve(folders, { "/rows.arrow": rowsFile });
  const browser = await chromium.launch(launchOptions);
  const inPage = async (work, argument, readTrace = traceOfMap) => {
    const page = await browser.newPage({ viewport: { width: 1000, height: 600 } });
    try {
      await page.goto(server.url);
      await page.addScriptTag({ content: `globalThis.conflictColumns = ${conflictColumns}` });
      await browser.startTracing(page, { categories: MAP_TRACED });
      const result = await page.evaluate(work, argument).catch((error) => error);
      const trace = await browser.stopTracing();
      if (result instanceof Error) throw result;
      return { ...result, trace: readTrace(trace) };
    } finally {
      await page.close();
    }
  };
  /** A large peer over the same rows; null where it gives none in time. */
  const peer = async (code, rows, steps) => {
    const script = await bundlePeer({ root, folder: peers().folder }, code);
    const page = await browser.newPage({ viewport: { width: 1000, height: 600 } });
    try {
      await page.goto(server.url);
      await page.addScriptTag({ content: `globalThis.conflictColumns = ${conflictColumns}` });
      await page.addScriptTag({ content: script });
      const asked = { rows, steps, limitMs: LIMIT_MS };
      const late = new Promise((_, reject) => setTimeout(reject, 3 * LIMIT_MS, new Error("no answer in time")).unref());
      return await Promise.race([page.evaluate((what) => globalThis.measure(what), asked), late]);
    } catch (error) {
      console.log(`map: a peer gives no numbers: ${error.message}`);
      return { firstMs: null, stepMs: [], scriptMs: [] };
    } finally {
      await page.close();
    }
  };
  /** A page that has no memory left for it has no numbers either. */
  const native = (means, rows, steps) =>
    inPage(nativeRun, { rows, means, steps, limitMs: LIMIT_MS }, workOfThreads).catch((error) => {
      console.log(`map: MapLibre gives no numbers for ${means} of ${rows} rows: ${error.message}`);
      return { firstMs: null, stepMs: [], trace: [] };
    });
  const own = (rows, points = false) => inPage(ownWorkRun, { rows, steps: STEPS, points }, workOfThreads);
  const fromFile = (way) => inPage(fileRun, { url: "/rows.arrow", way }, (trace) => traceOfMap(trace, "ww begin"));
  try {
    return {
      own: await inPage(ownRun, ROWS),
      points: await inPage(pointsRun, { rows: ROWS, steps: STEPS, limitMs: 2 * LIMIT_MS }),
      file: {
        megabytes: rowsFile.length / 1e6,
        element: await fromFile("element"),
        store: await fromFile("store"),
      },
      work: await own(FEWER),
      workMany: await own(ROWS),
      workPoints: await own(ROWS, true),
      filter: await native("filter", FEWER, 3),
      data: await native("data", FEWER, 3),
      cluster: await native("cluster", FEWER, 3),
      filterMany: await native("filter", ROWS, 2),
      dataMany: await native("data", ROWS, 2),
      clusterMany: await native("cluster", ROWS, 2),
      deck: await peer(DECK, ROWS, STEPS),
      deckFewer: await peer(DECK, FEWER, STEPS),
      leaflet: await peer(LEAFLET, SMALL, STEPS),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json" };
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>map</title>
<style>html,body{margin:0}#map{width:1000px;height:600px}</style><div id="map"></div>
<script src="/dist/whenwhere.standalone.js"></script></html>`;

/** The rows as the library writes them. */
async function columnarFile(load) {
  const { toArrow } = await load("formats");
  return Buffer.from((await toArrow(wholeColumns(conflictColumns(ROWS)))).bytes);
}

function serve(folders, files) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const bytes = files[pathname];
    if (bytes !== undefined) return void response.writeHead(200, { "content-length": bytes.length }).end(bytes);
    const [prefix, folder] = Object.entries(folders).find(([start]) => pathname.startsWith(start)) ?? [];
    if (prefix === undefined) return void response.writeHead(200, { "content-type": "text/html" }).end(PAGE);
    const file = path.join(folder, path.normalize(`/${pathname.slice(prefix.length)}`));
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[path.extname(file)] ?? "application/octet-stream" });
    response.end(readFileSync(file));
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve({
        url: `http://127.0.0.1:${server.address().port}/`,
        close: () => new Promise((done) => server.close(done)),
      }),
    );
  });
}

/** The slowest of the answers; null when one never came. */
function worst(times) {
  return times.length === 0 || times.includes(null) ? null : Math.max(...times);
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(2)} s`;
}

function p95(times) {
  return times.length === 0 ? null : quantile(times, 0.95);
}

function timed(count, work) {
  const times = [];
  for (let i = 0; i < count; i++) {
    const begin = performance.now();
    work(i);
    times.push(performance.now() - begin);
  }
  return { median: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
