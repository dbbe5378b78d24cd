import { CERTAIN, type ColumnInput, createLaneIndex, createStore, HIDDEN, type LaneIndex } from "@whenwhere/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fullRuns } from "../full-runs.ts";

const DAY_MS = 86_400_000;
const OPEN = Number.POSITIVE_INFINITY;

interface Span {
  readonly startMs: number;
  readonly endMs: number;
  readonly lane: number;
  readonly standing: number;
}

const origin = fc.constantFrom(0, Date.UTC(2022, 0, 1), -6.35e13, 5.36e18);
const length = fc.constantFrom(
  1,
  1000,
  3_600_000,
  DAY_MS,
  28 * DAY_MS,
  30.5 * DAY_MS,
  31 * DAY_MS,
  365 * DAY_MS,
  4e12,
  1e18,
);
const place = fc.integer({ min: -60, max: 60 });
const bounded = fc.tuple(origin, place, length).map(([from, days, ms]): readonly [number, number] => {
  const startMs = from + (days * DAY_MS) / 2;
  return [startMs, Math.max(startMs + ms, startMs + Math.abs(startMs) * Number.EPSILON)];
});
const bounds = fc.oneof(
  { weight: 8, arbitrary: bounded },
  { weight: 1, arbitrary: bounded.map(([a]): readonly [number, number] => [a, OPEN]) },
  { weight: 1, arbitrary: bounded.map(([, b]): readonly [number, number] => [-OPEN, b]) },
  { weight: 1, arbitrary: fc.constant([Number.NaN, Number.NaN] as const) },
  { weight: 1, arbitrary: fc.constant([-OPEN, OPEN] as const) },
);
const span = fc
  .record({ bounds, lane: fc.integer({ min: 0, max: 2 }), standing: fc.constantFrom(0, 1, 2, 2, 2) })
  .map(({ bounds: [startMs, endMs], lane, standing }): Span => ({ startMs, endMs, lane, standing }));
const spans = fc.array(span, { maxLength: 60 });
const edges = fc
  .tuple(origin, place, fc.constantFrom(1000, DAY_MS, 28 * DAY_MS, 31 * DAY_MS, 1e12), fc.integer({ min: 1, max: 12 }))
  .map(([from, days, ms, bins]) => Float64Array.from({ length: bins + 1 }, (_, i) => from + days * DAY_MS + i * ms))
  .filter((list) => list.every((edge, i) => i === 0 || edge > (list[i - 1] as number)));

function indexOf(list: readonly Span[]): { index: LaneIndex; extentMs: readonly [number, number] | null } {
  const input: ColumnInput = {
    startMs: Float64Array.from(list, (one) => one.startMs),
    endMs: Float64Array.from(list, (one) => one.endMs),
  };
  const store = createStore({ columns: input });
  const codes = Uint8Array.from(list, (one) => one.lane);
  const { columns, timeOrder, extentMs } = store;
  const index = createLaneIndex({ columns, timeOrder, extentMs, codes, count: 3 });
  index.filter(Uint8Array.from(list, (one) => one.standing));
  return { index, extentMs };
}

/** Where no record states a bound, there is nothing to spread over. */
function naiveShare(one: Span, [a, b]: readonly [number, number], extentMs: readonly [number, number] | null): number {
  if (extentMs === null) return 0;
  let from = Number.isFinite(one.startMs) ? one.startMs : extentMs[0];
  let to = Number.isFinite(one.endMs) ? one.endMs : extentMs[1];
  if (!(from < to)) {
    const at = Number.isFinite(one.startMs) ? one.startMs : one.endMs;
    const least = Math.max(1, Math.abs(at) * Number.EPSILON);
    [from, to] = Number.isFinite(one.startMs) ? [at, at + least] : [at - least, at];
  }
  return Math.max(0, Math.min(to, b) - Math.max(from, a)) / (to - from);
}

