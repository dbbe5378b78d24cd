import { CERTAIN, createStore, HIDDEN, POSSIBLE, type Store } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const DAY_MS = 86_400_000;

interface Row {
  readonly start: number;
  readonly length: number;
  readonly core: "none" | "early" | "late" | "middle" | "whole";
}

const rowArbitrary: fc.Arbitrary<Row> = fc.record({
  start: fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 0, max: 60 }) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  ),
  length: fc.oneof(
    { weight: 6, arbitrary: fc.constant(1) },
    { weight: 3, arbitrary: fc.integer({ min: 2, max: 50 }) },
    { weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
  ),
  core: fc.constantFrom("none", "none", "early", "late", "middle", "whole"),
});

const boundsOf = ({ start, length, core }: Row) => {
  const end = start + length;
  const cores = {
    none: [Number.NaN, Number.NaN],
    early: [start, start + 1],
    late: [Number.isFinite(end) ? end - 1 : start + 2, end],
    middle: [start + 1, Number.isFinite(end) ? end - 1 : start + 3],
    whole: [start, end],
  } as const;
  const [coreStart, coreEnd] = cores[core];
  const isCored = coreStart < coreEnd;
  return { start, end, coreStart: isCored ? coreStart : Number.NaN, coreEnd: isCored ? coreEnd : Number.NaN };
};

type Bounds = ReturnType<typeof boundsOf>;

function storeOf(rows: readonly Bounds[]): Store {
  const of = (value: (row: Bounds) => number) => Float64Array.from(rows, (row) => value(row) * DAY_MS);
  return createStore({
    columns: {
      startMs: of(({ start }) => start),
      endMs: of(({ end }) => end),
      coreStartMs: of(({ coreStart }) => coreStart),
      coreEndMs: of(({ coreEnd }) => coreEnd),
    },
  });
}

/** The slow twin: a row in a window of days. */
function standsIn({ start, end, coreStart, coreEnd }: Bounds, from: number, to: number): number {
  if (Number.isNaN(start)) return POSSIBLE;
  if (from >= to || start >= to || end <= from) return HIDDEN;
  if (coreStart < to && coreEnd > from) return CERTAIN;
  return Number.isNaN(coreStart) && start >= from && end <= to ? CERTAIN : POSSIBLE;
}

const windowArbitrary = fc.tuple(fc.integer({ min: -2, max: 110 }), fc.integer({ min: 0, max: 40 }));

describe("rows that the edges of a window pass", () => {
  it("stand as every row asked by itself, and those told to have changed are the ones that did, each once", () => {
    fc.assert(
      fc.property(
        fc.array(rowArbitrary, { minLength: 1, maxLength: 80 }),
        fc.array(windowArbitrary, { minLength: 2, maxLength: 12 }),
        (given, windows) => {
          const rows = given.map(boundsOf);
          const store = storeOf(rows);
          let before: readonly number[] | null = null;
          let version = 0;
          for (const [from, length] of windows) {
            const to = from + length;
            store.set({ source: "brush", kind: "window", startMs: from * DAY_MS, endMs: to * DAY_MS });
            const standing = store.standing();
            const expected = rows.map((row) => standsIn(row, from, to));
            expect([...standing.states]).toEqual(expected);
            const changes = before === null ? null : standing.changesSince(version);
            if (changes !== null) {
              const told = changes.flatMap(({ rows }) => [...rows]);
              const placed = changes.flatMap(({ ranks }) => [...ranks].map((rank) => store.timeOrder[rank]));
              expect(placed).toEqual(told);
              const changed = expected.flatMap((state, row) => (state === before?.[row] ? [] : [row]));
              expect(told.sort((a, b) => a - b)).toEqual(changed);
            }
            before = expected;
            version = standing.version;
          }
        },
      ),
      { seed: 7, numRuns: 400 },
    );
  });

  it("are told to who has missed some steps, whatever was written down before them", () => {
    fc.assert(
      fc.property(
        fc.array(rowArbitrary, { minLength: 40, maxLength: 80 }),
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 8, maxLength: 16 }),
        (given, steps) => {
          const store = storeOf(given.map(boundsOf));
          const seen = new Map<number, readonly number[]>();
          let from = 20;
          for (const days of steps) {
            from += days;
            store.set({ source: "brush", kind: "window", startMs: from * DAY_MS, endMs: (from + 12) * DAY_MS });
            const standing = store.standing();
            const now = [...standing.states];
            seen.set(standing.version, now);
            for (const [version, states] of seen) {
              const changes = standing.changesSince(version);
              if (changes === null) continue;
              const told = new Set(changes.flatMap(({ rows }) => [...rows]));
              const placed = new Set(changes.flatMap(({ ranks }) => [...ranks].map((rank) => store.timeOrder[rank])));
              expect(placed).toEqual(told);
              const untold = now.flatMap((state, row) => (state !== states[row] && !told.has(row) ? [row] : []));
              expect(untold).toEqual([]);
            }
          }
        },
      ),
      { seed: 11, numRuns: 400 },
    );
  });
});
