import { CERTAIN, type Clause, createStore, HIDDEN, POSSIBLE, type Store } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectEqual } from "../expect-equal.ts";
import { fullRuns } from "../full-runs.ts";
import { categories, columnsOf, instants, manyRowsArbitrary, rowsArbitrary, stepArbitrary } from "./column-fixture.ts";
import { rowShares, standings } from "./naive-twin.ts";

const seed = 20_220_202;

function step(store: Store, change: Clause | string): void {
  if (typeof change === "string") store.clear(change);
  else store.set(change);
}

function expectCounts(store: Store, except?: string): void {
  const twin = standings(store, except === undefined ? [] : [except]);
  expectEqual([...store.passing(except)], twin);
  const shown = twin.flatMap((state, row) => (state === HIDDEN ? [] : [row]));
  const counts = store.count(except);
  expectEqual(counts, {
    shown: shown.length,
    total: twin.length,
    certain: twin.filter((state) => state === CERTAIN).length,
    possible: twin.filter((state) => state === POSSIBLE).length,
    undated: shown.filter((row) => Number.isNaN(store.columns.outerStartMs.at(row))).length,
    unplaced: shown.filter((row) => store.precisionOf(row) === "unknown").length,
  });
  expectEqual(counts.certain + counts.possible, counts.shown);
  const { certain, possible } = store.rows(except);
  const inOrder = (state: number) => [...store.timeOrder].filter((row) => twin[row] === state);
  expectEqual([...certain], inOrder(CERTAIN));
  expectEqual([...possible], inOrder(POSSIBLE));
}

describe("the cross-filter", () => {
  it("agrees with its slow twin after every step of any series of steps", () => {
    fc.assert(
      fc.property(rowsArbitrary, fc.array(stepArbitrary, { maxLength: 8 }), (rows, steps) => {
        const store = createStore({ columns: columnsOf(rows) });
        for (const change of steps) {
          step(store, change);
          expectCounts(store);
          expectCounts(store, "window");
          expectCounts(store, "map");
        }
      }),
      { seed, numRuns: fullRuns(2_000) },
    );
  });

  it("stays exact with more clauses than one word of a row holds, as they come, move and go", () => {
    const sources = Array.from({ length: 40 }, (_, i) => `source ${i}`);
    const moves = fc.array(
      fc.tuple(fc.constantFrom(...sources), fc.option(fc.constantFrom(...instants), { freq: 6 })),
      {
        minLength: 30,
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(rowsArbitrary, moves, (rows, steps) => {
        const store = createStore({ columns: columnsOf(rows) });
        for (const [i, source] of sources.entries()) {
          store.set({ source, kind: "window", startMs: -1e15 - i, endMs: 6e18 });
        }
        for (const [source, edgeMs] of steps) {
          if (edgeMs === null) store.clear(source);
          else store.set({ source, kind: "window", startMs: -1e15, endMs: Math.max(edgeMs, Date.UTC(2022, 0, 4)) });
          expectEqual([...store.passing()], standings(store));
        }
      }),
      { seed, numRuns: 60 },
    );
  });

  it("counts facets under all clauses but the facet's own, most first and then by name", () => {
    fc.assert(
      fc.property(rowsArbitrary, fc.array(stepArbitrary, { maxLength: 5 }), (rows, steps) => {
        const store = createStore({ columns: columnsOf(rows) });
        for (const change of steps) {
          step(store, change);
          const twin = standings(store, ["category"]);
          const own = store.state.clauses.category;
          const expected = categories
            .map((value, code) => ({
              value,
              certain: twin.filter((state, row) => state === CERTAIN && store.columns.category.at(row) === code).length,
              possible: twin.filter((state, row) => state === POSSIBLE && store.columns.category.at(row) === code)
                .length,
              active: own?.kind === "values" && own.values.includes(value),
            }))
            .sort((a, b) => b.certain + b.possible - a.certain - a.possible || (a.value < b.value ? -1 : 1));
          expect(store.facet("category")).toEqual(expected);
        }
      }),
      { seed, numRuns: 120 },
    );
  });

  it("has time order by outer start with ties by row and undated rows last", () => {
    fc.assert(
      fc.property(
        fc.oneof({ weight: 60, arbitrary: rowsArbitrary }, { weight: 1, arbitrary: manyRowsArbitrary }),
        (rows) => {
          const store = createStore({ columns: columnsOf(rows) });
          const key = (row: number) => store.columns.outerStartMs.at(row);
          const twin = rows
            .map((_, row) => row)
            .sort((a, b) => {
              if (Number.isNaN(key(a)) || Number.isNaN(key(b)))
                return Number(Number.isNaN(key(a))) - Number(Number.isNaN(key(b))) || a - b;
              return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a - b;
            });
          expect([...store.timeOrder]).toEqual(twin);
          const finite = rows.flatMap((_, row) => [key(row), store.columns.outerEndMs.at(row)]).filter(Number.isFinite);
          if (finite.length === 0) expect(store.extentMs).toBeNull();
          else expect(store.extentMs?.[0]).toBe(Math.min(...finite));
        },
      ),
      { seed, numRuns: 150 },
    );
  });

  it("sorts and moves through many rows as it does through few", () => {
    fc.assert(
      fc.property(manyRowsArbitrary, fc.array(stepArbitrary, { minLength: 3, maxLength: 6 }), (rows, steps) => {
        const store = createStore({ columns: columnsOf(rows) });
        for (const change of steps) {
          step(store, change);
          expectCounts(store);
        }
      }),
      { seed, numRuns: 2 },
    );
  });
});

const edgesArbitrary = fc.oneof(
  fc
    .uniqueArray(fc.constantFrom(...instants.slice(0, 13)), { minLength: 2, maxLength: 13 })
    .map((edges) => edges.sort((a, b) => a - b)),
  fc
    .tuple(fc.constantFrom(...instants.slice(0, 12)), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 9e7 }))
    .map(([first, bins, width]) => Array.from({ length: bins + 1 }, (_, i) => first + i * width)),
);

