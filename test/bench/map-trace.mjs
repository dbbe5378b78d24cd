import { mainThreadTasks, TRACED } from "./workspace-trace.mjs";

export const MAP_TRACED = [...TRACED, "blink.user_timing"];

/**
 * What a trace of a page of the map suite says, by the clock of the main thread, which no other work of the machine stretches:
 * tasks from the store to the first picture, and all tasks of each step of the window, in ms.
 */
export function traceOfMap(trace) {
  const { traceEvents } = JSON.parse(trace.toString());
  const marks = traceEvents
    .filter(({ name, cat = "" }) => name.startsWith("ww ") && cat.includes("blink.user_timing"))
    .map(({ name, ts }) => ({ name, atMs: ts / 1_000 }))
    .sort((a, b) => a.atMs - b.atMs);
  const at = (wanted) => marks.find(({ name }) => name === wanted)?.atMs ?? Number.NaN;
  const tasks = mainThreadTasks(trace);
  const between = (fromMs, toMs) => tasks.filter(({ atMs }) => atMs >= fromMs && atMs < toMs);
  const sum = (some) => some.reduce((total, { threadMs }) => total + threadMs, 0);
  const long = (some) => some.filter(({ threadMs }) => threadMs > 50).map(({ threadMs }) => Math.round(threadMs));
  const first = between(at("ww store"), at("ww drawn"));
  const [dragMs, endMs] = [at("ww drag"), at("ww end")];
  const starts = [
    ...marks.filter(({ name, atMs }) => name === "ww step" && atMs >= dragMs).map(({ atMs }) => atMs),
    endMs,
  ];
  const dragged = between(dragMs, endMs);
  return {
    firstMs: sum(first),
    firstLong: long(first),
    stepMs: starts.slice(1).map((toMs, i) => sum(between(starts[i], toMs))),
    dragLong: long(dragged),
    longestMs: Math.max(0, ...dragged.map(({ threadMs }) => threadMs)),
  };
}
