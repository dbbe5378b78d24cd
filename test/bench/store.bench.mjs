import { createRequire } from "node:module";
import os from "node:os";

// Columns like a conflict monitor's: days, one date in seven a span, one row in twenty open-ended, one in fifty undated;
// places crowded around a few hundred towns, one in six known only to a radius. Rows in no order of time.
export const suite = "store";

const DAY_MS = 86_400_000;
const FIRST_MS = Date.UTC(2014, 0, 1);
const DAYS = 4_000;
const STEPS = 200;
/** Steps after which nothing may have grown; test/store takes ten thousand of them. */
const MORE_STEPS = 1_000;
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
  const columns = eventColumns(ROWS);
  // First of all, while there is no other store that could be let go meanwhile.
  const { bytes, growth } = memory(createStore, columns);
  const build = median(5, () => createStore({ columns }).timeOrder.length);
  const store = createStore({ columns });
  const brush = brushSteps(store);
  const cells = cellSteps(store);
  const crossfilter = crossfilterSteps(peers.crossfilter, columns);
  const supercluster = superclusterSteps(peers.Supercluster, columns);
  const rows = [
    row("store/build-1m", build, {
      peers: { crossfilter2: crossfilter.buildMs },
      note: "typed arrays to a store with its time order; the peer: five dimensions and four groups",
    }),
    row("store/brush-1m", brush.p95, {
      stat: "p95",
      peers: { crossfilter2: crossfilter.steps.p95 },
      note: `${STEP_NOTE}; ${words(brush)}; the peer, doing its counts alone (no cells, spans or doubts): ${words(crossfilter.steps)}`,
    }),
    row("store/cells-1m", cells.steps.p95, {
      stat: "p95",
      peers: { supercluster: supercluster.p95 },
      note: `all ${cells.count.toLocaleString("en")} occupied cells, certain and possible, for a window anywhere; ${words(cells.steps)}; index of a zoom and filter set ${cells.indexMs.toFixed(0)} ms; the peer: a reload with the points of the window, maxZoom 8`,
    }),
    row("store/bytes-per-row", bytes, {
      unit: "bytes",
      stat: "total",
      note: `array buffers of columns, order, filters, sums and cells after a brush; ${growth} bytes more in all after ${MORE_STEPS} further steps`,
    }),
  ];
  return os.freemem() < MANY_BYTES ? rows : [...rows, manyRows(createStore)];
}

const STEP_NOTE =
  "one step of a sliding window beside category, box and status clauses: counts, two facets, two histograms of 100 bins, all cells in view";

function row(id, ours, { unit = "ms", stat = "median", peers = {}, n = ROWS, note }) {
  return { id, ours, unit, stat, peers, higherIsBetter: false, n, note };
}

function words({ median: middle, p95, cpuMs }) {
  return `median ${middle.toFixed(2)}, p95 ${p95.toFixed(2)}, ${cpuMs.toFixed(2)} ms of processor a step`;
}

function manyRows(createStore) {
  const store = createStore({ columns: eventColumns(MANY_ROWS) });
  const steps = brushSteps(store);
  return row("store/brush-10m", steps.p95, { stat: "p95", n: MANY_ROWS, note: `${STEP_NOTE}; ${words(steps)}` });
}

/** mulberry32: small, seeded, good enough for shapes. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function eventColumns(length) {
  const next = random(5);
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
    lon[i] = townLon + (next() - 0.5) * 0.2;
    lat[i] = townLat + (next() - 0.5) * 0.2;
    radiusM[i] = next() < 0.16 ? 25_000 : 0;
    codes[i] = Math.floor(next() ** 2 * 6);
    status[i] = next() < 0.9 ? 0 : 2;
  }
  const values = ["attack", "strike", "raid", "drill", "arrest", "other"];
  return { startMs, endMs, lon, lat, radiusM, status, category: { codes, values } };
}

function brushSteps(store, count = STEPS) {
  store.set({ source: "category", kind: "values", field: "category", values: CATEGORIES });
  store.set({ source: "status", kind: "values", field: "status", values: ["happened"] });
  store.set({ source: "map", kind: "bbox", ...BOX });
  const step = (startMs) => {
    store.set({ source: "window", kind: "window", startMs, endMs: startMs + 365 * DAY_MS });
    store.count();
    store.facet("category");
    store.facet("status");
    store.histogram(EDGES, { except: "window" });
    store.histogram(EDGES);
    store.cells({ zoom: BRUSH_ZOOM, bounds: BOX, except: "map" });
  };
  // The first steps build what the others keep; then the compiler has seen the work.
  for (let i = 0; i < 20; i++) step(FIRST_MS + (300 + i * 10) * DAY_MS);
  return timed(count, (i) => step(FIRST_MS + (500 + (i % STEPS) * 10) * DAY_MS));
}

function cellSteps(store) {
  store.clear();
  const next = random(7);
  const ask = () => {
    const startMs = FIRST_MS + Math.floor(next() * DAYS) * DAY_MS;
    return store.cells({ zoom: CELLS_ZOOM, window: { startMs, endMs: startMs + Math.floor(next() * 400) * DAY_MS } });
  };
  const begin = performance.now();
  ask();
  const indexMs = performance.now() - begin;
  const world = { startMs: Number.NEGATIVE_INFINITY, endMs: Number.POSITIVE_INFINITY };
  const count = store.cells({ zoom: CELLS_ZOOM, window: world }).length;
  for (let i = 0; i < 20; i++) ask();
  return { indexMs, count, steps: timed(STEPS, ask) };
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
  const step = (i) => {
    const fromMs = FIRST_MS + (500 + i * 10) * DAY_MS;
    time.filterRange([fromMs, fromMs + 365 * DAY_MS]);
    all.value();
    for (const group of groups) group.all();
  };
  for (let i = 0; i < 20; i++) step(i - 20);
  return { buildMs, steps: timed(STEPS, step) };
}

/** What a map does that clusters its points with the peer and filters by time: it loads the points of each window. */
function superclusterSteps(Supercluster, { startMs, lon, lat }) {
  const points = Array.from(startMs, (_, i) => ({
    type: "Feature",
    properties: {},
    geometry: { type: "Point", coordinates: [lon[i], lat[i]] },
  }));
  return timed(3, (i) => {
    const fromMs = FIRST_MS + (500 + i * 1_000) * DAY_MS;
    const toMs = fromMs + 365 * DAY_MS;
    const inside = points.filter((_, row) => startMs[row] >= fromMs && startMs[row] < toMs);
    new Supercluster({ maxZoom: 8 }).load(inside).getClusters([-180, -85, 180, 85], 8);
  });
}

function memory(createStore, columns) {
  const kept = () => {
    globalThis.gc?.();
    return process.memoryUsage().arrayBuffers;
  };
  const before = kept();
  const store = createStore({ columns });
  brushSteps(store, STEPS);
  const after = kept();
  brushSteps(store, MORE_STEPS);
  const growth = kept() - after;
  store.destroy();
  return { bytes: Math.round((after - before) / ROWS), growth };
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

function median(count, work) {
  return timed(count, work).median;
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
