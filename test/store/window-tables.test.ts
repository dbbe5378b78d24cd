import type { Incident } from "@whenwhere/model";
import { CERTAIN, type Clause, createStore, HIDDEN, POSSIBLE, type Store } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectEqual } from "../expect-equal.ts";
import { fullRuns } from "../full-runs.ts";
import { linesOf, twinOf } from "./cell-twin.ts";
import { categories, columnsOf, instants, rowsArbitrary, stepArbitrary } from "./column-fixture.ts";
import { rowShares, standings } from "./naive-twin.ts";

const seed = 20_220_202;

const DAY_MS = 86_400_000;

const questions = ["count", "facet", "histogram", "cells", "passing", "rows"] as const;
type Question = (typeof questions)[number];

/** Edges that some rows touch, some span and some never reach. */
const edges = Array.from({ length: 7 }, (_, i) => Date.UTC(2022, 0, 2) + i * 1.5 * DAY_MS);

function expectCount(store: Store, states: readonly number[]): void {
  const shown = states.flatMap((state, row) => (state === HIDDEN ? [] : [row]));
  expect(store.count()).toEqual({
    shown: shown.length,
    total: states.length,
    certain: states.filter((state) => state === CERTAIN).length,
    possible: states.filter((state) => state === POSSIBLE).length,
    undated: shown.filter((row) => Number.isNaN(store.columns.outerStartMs.at(row))).length,
    unplaced: shown.filter((row) => store.precisionOf(row) === "unknown").length,
  });
}

function expectFacet(store: Store): void {
  const states = standings(store, ["category"]);
  const count = (value: string, wanted: number): number =>
    states.filter((state, row) => state === wanted && categories[store.columns.category.at(row)] === value).length;
  for (const { value, certain, possible } of store.facet("category")) {
    expect([value, certain, possible]).toEqual([value, count(value, CERTAIN), count(value, POSSIBLE)]);
  }
}

function expectHistogram(store: Store, states: readonly number[]): void {
  const { before, after, undated, certain, spread } = store.histogram(edges);
  const sums = new Float64Array(edges.length + 1);
  for (const [row, state] of states.entries()) {
    if (state === HIDDEN || Number.isNaN(store.columns.outerStartMs.at(row))) continue;
    for (const [i, share] of rowShares(store, row, edges).entries()) sums[i] = (sums[i] as number) + share;
  }
  const bins = [...certain].map((count, bin) => count + (spread[bin] as number));
  const wrong = [before, ...bins, after].filter((sum, i) => !(Math.abs(sum - (sums[i] as number)) < 5e-10));
  expectEqual(wrong, []);
  expectEqual(
    [before, after, undated, ...certain, ...spread].reduce((a, b) => a + b, 0),
    states.filter((state) => state !== HIDDEN).length,
  );
}

function expectAnswer(store: Store, question: Question): void {
  const states = standings(store);
  if (question === "count") expectCount(store, states);
  if (question === "facet") expectFacet(store);
  if (question === "histogram") expectHistogram(store, states);
  if (question === "cells") expectEqual(linesOf(store.cells({ zoom: 5 })), twinOf(store, states, 5));
  if (question === "passing") expectEqual([...store.passing()], states);
  if (question === "rows") {
    const { certain, possible } = store.rows();
    const inOrder = (wanted: number) => [...store.timeOrder].filter((row) => states[row] === wanted);
    expectEqual([[...certain], [...possible]], [inOrder(CERTAIN), inOrder(POSSIBLE)]);
  }
}

const edge = fc.constantFrom(...instants, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);

/** Mostly one brush that moves, now and then another change; at each step some of the questions are asked. */
const dragArbitrary: fc.Arbitrary<readonly (readonly [change: Clause | string, asked: readonly Question[]])[]> =
  fc.array(
    fc.tuple(
      fc.oneof(
        {
          weight: 4,
          arbitrary: fc.record({
            source: fc.constant("brush"),
            kind: fc.constant("window" as const),
            startMs: edge,
            endMs: edge,
          }),
        },
        { weight: 1, arbitrary: stepArbitrary },
      ),
      fc.subarray([...questions]),
    ),
    { minLength: 3, maxLength: 12 },
  );

