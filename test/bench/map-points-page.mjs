/* What the page of the benchmark of points does. It arrives there as text, after `conflictColumns`. */

/**
 * Ours: a map of all rows, each of them a point, then a window of a tenth of the days over 120 steps. `own` is our script: the call that
 * moves the window, the frame's callback without MapLibre's own drawing, and our layer's part of that drawing.
 */
export async function pointsRun({ rows, steps: count, limitMs }) {
  const { createStore, incidentMap } = globalThis.whenwhere;
  const dayMs = 86_400_000;
  const columns = globalThis.conflictColumns(rows);
  columns.placePrecision.fill(0);
  columns.radiusM.fill(0);
  const spent = timedFrames();
  const uploads = { calls: 0, bytes: 0 };
  countUploads();
  performance.mark("ww begin");
  const begin = performance.now();
  const store = createStore({ columns });
  performance.mark("ww store");
  const map = incidentMap(document.querySelector("#map"), { store, locale: "en", points: "all" });
  const drawn = () =>
    new Promise((resolve) => {
      const undo = map.on("draw", (counts) => {
        undo();
        resolve(counts);
      });
    });
  await new Promise((resolve) => map.on("ready", resolve));
  while (map.state.counts.points === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
  const readyMs = performance.now() - begin;
  performance.mark("ww drawn");
  const lists = { own: [], script: [], frames: [] };
  const longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: "longtask",
  });
  const step = async (i) => {
    performance.mark("ww tick");
    performance.mark("ww step");
    spent.reset();
    const startMs = Date.UTC(2014, 0, 1) + (300 + i * 25) * dayMs;
    const from = performance.now();
    const done = drawn();
    performance.mark("ww in");
    store.set({ source: "time", kind: "window", startMs, endMs: startMs + 400 * dayMs });
    const setMs = performance.now() - from;
    performance.mark("ww out");
    await done;
    await new Promise((resolve) => setTimeout(resolve));
    const { all, gl, points } = spent;
    lists.script.push(setMs + all);
    lists.own.push(setMs + all - gl + points);
    lists.frames.push(performance.now() - from);
  };
  for (let i = -10; i < 0; i++) await step(i);
  for (const list of [...Object.values(lists), longTasks]) list.length = 0;
  uploads.calls = 0;
  uploads.bytes = 0;
  performance.mark("ww drag");
  // Software that stands in for a graphics processor may take seconds a picture.
  const untilMs = performance.now() + limitMs;
  for (let i = 0; i < count && (i < 20 || performance.now() < untilMs); i++) await step(i);
  performance.mark("ww end");
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { counts } = map.state;
  map.destroy();
  return { ...lists, readyMs, longTasks, counts, uploads };

  /** Time of frames: in all, between the first and the last call to the graphics processor, and in our layer. */
  function timedFrames() {
    const time = { all: 0, gl: 0, points: 0 };
    let [first, last, ours] = [0, 0, 0];
    const marked = new WeakSet();
    const prototype = WebGL2RenderingContext.prototype;
    const around = (name, before, after = () => {}) => {
      const original = prototype[name];
      prototype[name] = function (...given) {
        before(given);
        const result = original.apply(this, given);
        after(given);
        last = performance.now();
        return result;
      };
    };
    const seen = () => {
      if (first > 0) return;
      first = performance.now();
      performance.mark("ww gl");
    };
    // Marks are told by the thread's own clock in a trace, which no other work of the machine stretches.
    around("shaderSource", ([shader, source]) => source.includes("a_standing") && marked.add(shader));
    around("attachShader", ([program, shader]) => marked.has(shader) && marked.add(program));
    const theirs = () => {
      if (ours > 0) performance.mark("ww theirs");
    };
    around("useProgram", ([program]) => {
      seen();
      if (!marked.has(program)) {
        theirs();
        return;
      }
      ours = performance.now();
      performance.mark("ww ours");
    });
    around("bindVertexArray", seen, ([vertices]) => {
      if (ours === 0 || vertices !== null) return;
      const now = performance.now();
      time.points += now - ours;
      ours = now;
      performance.mark("ww ours end");
    });
    // What a drawing of MapLibre's ends with.
    around("pixelStorei", seen, theirs);
    // What a drawing of MapLibre's begins with, whichever of its switches stands otherwise than it wants.
    for (const name of ["clear", "bindFramebuffer", "bindBuffer", "viewport", "enable", "disable", "depthMask"]) {
      around(name, seen);
    }
    for (const name of ["activeTexture", "drawElements", "drawArrays"]) around(name, seen);
    const timed = (callback) => (given) => {
      [first, last, ours] = [0, 0, 0];
      performance.mark("ww in");
      const from = performance.now();
      callback(given);
      time.all += performance.now() - from;
      performance.mark("ww out");
      if (first > 0) time.gl += last - first;
    };
    const request = globalThis.requestAnimationFrame.bind(globalThis);
    globalThis.requestAnimationFrame = (callback) => request(timed(callback));
    // A drawing may have a turn of its own behind the frame.
    const { set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage");
    Object.defineProperty(MessagePort.prototype, "onmessage", {
      configurable: true,
      set(listener) {
        set.call(this, listener === null ? null : timed(listener));
      },
    });
    time.reset = () => Object.assign(time, { all: 0, gl: 0, points: 0 });
    return time;
  }

  function countUploads() {
    for (const name of ["bufferData", "bufferSubData"]) {
      const original = WebGL2RenderingContext.prototype[name];
      WebGL2RenderingContext.prototype[name] = function (target, ...given) {
        if (target === this.ARRAY_BUFFER) {
          uploads.calls++;
          uploads.bytes += given.find((value) => ArrayBuffer.isView(value))?.byteLength ?? 0;
        }
        return original.call(this, target, ...given);
      };
    }
  }
}
