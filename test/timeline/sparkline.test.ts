import { createStore } from "@whenwhere/store";
import {
  sparklineBins,
  sparklineCounts,
  sparklineScene,
  sparklineWords,
  type TimelineScene,
} from "@whenwhere/timeline";
import { arabic, createWords, fixedTextMetrics, timelineTexts } from "@whenwhere/view/pure";
import fc from "fast-check";
import { expect, it } from "vitest";
import { record } from "./fixtures.ts";

const WORDS = createWords("en").withTexts(timelineTexts);
const RECORDS = [
  record("a", { edtf: "2022-01-10" }),
  record("b", { edtf: "2022-03" }),
  record("c", { edtf: "2022-11-02/.." }),
  record("d", { edtf: "2022-12-24" }, { category: "strike" }),
  record("e", undefined),
];
const ALL_TEXTS = (scene: TimelineScene): string[] =>
  scene.layers.flatMap(({ items }) => items.flatMap((item) => (item.t === "text" ? [item.text] : [])));

function sparkline(records: typeof RECORDS, { widthPx = 300, words = WORDS } = {}) {
  const store = createStore([...records]);
  const counts = sparklineCounts(store, sparklineBins(widthPx));
  const scene = sparklineScene({ counts, widthPx, heightPx: 60, metrics: fixedTextMetrics(), words, brush: null });
  return { scene, counts, store, text: sparklineWords({ words, counts }) };
}

it("counts each record once: the columns sum to what has a date, whatever the dates say", () => {
  const dates = ["2022-01-10", "2022-03", "2019", "2022-11-02/..", "/2020-05", "../2021", "2022-02-30?", "1950~", null];
  const records = fc.array(fc.constantFrom(...dates), { maxLength: 30 });
  fc.assert(
    fc.property(records, fc.integer({ min: 120, max: 500 }), (edtfs, widthPx) => {
      const given = edtfs.map((edtf, i) => record(`r${i}`, edtf === null ? undefined : { edtf }));
      const { scene } = sparkline(given, { widthPx });
      const { shown, folded, undated } = scene.counts;
      const sum = scene.lanes[0]?.columns.reduce((all, { inView }) => all + inView, 0) ?? 0;
      expect(folded + undated).toBe(shown);
      expect(shown).toBe(given.length);
      expect(sum).toBeCloseTo(folded, 6);
    }),
    { seed: 6, numRuns: 200 },
  );
});

it("tells what lies in a column from what only may, and an open end is never sure", () => {
  const { counts } = sparkline(RECORDS);
  expect(counts.inside.reduce((sum, n) => sum + n, 0)).toBe(2);
  expect(counts.spread.reduce((sum, n) => sum + n, 0)).toBeCloseTo(2, 6);
  const open = sparkline([...RECORDS, record("z", { edtf: "2022-12-31/.." })]).counts;
  expect(open.inside.reduce((sum, n) => sum + n, 0)).toBe(2);
});

it("shows first and last date and one total, and says the same in one sentence", () => {
  const { scene, text } = sparkline(RECORDS);
  expect(ALL_TEXTS(scene)).toEqual(["5 records", "10 January 2022", "24 December 2022"]);
  expect(text).toMatch(/^5 records, .*: 2 in one column each, 2 possibly in several, 1 without a date\.$/);
});

it("stays within 300 by 60 pixels, and in a narrow one the dates do not touch", () => {
  for (const widthPx of [120, 300]) {
    const { scene } = sparkline(RECORDS, { widthPx });
    expect([scene.widthPx, scene.heightPx]).toEqual([widthPx, 60]);
    for (const column of scene.lanes[0]?.columns ?? []) {
      expect(column.xPx).toBeGreaterThanOrEqual(0);
      expect(column.xPx + column.widthPx).toBeLessThanOrEqual(widthPx);
    }
  }
  expect(ALL_TEXTS(sparkline(RECORDS, { widthPx: 120 }).scene)).toHaveLength(2);
});

it("runs from right to left in Arabic, with the same numbers", () => {
  const [ltr, rtl] = [sparkline(RECORDS), sparkline(RECORDS, { words: createWords("ar", [arabic]) })];
  expect(rtl.scene.dir).toBe("rtl");
  const first = (scene: TimelineScene) => scene.lanes[0]?.columns[0];
  expect(first(rtl.scene)?.xPx).toBeCloseTo(300 - (first(ltr.scene)?.xPx ?? 0) - (first(ltr.scene)?.widthPx ?? 0), 6);
  expect(rtl.scene.counts).toEqual(ltr.scene.counts);
});

it("keeps its axis when a filter thins it, and says so when nothing passes", () => {
  const store = createStore([...RECORDS]);
  const before = sparklineCounts(store, 40);
  store.set({ source: "category", kind: "values", field: "category", values: ["strike"] });
  const after = sparklineCounts(store, 40);
  expect(after.span).toEqual(before.span);
  expect(after.shown).toBe(1);
  store.set({ source: "category", kind: "values", field: "category", values: ["none"] });
  expect(sparklineWords({ words: WORDS, counts: sparklineCounts(store, 40) })).toBe("No record passes the filters.");
});
