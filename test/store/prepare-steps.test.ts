import { finishSteps, ROWS_A_STEP } from "@whenwhere/model";
import { createStore, type Store } from "@whenwhere/store";
import { expect, it } from "vitest";

const ROWS = 5 * ROWS_A_STEP;
const DAY_MS = 86_400_000;
const HALF = { source: "box", kind: "bbox", west: 0, south: -90, east: 180, north: 90 } as const;
const brush = (day: number) =>
  ({ source: "time", kind: "window", startMs: day * DAY_MS, endMs: (day + 90) * DAY_MS }) as const;

/** Rows in no order of time; some undated, some without a place, some with a core that is a part of their span. */
function rows(): Store {
  const of = (value: (row: number) => number) => Float64Array.from({ length: ROWS }, (_, row) => value(row));
  const day = (row: number) => (row * 7919) % 3_000;
  const startMs = of((row) => (row % 50 === 0 ? Number.NaN : day(row) * DAY_MS));
  const endMs = of((row) => (day(row) + 1 + (row % 9)) * DAY_MS);
  return createStore({
    columns: {
      ...{ startMs, endMs: endMs.map((ms, row) => (row % 50 === 0 ? Number.NaN : ms)) },
      coreStartMs: of((row) => (row % 3 === 0 ? (day(row) + 0.5) * DAY_MS : Number.NaN)),
      coreEndMs: of((row) => (row % 3 === 0 ? (day(row) + 0.75) * DAY_MS : Number.NaN)),
      lon: of((row) => (row % 70 === 0 ? Number.NaN : (row % 340) - 170)),
      lat: of((row) => (row % 70 === 0 ? Number.NaN : (row % 120) - 60)),
      category: { codes: Uint8Array.from({ length: ROWS }, (_, row) => row % 4), values: ["a", "b", "c", "d"] },
    },
  });
}

/** What the first hand on the brush is answered. */
function answers(store: Store): unknown {
  const found: unknown[] = [];
  for (const day of [0, 400, 401, 2_000]) {
    store.set(brush(day));
    const [passing, categories] = [Array.from(store.passing()), store.facet("category")];
    found.push(
      store.count(),
      categories,
      passing.reduce((sum, state, row) => (sum * 31 + state * row) % 1e9, 7),
    );
  }
  return found;
}

it("makes the tables of a moving window in as many steps as there are parts of rows, with the same answers", () => {
  const plain = rows();
  plain.facet("category");
  const prepared = rows();
  prepared.facet("category");
  let pauses = 0;
  for (const _ of prepared.prepare()) pauses++;
  // Times, ends, cores, classes, places, absences and two tables: each of them in five parts.
  expect(pauses).toBeGreaterThan((8 * ROWS) / ROWS_A_STEP);
  expect(answers(prepared)).toEqual(answers(plain));
});

it.each([1, 12, 30, 47])(
  "leaves every answer as it was when it is given up after %i steps, and when a filter comes between",
  (count) => {
    const [plain, begun] = [rows(), rows()];
    const steps = begun.prepare();
    for (let i = 0; i < count; i++) steps.next();
    for (const store of [plain, begun]) store.set(HALF);
    const first = answers(plain);
    expect(answers(begun)).toEqual(first);
    for (const store of [plain, begun]) store.clear();
    finishSteps(steps);
    expect(answers(begun)).toEqual(answers(plain));
  },
);
