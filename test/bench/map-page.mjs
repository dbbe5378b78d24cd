/* What the page of the map's benchmark does. Each function arrives in the page as text, after `conflictColumns`. */

/** Ours: the map of all rows, then a window of a tenth of the days over 120 steps. */
export async function ownRun(rows) {
  const { createStore, incidentMap } = globalThis.whenwhere;
  const dayMs = 86_400_000;
  const columns = globalThis.conflictColumns(rows);
  const callbacks = timedFrames();
  const target = document.querySelector("#map");
  performance.mark("ww begin");
  const begin = performance.now();
  const store = createStore({ columns });
  performance.mark("ww store");
  const map = incidentMap(target, { store, locale: "en" });
  // The drawn ground is uncovered when it is complete.
  const grounds = new MutationObserver(() => {
    if (target.querySelector(".ww-map-layer:not(.ww-map-coming)") === null) return;
    grounds.disconnect();
    performance.mark("ww ground");
  });
  grounds.observe(target, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
  const until = (event) =>
    new Promise((resolve) => {
      const undo = map.on(event, () => {
        undo();
        resolve(performance.now());
      });
    });
  const ready = until("ready");
  const paintMs = (await until("draw")) - begin;
  performance.mark("ww drawn");
  await ready;
  const readyMs = performance.now() - begin;
  const longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: "longtask",
  });
  const script = [];
  const steps = [];
  const step = async (i) => {
    performance.mark("ww tick");
    performance.mark("ww step");
    callbacks.spentMs = 0;
    const startMs = Date.UTC(2014, 0, 1) + (300 + i * 25) * dayMs;
    const from = performance.now();
    const drawn = until("draw");
    performance.mark("ww in");
    store.set({ source: "time", kind: "window", startMs, endMs: startMs + 400 * dayMs });
    const setMs = performance.now() - from;
    performance.mark("ww out");
    await drawn;
    await new Promise((resolve) => setTimeout(resolve));
    script.push(setMs + callbacks.spentMs);
    steps.push(performance.now() - from);
  };
  // The first steps make what the others keep; then the compiler has seen the work.
  for (let i = -10; i < 0; i++) await step(i);
  for (const list of [script, steps, longTasks]) list.length = 0;
  performance.mark("ww drag");
  for (let i = 0; i < 120; i++) await step(i);
  performance.mark("ww end");
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { counts } = map.state;
  map.destroy();
  return { paintMs, readyMs, script, steps, longTasks, counts };

  /** How long the callbacks of frames, and of turns behind them, take: all our script after the call that moves the window. */
  function timedFrames() {
    const spent = { spentMs: 0 };
    const timed = (callback) => (given) => {
      performance.mark("ww in");
      const from = performance.now();
      callback(given);
      spent.spentMs += performance.now() - from;
      performance.mark("ww out");
    };
    const request = globalThis.requestAnimationFrame.bind(globalThis);
    globalThis.requestAnimationFrame = (callback) => request(timed(callback));
    const { set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage");
    Object.defineProperty(MessagePort.prototype, "onmessage", {
      configurable: true,
      set(listener) {
        set.call(this, listener === null ? null : timed(listener));
      },
    });
    return spent;
  }
}

/** MapLibre by its own means: points or native clusters of a GeoJSON source, until it is idle again. */
export async function nativeRun({ rows, means, steps, limitMs }) {
  const maplibre = await import("/maplibre/maplibre-gl.mjs");
  maplibre.setWorkerUrl("/maplibre/maplibre-gl-worker.mjs");
  const dayMs = 86_400_000;
  const columns = globalThis.conflictColumns(rows);
  const features = [];
  for (let i = 0; i < rows; i++) {
    features.push({
      type: "Feature",
      properties: { t: columns.startMs[i] || 0 },
      geometry: { type: "Point", coordinates: [columns.lon[i], columns.lat[i]] },
    });
  }
  const data = (list) => ({ type: "FeatureCollection", features: list });
  const map = new maplibre.Map({
    container: "map",
    style: { version: 8, sources: {}, layers: [] },
    center: [20, 20],
    zoom: 1.4,
    attributionControl: false,
  });
  await new Promise((resolve) => map.once("load", resolve));
  const overdue = new Promise((resolve) => setTimeout(resolve, limitMs, null));
  const idle = async (change) => {
    const from = performance.now();
    const done = new Promise((resolve) => map.once("idle", () => resolve(performance.now() - from)));
    change();
    return Promise.race([done, overdue]);
  };
  const window = (i) => {
    const startMs = Date.UTC(2014, 0, 1) + (300 + i * 25) * dayMs;
    return [startMs, startMs + 400 * dayMs];
  };
  const inside = ([from, to]) => features.filter(({ properties: { t } }) => t >= from && t < to);
  const source = { type: "geojson", data: data(features), cluster: means === "cluster", buffer: 8 };
  const firstMs = await idle(() => {
    map.addSource("points", source);
    map.addLayer({ id: "points", type: "circle", source: "points", paint: { "circle-radius": 4 } });
  });
  const stepMs = [];
  for (let i = 0; i < steps && firstMs !== null; i++) {
    const [from, to] = window(i);
    const change =
      means === "filter"
        ? () => map.setFilter("points", ["all", [">=", ["get", "t"], from], ["<", ["get", "t"], to]])
        : () => map.getSource("points").setData(data(inside([from, to])));
    performance.mark("ww work");
    stepMs.push(await idle(change));
    performance.mark("ww rest");
  }
  map.remove();
  return { firstMs, stepMs };
}
