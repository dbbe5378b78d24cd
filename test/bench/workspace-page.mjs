/** What runs in the page of the workspace suite. Every function arrives there as text: it uses nothing from outside of itself. */

/** A workspace over seeded rows, with six facets open. */
export async function openWorkspace({ rows, projection }) {
  const { createStore, workspace } = globalThis.whenwhere;
  const columns = globalThis.conflictColumns(rows);
  const [countries, actors] = [new Uint8Array(rows), new Uint16Array(rows)];
  for (let row = 0; row < rows; row++) {
    // A degree of the ground is of one country, and a few groups fight there.
    const cell = Math.abs(Math.floor(columns.lon[row]) * 31 + Math.floor(columns.lat[row]) * 17);
    countries[row] = cell % 60;
    actors[row] = (cell * 7 + columns.category.codes[row] * 5) % 300;
  }
  const named = (codes, count, name) => {
    return { codes, offsets: null, values: Array.from({ length: count }, (_, i) => `${name} ${i + 1}`) };
  };
  columns.fields = { country: named(countries, 60, "Area"), actor: named(actors, 300, "Group") };
  const begin = performance.now();
  const store = createStore({ columns });
  const root = document.querySelector("#target");
  const view = workspace(root, { store, title: "Seeded records", fragment: false, projection });
  await view.ready;
  const readyMs = performance.now() - begin;
  // What, how it is told and the closeness of the place stand open.
  for (const heading of root.querySelectorAll(".ww-facets .ww-facet-title")) {
    if (["Date is known to the", "Country and province", "Who"].includes(heading.textContent)) heading.click();
  }
  const facets = [...root.querySelectorAll(".ww-facets .ww-facet-body")].filter(
    (body) => !body.hidden && body.querySelector(".ww-facet") !== null,
  );
  Object.assign(globalThis, { store, columns, view });
  return { readyMs, facets: facets.length };
}

/** Sets a window of a tenth of the days; the middle of its brush, in pixels of the page, once it is drawn. */
export async function setBrush() {
  const { store } = globalThis;
  const [fromMs, toMs] = store.extentMs;
  const share = (part) => fromMs + part * (toMs - fromMs);
  store.set({ source: "timeline", kind: "window", startMs: share(0.05), endMs: share(0.15) });
  for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  const boxes = [...document.querySelectorAll(".ww-tl-slider")].map((slider) => slider.getBoundingClientRect());
  const [start, end] = boxes.map(({ left, width }) => left + width / 2);
  return { x: (start + end) / 2, y: boxes[0].top + boxes[0].height / 2, widthPx: end - start };
}

/** Notes when the filter changed, and when each pane was last written. */
export function watchPanes() {
  const panes = { counts: ".ww-counts", facets: ".ww-facets", table: ".ww-table" };
  const watch = { steps: 0, stepAt: 0, panes: {} };
  watch.undo = [
    globalThis.store.on("filter", () => {
      watch.steps++;
      performance.mark("ww-step");
      watch.stepAt = performance.now();
    }),
  ];
  for (const [name, selector] of Object.entries(panes)) {
    const pane = { updates: 0, at: 0 };
    watch.panes[name] = pane;
    const observer = new MutationObserver(() => {
      pane.updates++;
      pane.at = performance.now();
    });
    const options = { childList: true, characterData: true, subtree: true };
    for (const element of document.querySelectorAll(selector)) observer.observe(element, options);
    watch.undo.push(() => observer.disconnect());
  }
  globalThis.watch = watch;
}

/** After the hand has come to rest: how late each pane was, and whether all say what the rows say. */
export function panesAtRest() {
  const { watch, store, columns } = globalThis;
  for (const undo of watch.undo) undo();
  const { startMs, endMs } = Object.values(store.state.clauses).find(({ kind }) => kind === "window");
  const expected = { certain: 0, possible: 0, undated: 0, byCategory: columns.category.values.map(() => 0) };
  for (let row = 0; row < columns.startMs.length; row++) {
    const [from, to] = [columns.startMs[row], columns.endMs[row]];
    if (Number.isNaN(from)) expected.undated++;
    else if (from >= endMs || to <= startMs) continue;
    else if (from >= startMs && to <= endMs) expected.certain++;
    else expected.possible++;
    expected.byCategory[columns.category.codes[row]]++;
  }
  const shown = expected.certain + expected.possible + expected.undated;
  const numbers = (text) => (text.match(/[\d,]+/g) ?? []).map((part) => Number(part.replaceAll(",", "")));
  const counts = store.count();
  const grid = document.querySelector(".ww-table [role=grid]");
  const lines = 1 + Number(expected.certain > 0) + Number(shown > expected.certain) + shown;
  const first = document.querySelector(".ww-facets .ww-section");
  const facet = [...first.querySelectorAll(".ww-facet-count")].map((element) =>
    numbers(element.textContent.replace("+", " ")).reduce((sum, n) => sum + n, 0),
  );
  const same = (a, b) => [...a].sort((x, y) => x - y).join() === [...b].sort((x, y) => x - y).join();
  const wrong = Object.entries({
    store: counts.shown === shown && counts.certain === expected.certain && counts.undated === expected.undated,
    table: Number(grid.getAttribute("aria-rowcount")) === lines,
    note: numbers(document.querySelector(".ww-table .ww-head-note").textContent)[0] === shown,
    line: numbers(document.querySelector(".ww-counts").textContent)[0] === shown,
    facets: same(facet, expected.byCategory),
  }).flatMap(([name, isRight]) => (isRight ? [] : [name]));
  const late = Object.values(watch.panes).map(({ at }) => at - watch.stepAt);
  const updates = Object.fromEntries(Object.entries(watch.panes).map(([name, pane]) => [name, pane.updates]));
  return { wrong, shown, behindMs: Math.max(0, ...late), steps: watch.steps, updates };
}
