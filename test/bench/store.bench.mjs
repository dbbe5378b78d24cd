import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { seeded } from "../seeded.mjs";

// Columns like a conflict monitor's: days, one date in seven a span, one row in twenty open-ended, one in fifty undated;
// places crowded around a few hundred towns, one in six known only to a radius. Rows in no order of time.
export const suite = "store";

const DAY_MS = 86_400_000;
const FIRST_MS = Date.UTC(2014, 0, 1);
const DAYS = 4_000;
const WINDOW_DAYS = 365;
/** Days a step. A hand that crosses a strip of 1,000 px over these 4,000 days in two seconds, at 60 steps a second. */
const FAST_DAYS = 40;
/** The same hand four times as slow: two to three pixels a step. */
const SLOW_DAYS = 10;
const WARM_STEPS = 30;
const STEPS = 400;
/** Steps after which nothing may have grown. */
const MORE_STEPS = 10_000;
const BOX = { west: 12, south: -15, east: 60, north: 35 };
const CATEGORIES = ["attack", "strike", "raid"];
const BINS = 100;
const EDGES = Float64Array.from({ length: BINS + 1 }, (_, i) => FIRST_MS + i * (DAYS / BINS) * DAY_MS);
/** Cells of about 10 km, as a map of a country shows them; and of about 5 km, some ten thousand of them. */
const BRUSH_ZOOM = 12;
const CELLS_ZOOM = 13;

const ROWS = 1_000_000;
const MANY_ROWS = 10_000_000;
/** Below this much free memory the ten million are left out. */
const MANY_BYTES = 8e9;

export async function run(tools) {
  const { createStore } = await tools.load();
  const require = createRequire(import.meta.url);
  const peers = { crossfilter: require("crossfilter2"), Supercluster: (await import("supercluster")).default };
  const memory = measuredApart(tools.dist);
  const columns = eventColumns(ROWS);
  const build = timed(5, () => createStore({ columns }).timeOrder.length);
  const store = createStore({ columns });
  const brush = brushSteps(store);
  const cells = cellSteps(store);
  const crossfilter = crossfilterSteps(peers.crossfilter, columns);
  const supercluster = superclusterSteps(peers.Supercluster, columns);
  const rows = [
    row("store/build-1m", build.median, {
      peers: { crossfilter2: crossfilter.buildMs },
      note: "typed arrays to a store with its time order; the peer: five dimensions and four groups",
    }),
    row("store/brush-1m", brush.fast.p95, {
      stat: "p95",
      peers: { crossfilter2: crossfilter.fast.p95 },
      note: `${STEP_NOTE}; ${drags(brush)}; the peer on the same windows, doing its counts alone (no cells, spans or doubts): ${drags(crossfilter)}; medians: a fast step ${times(crossfilter.fast.median, brush.fast.median)} the peer's, a slow one ${times(crossfilter.slow.median, brush.slow.median)}`,
    }),
    row("store/cells-1m", cells.steps.p95, {
      stat: "p95",
      peers: { supercluster: supercluster.p95 },
      note: `all ${cells.count.toLocaleString("en")} occupied cells, certain and possible, for a year anywhere; ${words(cells.steps)}; tables of a zoom and filter set ${cells.tablesMs.toFixed(0)} ms; the peer: a reload with the points that start in the same years (radius 40, extent 512, maxZoom 8) and its clusters of zoom 8, ${words(supercluster)}; medians ${times(supercluster.median, cells.steps.median)} the peer's`,
    }),
    row("store/bytes-per-row", memory.bytesPerRow, {
      unit: "bytes",
      stat: "total",
      note: `array buffers after a brush, ${memory.columnsPerRow} of them the columns that views read, the others order, filters, sums and cells; ${memory.growth} bytes more in all after ${MORE_STEPS.toLocaleString("en")} further steps; peak of the process, with the rows that it was given, ${Math.round(memory.peakBytes / 2 ** 20)} MB`,
    }),
  ];
  return os.freemem() < MANY_BYTES ? rows : [...rows, manyRows(createStore)];
}

const STEP_NOTE =
  "one step of a sliding window of a year beside category, box and status clauses: counts, two facets, two histograms of 100 bins, all cells in view, possible and certain. The figure is that of a fast drag, ten pixels of a strip of 1,000 at a step: a hand that crosses the strip in two seconds, the usual one";

function row(id, ours, { unit = "ms", stat = "median", peers = {}, n = ROWS, note }) {
  return { id, ours, unit, stat, peers, higherIsBetter: false, n, note };
}

function words({ median, p95, cpuMs }) {
  return `median ${median.toFixed(2)}, p95 ${p95.toFixed(2)}, ${cpuMs.toFixed(2)} ms of processor a step`;
}

