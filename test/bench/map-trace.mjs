import { mainThreadTasks, TRACED } from "./workspace-trace.mjs";

export const MAP_TRACED = [...TRACED, "blink.user_timing"];

/**
 * What a trace of a page of the map suite says, by the clock of the main thread, which no other work of the machine stretches:
 * tasks from the store to the first picture, and of each step of the window all tasks, and our own script, in ms.
 * Tasks of the first picture count from the mark `since`. `firstParts`: by the clock on the wall, from one mark of the first picture to the next.
 */
export function traceOfMap(trace, since = "ww store") {
  const { traceEvents } = JSON.parse(trace.toString());
  const marks = traceEvents
    .filter(({ name, cat = "" }) => name.startsWith("ww ") && cat.includes("blink.user_timing"))
    .map(({ name, ts, tts }) => ({ name, atMs: ts / 1_000, threadMs: tts / 1_000 }))
    .sort((a, b) => a.atMs - b.atMs);
  const at = (wanted) => marks.find(({ name }) => name === wanted)?.atMs ?? Number.NaN;
  const tasks = mainThreadTasks(trace);
  const between = (fromMs, toMs) => tasks.filter(({ atMs }) => atMs >= fromMs && atMs < toMs);
  const sum = (some) => some.reduce((total, { threadMs }) => total + threadMs, 0);
  const long = (some) => some.filter(({ threadMs }) => threadMs > 50).map(({ threadMs }) => Math.round(threadMs));
  const first = between(at(since), at("ww drawn"));
  const [dragMs, endMs] = [at("ww drag"), at("ww end")];
  const starts = [
    ...marks.filter(({ name, atMs }) => name === "ww step" && atMs >= dragMs).map(({ atMs }) => atMs),
    endMs,
  ];
  const dragged = between(dragMs, endMs);
  const lasts = (from, to) => at(to) - at(from);
  return {
    firstParts: {
      store: lasts("ww begin", "ww store"),
      ground: lasts("ww store", "ww ground"),
      records: lasts("ww ground", "ww drawn"),
    },
    ownMs: ownScript(
      marks.filter(({ atMs }) => atMs >= dragMs && atMs <= endMs),
      markMs(marks),
    ),
    firstMs: sum(first),
    firstLong: long(first),
    stepMs: starts.slice(1).map((toMs, i) => sum(between(starts[i], toMs))),
    dragLong: long(dragged),
    longestMs: Math.max(0, ...dragged.map(({ threadMs }) => threadMs)),
  };
}

/** What a mark takes of the thread while a trace is taken, the median: each step begins with two of them, one behind the other. */
function markMs(marks) {
  const apart = marks.flatMap(({ name, threadMs }, i) =>
    name === "ww step" && marks[i - 1]?.name === "ww tick" ? [threadMs - marks[i - 1].threadMs] : [],
  );
  return apart.sort((a, b) => a - b)[apart.length >> 1] ?? 0;
}

/**
 * Our own script of each step: all between "ww in" and "ww out", less the cost of a mark for each part. Where a drawing of MapLibre's lies within, which begins with "ww gl", of
 * that only our layer's part, from "ww ours" to "ww ours end", and what comes after the last "ww theirs".
 */
function ownScript(marks, costMs) {
  const steps = [];
  let open = null;
  const close = (untilMs) => {
    if (open.sinceMs !== null) open.ms += Math.max(0, untilMs - open.sinceMs - costMs);
  };
  for (const { name, threadMs } of marks) {
    if (name === "ww step") steps.push(0);
    else if (name === "ww in") open = { sinceMs: threadMs, ms: 0 };
    else if (open === null) continue;
    else if (name === "ww gl") {
      close(threadMs);
      open.sinceMs = null;
    } else if (name === "ww ours" || name === "ww theirs") open.sinceMs = threadMs;
    else if (name === "ww ours end" || name === "ww out") {
      close(threadMs);
      open.sinceMs = threadMs;
      if (name === "ww ours end") continue;
      steps[steps.length - 1] += open.ms;
      open = null;
    }
  }
  return steps;
}
