import { ASKED, TAKEN } from "./timeline-trace.mjs";

/**
 * What runs in the page of the timeline suite: data, clocks and the steps that every tool takes.
 * A tool gives `prepare(columns)` and `make(data, target)` -> {view(startMs, endMs), ready(), destroy?(), counts?()}.
 */

/** Before any library is loaded: those that keep `requestAnimationFrame` for themselves keep the counting one. */
export const CLOCK = `
window.global = window;
window.scriptMs = 0;
window.nativeFrame = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (callback) => nativeFrame((at) => {
  const from = performance.now();
  try { callback(at); } finally { scriptMs += performance.now() - from; }
});
window.painted = () => new Promise((done) => nativeFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => { channel.port1.close(); done(); };
  channel.port2.postMessage(0);
}));
`;

/** After a tool: `measure` builds the data, makes the view, and takes the steps. */
export const HARNESS = `
const START = Date.UTC(1995, 0, 1), SPAN = 30 * 365.25 * 864e5, DAY = 864e5;
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
const quantile = (list, share) => list.length === 0 ? null : [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];
const sumsUp = (c) => c.drawn + c.folded + c.undated + c.outside + (c.scrolled ?? 0) === c.shown;
window.measure = async (asked) => {
  const target = document.querySelector("#target");
  const data = prepare(columns(asked), asked);
  const creations = [];
  let made = null;
  for (let i = 0; i < asked.creations; i++) {
    made?.destroy?.();
    await painted(); await painted();
    const from = performance.now();
    made = make(data, target, asked);
    await made.ready();
    creations.push(performance.now() - from);
  }
  const counts = made.counts?.() ?? null;
  const nodes = target.querySelectorAll("*").length;
  const times = { pan: [], zoom: [] }, scripts = { pan: [], zoom: [] };
  let broken = 0, a = START + SPAN * 0.3, b = START + SPAN * 0.7;
  const step = async (into) => {
    const from = performance.now();
    scriptMs = 0;
    performance.mark("${ASKED}" + into);
    made.view(a, b);
    // What a tool leaves to the end of its task is its own script too.
    await null; await null;
    performance.mark("${TAKEN}");
    const called = performance.now() - from;
    await made.ready();
    times[into]?.push(performance.now() - from);
    scripts[into]?.push(called + scriptMs);
    const now = made.counts?.();
    if (now && !sumsUp(now)) broken++;
  };
  for (let i = 0; i < asked.warmUp; i++) await step("none");
  let until = performance.now() + asked.budgetMs;
  for (let i = 0; i < asked.steps && performance.now() < until; i++) { const by = (b - a) * 0.05 * (i < asked.steps / 2 ? 1 : -1); a += by; b += by; await step("pan"); }
  until = performance.now() + asked.budgetMs;
  for (let i = 0; i < asked.steps && performance.now() < until; i++) { const by = (b - a) * (i < asked.steps / 2 ? 0.1 : -0.125); a += by; b -= by; await step("zoom"); }
  const told = (name) => ({ steps: times[name].length, median: quantile(times[name], 0.5), p95: quantile(times[name], 0.95),
    scriptMedian: quantile(scripts[name], 0.5), scriptP95: quantile(scripts[name], 0.95) });
  return { createMs: quantile(creations, 0.5), pan: told("pan"), zoom: told("zoom"), counts, nodes, broken };
};
`;

/** Our own tool, and what mounts it many times. */
export const oursEntry = (index, timeline) => `
import { createStore } from ${JSON.stringify(index)};
import { timeline } from ${JSON.stringify(timeline)};
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