function drags({ fast, slow, firstMs }) {
  const first = firstMs === undefined ? "" : `; first step of all ${firstMs.toFixed(0)} ms`;
  return `fast drag (${FAST_DAYS} days a step) ${words(fast)}; slow drag (${SLOW_DAYS} days) ${words(slow)}${first}`;
}

function times(theirs, ours) {
  return `${(theirs / ours).toFixed(1)}x as fast as`;
}

function manyRows(createStore) {
  const store = createStore({ columns: eventColumns(MANY_ROWS) });
  const brush = brushSteps(store);
  return row("store/brush-10m", brush.fast.p95, {
    stat: "p95",
    n: MANY_ROWS,
    note: `${STEP_NOTE}; ${drags(brush)}`,
  });
}

/** As most exports write their coordinates. */
function fourDecimals(degrees) {
  return Math.round(degrees * 1e4) / 1e4;
}

function eventColumns(length) {
  const next = seeded(5);
  const startMs = new Float64Array(length);
  const endMs = new Float64Array(length);
  const lon = new Float64Array(length);
  const lat = new Float64Array(length);
  const radiusM = new Float32Array(length);
  const codes = new Uint8Array(length);
  const status = new Uint8Array(length);
  const towns = Array.from({ length: 400 }, () => [next() * 60 + 10, next() * 60 - 20]);
  for (let i = 0; i < length; i++) {
    const day = Math.floor(next() ** 0.7 * DAYS);
    const kind = next();
    startMs[i] = kind < 0.02 ? Number.NaN : FIRST_MS + day * DAY_MS;
    endMs[i] = startMs[i] + DAY_MS * (kind > 0.86 ? 2 + Math.floor(next() * 60) : 1);
    if (kind > 0.81 && kind <= 0.86) endMs[i] = Number.POSITIVE_INFINITY;
    const [townLon, townLat] = towns[Math.floor(next() ** 2 * towns.length)];
    lon[i] = fourDecimals(townLon + (next() - 0.5) * 0.2);
    lat[i] = fourDecimals(townLat + (next() - 0.5) * 0.2);
    radiusM[i] = next() < 0.16 ? 25_000 : 0;
    codes[i] = Math.floor(next() ** 2 * 6);
    status[i] = next() < 0.9 ? 0 : 2;
  }
  const values = ["attack", "strike", "raid", "drill", "arrest", "other"];
  return { startMs, endMs, lon, lat, radiusM, status, category: { codes, values } };
}

/** A window that goes to and fro over the years, so many days a step. */
function windowAt(step, days) {
  const reach = DAYS - WINDOW_DAYS;
  const gone = (500 + step * days) % (2 * reach);
  const startMs = FIRST_MS + (gone < reach ? gone : 2 * reach - gone) * DAY_MS;
  return { startMs, endMs: startMs + WINDOW_DAYS * DAY_MS };
}

/** Both drags, after some steps in which the compiler sees the work; the first of them makes the tables. */
function bothDrags(step) {
  const begin = performance.now();
  step(windowAt(0, 1));
  const firstMs = performance.now() - begin;
  for (let i = 1; i < WARM_STEPS; i++) step(windowAt(i, FAST_DAYS));
  const slow = timed(STEPS, (i) => step(windowAt(i, SLOW_DAYS)));
  return { firstMs, slow, fast: timed(STEPS, (i) => step(windowAt(i, FAST_DAYS))) };
}

function brushSteps(store) {
  setClauses(store);
  return bothDrags((window) => brushStep(store, window));
}

function setClauses(store) {
  store.set({ source: "category", kind: "values", field: "category", values: CATEGORIES });
  store.set({ source: "status", kind: "values", field: "status", values: ["happened"] });
  store.set({ source: "map", kind: "bbox", ...BOX });
}

function brushStep(store, window) {
  store.set({ source: "window", kind: "window", ...window });
  store.count();
  store.facet("category");
  store.facet("status");
  store.histogram(EDGES, { except: "window" });
  store.histogram(EDGES);
  store.cells({ zoom: BRUSH_ZOOM, bounds: BOX, except: "map" });
}

/** A year anywhere. */
function anyWindow(next) {
  const startMs = FIRST_MS + Math.floor(next() * (DAYS - WINDOW_DAYS)) * DAY_MS;
  return { startMs, endMs: startMs + WINDOW_DAYS * DAY_MS };
}

