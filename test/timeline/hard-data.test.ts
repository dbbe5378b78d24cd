import type { Incident } from "@whenwhere/model";
import { createStore, type Store } from "@whenwhere/store";
import {
  axisCalendar,
  createLaneTally,
  describeScene,
  laneTable,
  loadUprightScene,
  overviewBins,
  type SceneInput,
  sceneToSVG,
  type TimelineScene,
  timelineScene,
  zonedStore,
  zoneTime,
} from "@whenwhere/timeline";
import { createWords, fixedTextMetrics, LIGHT } from "@whenwhere/view/pure";
import { describe, expect, test } from "vitest";
import { promisedRuns } from "../full-runs.ts";
import { record, WINTER } from "./fixtures.ts";

const uprightScene = await loadUprightScene();
const WORDS = createWords("en");
const WAYS = { "along the lines": timelineScene, downward: uprightScene } as const;
const [DAY_MS, MINUTE_MS] = [86_400_000, 60_000];

function inputOf(store: Store, more: Partial<SceneInput> = {}): SceneInput {
  const calendar = more.calendar ?? axisCalendar(zoneTime("UTC"));
  const zoned = zonedStore(store, calendar.time);
  const lanes = more.lanes ?? laneTable(store, "category", "none");
  return {
    store,
    zoned,
    calendar,
    lanes,
    tally: createLaneTally(zoned, lanes, calendar),
    view: WINTER,
    widthPx: 900,
    heightPx: 420,
    metrics: fixedTextMetrics(),
    words: WORDS,
    overview: overviewBins(zoned, 60),
    brush: null,
    firstLine: 0,
    drawHeaders: true,
    ...more,
  };
}

/** All rows are somewhere, no number is missing, and picture and words can be made. */
function expectWhole(scene: TimelineScene, store: Store): void {
  const { shown, drawn, folded, undated, outside, scrolled } = scene.counts;
  expect(drawn + folded + undated + outside + scrolled).toBe(shown);
  const svg = sceneToSVG(scene, LIGHT, { title: "It", description: "", idPrefix: "" });
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  expect(describeScene(scene, { store, words: WORDS }).summary).not.toMatch(/NaN|undefined/);
  for (const { xPx, yPx, widthPx, heightPx } of [...scene.marks, ...scene.lanes])
    expect([xPx, yPx, widthPx, heightPx].every(Number.isFinite)).toBe(true);
}

const FEW: readonly Incident[] = [
  record("a", { edtf: "2022-01-04" }),
  record("b", { edtf: "2022-01" }, { category: "strike" }),
  record("c", { edtf: "2022-01-21/.." }, { category: "arrest" }),
  record("d", undefined),
];
const EMOJI = "👩‍👩‍👧‍👦🏳️‍🌈👨🏽‍🚒".repeat(12);

