/** Categories of a Chromium trace that tell the frames' script, and the marks of the harness, with the time of their thread. */
export const TIMELINE_TRACED = ["toplevel", "devtools.timeline", "blink.user_timing"];

/** Names of the marks that the harness sets before a tool is told its view, and when it has taken it. */
export const ASKED = "ww asked ";
export const TAKEN = "ww taken";

/**
 * What each pan and zoom took of script, in ms by the clock of the main thread, which no other work of the machine stretches: the
 * call that shows a view, and the animation frames up to the next one.
 */
export function scriptOfSteps(trace) {
  const { traceEvents } = JSON.parse(trace.toString());
  const marks = traceEvents.filter(({ name }) => name.startsWith(ASKED) || name === TAKEN).sort((a, b) => a.ts - b.ts);
  const [first] = marks;
  const frames = traceEvents.filter(
    ({ name, ph, pid, tid }) => name === "FireAnimationFrame" && ph === "X" && pid === first?.pid && tid === first?.tid,
  );
  const out = { pan: [], zoom: [] };
  marks.forEach(({ name, ts, tts }, i) => {
    const steps = out[name.slice(ASKED.length)];
    if (steps === undefined || marks[i + 1]?.name !== TAKEN) return;
    const until = marks[i + 2]?.ts ?? Number.POSITIVE_INFINITY;
    const own = frames.filter((frame) => frame.ts >= ts && frame.ts < until);
    steps.push((marks[i + 1].tts - tts + own.reduce((sum, { tdur, dur }) => sum + (tdur ?? dur), 0)) / 1_000);
  });
  return out;
}