test("bins of lanes equal those of a loop over all rows", () => {
  fc.assert(
    fc.property(spans, edges, (list, edgesMs) => {
      const { index, extentMs } = indexOf(list);
      index.lanes.forEach((lane, code) => {
        const bins = lane.bins(edgesMs);
        for (let bin = 0; bin + 1 < edgesMs.length; bin++) {
          const [a, b] = [edgesMs[bin] as number, edgesMs[bin + 1] as number];
          const touching = list.filter(
            (one) => one.lane === code && one.standing !== HIDDEN && one.startMs < b && one.endMs > a,
          );
          const inside = touching.filter((one) => one.standing === CERTAIN && one.startMs >= a && one.endMs <= b);
          const rest = list.filter((one) => one.lane === code && one.standing !== HIDDEN && !inside.includes(one));
          const spread = rest
            .filter((one) => !Number.isNaN(one.startMs))
            .reduce((sum, one) => sum + naiveShare(one, [a, b], extentMs), 0);
          expect(bins.touching[bin]).toBe(touching.length);
          expect(bins.inside[bin]).toBe(inside.length);
          // Past 2^53 ms the bounds themselves are rounded to 1,024 ms.
          expect(bins.spread[bin]).toBeCloseTo(spread, Math.abs(a) > 1e17 ? 1 : 5);
        }
      });
    }),
    { numRuns: fullRuns(2_000), seed: 61 },
  );
});

test("rows of a window, and those before and after it, equal those of a loop", () => {
  fc.assert(
    fc.property(spans, bounded, (list, [startMs, endMs]) => {
      const { index } = indexOf(list);
      const passing = list.filter((one) => one.standing !== HIDDEN);
      expect(index.shown).toBe(passing.length);
      expect(index.undated).toHaveLength(passing.filter((one) => Number.isNaN(one.startMs)).length);
      index.lanes.forEach((lane, code) => {
        const own = list
          .map((one, row) => ({ ...one, row }))
          .filter((one) => one.lane === code && one.standing !== HIDDEN && !Number.isNaN(one.startMs));
        const rows = own
          .filter((one) => one.startMs < endMs && one.endMs > startMs)
          .sort((a, b) => (a.startMs < b.startMs ? -1 : a.startMs > b.startMs ? 1 : a.row - b.row));
        expect(lane.dated).toBe(own.length);
        expect(lane.rowsIn({ startMs, endMs })).toEqual(rows.map(({ row }) => row));
        expect(lane.endedBy(startMs)).toBe(own.filter((one) => one.endMs <= startMs).length);
        expect(lane.startedBefore(endMs)).toBe(own.filter((one) => one.startMs < endMs).length);
      });
    }),
    { numRuns: fullRuns(2_000), seed: 62 },
  );
});

test("over bins that hold all dates, inside and spread sum to the dated rows", () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: 1, max: 40 }), (list, count) => {
      const near = list.filter((one) => !(Math.abs(one.startMs) > 1e15 || Math.abs(one.endMs) > 1e15));
      const { index, extentMs } = indexOf(near);
      if (extentMs === null) return;
      const [a, b] = [extentMs[0] - DAY_MS, extentMs[1] + DAY_MS];
      const edgesMs = Float64Array.from({ length: count + 1 }, (_, i) => a + ((b - a) * i) / count);
      for (const lane of index.lanes) {
        const bins = lane.bins(edgesMs);
        const sum = [...bins.inside, ...bins.spread].reduce((total, one) => total + one, 0);
        expect(sum).toBeCloseTo(lane.dated, 4);
      }
    }),
    { numRuns: fullRuns(2_000), seed: 63 },
  );
});

test("forty thousand rows are found through many levels of the forest", () => {
  const count = 40_000;
  const startMs = Float64Array.from({ length: count }, (_, i) => (i % 977) * DAY_MS);
  const endMs = startMs.map((ms, i) => ms + (i % 5003 === 0 ? 30 * DAY_MS : 8 * DAY_MS));
  const { columns, timeOrder, extentMs } = createStore({ columns: { startMs, endMs } });
  const index = createLaneIndex({ columns, timeOrder, extentMs, codes: new Uint8Array(count), count: 1 });
  for (const day of [0, 5, 33, 400, 976, 990]) {
    const window = { startMs: day * DAY_MS, endMs: day * DAY_MS + 1000 };
    const rows = [...startMs.keys()].filter(
      (row) => (startMs[row] as number) < window.endMs && (endMs[row] as number) > window.startMs,
    );
    expect([...(index.lanes[0]?.rowsIn(window) ?? [])].sort((a, b) => a - b)).toEqual(rows);
  }
});
