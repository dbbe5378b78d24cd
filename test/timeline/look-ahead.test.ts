import { finishSteps } from "@whenwhere/model";
import { createStore, type LaneIndex, type LaneTimes } from "@whenwhere/store";
import { createLaneTally, laneTable, type TimeSpan } from "@whenwhere/timeline";
import fc from "fast-check";
import { expect, test } from "vitest";
import { UTC_CALENDAR } from "../../packages/timeline/src/scene/axis/axis-calendar.ts";
import type { CalendarStep } from "../../packages/timeline/src/scene/axis/calendar.ts";
import { countAhead } from "../../packages/timeline/src/scene/bands/look-ahead.ts";
import { createTileStore } from "../../packages/timeline/src/scene/bands/tile-store.ts";
import { createSceneKept } from "../../packages/timeline/src/scene/scene-kept.ts";
import { expectEqual } from "../expect-equal.ts";
import { sceneOfStore } from "./fixtures.ts";

const DAY = 86_400_000;
const START = Date.UTC(2010, 0, 1);
/** Ten a day and lane: no lane has few enough in view to be listed. */
const ROWS = 60_000;

function storeOf(rows = ROWS) {
  const startMs = Float64Array.from({ length: rows }, (_, i) => START + ((i * 7919) % 2_000) * DAY + (i % 24) * 36e5);
  const endMs = startMs.map((ms, i) => (i % 5 === 0 ? ms + 30 * DAY : ms + 1));
  const codes = Uint8Array.from({ length: rows }, (_, i) => i % 3);
  return createStore({ columns: { startMs, endMs, category: { codes, values: ["a", "b", "c"] } } });
}

const STORE = storeOf();
const LANES = laneTable(STORE, "category", "Not given");

/** Spans that a hand passes through: zoomed about an instant, or panned. */
function path(from: TimeSpan, how: { readonly factor: number; readonly anchor: number; readonly steps: number }) {
  const out = [from];
  for (let i = 0; i < how.steps; i++) {
    const { startMs, endMs } = out[out.length - 1] as TimeSpan;
    const lengthMs = endMs - startMs;
    const nextMs = startMs + how.anchor * (1 - how.factor) * lengthMs;
    out.push({ startMs: nextMs, endMs: nextMs + how.factor * lengthMs });
  }
  return out;
}

/** Draws the spans one after the other, and counts ahead after each. Tells how many tiles each frame had to count itself. */
function frames(spans: readonly TimeSpan[], looks: boolean) {
  const tally = createLaneTally(STORE, LANES);
  const kept = createSceneKept();
  let counted = 0;
  for (const lane of tally.index.lanes as unknown as { bins: LaneTimes["bins"] }[]) {
    const { bins } = lane;
    lane.bins = (edgesMs) => {
      counted++;
      return bins(edgesMs);
    };
  }
  let before: TimeSpan | null = null;
  return spans.map((view) => {
    const was = counted;
    const scene = sceneOfStore(STORE, { view, lanes: LANES, tally, kept, overview: null });
    const own = counted - was;
    const codes = scene.lanes.flatMap(({ band, code }) => (band ? [code] : []));
    const pxPerMs = scene.plot.widthPx / (view.endMs - view.startMs);
    if (looks) finishSteps(countAhead({ tally, codes, view, pxPerMs, before }));
    before = view;
    return { scene, own };
  });
}

const zooms = fc.record({
  from: fc.double({ min: 0, max: 500, noNaN: true }),
  days: fc.double({ min: 900, max: 1_500, noNaN: true }),
  factor: fc.constantFrom(0.8, 0.9, 1.1, 1.25),
  anchor: fc.constantFrom(0, 0.3, 0.5, 1),
});

test("a zoom whose next columns were counted ahead finds them there, and shows the same as one that counts as it goes", () => {
  let spared = 0;
  fc.assert(
    fc.property(zooms, ({ from, days, ...how }) => {
      const first = { startMs: START + from * DAY, endMs: START + (from + days) * DAY };
      const spans = path(first, { ...how, steps: 7 });
      const ahead = frames(spans, true);
      const plain = frames(spans, false);
      // Of the first frame everything is new, and from it nobody knows where the hand will go.
      expect(ahead.slice(2).map(({ own }) => own)).toEqual(ahead.slice(2).map(() => 0));
      for (const { own } of plain.slice(2)) spared += own;
      ahead.forEach(({ scene }, i) => {
        const other = plain[i]?.scene;
        expectEqual(scene.layers, other?.layers);
        expectEqual(scene.counts, other?.counts);
      });
    }),
    { numRuns: 20, seed: 91 },
  );
  expect(spared).toBeGreaterThan(100);
});

