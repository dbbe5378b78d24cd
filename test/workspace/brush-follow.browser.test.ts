import { incidentMap } from "@whenwhere/map";
import { createStore, type Store } from "@whenwhere/store";
import { workspace } from "@whenwhere/workspace";
import { afterEach, describe, expect, it } from "vitest";

const DAY_MS = 86_400_000;
const ROWS = 20_000;
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const host = document.createElement("main");

async function mount(): Promise<Store> {
  const startMs = Float64Array.from({ length: ROWS }, (_, row) => Date.UTC(2014, 0, 1) + (row % 4_000) * DAY_MS);
  const endMs = startMs.map((ms, row) => ms + DAY_MS * (row % 7 === 0 ? 40 : 1));
  const codes = Uint8Array.from({ length: ROWS }, (_, row) => (row * 7) % 3);
  const lon = Float64Array.from({ length: ROWS }, (_, row) => (row % 60) - 30);
  const lat = Float64Array.from({ length: ROWS }, (_, row) => (row % 40) - 20);
  const category = { codes, values: ["attack", "strike", "other"] };
  const store = createStore({ columns: { startMs, endMs, lon, lat, category } });
  host.style.width = "1280px";
  document.body.append(host);
  const handle = workspace(host, { store, fragment: false, projection: "flat" });
  ends.push(() => {
    handle.destroy();
    store.destroy();
    host.remove();
  });
  await handle.ready;
  return store;
}

const numbers = (selector: string): number[] =>
  (host.querySelector(selector)?.textContent?.match(/[\d,]+/g) ?? []).map((text) => Number(text.replaceAll(",", "")));

/** How many records each pane says that there are. */
function said() {
  const grid = host.querySelector(".ww-table [role=grid]");
  const groups = [...host.querySelectorAll(".ww-table .ww-group")].length;
  const facet = host.querySelector(".ww-facets .ww-section") as HTMLElement;
  const counts = [...facet.querySelectorAll(".ww-facet-count")].flatMap((one) =>
    (one.textContent ?? "").split("+").map((text) => Number(text.replaceAll(/\D/g, ""))),
  );
  return {
    line: numbers(".ww-counts")[0],
    note: numbers(".ww-table .ww-head-note")[0],
    // The headings of the columns and of the groups are rows of a grid too; a short list shows both groups.
    grid: Number(grid?.getAttribute("aria-rowcount")) - 1,
    groups,
    facet: counts.reduce((sum, count) => sum + count, 0),
  };
}

const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
const move = (store: Store, step: number): void => {
  const startMs = Date.UTC(2015, 0, 1) + step * 9 * DAY_MS;
  store.set({ source: "timeline", kind: "window", startMs, endMs: startMs + 300 * DAY_MS });
};

describe("panes under a moving window", () => {
  it("are each of one step at every frame, and all of the last step at rest", async () => {
    const store = await mount();
    const steps = [store.count().shown];
    const reached = { table: 0, facets: 0 };
    // A pane may be behind, how far is for the benchmark to say: but it shows one step whole, and never goes back.
    const follow = (pane: keyof typeof reached, shown: number | undefined): void => {
      expect(steps.slice(reached[pane]), `${pane} at step ${steps.length - 1}`).toContain(shown);
      reached[pane] = steps.indexOf(shown as number, reached[pane]);
    };
    for (let step = 0; step < 24; step++) {
      move(store, step);
      steps.push(store.count().shown);
      await frame();
      const { note, grid, facet } = said();
      follow("facets", facet);
      follow("table", note);
      // Two groups stand in this table at every step of the window: their headings are lines.
      if (reached.table > 0) expect(grid, `table at step ${step}`).toBe((note as number) + 2);
    }
    const { shown } = store.count();
    await expect.poll(said).toMatchObject({ line: shown, note: shown, grid: shown + 2, facet: shown });
  });

  it("have a map beside them that shows as many records at rest", async () => {
    const store = await mount();
    const box = document.createElement("div");
    box.style.cssText = "width:320px;height:240px";
    host.prepend(box);
    const map = incidentMap(box, { store, locale: "en", projection: "flat", detail: "110m", tools: [] });
    ends.unshift(() => map.destroy());
    const shown = (): number => map.state.counts.shown;
    await expect.poll(shown).toBe(ROWS);
    for (const step of [0, 1, 2]) move(store, step);
    const moved = store.count().shown;
    expect(moved).toBeLessThan(ROWS);
    // The timeline's frame comes first.
    expect(shown()).toBe(ROWS);
    await expect.poll(shown).toBe(moved);
  });

  it("keep at least their heights while a hand moves, and take their own again at rest", async () => {
    const store = await mount();
    const pane = host.querySelector(".ww-ws-time") as HTMLElement;
    for (let drawn = 0; drawn < 3; drawn++) await frame();
    const heightPx = pane.getBoundingClientRect().height;
    expect(heightPx).toBeGreaterThan(100);
    move(store, 1);
    expect(Number.parseFloat(pane.style.minHeight)).toBeCloseTo(heightPx, 1);
    await expect.poll(() => pane.style.minHeight).toBe("");
  });
});
