// Columns like a conflict monitor's: days, one date in seven a span, one row in twenty open-ended, one in fifty undated;
// places crowded around a few hundred towns, one in six known only to a radius.
export const suite = "store";

const DAY_MS = 86_400_000;
const FIRST_MS = Date.UTC(2014, 0, 1);
const DAYS = 4_000;

/** Rows of the workloads; both run on the same columns. */
const ROWS = 1_000_000;

export async function run(tools) {
  const { createStore } = await tools.load();
  const columns = eventColumns(ROWS);
  const build = median(5, () => createStore({ columns }).timeOrder.length);
  const store = createStore({ columns });
  const brush = brushSteps(store, 200);
  const bytes = bytesPerRow(createStore, columns);
  return [
    row("store/build-1m", build, { unit: "ms", stat: "median", note: "typed arrays to a store with its time order" }),
    row("store/brush-1m", brush, {
      unit: "ms",
      stat: "p95",
      note: "one step of a sliding window beside category, box and status clauses: counts, one facet, one 100-bin histogram",
    }),
    row("store/bytes-per-row", bytes, {
      unit: "bytes",
      stat: "total",
      note: "array buffers of columns, order and filters after a brush",
    }),
  ];
}

function row(id, ours, { unit, stat, note }) {
  // crossfilter2, the peer, is no dependency of the workspace: the column of peers stays empty until it is.
  return { id, ours, unit, stat, peers: {}, higherIsBetter: false, n: ROWS, note };
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

function brushSteps(store, steps) {
  store.set({ source: "category", kind: "values", field: "category", values: ["attack", "strike", "raid"] });
  store.set({ source: "status", kind: "values", field: "status", values: ["happened"] });
  store.set({ source: "map", kind: "bbox", west: 12, south: -15, east: 60, north: 35 });
  const edges = Float64Array.from({ length: 101 }, (_, i) => FIRST_MS + i * (DAYS / 100) * DAY_MS);
  const times = [];
  for (let i = 0; i < steps; i++) {
    const startMs = FIRST_MS + (500 + i * 10) * DAY_MS;
    const begin = performance.now();
    store.set({ source: "window", kind: "window", startMs, endMs: startMs + 365 * DAY_MS });
    store.count();
    store.facet("category");
    store.histogram(edges, { except: "window" });
    times.push(performance.now() - begin);
  }
  // The first step builds what the others keep; it is shown by its own suite when it matters.
  return quantile(times.slice(1), 0.95);
}

function bytesPerRow(createStore, columns) {
  globalThis.gc?.();
  const before = process.memoryUsage().arrayBuffers;
  const store = createStore({ columns });
  brushSteps(store, 3);
  globalThis.gc?.();
  return Math.round((process.memoryUsage().arrayBuffers - before) / ROWS);
}

function median(times, work) {
  return quantile(
    Array.from({ length: times }, () => {
      const begin = performance.now();
      work();
      return performance.now() - begin;
    }),
    0.5,
  );
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
