import { createLaneIndex, createStore } from "@whenwhere/store";
import { createLaneTally, laneTable } from "@whenwhere/timeline";
import { createWords, fixedTextMetrics, timelineTexts } from "@whenwhere/view/pure";
import fc from "fast-check";
import { expect, test } from "vitest";
import { timeScale } from "../../packages/timeline/src/scene/axis/time-scale.ts";
import { leastLines } from "../../packages/timeline/src/scene/bands/crowd.ts";
import { glyphOf } from "../../packages/timeline/src/scene/marks/glyph.ts";
import { packLane } from "../../packages/timeline/src/scene/marks/pack.ts";
import type { TimeGlyph } from "../../packages/timeline/src/scene/types.ts";
import { record, sceneOf, sceneOfStore } from "./fixtures.ts";

const DAY = 86_400_000;
const START = Date.UTC(2020, 0, 1);

function storeOf(spans: readonly (readonly [day: number, days: number])[], lanes = 1) {
  const startMs = Float64Array.from(spans, ([day]) => START + day * DAY);
  const endMs = Float64Array.from(spans, ([day, days]) => START + day * DAY + (days * DAY || 1));
  const codes = Uint8Array.from(spans, (_, i) => i % lanes);
  const values = Array.from({ length: lanes }, (_, i) => `lane ${i}`);
  return createStore({ columns: { startMs, endMs, category: { codes, values } } });
}

test("a lane is never said to need more lines than packing its marks takes", () => {
  const span = fc.tuple(fc.double({ min: 0, max: 400, noNaN: true }), fc.constantFrom(0, 0, 1, 3, 7, 40));
  let most = 0;
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 300 }), fc.integer({ min: 2, max: 400 }), (spans, days) => {
      const store = storeOf(spans);
      const { columns, timeOrder, extentMs } = store;
      const codes = laneTable(store, "category", "Not given").codes;
      const index = createLaneIndex({ columns, timeOrder, extentMs, codes, count: 1 });
      const view = { startMs: START, endMs: START + days * DAY };
      const scale = timeScale(view, 160, 980);
      const lane = index.lanes[0];
      if (lane === undefined) throw new Error("A store of one category has one lane.");
      const packing = packLane(lane.rowsIn(view), {
        store,
        scale,
        metrics: fixedTextMetrics(),
        words: createWords("en").withTexts(timelineTexts),
        glyphOf: (row) => glyphOf(store, row) as TimeGlyph,
        labels: "none",
        texts: new Map(),
        selectedRow: -1,
      });
      const least = leastLines(lane, scale);
      expect(least).toBeLessThanOrEqual(packing.lines);
      most = Math.max(most, least);
    }),
    { numRuns: 120, seed: 3 },
  );
  expect(most).toBeGreaterThan(8);
});

test("lanes of more marks than can stand in the room are counted at once, none of them packed, and all rows add up", () => {
  const spans = Array.from({ length: 4_000 }, (_, i) => [((i * 7919) % 36_525) / 100, 0] as const);
  const store = storeOf(spans, 5);
  const lanes = laneTable(store, "category", "Not given");
  const glyphs = new Map<number, TimeGlyph>();
  const tally = createLaneTally(store, lanes);
  for (let days = 400; days > 20; days *= 0.8) {
    const view = { startMs: START + 10 * DAY, endMs: START + (10 + days) * DAY };
    const { counts, marks } = sceneOfStore(store, { view, lanes, tally, glyphs, overview: null });
    expect(counts.drawn + counts.folded + counts.undated + counts.outside + counts.scrolled).toBe(store.count().shown);
    expect(counts.drawn).toBe(marks.length);
    // A glyph is made for a record that is packed, and each of these was drawn.
    if (counts.drawn === 0) expect(glyphs.size).toBe(0);
  }
  expect(glyphs.size).toBeGreaterThan(0);
});

test("outside the window of the brush marks recede, and no words do: numbers of columns, counts and names stay readable", () => {
  const many = Array.from({ length: 60 }, (_, i) => record(`r${i}`, { edtf: `2022-01-0${1 + (i % 3)}` }));
  const series = record("s", { edtf: "2022-01-01/2022-02-20", span: "series", count: 20 }, { category: "strike" });
  for (const widthPx of [1000, 390]) {
    const brush = { startMs: Date.UTC(2022, 1, 10), endMs: Date.UTC(2022, 1, 20) };
    const { layers } = sceneOf([...many, series], { brush, widthPx });
    const items = layers.filter(({ name }) => name !== "ground").flatMap((layer) => layer.items);
    const isVeil = items.map((item) => item.t === "rect" && item.fill === "page" && item.alpha === 0.6);
    const veil = isVeil.lastIndexOf(true);
    expect(veil).toBeGreaterThan(0);
    expect(items.slice(0, veil).filter(({ t }) => t === "text")).toEqual([]);
    expect(items.slice(veil).some((item) => item.t === "text" && /\d/.test(item.text))).toBe(true);
  }
});