describe.each(Object.entries(WAYS))("time %s", (_, sceneOf) => {
  const draw = (records: readonly Incident[], more: Partial<SceneInput> = {}): TimelineScene => {
    const store = createStore([...records]);
    const scene = sceneOf(inputOf(store, more));
    expectWhole(scene, store);
    return scene;
  };

  test.each([
    ["no length", WINTER.startMs, WINTER.startMs],
    ["its end before its start", WINTER.endMs, WINTER.startMs],
    ["a millisecond", WINTER.startMs, WINTER.startMs + 1],
    ["all of time that a date can name", -8.64e15, 8.64e15],
    ["more than that", -6e18, 6e18],
  ])("a view of %s is drawn and adds up", (_, startMs, endMs) => {
    const scene = draw(FEW, { view: { startMs, endMs } });
    expect(scene.counts.shown).toBe(4);
  });

  test("a window of no length and one that runs backward are drawn in the plot", () => {
    for (const brush of [
      { startMs: WINTER.startMs + DAY_MS, endMs: WINTER.startMs + DAY_MS },
      { startMs: WINTER.endMs, endMs: WINTER.startMs },
    ]) {
      const { overview } = draw(FEW, { brush });
      const [a, b] = overview?.brushPx ?? [0, 0];
      expect(b).toBeGreaterThan(a);
    }
  });

  test("a year of nine digits stands beside a minute, in a view of either", () => {
    const pair = [record("far", { edtf: "Y170000002" }), record("near", { edtf: "2022-01-14T09:30Z" })];
    const all = draw(pair, { view: { startMs: 0, endMs: 5.4e18 } });
    expect(all.counts.drawn).toBe(2);
    const at = Date.UTC(2022, 0, 14, 9, 30);
    const near = draw(pair, { view: { startMs: at - 30 * MINUTE_MS, endMs: at + 30 * MINUTE_MS } });
    expect([near.counts.drawn, near.counts.after]).toEqual([1, 1]);
  });

  test("a hundred thousand in one instant are counted in one column, and none is lost", () => {
    const rows = 100_000;
    const startMs = new Float64Array(rows).fill(WINTER.startMs + 3 * DAY_MS);
    const endMs = startMs.map((ms) => ms + 1);
    const codes = new Uint8Array(rows);
    const store = createStore({ columns: { startMs, endMs, category: { codes, values: ["attack"] } } });
    for (const view of [WINTER, { startMs: startMs[0] as number, endMs: (startMs[0] as number) + 2 }]) {
      const scene = sceneOf(inputOf(store, { view }));
      expectWhole(scene, store);
      const columns = scene.lanes[0]?.columns.filter(({ inside }) => inside > 0) ?? [];
      expect(columns.map(({ inside }) => inside)).toEqual([rows]);
    }
    store.destroy();
  });

  test("ten thousand lanes of one record each are scrolled to the last", () => {
    const rows = promisedRuns(10_000, 1_000);
    const startMs = Float64Array.from({ length: rows }, (_, i) => WINTER.startMs + (i % 50) * DAY_MS);
    const endMs = startMs.map((ms) => ms + DAY_MS);
    const values = Array.from({ length: rows }, (_, i) => `village ${i}`);
    const codes = Uint16Array.from({ length: rows }, (_, i) => i);
    const store = createStore({ columns: { startMs, endMs, category: { codes, values } } });
    for (const firstLine of [0, rows / 2, rows]) {
      const scene = sceneOf(inputOf(store, { firstLine }));
      expectWhole(scene, store);
      expect(scene.counts.drawn).toBe(scene.scroll?.inSight);
      expect(scene.scroll?.lines).toBe(rows);
    }
    store.destroy();
  });

  test("titles of joined emoji and of two scripts are cut between letters", () => {
    const titles = [EMOJI, "قصف Market السوق 12 القديم in the old town of صنعاء", `${EMOJI}\u202e${EMOJI}`];
    const scene = draw(
      titles.map((title, i) => record(`r${i}`, { edtf: "2022-01-14" }, { title })),
      { widthPx: 420, heightPx: 300 },
    );
    const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
    for (const { label } of scene.marks) {
      if (!label?.text.endsWith("…")) continue;
      const cut = label.text.slice(0, -1);
      const letters = Array.from(segmenter.segment(label.full), ({ segment }) => segment);
      expect(letters.some((_, i) => letters.slice(0, i).join("").trimEnd() === cut)).toBe(true);
    }
    expect(scene.marks.some(({ label }) => label?.text.endsWith("…"))).toBe(true);
  });

  test("a day of half an hour more has its change on the axis, and hours on both sides of it", () => {
    // Lord Howe turns its clocks by half an hour: at 02:00 of 3 April 2022 back to 01:30.
    const calendar = axisCalendar(zoneTime("Australia/Lord_Howe"));
    const changeMs = Date.UTC(2022, 3, 2, 15);
    const view = { startMs: changeMs - 6 * 3_600_000, endMs: changeMs + 6 * 3_600_000 };
    const scene = draw([record("a", { edtf: "2022-04-03T05:00", zone: "Australia/Lord_Howe" })], {
      view,
      calendar,
      words: WORDS.inZone("Australia/Lord_Howe"),
    });
    expect(scene.axis.changes.map(({ ms, byMs }) => [ms, byMs])).toEqual([[changeMs, -30 * MINUTE_MS]]);
    const ticks = scene.axis.ticks.filter(({ level }) => level === "minor").map(({ xPx }) => xPx);
    expect(ticks.every((xPx, i) => i === 0 || xPx > (ticks[i - 1] as number))).toBe(true);
    expect(ticks.length).toBeGreaterThan(4);
  });

  test("a leap second is kept with its minute", () => {
    const at = Date.UTC(2017, 0, 1);
    const scene = draw([record("leap", { edtf: "2016-12-31T23:59:60Z" })], {
      view: { startMs: at - MINUTE_MS, endMs: at + MINUTE_MS },
    });
    expect(scene.counts.drawn).toBe(1);
  });
});
