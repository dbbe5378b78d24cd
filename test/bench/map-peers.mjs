/**
 * The map tools that follow a window of time by other means than MapLibre's own, each in a page of its own over the same rows.
 * `measure({ rows, steps, limitMs })` gives `{ firstMs, stepMs, scriptMs }`: from the call to the next task after the picture, and
 * what of it was script. Bundled in the folder of the large peers.
 */
const COMMON = `
const DAY = 864e5;
let spentMs = 0;
const request = globalThis.requestAnimationFrame.bind(globalThis);
globalThis.requestAnimationFrame = (callback) => request((at) => {
  const from = performance.now();
  callback(at);
  spentMs += performance.now() - from;
});
const windowOf = (i) => { const start = Date.UTC(2014, 0, 1) + (300 + i * 25) * DAY; return [start, start + 400 * DAY]; };
const timed = async (work, picture) => {
  spentMs = 0;
  const from = performance.now();
  const drawn = picture();
  work();
  const calledMs = performance.now() - from;
  await drawn;
  await new Promise((done) => setTimeout(done));
  return { ms: performance.now() - from, scriptMs: calledMs + spentMs };
};
const run = async ({ steps, limitMs }, first, step, picture) => {
  const stepMs = [], scriptMs = [], until = performance.now() + limitMs;
  const firstMs = (await timed(first, picture)).ms;
  for (let i = -2; i < steps && performance.now() < until; i++) {
    const took = await timed(() => step(i), picture);
    if (i >= 0) { stepMs.push(took.ms); scriptMs.push(took.scriptMs); }
  }
  return { firstMs, stepMs, scriptMs };
};
`;

/** deck.gl's scatterplot, filtered on the graphics processor, over MapLibre. */
export const DECK = `
import { MapLibreOverlay } from "@deck.gl/maplibre";
import { ScatterplotLayer } from "@deck.gl/layers";
import { DataFilterExtension } from "@deck.gl/extensions";
${COMMON}
globalThis.measure = async (asked) => {
  const maplibre = await import("/maplibre/maplibre-gl.mjs");
  maplibre.setWorkerUrl("/maplibre/maplibre-gl-worker.mjs");
  const { startMs, lon, lat } = globalThis.conflictColumns(asked.rows);
  const map = new maplibre.Map({ container: "map", style: { version: 8, sources: {}, layers: [] }, center: [20, 20], zoom: 1.4, attributionControl: false });
  await new Promise((done) => map.once("load", done));
  // Days from the first one: single precision cannot tell milliseconds of the epoch apart.
  const origin = Date.UTC(2014, 0, 1);
  const getPosition = { value: new Float32Array(2 * asked.rows), size: 2 };
  const getFilterValue = { value: Float32Array.from(startMs, (ms) => (Number.isNaN(ms) ? -1e6 : (ms - origin) / DAY)), size: 1 };
  for (let i = 0; i < asked.rows; i++) {
    getPosition.value[2 * i] = Number.isNaN(lon[i]) ? 0 : lon[i];
    getPosition.value[2 * i + 1] = Number.isNaN(lat[i]) ? -89 : lat[i];
  }
  const data = { length: asked.rows, attributes: { getPosition, getFilterValue } };
  const extensions = [new DataFilterExtension({ filterSize: 1 })];
  let rendered = () => {};
  const overlay = new MapLibreOverlay({ interleaved: false, layers: [], onAfterRender: () => rendered() });
  map.addControl(overlay);
  const layers = (i) => [new ScatterplotLayer({ id: "points", data, extensions, filterRange: windowOf(i).map((ms) => (ms - origin) / DAY),
    getRadius: 4, radiusUnits: "pixels", getFillColor: [213, 94, 0, 200] })];
  const show = (i) => overlay.setProps({ layers: layers(i) });
  return run(asked, () => show(-6), show, () => new Promise((done) => { rendered = done; }));
};
`;

/** Leaflet with its time dimension, on its canvas. */
export const LEAFLET = `
import L from "leaflet";
import css from "leaflet/dist/leaflet.css";
import "leaflet-timedimension";
${COMMON}
globalThis.measure = async (asked) => {
  document.head.append(Object.assign(document.createElement("style"), { textContent: css }));
  const { startMs, lon, lat } = globalThis.conflictColumns(asked.rows);
  const features = [];
  for (let i = 0; i < asked.rows; i++) {
    if (Number.isNaN(startMs[i]) || Number.isNaN(lon[i])) continue;
    features.push({ type: "Feature", properties: { times: [startMs[i]] }, geometry: { type: "Point", coordinates: [lon[i], lat[i]] } });
  }
  const times = Array.from({ length: asked.steps + 6 }, (_, i) => windowOf(i - 6)[1]);
  const map = L.map("map", { center: [20, 20], zoom: 2, preferCanvas: true, zoomAnimation: false, fadeAnimation: false,
    timeDimension: true, timeDimensionOptions: { times, currentTime: times[0] } });
  const points = L.geoJSON({ type: "FeatureCollection", features }, { pointToLayer: (_, at) => L.circleMarker(at, { radius: 4, weight: 1 }) });
  const layer = L.timeDimension.layer.geoJson(points, { duration: "P400D", updateTimeDimension: false });
  let shown = 0;
  map.on("layeradd", ({ layer: added }) => { if (added instanceof L.CircleMarker) shown++; });
  // It draws in the frame after the one in which its canvas was asked to.
  const picture = () => new Promise((done) => request(() => request(done)));
  const result = await run(asked, () => layer.addTo(map), (i) => map.timeDimension.setCurrentTime(windowOf(i)[1]), picture);
  return { ...result, shown };
};
`;

/** Makes one script of a peer. */
export async function bundlePeer({ root, folder }, contents) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: "js" },
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2022",
    absWorkingDir: root,
    external: ["/maplibre/*"],
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".css": "text", ".png": "empty" },
    logLevel: "error",
  });
  return outputFiles[0].text;
}
