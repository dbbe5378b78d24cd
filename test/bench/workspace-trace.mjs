/** Categories of a Chromium trace that tell tasks with the time of their thread, and what they are made of. */
export const TRACED = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing"];

/** Name of the mark that a page sets at each step. */
export const STEP = "ww-step";

const TASKS = ["ThreadControllerImpl::RunTask", "RunTask"];

const PART_OF = {
  FunctionCall: "script",
  FireAnimationFrame: "script",
  EventDispatch: "script",
  TimerFire: "script",
  RunMicrotasks: "script",
  MinorGC: "garbage",
  MajorGC: "garbage",
  UpdateLayoutTree: "style",
  Layout: "layout",
  PrePaint: "paint",
  Paint: "paint",
  Layerize: "paint",
  Commit: "paint",
};

/**
 * Tasks of the page's main thread, in ms: by the clock on the wall, and by the thread's own, which no other work of the machine
 * stretches; `atMs` by the clock of the trace. `parts`: what the time of each went to, by the wall; a part within another counts for itself alone. `step`: how many
 * steps had begun when it ended.
 */
export function mainThreadTasks(trace) {
  const { traceEvents } = JSON.parse(trace.toString());
  const threads = new Map();
  for (const { name, args, pid, tid } of traceEvents) {
    if (name === "thread_name" && args.name === "CrRendererMain") threads.set(`${pid}/${tid}`, []);
  }
  for (const event of traceEvents) if (event.ph === "X") threads.get(`${event.pid}/${event.tid}`)?.push(event);
  const [events = []] = [...threads.values()].sort((a, b) => busyness(b) - busyness(a));
  events.sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const marks = traceEvents.filter(({ name, ph }) => name === STEP && ph !== "E").map(({ ts }) => ts);
  const steps = [...new Set(marks)].sort((a, b) => a - b);
  const tasks = [];
  const open = [];
  let taskEnd = 0;
  for (const { name, ts, dur = 0, tdur = dur } of events) {
    if (TASKS.includes(name)) {
      // One of the two names stands around the other.
      if (ts < taskEnd) continue;
      taskEnd = ts + dur;
      open.length = 0;
      const step = steps.filter((at) => at < taskEnd).length;
      tasks.push({ step, atMs: ts / 1_000, wallMs: dur / 1_000, threadMs: tdur / 1_000, parts: {} });
      continue;
    }
    const part = PART_OF[name];
    const task = tasks.at(-1);
    if (part === undefined || task === undefined || ts >= taskEnd) continue;
    while (open.length > 0 && open.at(-1).end <= ts) open.pop();
    const outer = open.at(-1);
    if (outer !== undefined) task.parts[outer.part] -= dur / 1_000;
    task.parts[part] = (task.parts[part] ?? 0) + dur / 1_000;
    open.push({ part, end: ts + dur });
  }
  return tasks;
}

function busyness(events) {
  return events.reduce((sum, { name, dur = 0 }) => sum + (TASKS.includes(name) ? dur : 0), 0);
}
