import { createStore } from "@whenwhere/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { UTC_CALENDAR } from "../../packages/timeline/src/scene/axis/axis-calendar.ts";
import { timeScale } from "../../packages/timeline/src/scene/axis/time-scale.ts";
import { foldRows } from "../../packages/timeline/src/scene/bands/fold.ts";
import { fullRuns } from "../full-runs.ts";

const DAY_MS = 86_400_000;
const DAY = { unit: "day", count: 1 } as const;
const START = Date.UTC(2022, 0, 1);
const VIEW = { startMs: START, endMs: START + 8 * DAY_MS };

function folded(rows: readonly (readonly [startMs: number, endMs: number])[]) {
  const startMs = Float64Array.from(rows, ([from]) => from);
  const { columns } = createStore({ columns: { startMs, endMs: Float64Array.from(rows, ([, to]) => to) } });
  const scale = timeScale(VIEW, 0, 800, UTC_CALENDAR);
  return foldRows(columns, [...rows.keys()], { scale, step: DAY });
}

/** The slow twin: one row, column by column; an open side ends with the columns that it may touch. */
function twin(edges: Float64Array, [startMs, endMs]: readonly [number, number]): [inside: number, share: number][] {
  const [first, last] = [edges[0] as number, edges.at(-1) as number];
  const from = Number.isFinite(startMs) ? startMs : Math.min(first, endMs - 1);
  const to = Number.isFinite(endMs) ? endMs : Math.max(last, startMs + 1);
  const columns = Array.from({ length: edges.length - 1 }, (_, i) => [edges[i] as number, edges[i + 1] as number]);
  if (columns.some(([a = 0, b = 0]) => startMs >= a && endMs <= b)) {
    return columns.map(([a = 0, b = 0]) => [startMs >= a && endMs <= b ? 1 : 0, 0]);
  }
  return columns.map(([a = 0, b = 0]) => [0, Math.max(0, Math.min(b, to) - Math.max(a, from)) / (to - from)]);
}

test("a record lies in the column that holds it whole, up to its very end, else it is shared by time", () => {
  const { edgesMs, inside, spread, across } = folded([
    [START, START + DAY_MS],
    [START + DAY_MS, START + 3 * DAY_MS],
    [START + 7 * DAY_MS, Number.POSITIVE_INFINITY],
  ]);
  expect(edgesMs).toHaveLength(9);
  expect([...inside]).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
  expect([...spread].map((share) => Math.round(share * 100) / 100)).toEqual([0, 0.5, 0.5, 0, 0, 0, 0, 1]);
  expect(across).toBe(2);
});

test("columns hold what a slow twin finds", () => {
  const hour = fc.integer({ min: -72, max: 264 }).map((n) => START + n * 3_600_000);
  const row = fc
    .tuple(hour, hour, fc.constantFrom("both", "both", "both", "from", "to"))
    .map(([a, b, side]): readonly [number, number] => [
      side === "to" ? Number.NEGATIVE_INFINITY : Math.min(a, b),
      side === "from" ? Number.POSITIVE_INFINITY : Math.max(a, b) + 3_600_000,
    ])
    .filter(([from, to]) => from < VIEW.endMs && to > VIEW.startMs);
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
      const { edgesMs, inside, spread } = folded(rows);
      const found = rows.map((one) => twin(edgesMs, one));
      inside.forEach((n, bin) => {
        expect(n).toBe(found.reduce((sum, columns) => sum + (columns[bin]?.[0] ?? 0), 0));
        const share = found.reduce((sum, columns) => sum + (columns[bin]?.[1] ?? 0), 0);
        expect(spread[bin]).toBeCloseTo(share, 9);
      });
    }),
    { seed: 63, numRuns: fullRuns(500) },
  );
});
