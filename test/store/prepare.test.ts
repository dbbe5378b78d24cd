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
        fc.nat(6),
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

  it("takes a step for the times, one for the counts and one for each field that was asked for, and none under a window", () => {
    const store = storeOf([1, 2, 30]);
    expect([...store.prepare()]).toHaveLength(2);
    answers(store);
    expect([...store.prepare()]).toHaveLength(4);
    store.set({ source: "time", kind: "window", startMs: 0, endMs: DAY_MS });
    expect([...store.prepare()]).toHaveLength(1);
    expect([...createStore([]).prepare()]).toHaveLength(0);
  });
});
