import type { Incident } from "@whenwhere/model";
import { createStore, type KeepRule, numbersOf } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { fullRuns } from "../full-runs.ts";
import { numbersByName } from "./column-fixture.ts";

const dayMs = 86_400_000;
const first = Date.UTC(2022, 0, 1);

/** Days, spans, open ends, plans far ahead, and records without a date. */
const recordArbitrary = fc.record({
  edtf: fc.option(
    fc.oneof(
      fc.integer({ min: 1, max: 28 }).map((day) => `2022-01-${String(day).padStart(2, "0")}`),
      fc.constantFrom("2022-01", "2021-12-01/2022-01-09", "2021-12/.."),
    ),
    { nil: undefined },
  ),
  status: fc.constantFrom("happened" as const, "planned" as const),
});

const keepArbitrary: fc.Arbitrary<KeepRule> = fc
  .record({
    rows: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
    spanMs: fc.option(fc.constantFrom(1, dayMs, 7 * dayMs), { nil: undefined }),
    nowMs: fc.option(fc.constantFrom(first, first + 10 * dayMs), { nil: undefined }),
  })
  .filter(({ rows, spanMs }) => rows !== undefined || spanMs !== undefined)
  .map(({ rows, spanMs, nowMs }) => ({
    ...(rows === undefined ? {} : { rows }),
    ...(spanMs === undefined ? {} : { spanMs }),
    ...(nowMs === undefined ? {} : { now: () => nowMs }),
  }));

/** The slow twin: the rule in its own words, over a store of all that is there. */
function kept(incidents: readonly Incident[], { rows, spanMs, now }: KeepRule): readonly Incident[] {
  const { columns, statusOf } = bound(createStore(incidents));
  const starts = Array.from(numbersOf(columns.outerStartMs)).filter(
    (ms, row) => Number.isFinite(ms) && statusOf(row) === "happened",
  );
  const endMs = now?.() ?? Math.max(...starts);
  const recent = incidents.filter((_, row) => {
    if (spanMs === undefined || Number.isNaN(columns.outerStartMs.at(row))) return true;
    return columns.outerEndMs.at(row) > endMs - spanMs;
  });
  return rows === undefined ? recent : recent.slice(-rows);
}

const bound = (store: ReturnType<typeof createStore>) => ({
  columns: store.columns,
  statusOf: (row: number) => store.statusOf(row),
});

describe("a store with a rolling window", () => {
  it("holds after any series of appends what its rule says, and counts what it dropped", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(recordArbitrary, { maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        keepArbitrary,
        (batches, keep) => {
          let lastId = 0;
          const named = batches.map((batch) =>
            batch.map(({ edtf, status }): Incident => {
              const id = `r${++lastId}`;
              return { id, title: id, status, ...(edtf === undefined ? {} : { when: { edtf } }) };
            }),
          );
          const [start = [], ...later] = named;
          const store = createStore(start, { keep });
          let expected = kept(start, keep);
          let came = start.length;
          for (const batch of later) {
            store.append(batch);
            expected = kept([...expected, ...batch], keep);
            came += batch.length;
          }
          const twin = createStore(expected);
          expect(Array.from({ length: store.columns.length }, (_, row) => store.id(row))).toEqual(
            expected.map(({ id }) => id),
          );
          expect(store.dropped + store.columns.length).toBe(came);
          expect(numbersByName(store.columns)).toEqual(numbersByName(twin.columns));
          expect([store.count(), store.timeOrder, store.extentMs]).toEqual([
            twin.count(),
            twin.timeOrder,
            twin.extentMs,
          ]);
        },
      ),
      { seed: 20_220_202, numRuns: fullRuns(1_000) },
    );
  });

  it("announces one change, lets go of a selection that rolled out, and keeps filters", () => {
    const record = (day: number): Incident => ({
      id: `d${day}`,
      title: `Day ${day}`,
      category: day % 2 === 0 ? "even" : "odd",
      when: { edtf: `2022-01-0${day}` },
    });
    const store = createStore([record(1), record(2), record(3)], { keep: { spanMs: 3 * dayMs } });
    const heard = vi.fn();
    store.on("data", heard);
    store.select("d1");
    store.set({ source: "c", kind: "values", field: "category", values: ["odd"] });
    store.append([record(5)]);
    expect([store.dropped, store.columns.length, store.state.selectedId]).toEqual([1, 3, null]);
    expect([store.count().shown, heard.mock.calls.length]).toEqual([2, 1]);
    store.upsert([{ ...record(9), id: "d2" }]);
    expect(Array.from({ length: store.columns.length }, (_, row) => store.id(row))).toEqual(["d2"]);
    expect(store.dropped).toBe(3);
  });

  it("refuses rules that say nothing", () => {
    for (const keep of [{}, { rows: 0 }, { rows: 1.5 }, { spanMs: 0 }, { spanMs: Number.NaN }]) {
      expect(() => createStore([], { keep })).toThrow(/cannot keep/);
    }
  });
});