/** Before, bins, after; and the undated rows. */
function twinSums(store: Store, edges: readonly number[]): { sums: Float64Array; undated: number } {
  const sums = new Float64Array(edges.length + 1);
  let undated = 0;
  for (const [row, state] of standings(store, ["brush"]).entries()) {
    if (state === HIDDEN) continue;
    if (Number.isNaN(store.columns.outerStartMs.at(row))) undated++;
    else for (const [i, share] of rowShares(store, row, edges).entries()) sums[i] = (sums[i] as number) + share;
  }
  return { sums, undated };
}

/** A histogram that has followed a brush and come back is the one that was there, to the last bit. */
function expectSameAfterMoves(store: Store, edges: readonly number[]): void {
  const brush = (day: number) => {
    const startMs = Date.UTC(2022, 0, day);
    store.set({ source: "follow", kind: "window", startMs, endMs: startMs + 3 * 86_400_000 });
    return store.histogram(edges);
  };
  const first = brush(2);
  const values = [first.before, first.after, first.undated, ...first.certain, ...first.spread];
  for (const day of [3, 4, 6, 5, 1]) {
    const { before, after, undated, certain, spread } = brush(day);
    const sum = [before, after, undated, ...certain, ...spread].reduce((a, b) => a + b, 0);
    expectEqual(sum, store.count().shown);
  }
  const last = brush(2);
  expectEqual([last.before, last.after, last.undated, ...last.certain, ...last.spread], values);
  store.clear("follow");
}

describe("the histogram", () => {
  it("sums to the shown rows and agrees with its slow twin in every bin", () => {
    fc.assert(
      fc.property(rowsArbitrary, fc.array(stepArbitrary, { maxLength: 3 }), edgesArbitrary, (rows, steps, edges) => {
        const store = createStore({ columns: columnsOf(rows) });
        for (const change of steps) step(store, change);
        const histogram = store.histogram(edges, { except: "brush" });
        expectSameAfterMoves(store, edges);
        const { sums, undated } = twinSums(store, edges);
        expect(histogram.undated).toBe(undated);
        expect(histogram.before).toBeCloseTo(sums[0] as number, 9);
        expect(histogram.after).toBeCloseTo(sums[edges.length] as number, 9);
        let total = histogram.before + histogram.after + histogram.undated;
        for (let bin = 0; bin < edges.length - 1; bin++) {
          const both = (histogram.certain[bin] as number) + (histogram.spread[bin] as number);
          if (!(Math.abs(both - (sums[bin + 1] as number)) < 5e-10))
            expect(both).toBeCloseTo(sums[bin + 1] as number, 9);
          expectEqual(Number.isInteger(histogram.certain[bin]), true);
          total += both;
        }
        expect(total).toBeCloseTo(store.count("brush").shown, 9);
        const parts = categories.map((_, category) => store.histogram(edges, { except: "brush", category }));
        const sumOf = (h: typeof histogram) =>
          h.before + h.after + h.undated + [...h.certain, ...h.spread].reduce((a, b) => a + b, 0);
        expect(parts.reduce((sum, part) => sum + sumOf(part), 0)).toBeCloseTo(total, 9);
      }),
      { seed, numRuns: fullRuns(2_000) },
    );
  });

  it("refuses edges that do not rise, or are not finite, or hold no bin", () => {
    const store = createStore([]);
    for (const edges of [[], [1], [2, 1], [1, 1], [0, Number.NaN], [0, Number.POSITIVE_INFINITY]]) {
      expect(() => store.histogram(edges)).toThrow(/edges/);
    }
  });
});
