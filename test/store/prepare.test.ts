import { createStore, type Store } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const DAY_MS = 86_400_000;
const ROWS = 400;

function storeOf(days: readonly number[]): Store {
  const startMs = Float64Array.from({ length: ROWS }, (_, row) => {
    const day = days[row % days.length] as number;
    return day < 0 ? Number.NaN : (day + (row % 13)) * DAY_MS;
  });
  const endMs = startMs.map((ms, row) => ms + DAY_MS * (1 + (row % 5) * (row % 3)));
  const codes = Uint8Array.from({ length: ROWS }, (_, row) => (row * 7) % 4);
  return createStore({ columns: { startMs, endMs, category: { codes, values: ["a", "b", "c", "d"] } } });
}

const answers = (store: Store) => [store.count(), store.facet("category"), store.facet("dated")];

describe("a store that prepares for a moving window", () => {
  it("answers as one that does not, wherever the preparing is left off", () => {
    const day = fc.integer({ min: -1, max: 60 });
    const window = fc.record({ day, days: fc.integer({ min: 0, max: 30 }) });
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 20 }),
        fc.array(window, { minLength: 1, maxLength: 5 }),
        fc.nat(30),
        (days, windows, steps) => {
          const [plain, prepared] = [storeOf(days), storeOf(days)];
          answers(prepared);
          const work = prepared.prepare();
          for (let step = 0; step < steps; step++) work.next();
          for (const { day: from, days: length } of windows) {
            const [startMs, endMs] = [from * DAY_MS, (from + length) * DAY_MS];
            for (const store of [plain, prepared]) store.set({ source: "time", kind: "window", startMs, endMs });
            expect(answers(prepared)).toEqual(answers(plain));
            work.next();
          }
        },
      ),
      { seed: 20_261_121, numRuns: 100 },
    );
  });

  it("takes more steps for each field that was asked for, under a window those of the times alone, and none without dates", () => {
    const steps = (store: Store) => [...store.prepare()].length;
    const [plain, asked, windowed] = [storeOf([1, 2, 30]), storeOf([1, 2, 30]), storeOf([1, 2, 30])];
    for (const store of [asked, windowed]) answers(store);
    windowed.set({ source: "time", kind: "window", startMs: 0, endMs: DAY_MS });
    const alone = steps(plain);
    expect(steps(asked)).toBeGreaterThan(alone);
    expect(steps(windowed)).toBeLessThan(alone);
    expect(steps(createStore([]))).toBe(0);
  });
});