describe("what is asked of a moving window", () => {
  it("is answered as by the slow twin, whichever questions are asked at which steps", () => {
    fc.assert(
      fc.property(rowsArbitrary, dragArbitrary, (rows, drag) => {
        const store = createStore({ columns: columnsOf(rows) });
        for (const [change, asked] of drag) {
          if (typeof change === "string") store.clear(change);
          else store.set(change);
          for (const question of asked) expectAnswer(store, question);
        }
      }),
      { seed, numRuns: fullRuns(2_000) },
    );
  });

  it("counts a record under each of its values, while records come and go", () => {
    const incidents = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"),
        edtf: fc.constantFrom(
          "2022-01-02",
          "2022-01",
          "2022-01-04?",
          "-0044-03-15",
          "Y170000002",
          "2022-01-03/..",
          "none",
        ),
        actors: fc.subarray(["A", "B", "C"]),
      }),
      { maxLength: 26, selector: ({ id }) => id },
    );
    const toRecord = ({ id, edtf, actors }: { id: string; edtf: string; actors: readonly string[] }): Incident => ({
      id,
      title: id,
      when: { edtf },
      actors: actors.map((name) => ({ name, role: "claimant" as const })),
    });
    fc.assert(
      fc.property(incidents, fc.array(fc.tuple(edge, edge, incidents), { maxLength: 6 }), (first, steps) => {
        const store = createStore(first.map(toRecord));
        for (const [startMs, endMs, more] of steps) {
          store.set({ source: "brush", kind: "window", startMs, endMs });
          store.facet("actor");
          store.upsert(more.slice(0, 3).map(toRecord));
          store.remove(more.slice(-2).map(({ id }) => id));
          const states = standings(store);
          const count = (value: string, wanted: number): number =>
            states.filter((state, row) => {
              const names = (store.incident(row).actors ?? []).map(({ name }) => name);
              return state === wanted && (value === "" ? names.length === 0 : names.includes(value));
            }).length;
          for (const { value, certain, possible } of store.facet("actor")) {
            expect([value, certain, possible]).toEqual([value, count(value, CERTAIN), count(value, POSSIBLE)]);
          }
        }
      }),
      { seed, numRuns: 300 },
    );
  });

  it("stays exact where more cells are occupied than tables have room for", () => {
    const rows = 3_000;
    const startMs = Float64Array.from({ length: rows }, (_, i) => Date.UTC(2022, 0, 1 + ((i * 7_919) % 300)));
    const store = createStore({
      columns: {
        startMs,
        endMs: startMs.map((ms, i) => ms + (1 + (i % 40)) * DAY_MS),
        lon: Float64Array.from({ length: rows }, (_, i) => ((i * 131.7) % 360) - 180),
        lat: Float64Array.from({ length: rows }, (_, i) => ((i * 37.3) % 160) - 80),
      },
    });
    for (const [from, days] of [
      [5, 30],
      [250, 30],
      [100, 2],
      [0, 400],
      [33, 1],
    ] as const) {
      const fromMs = Date.UTC(2022, 0, from);
      store.set({ source: "brush", kind: "window", startMs: fromMs, endMs: fromMs + days * DAY_MS });
      expect(linesOf(store.cells({ zoom: 14 }))).toEqual(twinOf(store, standings(store), 14));
    }
  });

  it("stays exact where one key has more rows than sixteen bits count", () => {
    const rows = 150_000;
    const startMs = Float64Array.from({ length: rows }, (_, i) => i * 1_000);
    const store = createStore({ columns: { startMs, endMs: startMs.map((ms) => ms + 5_000) } });
    for (const [from, to] of [
      [10, 140_000],
      [10, 149_000],
      [70_000, 70_002],
    ] as const) {
      store.set({ source: "brush", kind: "window", startMs: from * 1_000, endMs: to * 1_000 });
      const overlapping = to - from + 4;
      const inside = Math.max(0, to - from - 4);
      expect(store.count()).toMatchObject({ shown: overlapping, certain: inside, possible: overlapping - inside });
    }
  });
});
