/**
 * The timelines and charts that people use for this today, each drawing the same instants as well as it can.
 * `rows`: the largest of 1,000, 3,000, 10,000, 30,000, 100,000, 300,000 and 1,000,000 that it makes in half a minute;
 * where it does not, on a slower machine, the next smaller one is asked.
 */
export const PEERS = [
  { name: "vis-timeline", rows: [10_000, 3_000, 1_000], code: visCode("{ height: 460 }", "box") },
  {
    name: "vis-timeline cluster",
    rows: [300_000, 100_000, 30_000],
    // In one lane: in five it makes 30,000.
    code: visCode("{ height: 460, cluster: { maxItems: 5 }, stack: false }", "point", false),
  },
  {
    name: "EventDrops",
    rows: [100_000, 30_000, 10_000],
    code: `
import * as d3 from "d3";
import eventDrops from "event-drops";
const prepare = ({ startMs, category }) => {
  const lanes = category.values.map((name) => ({ name, data: [] }));
  startMs.forEach((ms, i) => lanes[category.codes[i]].data.push({ date: new Date(ms) }));
  return lanes;
};
function make(lanes, target) {
  // It keeps its zoom to itself; the one that it asks for is kept here.
  let zoom = null;
  const kept = Object.create(d3, { zoom: { value: () => (zoom = d3.zoom()) }, event: { get: () => d3.event } });
  const label = { width: 200, padding: 20 }, margin = { top: 20, right: 10, bottom: 20, left: 10 };
  const chart = eventDrops({ d3: kept, range: { start: new Date(START), end: new Date(START + SPAN) }, label, margin, drop: { date: (d) => d.date } });
  d3.select(target).data([lanes]).call(chart);
  const labelPx = label.width + label.padding;
  const full = d3.scaleTime().domain([new Date(START), new Date(START + SPAN)]).range([0, target.clientWidth - 20 - label.width]);
  const view = (a, b) => {
    const k = SPAN / (b - a);
    zoom.transform(d3.select(target).select("svg"), d3.zoomIdentity.translate(labelPx - k * (full(new Date(a)) + labelPx), 0).scale(k));
  };
  return { view, ready: painted };
}
`,
  },
  { name: "ECharts", rows: [30_000, 10_000, 3_000], code: echartsCode(false) },
  { name: "ECharts large", rows: [1_000_000, 300_000, 100_000], code: echartsCode(true) },
  {
    name: "uPlot points",
    rows: [1_000_000, 300_000, 100_000],
    code: uplotCode("paths: () => null, points: { show: true, size: 3 }"),
  },
  { name: "uPlot line", rows: [1_000_000, 300_000, 100_000], code: uplotCode("points: { show: false }") },
  {
    name: "react-calendar-timeline",
    rows: [3_000, 1_000],
    code: `
import { createElement as e } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import * as library from "react-calendar-timeline";
const Timeline = library.default?.default ?? library.default ?? library.Timeline;
const prepare = ({ startMs, category }) => ({
  items: Array.from(startMs, (ms, id) => ({ id, group: category.codes[id], title: "", start_time: ms, end_time: ms + DAY })),
  groups: category.values.map((title, id) => ({ id, title })),
});
function make({ items, groups }, target) {
  const root = createRoot(target);
  const view = (a, b) => flushSync(() => root.render(e(Timeline, { items, groups, visibleTimeStart: a, visibleTimeEnd: b, onTimeChange: () => {} })));
  view(START, START + SPAN);
  return { view, ready: painted };
}
`,
  },
  {
    name: "Observable Plot",
    rows: [100_000, 30_000, 10_000],
    code: `
import * as Plot from "@observablehq/plot";
const prepare = ({ startMs, category }) => Array.from(startMs, (ms, i) => ({ x: new Date(ms), y: category.values[category.codes[i]] }));
function make(data, target) {
  const view = (a, b) => target.replaceChildren(Plot.plot({ width: 1440, height: 460, x: { domain: [new Date(a), new Date(b)], clamp: false }, marks: [Plot.dot(data, { x: "x", y: "y", r: 2, clip: true })] }));
  view(START, START + SPAN);
  return { view, ready: painted };
}
`,
  },
];

function visCode(options, type, lanes = true) {
  return `
import { Timeline } from "vis-timeline/standalone";
const prepare = ({ startMs, category }) => ({
  items: Array.from(startMs, (start, id) => ({ id, start, ${lanes ? "group: category.codes[id], " : ""}content: "", type: "${type}" })),
  groups: ${lanes ? "category.values.map((content, id) => ({ id, content }))" : "null"},
});
function make({ items, groups }, target) {
  const view = groups === null ? new Timeline(target, items, ${options}) : new Timeline(target, items, groups, ${options});
  // Its first picture comes a frame late.
  let frames = 2;
  return { view: (start, end) => view.setWindow(start, end, { animation: false }), ready: async () => { for (; frames > 0; frames--) await painted(); frames = 1; } };
}
`;
}

/** Drawn in pieces: only the last one makes it complete. */
function echartsCode(large) {
  return `
import * as echarts from "echarts";
const prepare = ({ startMs, category }) => {
  const lanes = category.values.map(() => []);
  startMs.forEach((ms, i) => lanes[category.codes[i]].push(ms, category.codes[i]));
  return lanes.map((list) => Float64Array.from(list));
};
function make(lanes, target) {
  target.style.height = "460px";
  const chart = echarts.init(target);
  let asked = 0, finished = 0, wake = null;
  chart.on("finished", () => { finished = asked; wake?.(); });
  const change = (run) => { asked++; run(); };
  change(() => chart.setOption({ animation: false, xAxis: { type: "time", min: START, max: START + SPAN }, yAxis: { type: "value", min: -1, max: lanes.length },
    dataZoom: [{ type: "inside", filterMode: "none", throttle: 0 }],
    series: lanes.map((data) => ({ type: "scatter", large: ${large}, symbolSize: 3, data, dimensions: ["x", "y"] })) }));
  return {
    view: (startValue, endValue) => change(() => chart.dispatchAction({ type: "dataZoom", startValue, endValue })),
    ready: async () => { while (finished < asked) await new Promise((done) => { wake = done; }); },
  };
}
`;
}

function uplotCode(series) {
  return `
import uPlot from "uplot";
const prepare = ({ startMs, category }) => {
  const order = Uint32Array.from(startMs.keys()).sort((a, b) => startMs[a] - startMs[b]);
  const xs = Array.from(order, (row) => startMs[row] / 1000);
  const lanes = category.values.map((_, lane) => Array.from(order, (row) => (category.codes[row] === lane ? lane : null)));
  return [xs, ...lanes];
};
function make(data, target) {
  const series = [{}, ...data.slice(1).map(() => ({ stroke: "#036", spanGaps: true, ${series} }))];
  const plot = new uPlot({ width: 1440, height: 460, series, legend: { show: false }, scales: { y: { range: [-1, data.length] } } }, data, target);
  return { view: (a, b) => plot.setScale("x", { min: a / 1000, max: b / 1000 }), ready: painted };
}
`;
}
