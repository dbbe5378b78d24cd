import type { Incident } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import type { TimelineScene } from "@whenwhere/timeline";
import { sceneToSVG, statedExtent } from "@whenwhere/timeline";
import { LIGHT } from "@whenwhere/view/pure";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fullRuns } from "../full-runs.ts";
import { record, sceneOf, sceneOfStore, WINTER } from "./fixtures.ts";

const DATES = [
  "2022-01-14T09:30",
  "2022-02-02",
  "2022-01",
  "2022",
  "202X",
  "20XX",
  "2021/2022",
  "2022-01-18~/2022-01-31~",
  "2022-01-18/..",
  "2022-01-10/",
  "../..",
  "[..2022-02-02]",
  "[2022-01-21..]",
  "[2022-01-04,2022-01-14,2022-01-29]",
  "2022-01-14?",
  "-0044-03-15",
  "-0500",
  "Y-170000002",
  "1066-10-14",
  "2022-21",
  "",
  "not a date",
];
const incident = (i: number): fc.Arbitrary<Incident> =>
  fc
    .record({
      edtf: fc.option(fc.constantFrom(...DATES), { nil: undefined }),
      span: fc.constantFrom("within", "throughout", "series", "ongoing" as const),
      count: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: null }),
      status: fc.constantFrom("happened", "alleged", "planned", "cancelled", "disputed", "retracted" as const),
      category: fc.constantFrom("attack", "strike", "arrest", "x y z"),
      title: fc.constantFrom(
        "A",
        "A rather long title of a record that nobody can place",
        "عنوان عربي طويل للسجل",
        "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦",
        "",
      ),
    })
    .map(({ edtf, span, count, ...rest }) =>
      record(`r${i}`, edtf === undefined ? undefined : ({ edtf, span, count } as Incident["when"]), rest),
    );
const incidents = fc
  .integer({ min: 0, max: 14 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => incident(i))));
const view = fc.constantFrom(
  WINTER,
  { startMs: Date.UTC(2022, 1, 2, 6), endMs: Date.UTC(2022, 1, 2, 7) },
  { startMs: Date.UTC(1000, 0, 1), endMs: Date.UTC(2100, 0, 1) },
  { startMs: -6.3e13 - 6e12, endMs: -6.3e13 },
  { startMs: -6e18, endMs: 1e14 },
);

function numbersOf(value: unknown, out: number[] = []): number[] {
  if (typeof value === "number") out.push(value);
  else if (Array.isArray(value)) for (const item of value) numbersOf(item, out);
  else if (typeof value === "object" && value !== null) for (const item of Object.values(value)) numbersOf(item, out);
  return out;
}

function checkLaw({ counts, marks, lanes }: TimelineScene, total: number): void {
  expect(counts.drawn + counts.folded + counts.undated + counts.outside).toBe(counts.shown);
  expect(counts.shown).toBe(total);
  expect(marks.filter((mark) => mark.form !== "undated")).toHaveLength(counts.drawn);
  expect(lanes.reduce((sum, lane) => sum + lane.folded, 0)).toBe(counts.folded);
}

test("drawn, folded, undated and outside sum to shown, for any records, views and sizes", () => {
  fc.assert(
    fc.property(
      incidents,
      view,
      fc.constantFrom(320, 700, 1400),
      fc.constantFrom(150, 400),
      (records, span, widthPx, heightPx) => {
        const scene = sceneOf(records, { view: span, widthPx, heightPx, overview: null });
        checkLaw(scene, records.length);
      },
    ),
    // Zones cannot matter to sums: one of them gets the long run.
    { numRuns: fullRuns(10_000), seed: 41 },
  );
});

test("a drawing holds finite numbers only, and its marks lie in the plot or its gutter", () => {
  fc.assert(
    fc.property(incidents, view, fc.boolean(), (records, span, rtl) => {
      const scene = sceneOf(records, { view: span, drawHeaders: true, dir: rtl ? "rtl" : "ltr" });
      expect(numbersOf(scene.layers).every(Number.isFinite)).toBe(true);
      for (const mark of scene.marks) {
        expect(mark.xPx).toBeGreaterThanOrEqual(scene.plot.xPx - 30);
        expect(mark.xPx + mark.widthPx).toBeLessThanOrEqual(scene.plot.xPx + scene.plot.widthPx + 30);
        for (const bar of mark.bars) expect(bar.startFadePx + bar.endFadePx).toBeLessThanOrEqual(bar.widthPx + 1e-6);
      }
      const svg = sceneToSVG(scene, LIGHT, { title: "t", description: "d" });
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    }),
    { numRuns: fullRuns(500), seed: 42 },
  );
});

test("over all dates nothing is outside", () => {
  fc.assert(
    fc.property(incidents, (records) => {
      const store = createStore([...records]);
      const extent = statedExtent(store);
      if (extent === null) return;
      const [startMs, endMs] = extent;
      expect(sceneOfStore(store, { view: { startMs, endMs } }).counts.outside).toBe(0);
    }),
    { numRuns: fullRuns(300), seed: 43 },
  );
});

test("words of two marks never overlap", () => {
  fc.assert(
    fc.property(incidents, fc.constantFrom(360, 800, 1400), (records, widthPx) => {
      const { marks } = sceneOf(records, { widthPx });
      const labels = marks.flatMap((mark) => (mark.label === null ? [] : [mark.label]));
      const touching = labels.flatMap((a, i) =>
        labels.slice(i + 1).flatMap((b) => {
          const apartX = a.xPx + a.widthPx <= b.xPx + 1e-6 || b.xPx + b.widthPx <= a.xPx + 1e-6;
          const apartY = a.yPx + a.heightPx <= b.yPx + 1e-6 || b.yPx + b.heightPx <= a.yPx + 1e-6;
          return apartX || apartY ? [] : [`${a.text} | ${b.text}`];
        }),
      );
      expect(touching).toEqual([]);
    }),
    { numRuns: fullRuns(1000), seed: 44 },
  );
});

