/* What a step of the window takes of the page's threads, whoever follows it. The function arrives in the page as text. */

/** Ours: all steps of a drag, a frame each, until what they have put off is done too; `points`: each row one, and none of them doubtful. */
export async function ownWorkRun({ rows, steps, points = false }) {
  const { createStore, incidentMap } = globalThis.whenwhere;
  const dayMs = 86_400_000;
  const columns = globalThis.conflictColumns(rows);
  if (points) for (const doubt of [columns.placePrecision, columns.radiusM]) doubt.fill(0);
  const store = createStore({ columns });
  const map = incidentMap(document.querySelector("#map"), {
    store,
    locale: "en",
    ...(points ? { points: "all" } : {}),
  });
  const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const told = (event) =>
    new Promise((resolve) => {
      const undo = map.on(event, () => {
        undo();
        resolve();
      });
    });
  await told("ready");
  while (points && map.state.counts.points === undefined) await rest(20);
  await rest(1_000);
  performance.mark("ww work");
  for (let i = 0; i < steps; i++) {
    const startMs = Date.UTC(2014, 0, 1) + (300 + i * 25) * dayMs;
    const drawn = told("draw");
    store.set({ source: "time", kind: "window", startMs, endMs: startMs + 400 * dayMs });
    await drawn;
  }
  // Some work waits until a hand has been at rest for 150 ms.
  await rest(1_000);
  performance.mark("ww rest");
  const { counts } = map.state;
  map.destroy();
  return { counts };
}

const TASKS = ["ThreadControllerImpl::RunTask", "RunTask"];

/**
 * From each "ww work" to its "ww rest": what the tasks of the page's main thread and of its workers take, in ms of those threads' own
 * clocks, which no other work of the machine stretches. What has no end is left out.
 */
export function workOfThreads(trace) {
  const { traceEvents } = JSON.parse(trace.toString());
  const marks = traceEvents
    .filter(({ name, cat = "" }) => (name === "ww work" || name === "ww rest") && cat.includes("blink.user_timing"))
    .sort((a, b) => a.ts - b.ts);
  if (marks.length === 0) return [];
  const { pid, tid } = marks[0];
  const isWorker = ({ name, args }) => name === "thread_name" && /DedicatedWorker/.test(args.name);
  const workers = traceEvents.filter((event) => event.pid === pid && isWorker(event)).map((event) => event.tid);
  const tasks = [tid, ...new Set(workers)].flatMap((thread) => tasksOf(traceEvents, pid, thread));
  return marks.flatMap(({ name, ts }, i) => {
    const end = marks[i + 1];
    if (name !== "ww work" || end?.name !== "ww rest") return [];
    const inside = tasks.filter((task) => task.ts >= ts && task.ts < end.ts);
    return [inside.reduce((sum, { tdur = 0 }) => sum + tdur / 1_000, 0)];
  });
}

/** Tasks of a thread; one of the two names stands around the other. */
function tasksOf(events, pid, tid) {
  const own = events.filter((event) => event.ph === "X" && event.pid === pid && event.tid === tid);
  const sorted = own.filter(({ name }) => TASKS.includes(name)).sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  let end = 0;
  return sorted.filter(({ ts, dur }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}
