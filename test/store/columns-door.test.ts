import { loadColumns, WhenWhereError } from "@whenwhere/model";
import { createStore, DATE_BITS, numbersOf } from "@whenwhere/store";
import { describe, expect, it } from "vitest";

const day = (text: string): number => Date.parse(text);

function thrown(call: () => unknown): WhenWhereError {
  try {
    call();
  } catch (error) {
    if (error instanceof WhenWhereError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("the columns door", () => {
  it("names the columns, their lengths and the remedy when the lengths differ", () => {
    const columns = { startMs: new Float64Array(3), lon: new Float64Array(2), lat: new Float64Array(3), ids: ["a"] };
    const error = thrown(() => createStore({ columns }));
    expect(error.code).toBe("store/columns-length");
    expect(error.message).toContain("startMs has 3 rows, lon has 2, ids has 1");
    expect(error.hint).toContain("NaN");
  });

  it("refuses a start column that is no Float64Array", () => {
    const columns = { startMs: [1, 2] } as unknown as { startMs: Float64Array };
    expect(thrown(() => createStore({ columns })).code).toBe("store/columns-shape");
  });

  it("refuses a longitude without a latitude, and a code without a name", () => {
    const startMs = new Float64Array(1);
    expect(thrown(() => createStore({ columns: { startMs, lon: new Float64Array(1) } })).message).toContain("lat");
    const category = { codes: new Uint8Array([3]), values: ["a"] };
    expect(thrown(() => createStore({ columns: { startMs, category } })).message).toContain("holds 3");
  });

  it("takes what loadColumns gives as it is, with the records behind the columns", async () => {
    const csv = "id,title,date,lat,lon\nx1,First,2022-02-02,1,2\nx2,Second,2022-03,3,4\n";
    const store = createStore(await loadColumns(new TextEncoder().encode(csv)));
    expect(store.id(1)).toBe("x2");
    expect(store.incident(1)).toMatchObject({ title: "Second", when: { edtf: "2022-03" } });
  });

  it("refuses a category that is a list of names", () => {
    const columns = {
      startMs: new Float64Array(2),
      category: ["a", "b"] as unknown as { codes: Uint8Array; values: [] },
    };
    expect(thrown(() => createStore({ columns })).message).toContain("startMs has 2 rows, category.codes has 0");
  });

  it("refuses what is neither records nor columns, and says what would do", () => {
    const error = thrown(() => createStore("incidents.json" as unknown as []));
    expect(error.code).toBe("store/input");
    expect(error.hint).toContain("columns");
  });

  it("takes a start alone as an exact instant, and NaN on both sides as undated", () => {
    const store = createStore({ columns: { startMs: Float64Array.of(day("2022-02-02"), Number.NaN) } });
    expect(store.columns.outerEndMs.at(0)).toBe(day("2022-02-02") + 1);
    expect(store.columns.coreStartMs.at(0)).toBe(day("2022-02-02"));
    expect(store.count()).toEqual({ shown: 2, total: 2, certain: 2, possible: 0, undated: 1, unplaced: 2 });
  });

  it.each([[[2, 1, 0]], [[0, 2, 1]], [[2, 0, 1]], [[1, 2, 0]], [[2, 2, 0]], [[2, 1, 3]]])(
    "believes the order %j only where each row comes once, by start and the undated last",
    (order) => {
      const columns = { startMs: Float64Array.of(Number.NaN, 5, 3), timeOrder: Uint32Array.from(order) };
      expect([...createStore({ columns }).timeOrder]).toEqual([2, 1, 0]);
    },
  );

  it("keeps a row with one known side as unbounded on the other", () => {
    const startMs = Float64Array.of(5, Number.NaN);
    const store = createStore({ columns: { startMs, endMs: Float64Array.of(Number.NaN, 9) } });
    expect(Array.from(numbersOf(store.columns.outerStartMs))).toEqual([5, Number.NEGATIVE_INFINITY]);
    expect(Array.from(numbersOf(store.columns.outerEndMs))).toEqual([Number.POSITIVE_INFINITY, 9]);
    expect(Array.from(numbersOf(store.columns.dateBits))).toEqual([DATE_BITS.unknownEnd, DATE_BITS.unknownStart]);
  });

  it("keeps a row that ends before it starts as the span over both, marked uncertain", () => {
    const store = createStore({ columns: { startMs: Float64Array.of(9), endMs: Float64Array.of(5) } });
    expect(store.columns.outerStartMs.at(0)).toBe(5);
    expect(store.columns.outerEndMs.at(0)).toBe(10);
    expect(store.columns.dateBits.at(0)).toBe(DATE_BITS.uncertain);
  });

  it("gives back a record for a row: days as days, unknown places without coordinates", () => {
    const store = createStore({
      columns: {
        startMs: Float64Array.of(day("2022-02-02"), Number.NaN),
        endMs: Float64Array.of(day("2022-02-05"), Number.NaN),
        lon: Float64Array.of(54.37, Number.NaN),
        lat: Float64Array.of(24.45, 10),
        category: { codes: Uint8Array.of(0, 0), values: ["attack"] },
        ids: ["x", "y"],
      },
    });
    expect(store.incident(0)).toMatchObject({
      id: "x",
      category: "attack",
      when: { edtf: "2022-02-02/2022-02-04" },
      where: { lon: 54.37, lat: 24.45, precision: "exact" },
    });
    expect(store.incident(1)).toEqual({ id: "y", title: "attack y", category: "attack", status: "happened" });
    expect(store.rowOf("y")).toBe(1);
    expect(store.rowOf("z")).toBe(-1);
  });
});