test("widening a doubt never narrows its mark and never raises its ink", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 25 }),
      fc.integer({ min: 1, max: 27 }),
      fc.integer({ min: 0, max: 20 }),
      (day, length, more) => {
        const text = (n: number): string => new Date(Date.UTC(2022, 0, n + 1)).toISOString().slice(0, 10);
        const of = (a: number, b: number) => sceneOf([record("a", { edtf: `${text(a)}/${text(b)}` })]).marks[0];
        const narrow = of(day, day + length);
        const wide = of(Math.max(0, day - more), day + length + more);
        expect(wide?.spanPx).toBeGreaterThanOrEqual(narrow?.spanPx as number);
        expect(wide?.widthPx).toBeGreaterThanOrEqual((narrow?.widthPx as number) - 1e-6);
        expect(wide?.alpha).toBeLessThanOrEqual(narrow?.alpha as number);
      },
    ),
    { numRuns: fullRuns(300), seed: 45 },
  );
});

test("a record has the same ink wherever the view stands", () => {
  const alphas = [0, 10, 20].map((shift) => {
    const byMs = shift * 86_400_000;
    const span = { startMs: WINTER.startMs + byMs, endMs: WINTER.endMs + byMs };
    return sceneOf([record("a", { edtf: "2022-01-05/2022-01-30" })], { view: span }).marks[0]?.alpha;
  });
  expect(new Set(alphas).size).toBe(1);
});

test("ten thousand records in one lane are counted in columns that sum to them", () => {
  const days = Array.from({ length: 10_000 }, (_, i) =>
    record(`r${i}`, { edtf: new Date(Date.UTC(2022, 0, 1 + (i % 50))).toISOString().slice(0, 10) }),
  );
  const scene = sceneOf(days);
  checkLaw(scene, 10_000);
  expect(scene.counts.folded).toBe(10_000);
  const columns = scene.lanes[0]?.columns ?? [];
  expect(columns.reduce((sum, column) => sum + column.inside + column.spread, 0)).toBeCloseTo(10_000, 3);
});

test("columns hold no more than was folded, also where the view cuts them", () => {
  const days = Array.from({ length: 4000 }, (_, i) => {
    const day = new Date(Date.UTC(2022, 0, 1 + (i % 90))).toISOString().slice(0, 10);
    return record(`r${i}`, { edtf: i % 7 === 0 ? day.slice(0, 7) : day });
  });
  const store = createStore(days);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30 * 24 }), fc.integer({ min: 6, max: 90 * 24 }), (fromHour, hours) => {
      const startMs = Date.UTC(2022, 0, 1, fromHour);
      const view = { startMs, endMs: startMs + hours * 3_600_000 };
      const scene = sceneOfStore(store, { view, overview: null });
      checkLaw(scene, 4000);
      for (const lane of scene.lanes) {
        const held = lane.columns.reduce((sum, column) => sum + column.inView, 0);
        expect(held).toBeLessThanOrEqual(lane.folded + 1e-6);
        for (const column of lane.columns)
          expect(column.inView).toBeLessThanOrEqual(column.inside + column.spread + 1e-6);
      }
    }),
    { numRuns: fullRuns(60, 20), seed: 46 },
  );
});

test("a hundred lanes of more marks than can be told apart are counted, whatever the height", () => {
  const days = Array.from({ length: 6000 }, (_, i) =>
    record(
      `r${i}`,
      { edtf: new Date(Date.UTC(2022, 0, 1 + (i % 50))).toISOString().slice(0, 10) },
      { category: `c${i % 100}` },
    ),
  );
  const scene = sceneOf(days);
  checkLaw(scene, 6000);
  expect(scene.lanes).toHaveLength(100);
  expect(scene.counts.drawn).toBeLessThanOrEqual(1200);
});

test("a vague record in a density band is shared among its columns", () => {
  const days = Array.from({ length: 2000 }, (_, i) => record(`r${i}`, { edtf: i === 0 ? "2022-01" : "2022-02-02" }));
  const columns = sceneOf(days).lanes[0]?.columns ?? [];
  const spread = columns.reduce((sum, column) => sum + column.spread, 0);
  expect(spread).toBeCloseTo(1, 6);
  expect(Math.max(...columns.map((column) => column.spread))).toBeLessThan(0.2);
});

test("labels are cut between graphemes only", () => {
  const family = "👩‍👩‍👧‍👦";
  const scene = sceneOf([record("a", { edtf: "2022-01-14" }, { title: family.repeat(60) })], { widthPx: 320 });
  const text = scene.marks[0]?.label?.text ?? "";
  expect(text.endsWith("…")).toBe(true);
  expect(text.slice(0, -1)).toBe(family.repeat((text.length - 1) / family.length));
});

test("a mirrored scene is the same scene from the other side", () => {
  const records = [record("a", { edtf: "2022-01-18~/.." }), record("b", { edtf: "2022-01-05" })];
  const ltr = sceneOf(records);
  const rtl = sceneOf(records, { dir: "rtl" });
  ltr.marks.forEach((mark, i) => {
    const other = rtl.marks[i];
    expect((other?.xPx as number) + mark.xPx + mark.widthPx).toBeCloseTo(1000, 6);
    expect(other?.edges).toEqual(mark.edges);
  });
});