function cellSteps(store) {
  store.clear();
  const next = seeded(7);
  const ask = () => store.cells({ zoom: CELLS_ZOOM, window: anyWindow(next) });
  const begin = performance.now();
  ask();
  const tablesMs = performance.now() - begin;
  const world = { startMs: Number.NEGATIVE_INFINITY, endMs: Number.POSITIVE_INFINITY };
  const count = store.cells({ zoom: CELLS_ZOOM, window: world }).length;
  for (let i = 0; i < WARM_STEPS; i++) ask();
  return { tablesMs, count, steps: timed(STEPS, ask) };
}

/** Time, longitude, latitude, category and status; groups by bin of time, category and status, and all. */
function crossfilterSteps(crossfilter, { startMs, lon, lat, category, status }) {
  const begin = performance.now();
  const filter = crossfilter(Array.from(startMs, (_, i) => i));
  // The peer has no place for what is unknown: undated rows stand before all others.
  const time = filter.dimension((i) => (Number.isNaN(startMs[i]) ? 0 : startMs[i]));
  const x = filter.dimension((i) => lon[i]);
  const y = filter.dimension((i) => lat[i]);
  const kind = filter.dimension((i) => category.codes[i]);
  const told = filter.dimension((i) => status[i]);
  const width = (DAYS / BINS) * DAY_MS;
  const groups = [time.group((ms) => Math.floor((ms - FIRST_MS) / width)), kind.group(), told.group()];
  const all = filter.groupAll();
  const buildMs = performance.now() - begin;
  const wanted = CATEGORIES.map((name) => category.values.indexOf(name));
  kind.filterFunction((code) => wanted.includes(code));
  told.filterExact(0);
  x.filterRange([BOX.west, BOX.east]);
  y.filterRange([BOX.south, BOX.north]);
  const drags = bothDrags(({ startMs: fromMs, endMs }) => {
    time.filterRange([fromMs, endMs]);
    all.value();
    for (const group of groups) group.all();
  });
  return { fast: drags.fast, slow: drags.slow, buildMs };
}

/** What a map does that clusters its points with the peer and filters by time: it loads the points of each window. */
function superclusterSteps(Supercluster, { startMs, lon, lat }) {
  const points = Array.from(startMs, (_, i) => ({
    type: "Feature",
    properties: {},
    geometry: { type: "Point", coordinates: [lon[i], lat[i]] },
  }));
  const next = seeded(7);
  return timed(9, () => {
    const { startMs: fromMs, endMs } = anyWindow(next);
    const inside = points.filter((_, row) => startMs[row] >= fromMs && startMs[row] < endMs);
    new Supercluster({ radius: 40, extent: 512, maxZoom: 8 }).load(inside).getClusters([-180, -85, 180, 85], 8);
  });
}

/** In a process of its own that may collect its garbage, so that nothing else is counted. */
function measuredApart(dist) {
  const file = fileURLToPath(import.meta.url);
  const output = execFileSync(process.execPath, ["--expose-gc", file, path.join(dist, "index.js")], {
    encoding: "utf8",
  });
  return JSON.parse(output);
}

async function memoryOf(entry) {
  const { createStore } = await import(pathToFileURL(entry).href);
  const input = eventColumns(ROWS);
  const before = await keptBytes();
  const store = createStore({ columns: input });
  setClauses(store);
  for (let i = 0; i < STEPS; i++) brushStep(store, windowAt(i, FAST_DAYS));
  const after = await keptBytes();
  const peakBytes = process.resourceUsage().maxRSS * 1_024;
  for (let i = 0; i < MORE_STEPS; i++) brushStep(store, windowAt(i, FAST_DAYS));
  const growth = (await keptBytes()) - after;
  return {
    bytesPerRow: Math.round((after - before) / ROWS),
    columnsPerRow: Math.round(store.columns.byteLength / ROWS),
    growth,
    peakBytes,
  };
}

/** Bytes of array buffers in use. Freed ones are swept in the background: the least of some readings. */
async function keptBytes() {
  let least = Number.POSITIVE_INFINITY;
  for (let reading = 0; reading < 8; reading++) {
    globalThis.gc();
    await new Promise((done) => setTimeout(done, 25));
    least = Math.min(least, process.memoryUsage().arrayBuffers);
  }
  return least;
}

/** Milliseconds a call: median and 95th of a hundred by the clock, mean by the processor (the machine may be busy). */
function timed(count, work) {
  const times = [];
  const cpu = process.cpuUsage();
  for (let i = 0; i < count; i++) {
    const begin = performance.now();
    work(i);
    times.push(performance.now() - begin);
  }
  const { user, system } = process.cpuUsage(cpu);
  return { median: quantile(times, 0.5), p95: quantile(times, 0.95), cpuMs: (user + system) / 1_000 / count };
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await memoryOf(process.argv[2])));
