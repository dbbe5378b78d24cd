import { createStore } from "@whenwhere/store";
import { createLaneTally, laneTable, type TimelineScene, type TimeSpan } from "@whenwhere/timeline";
import { createWords, timelineTexts } from "@whenwhere/view/pure";
import fc from "fast-check";
import { expect, test } from "vitest";
import { columnWords } from "../../packages/timeline/src/scene/bands/column-words.ts";
import { record, sceneOfStore } from "./fixtures.ts";

const DAY = 86_400_000;
const START = Date.UTC(2020, 0, 1);

function store(rows = 12_000) {
  const startMs = Float64Array.from(
    { length: rows },
    (_, i) => START + ((i * 7919) % 1461) * DAY + (i % 24) * 3_600_000,
  );
  const endMs = startMs.map((ms, i) => (i % 5 === 0 ? ms + 40 * DAY : ms + 1));
  const codes = Uint8Array.from({ length: rows }, (_, i) => i % 3);
  return createStore({ columns: { startMs, endMs, category: { codes, values: ["attack", "strike", "arrest"] } } });
}

const STORE = store();
const LANES = laneTable(STORE, "category", "Not given");
const TALLY = createLaneTally(STORE, LANES);
const view = (fromDay: number, days: number): TimeSpan => ({
  startMs: START + fromDay * DAY,
  endMs: START + (fromDay + days) * DAY,
});
const scene = (span: TimeSpan, dir: "ltr" | "rtl" = "ltr"): TimelineScene =>
  sceneOfStore(STORE, { view: span, lanes: LANES, tally: TALLY, overview: null, dir });

test("panning changes no column: its time, its numbers and its lane stay", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 100, max: 600, noNaN: true }),
      fc.double({ min: -90, max: 90, noNaN: true }),
      (from, by) => {
        const [a, b] = [scene(view(from, 700)), scene(view(from + by, 700))];
        a.lanes.forEach((lane, i) => {
          const other = b.lanes[i] as (typeof b.lanes)[number];
          expect([other.level, other.yPx, other.heightPx]).toEqual([lane.level, lane.yPx, lane.heightPx]);
          const known = new Map(other.columns.map((column) => [column.startMs, column]));
          for (const { startMs, endMs, inside, spread, touching } of lane.columns) {
            const same = known.get(startMs);
            if (same !== undefined) expect(same).toMatchObject({ endMs, inside, spread, touching });
          }
        });
      },
    ),
    { numRuns: 100, seed: 71 },
  );
});

test("panning moves the painted columns by whole pixels and paints none anew", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 100, max: 600, noNaN: true }),
      fc.double({ min: -40, max: 40, noNaN: true }),
      (from, by) => {
        const bands = (one: TimelineScene) =>
          one.layers.flatMap(({ items }) => items).filter((item) => item.t === "band");
        const before = new Map(bands(scene(view(from, 700))).map((item) => [item.parts, item.x]));
        const moves = bands(scene(view(from + by, 700))).flatMap(({ parts, x }) => {
          const known = before.get(parts);
          return known === undefined ? [] : [x - known];
        });
        expect(moves.length).toBeGreaterThan(3);
        expect(new Set(moves).size).toBe(1);
        expect(Number.isInteger(moves[0])).toBe(true);
      },
    ),
    { numRuns: 100, seed: 72 },
  );
});

test("painted columns stand within a pixel of their time, from either side", () => {
  for (const dir of ["ltr", "rtl"] as const) {
    const drawn = scene(view(300.3, 500), dir);
    for (const item of drawn.layers.flatMap(({ items }) => items)) {
      if (item.t !== "band") continue;
      const lane = drawn.lanes.find((one) =>
        item.parts.some(({ boxes }) => (boxes[1] as number) < one.yPx + one.heightPx),
      );
      for (const { boxes } of item.parts) {
        for (let i = 0; i < boxes.length; i += 4) {
          const [x, w] = [boxes[i] as number, boxes[i + 2] as number];
          const leftPx = item.dir === 1 ? item.x + x : item.x - x - w;
          if (leftPx <= drawn.plot.xPx + 1 || leftPx + w >= drawn.plot.xPx + drawn.plot.widthPx - 1) continue;
          const nearPx = lane?.columns.map((column) =>
            Math.abs(
              (dir === "ltr" ? column.xPx : column.xPx + column.widthPx) - (dir === "ltr" ? leftPx : leftPx + w),
            ),
          );
          expect(Math.min(...(nearPx as number[]))).toBeLessThanOrEqual(1.001);
        }
      }
    }
  }
});

test("a week is named by its Monday, and what only may lie in it is told apart", () => {
  const week = { startMs: Date.UTC(2021, 0, 4), endMs: Date.UTC(2021, 0, 11) };
  const words = createWords("en").withTexts(timelineTexts);
  const column = {
    ...week,
    lane: 0,
    inside: 272,
    spread: 40,
    touching: 312,
    inView: 312,
    xPx: 0,
    yPx: 0,
    widthPx: 8,
    heightPx: 30,
  };
  expect(columnWords(column, { words })).toBe("the week of 4 January 2021: 312, 40 only possibly");
});

test("a line of a scale has its number, beside the highest column too", () => {
  const records = Array.from({ length: 3000 }, (_, i) => {
    const day = Math.floor(300 * (i / 3000) ** 3);
    return record(`r${i}`, { edtf: new Date(Date.UTC(2022, 0, 1 + day)).toISOString().slice(0, 10) });
  });
  const year = { startMs: Date.UTC(2021, 11, 25), endMs: Date.UTC(2022, 11, 1) };
  const { layers } = sceneOfStore(createStore(records), { view: year, heightPx: 160, overview: null });
  const items = layers.filter(({ name }) => name === "marks" || name === "labels").flatMap((layer) => layer.items);
  const lines = items.filter((item) => item.t === "path" && item.stroke === "grid");
  const numbers = items.flatMap((item) => (item.t === "text" && item.fill === "ink3" ? [item.text] : []));
  expect(lines).toHaveLength(1);
  expect(numbers.map((text) => text.replace(/0+$/, ""))).toEqual([expect.stringMatching(/^[125]$/)]);
});
