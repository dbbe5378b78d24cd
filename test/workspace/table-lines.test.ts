import { createStore, type Store } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StandingRanks } from "../../packages/workspace/src/table/standing-ranks.ts";
import { linesByOrder, linesByTime, type TableLines } from "../../packages/workspace/src/table/table-lines.ts";
import { TimeRanks } from "../../packages/workspace/src/table/time-rows.ts";
import { fullRuns } from "../full-runs.ts";

const DAY_MS = 86_400_000;
/** More than one block of ranks. */
const ROWS = 2_300;

/** Few days, so that many rows begin together; some rows are wide, some have no date. */
function storeOf(seed: number): Store {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const startMs = new Float64Array(ROWS);
  const endMs = new Float64Array(ROWS);
  const codes = new Uint8Array(ROWS);
  for (let row = 0; row < ROWS; row++) {
    startMs[row] = next() < 0.05 ? Number.NaN : Math.floor(next() * 60) * DAY_MS;
    endMs[row] = (startMs[row] as number) + DAY_MS * (1 + Math.floor(next() ** 4 * 30));
    codes[row] = Math.floor(next() * 3);
  }
  return createStore({ columns: { startMs, endMs, category: { codes, values: ["a", "b", "c"] } } });
}

/** Every row asked, and all of them sorted. */
function slowLines(store: Store, compare: (a: number, b: number) => number): string[] {
  const states = store.passing();
  const rows = Array.from(states.keys()).sort(compare);
  const texts = [2, 1].map((state) => rows.filter((row) => states[row] === state).map(String));
  const [certain = [], possible = []] = texts;
  if (certain.length + possible.length === 0) return [];
  const head = certain.length > 0 ? [`certain ${certain.length}`] : [];
  return [...head, ...certain, ...(possible.length > 0 ? [`possible ${possible.length}`] : []), ...possible];
}

function byTime(store: Store, descending: boolean) {
  const { outerStartMs, outerEndMs } = store.columns;
  return (a: number, b: number): number => {
    const [one, two] = [outerStartMs.at(a), outerStartMs.at(b)];
    if (Number.isNaN(one) || Number.isNaN(two)) return Number(Number.isNaN(one)) - Number(Number.isNaN(two)) || a - b;
    const rising = one - two || outerEndMs.at(a) - outerEndMs.at(b) || a - b;
    return descending ? -rising : rising;
  };
}

const textOf = (lines: TableLines): string[] =>
  Array.from({ length: lines.length }, (_, index) => {
    const line = lines.at(index);
    return line === null ? "none" : line.kind === "group" ? `${line.certainty} ${line.count}` : String(line.row);
  });

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ day: fc.integer({ min: -3, max: 60 }), days: fc.integer({ min: 0, max: 40 }) }) },
  { weight: 1, arbitrary: fc.constantFrom("a", "b", null) },
);

function take(store: Store, given: { day: number; days: number } | string | null): void {
  if (given === null) store.clear("facet:category");
  else if (typeof given === "string") {
    store.set({ source: "facet:category", kind: "values", field: "category", values: [given] });
  } else {
    const startMs = given.day * DAY_MS;
    store.set({ source: "timeline", kind: "window", startMs, endMs: startMs + given.days * DAY_MS });
  }
}

describe("the lines of a table", () => {
  it("are, whatever steps a window takes, those that asking and sorting all rows gives", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.array(step, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (seed, steps, falling) => {
          const store = storeOf(seed);
          const time = new TimeRanks(store);
          const order = Uint32Array.from({ length: ROWS }, (_, row) => row).reverse();
          const ranks = new StandingRanks(order);
          for (const given of steps) {
            take(store, given);
            const lines = linesByTime(store, time, falling);
            expect(textOf(lines)).toEqual(slowLines(store, byTime(store, falling)));
            expect(textOf(linesByOrder(store, ranks))).toEqual(slowLines(store, (a, b) => b - a));
          }
        },
      ),
      { seed: 20_261_121, numRuns: fullRuns(25, 5) },
    );
  });

  it("find the line of every row that is listed, and of no other", () => {
    const store = storeOf(7);
    take(store, { day: 20, days: 12 });
    const time = new TimeRanks(store);
    for (const falling of [false, true]) {
      const lines = linesByTime(store, time, falling);
      const states = store.passing();
      for (let row = 0; row < ROWS; row++) {
        const line = lines.indexOf(row);
        if (states[row] === 0) expect(line).toBe(-1);
        else expect(lines.at(line)).toMatchObject({ kind: "record", row });
      }
    }
  });

  it("stay those of one step until the table looks again, though the window has moved on", () => {
    const store = storeOf(11);
    take(store, { day: 5, days: 10 });
    const lines = linesByTime(store, new TimeRanks(store), false);
    const before = textOf(lines);
    take(store, { day: 30, days: 20 });
    expect(store.standing().states.some((state) => state !== 0)).toBe(true);
    expect(textOf(lines)).toEqual(before);
  });
});