test("a pan by nearly half of the view finds the columns beside it", () => {
  const spans = Array.from({ length: 8 }, (_, i) => ({
    startMs: START + (i * 240 - 300) * DAY,
    endMs: START + (i * 240 + 200) * DAY,
  }));
  expect(
    frames(spans, true)
      .slice(1)
      .map(({ own }) => own),
  ).toEqual(spans.slice(1).map(() => 0));
  expect(frames(spans, false).reduce((sum, { own }) => sum + own, 0)).toBeGreaterThan(0);
});

test("what was to be counted ahead of a filter is not counted after it", () => {
  const store = storeOf();
  const tally = createLaneTally(store, laneTable(store, "category", "Not given"));
  const day = { unit: "day", count: 1 } as const;
  const span = { startMs: START, endMs: START + 900 * DAY };
  const steps = tally.ahead(0, day, span);
  expect(steps.next().done).toBe(false);
  store.set({ kind: "values", source: "test", field: "category", values: ["a"] });
  tally.filter();
  expect(steps.next().done).toBe(true);
  // And what had been counted is not taken for what the filter leaves.
  const fresh = createLaneTally(store, laneTable(store, "category", "Not given"));
  expect(tally.folded(1, day, span).inside).toEqual(fresh.folded(1, day, span).inside);
  expect(tally.folded(0, day, span).inside).toEqual(fresh.folded(0, day, span).inside);
});

test("columns of a view are those of one count over their edges, and the highest is the first of the highest", () => {
  const tally = createLaneTally(STORE, LANES);
  const steps: readonly CalendarStep[] = [
    { unit: "hour", count: 6 },
    { unit: "day", count: 1 },
    { unit: "week", count: 1 },
    { unit: "month", count: 1 },
    { unit: "year", count: 1 },
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...steps),
      fc.double({ min: -200, max: 2_200, noNaN: true }),
      fc.double({ min: 0.5, max: 600, noNaN: true }),
      fc.nat(2),
      (step, from, days, code) => {
        const span = { startMs: START + from * DAY, endMs: START + (from + days) * DAY };
        const folded = tally.folded(code, step, span);
        const plain = (tally.index.lanes[code] as LaneTimes).bins(folded.edgesMs);
        expect(folded.edgesMs[0]).toBe(UTC_CALENDAR.floorTo(span.startMs, step));
        expect(folded.edgesMs.at(-1) as number).toBeGreaterThan(span.endMs);
        expectEqual(folded.inside, plain.inside);
        expectEqual(folded.touching, plain.touching);
        expect(folded.spread.length).toBe(plain.spread.length);
        expect(folded.spread.every((value, i) => Math.abs(value - (plain.spread[i] as number)) < 5e-7)).toBe(true);
        const most = Math.max(...folded.inside);
        const place = folded.inside.indexOf(most);
        expect(folded.highest).toEqual(
          most === 0
            ? null
            : {
                startMs: folded.edgesMs[place],
                endMs: folded.edgesMs[place + 1],
                inside: most,
                spread: folded.spread[place],
              },
        );
      },
    ),
    { numRuns: 150, seed: 92 },
  );
});

test("tiles are kept within bounds, and those that are asked for again and again are counted once", () => {
  const asked: number[] = [];
  const bins = (edgesMs: Float64Array) => {
    asked.push(edgesMs[0] as number);
    const none = new Float64Array(edgesMs.length - 1);
    return { edgesMs, inside: none, spread: none, touching: none };
  };
  const tiles = createTileStore({ lanes: [{ bins }] } as unknown as LaneIndex, UTC_CALENDAR);
  const day = { unit: "day", count: 1 } as const;
  const startOf = (tile: number): number => tile * 32 * DAY;
  for (let tile = 0; tile < 20_000; tile++) {
    tiles.level(day).of(0, tile);
    tiles.level(day).of(0, -1);
  }
  expect(asked.filter((ms) => ms === startOf(-1))).toHaveLength(1);
  expect(asked).toHaveLength(20_001);
  // The last ones are there, the first ones long gone.
  tiles.level(day).of(0, 19_990);
  expect(asked).toHaveLength(20_001);
  const there = Array.from({ length: 20_000 }, (_, tile) => tiles.level(day).has(0, tile)).filter(Boolean);
  expect(there.length).toBeLessThanOrEqual(8_000);
  tiles.level(day).of(0, 3);
  expect(asked).toHaveLength(20_002);
});
