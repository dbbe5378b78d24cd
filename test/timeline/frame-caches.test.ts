import { createStore } from "@whenwhere/store";
import { axisFormat, createLaneTally, laneTable, overviewBins } from "@whenwhere/timeline";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createStripPainter } from "../../packages/timeline/src/draw/strip-painter.ts";
import type { CalendarStep } from "../../packages/timeline/src/scene/axis/calendar.ts";
import { createSceneKept } from "../../packages/timeline/src/scene/scene-kept.ts";
import { sceneOfStore } from "./fixtures.ts";

const DAY = 86_400_000;
const START = Date.UTC(2012, 0, 1);

const STEPS: readonly CalendarStep[] = [
  { unit: "minute", count: 5 },
  { unit: "hour", count: 6 },
  { unit: "day", count: 1 },
  { unit: "week", count: 1 },
  { unit: "month", count: 1 },
  { unit: "month", count: 3 },
  { unit: "year", count: 1 },
  { unit: "year", count: 50 },
];

test("an axis that remembers its words writes the same as one that is made anew", () => {
  const kept = axisFormat("ar-EG");
  const instant = fc.integer({ min: -400, max: 400 }).map((days) => START + days * DAY);
  fc.assert(
    fc.property(instant, fc.constantFrom(...STEPS), fc.boolean(), (ms, step, first) => {
      const fresh = axisFormat("ar-EG");
      expect(kept.tick(ms, step)).toBe(fresh.tick(ms, step));
      expect(kept.heading(ms, step, first)).toBe(fresh.heading(ms, step, first));
    }),
    { numRuns: 150, seed: 7 },
  );
});

test("scenes that share what they keep are those of scenes that keep nothing, at every zoom", () => {
  const rows = 9_000;
  const startMs = Float64Array.from({ length: rows }, (_, i) => START + ((i * 7919) % 1461) * DAY);
  const endMs = startMs.map((ms, i) => (i % 3 === 0 ? ms + 30 * DAY : ms + 1));
  const codes = Uint8Array.from({ length: rows }, (_, i) => i % 4);
  const store = createStore({ columns: { startMs, endMs, category: { codes, values: ["a", "b", "c", "d"] } } });
  const lanes = laneTable(store, "category", "Not given");
  const tally = createLaneTally(store, lanes);
  const overview = overviewBins(store, 80);
  const [kept, format] = [createSceneKept(), axisFormat("en")];
  fc.assert(
    fc.property(fc.integer({ min: -20, max: 1_300 }), fc.integer({ min: 2, max: 900 }), (from, days) => {
      const view = { startMs: START + from * DAY, endMs: START + (from + days) * DAY };
      const shared = sceneOfStore(store, { view, lanes, overview, tally, kept, format });
      const alone = sceneOfStore(store, { view, lanes, overview });
      expect(shared.layers).toEqual(alone.layers);
      expect(shared.lanes.map(({ columns }) => columns)).toEqual(alone.lanes.map(({ columns }) => columns));
    }),
    { numRuns: 12, seed: 19 },
  );
});

test("lanes that are scrolled, chosen from and filtered again are those of scenes that keep nothing", () => {
  const rows = 1_200;
  const startMs = Float64Array.from({ length: rows }, (_, i) => START + ((i * 7919) % 1461) * DAY);
  const endMs = startMs.map((ms, i) => (i % 3 === 0 ? ms + 30 * DAY : ms + 1));
  const values = Array.from({ length: 150 }, (_, i) => `lane ${i}`);
  const codes = Uint8Array.from({ length: rows }, (_, i) => (i * 31) % 150);
  const store = createStore({ columns: { startMs, endMs, category: { codes, values } } });
  const lanes = laneTable(store, "category", "Not given");
  const tally = createLaneTally(store, lanes);
  const [kept, labels, glyphs] = [createSceneKept(), new Map(), new Map()];
  const view = { startMs: START, endMs: START + 1461 * DAY };
  // Words of the selected record are bold, and so wider.
  const metrics = { width: (text: string, sizePx: number, weight = 400) => (text.length * sizePx * weight) / 800 };
  const near = { startMs: START + 200 * DAY, endMs: START + 260 * DAY };
  const same = (firstLine: number, at = view): void => {
    const shared = sceneOfStore(store, { view: at, lanes, tally, kept, labels, glyphs, metrics, firstLine });
    const alone = sceneOfStore(store, { view: at, lanes, metrics, firstLine });
    expect(shared.marks).toEqual(alone.marks);
    expect(shared.layers).toEqual(alone.layers);
    expect(shared.counts).toEqual(alone.counts);
  };
  for (const firstLine of [0, 1, 2, 9, 3, 140, 0]) same(firstLine);
  const named = sceneOfStore(store, { view, lanes, metrics, firstLine: 0 }).marks.find(({ label }) => label !== null);
  expect(named).toBeDefined();
  store.select(named?.id ?? null);
  same(0);
  same(1, near);
  same(0);
  store.set({ kind: "values", source: "test", field: "category", values: values.slice(40, 90) });
  tally.filter();
  for (const firstLine of [0, 1, 30]) same(firstLine);
  expect(sceneOfStore(store, { view, lanes, tally, kept, labels, glyphs, firstLine: 0 }).counts.shown).toBe(400);
  store.destroy();
});

test("strips that come anew in every frame, as in a zoom, are drawn box by box", () => {
  const painter = createStripPainter((make) => make());
  let [boxes, pictures] = [0, 0];
  const context = {
    globalAlpha: 1,
    fillStyle: "",
    imageSmoothingEnabled: true,
    fillRect: () => boxes++,
    drawImage: () => pictures++,
  };
  const part = () => [{ boxes: Float32Array.of(0, 0, 2, 9, 3, 1, 2, 8), fill: "ink", alpha: 1 }];
  const look = {};
  for (let frame = 0; frame < 5; frame++) {
    painter.begin(look, 1);
    for (let i = 0; i < 40; i++) painter.paint(context, { parts: part(), x: 0, dir: 1 }, () => "#000");
  }
  expect([boxes, pictures]).toEqual([400, 0]);
  painter.destroy();
});
