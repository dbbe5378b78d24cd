import { type Figure, headlines, type Incident } from "@whenwhere/model";
import { CERTAIN, createStore, type FigureSum, POSSIBLE } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullRuns } from "../full-runs.ts";

const RULES = ["first-source", "lowest", "highest", "median"] as const;
const killed = (figure: Partial<Figure>): Figure => ({ measure: "killed", ...figure });

function incident(id: string, edtf: string | null, figures: readonly Figure[]): Incident {
  return { id, title: id, status: "happened", ...(edtf === null ? {} : { when: { edtf } }), figures: [...figures] };
}

/** The slow twin: sums of what each shown record says, by the words of the documentation. */
function slowSum(records: readonly Incident[], rule: (typeof RULES)[number]): FigureSum {
  const sum = { rows: 0, unknown: 0, openEnded: 0, value: 0, low: 0, high: 0 };
  for (const { figures } of records) {
    const own = (figures ?? []).filter((one) => one.measure === "killed" && (one.best ?? one.low) !== undefined);
    if (own.length === 0) {
      sum.unknown++;
      continue;
    }
    const [found] = headlines(figures, rule).filter((one) => one.measure === "killed");
    const isOpen = own.some(({ kind, high }) => kind === "lowest-reported" && high === undefined);
    const lows = own.map(({ low, best }) => (low ?? best) as number);
    const highs = own.map(({ low, best, high }) => (high ?? best ?? low) as number);
    sum.rows++;
    sum.openEnded += Number(isOpen);
    sum.low += Math.min(...lows);
    const value = found?.value ?? Math.min(...lows);
    sum.value += value;
    sum.high += isOpen ? Math.max(Math.min(...lows), value) : Math.max(...highs);
  }
  return sum;
}

const figure: fc.Arbitrary<Figure> = fc.oneof(
  fc.nat(90).map((best) => killed({ best })),
  fc.tuple(fc.nat(50), fc.nat(20)).map(([low, more]) => killed({ low, high: low + more, kind: "range" })),
  fc.nat(50).map((low) => killed({ low, kind: "lowest-reported" })),
  fc.constant(killed({ kind: "unknown" })),
  fc.nat(9).map((best) => ({ measure: "injured", best })),
);

describe("totals of figures", () => {
  it("are the sums of what the shown records say, under any window and any rule", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2022-02-${String(n).padStart(2, "0")}`);
    const date = fc.oneof(day, fc.constant("2022-02"), fc.constant("2022-02-05/2022-02-20"), fc.constant(null));
    const records = fc.array(fc.tuple(date, fc.array(figure, { maxLength: 3 })), { maxLength: 30 });
    const window = fc.tuple(fc.integer({ min: 0, max: 28 }), fc.integer({ min: 0, max: 28 }));
    fc.assert(
      fc.property(records, window, fc.constantFrom(...RULES), (rows, [from, to], rule) => {
        const incidents = rows.map(([edtf, figures], i) => incident(`r${i}`, edtf, figures));
        const store = createStore(incidents);
        const startMs = Date.UTC(2022, 1, 1 + from);
        store.set({ source: "window", kind: "window", startMs, endMs: Date.UTC(2022, 1, 1 + to) });
        const standing = store.passing().slice();
        const total = store.total("killed", { rule });
        const those = (state: number) => incidents.filter((_, row) => standing[row] === state);
        expect(total).toEqual({
          measure: "killed",
          rule,
          certain: slowSum(those(CERTAIN), rule),
          possible: slowSum(those(POSSIBLE), rule),
        });
        const { certain, possible } = store.count();
        expect(total.certain.rows + total.certain.unknown).toBe(certain);
        expect(total.possible.rows + total.possible.unknown).toBe(possible);
        expect(store.total("killed", { rule, except: "window" }).possible.rows).toBe(0);
      }),
      { numRuns: fullRuns(2_000), seed: 41 },
    );
  });

  it("keep unknown apart from zero", () => {
    const store = createStore([
      incident("none", "2022-02-01", [killed({ best: 0 })]),
      incident("nobody-says", "2022-02-01", [killed({ kind: "unknown" })]),
      incident("at-least", "2022-02-01", [killed({ low: 12, kind: "lowest-reported" })]),
      incident("rivals", "2022-02-01", [killed({ best: 25 }), killed({ best: 29 })]),
    ]);
    expect(store.total("killed").certain).toEqual({ rows: 3, unknown: 1, openEnded: 1, value: 37, low: 37, high: 41 });
    expect(store.total("killed", { rule: "highest" }).certain.value).toBe(41);
    expect(store.total("homes-destroyed").certain).toMatchObject({ rows: 0, unknown: 4, value: 0 });
  });

  it("come from figure columns as from records", () => {
    const startMs = Float64Array.of(Date.UTC(2022, 1, 1), Date.UTC(2022, 1, 2), Date.UTC(2022, 1, 3));
    const best = Float32Array.of(3, Number.NaN, 5);
    const figures = {
      killed: {
        low: Float32Array.of(2, Number.NaN, 5),
        best,
        high: Float32Array.of(Number.POSITIVE_INFINITY, Number.NaN, 9),
      },
    };
    const store = createStore({ columns: { startMs, figures } });
    expect(store.total("killed").certain).toEqual({ rows: 2, unknown: 1, openEnded: 1, value: 8, low: 7, high: 12 });
    expect(store.total("killed", { rule: "lowest" }).certain.value).toBe(7);
    expect(store.total("killed", { rule: "highest" }).certain.value).toBe(12);
  });

  it("take the least number of a range of which nobody names a best one", () => {
    const [low, best, high] = [Float32Array.of(4), Float32Array.of(Number.NaN), Float32Array.of(9)];
    const store = createStore({ columns: { startMs: Float64Array.of(0), figures: { killed: { low, best, high } } } });
    expect(store.total("killed").certain).toMatchObject({ value: 4, low: 4, high: 9 });
  });

  it("refuse a rule that there is not", () => {
    const store = createStore([]);
    expect(() => store.total("killed", { rule: "loudest" as "lowest" })).toThrow(/no rule "loudest"/);
  });
});
