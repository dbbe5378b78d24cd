import { type CellBounds, type Cells, createStore, HIDDEN, type Store } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { promisedRuns } from "../full-runs.ts";
import { linesOf, twinOf } from "./cell-twin.ts";
import { columnsOf, instants, manyRowsArbitrary, rowsArbitrary, stepArbitrary } from "./column-fixture.ts";
import { standings, standsUnder } from "./naive-twin.ts";

const seed = 20_220_202;

const edge = fc.constantFrom(...instants, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
const windowArbitrary = fc.record({ startMs: edge, endMs: edge });
const boundsArbitrary: fc.Arbitrary<CellBounds> = fc.record({
  west: fc.constantFrom(-180, -179.9, -90, 0, 54.37, 170, 180, 200),
  south: fc.constantFrom(-90, -86, -33.87, 0, 24.45),
  east: fc.constantFrom(-180, -179.95, -90, 13, 54.37, 179, 180, 190),
  north: fc.constantFrom(-10, 0, 24.45, 86, 90),
});
const zoomArbitrary = fc.constantFrom(0, 1, 2, 5, 11, 16);

function expectSums(store: Store, cells: Cells, states: readonly number[]): void {
  const shown = states.filter((state) => state !== HIDDEN).length;
  const sum = (counts: Uint32Array) => counts.reduce((a, b) => a + b, 0);
  expect(sum(cells.certain) + sum(cells.possible) + cells.unlocated).toBe(shown);
  expect(cells.unlocated).toBe(
    states.filter((state, row) => state !== HIDDEN && Number.isNaN(store.columns.lon.at(row))).length,
  );
}

/** Rows under a window and all clauses that are not windows. */
function standingsIn(store: Store, window: { startMs: number; endMs: number }): number[] {
  const windows = Object.values(store.state.clauses).filter(({ kind }) => kind === "window");
  const others = standings(
    store,
    windows.map(({ source }) => source),
  );
  const clause = { source: "asked", kind: "window" as const, ...window };
  return others.map((state, row) => Math.min(state, standsUnder(store, row, clause)));
}

describe("the cells of the map", () => {
  it("agree with brute force after every step of any series of filters, in any box", () => {
    fc.assert(
      fc.property(
        rowsArbitrary,
        fc.array(stepArbitrary, { maxLength: 5 }),
        zoomArbitrary,
        boundsArbitrary,
        (rows, steps, zoom, bounds) => {
          const store = createStore({ columns: columnsOf(rows) });
          for (const change of [...steps, "none"]) {
            if (typeof change === "string") store.clear(change);
            else store.set(change);
            const states = standings(store);
            const cells = store.cells({ zoom });
            expect(linesOf(cells)).toEqual(twinOf(store, states, zoom));
            expectSums(store, cells, states);
            expect(linesOf(store.cells({ zoom, bounds }))).toEqual(twinOf(store, states, zoom, bounds));
            const withoutMap = standings(store, ["map"]);
            expect(linesOf(store.cells({ zoom, except: "map" }))).toEqual(twinOf(store, withoutMap, zoom));
          }
        },
      ),
      { seed, numRuns: promisedRuns(2_000) },
    );
  });

  it("agree with brute force in any window that is asked for, beside any filters", () => {
    fc.assert(
      fc.property(
        rowsArbitrary,
        fc.array(stepArbitrary, { maxLength: 3 }),
        fc.array(fc.tuple(windowArbitrary, zoomArbitrary, boundsArbitrary), { minLength: 1, maxLength: 4 }),
        (rows, steps, asked) => {
          const store = createStore({ columns: columnsOf(rows) });
          for (const change of steps) typeof change === "string" ? store.clear(change) : store.set(change);
          for (const [window, zoom, bounds] of asked) {
            const states = standingsIn(store, window);
            const cells = store.cells({ zoom, window });
            expect(linesOf(cells)).toEqual(twinOf(store, states, zoom));
            expectSums(store, cells, states);
            expect(linesOf(store.cells({ zoom, window, bounds }))).toEqual(twinOf(store, states, zoom, bounds));
          }
        },
      ),
      { seed, numRuns: promisedRuns(2_000) },
    );
  });

  it("agree with brute force among many rows", () => {
    fc.assert(
      fc.property(
        manyRowsArbitrary,
        fc.array(windowArbitrary, { minLength: 8, maxLength: 8 }),
        zoomArbitrary,
        (rows, windows, zoom) => {
          const store = createStore({ columns: columnsOf(rows) });
          for (const window of windows) {
            const states = standingsIn(store, window);
            expect(linesOf(store.cells({ zoom, window }))).toEqual(twinOf(store, states, zoom));
            store.set({ source: "brush", kind: "window", ...window });
            expect(linesOf(store.cells({ zoom }))).toEqual(twinOf(store, states, zoom));
          }
        },
      ),
      { seed, numRuns: 6 },
    );
  });

  it("keep the middle of their rows, whatever is filtered", () => {
    const store = createStore({
      columns: {
        startMs: Float64Array.of(0, 10, 20),
        lon: Float64Array.of(10, 12, -180),
        lat: Float64Array.of(2, 4, 6),
      },
    });
    store.set({ source: "brush", kind: "window", startMs: 0, endMs: 5 });
    const cells = store.cells({ zoom: 1 });
    expect([cells.length, cells.lon[0], cells.lat[0], cells.certain[0]]).toEqual([1, 11, 3, 1]);
  });

  it("are none for no rows, and refuse zooms and boxes that there are not", () => {
    const store = createStore([]);
    expect(store.cells({ zoom: 3 }).length).toBe(0);
    expect(store.cells({ zoom: 3, window: { startMs: 0, endMs: 1 } }).unlocated).toBe(0);
    for (const zoom of [-1, 17, 2.5, Number.NaN]) expect(() => store.cells({ zoom })).toThrow(/zoom/);
    const bounds = { west: 0, south: 0, east: Number.NaN, north: 1 };
    expect(() => store.cells({ zoom: 1, bounds })).toThrow(/bounds/);
    expect(() => store.cells({ zoom: 1, window: { startMs: Number.NaN, endMs: 0 } })).toThrow(/window/);
  });
});
