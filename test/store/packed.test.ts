import { type Incident, WhenWhereError } from "@whenwhere/model";
import { createStore, packStore, type Store } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullRuns } from "../full-runs.ts";
import { columnsOf, numbersByName, rowsArbitrary } from "./column-fixture.ts";

const seed = 20_220_202;

function readable(store: Store): unknown {
  const { columns } = store;
  return {
    columns: numbersByName(columns),
    categories: store.categories,
    timeOrder: store.timeOrder,
    ids: Array.from({ length: columns.length }, (_, row) => store.id(row)),
    counts: store.count(),
    facets: ["category", "status", "precision", "span"].map((field) => store.facet(field)),
  };
}

function refusal(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return null;
}

const records: readonly Incident[] = [
  {
    id: "é",
    title: "A",
    category: "attack",
    status: "alleged",
    when: { edtf: "2021-08/..", span: "series", count: 7 },
  },
  { id: "b", title: "B", when: { edtf: "2022-02-02", span: "throughout" }, where: { lon: 54.37, lat: 24.45 } },
  {
    id: "c",
    title: "C",
    when: { edtf: "2022-01-01/2022-03", span: "throughout" },
    where: { precision: "province", name: "X" },
  },
  { id: "d", title: "D", when: { edtf: "Y170000002" } },
];

describe("a packed store", () => {
  it("comes back with every number as it was, for any columns", () => {
    fc.assert(
      fc.property(rowsArbitrary, fc.boolean(), (rows, isFine) => {
        const columns = columnsOf(rows);
        // A third of a degree is no whole number of 1e-7 degrees.
        const lon = isFine ? columns.lon?.map((degree) => degree / 3) : columns.lon;
        const store = createStore({ columns: { ...columns, ...(lon === undefined ? {} : { lon }) } });
        expect(readable(createStore({ packed: packStore(store) }))).toEqual(readable(store));
      }),
      { seed, numRuns: fullRuns(2_000) },
    );
  });

  it("keeps ids, categories, counts and cores of records", () => {
    const store = createStore(records);
    const packed = createStore({ packed: structuredClone(packStore(store)) });
    expect(readable(packed)).toEqual(readable(store));
    expect(packed.rowOf("é")).toBe(0);
    expect(packed.columns.count.at(0)).toBe(7);
  });

  it("takes 26 bytes a row for days and towns, and at most 38 for any times beside coordinates of seven decimals", () => {
    const rows = 10_000;
    const days = Float64Array.from({ length: rows }, (_, row) => Date.UTC(2022, 0, 1 + (row % 100)));
    const columns = {
      startMs: days,
      endMs: days.map((ms) => ms + 86_400_000),
      lon: days.map((_, row) => ((row % 3_600) - 1_800) / 10),
      lat: days.map((_, row) => ((row % 1_800) - 900) / 10),
    };
    const sizeOf = (more: object) => packStore(createStore({ columns: { ...columns, ...more } })).byteLength / rows;
    expect(sizeOf({})).toBeLessThan(26.5);
    const cores = { coreStartMs: days.map((ms) => ms + 3_600_000), coreEndMs: days.map((ms) => ms + 7_200_000) };
    expect(sizeOf(cores)).toBeLessThan(38);
  });

  it("refuses what is no such buffer, and says why", () => {
    const buffer = packStore(createStore(records));
    const cut = refusal(() => createStore({ packed: buffer.slice(0, -1) }));
    expect(cut).toBeInstanceOf(WhenWhereError);
    expect(String(cut)).toContain("counts ask for");
    expect(String(refusal(() => createStore({ packed: new ArrayBuffer(64) })))).toContain("does not begin");
    expect(String(refusal(() => createStore({ packed: new ArrayBuffer(4) })))).toContain("header");
    const old = buffer.slice(0);
    new Uint32Array(old)[1] = 9;
    expect(String(refusal(() => createStore({ packed: old })))).toContain("version");
    expect((refusal(() => createStore({ packed: {} as ArrayBuffer })) as WhenWhereError).code).toBe("store/packed");
  });

  it("gives a store or a refusal, never anything else, for a buffer with damaged bytes", () => {
    const whole = packStore(createStore(records));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.byteLength - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        (hits) => {
          const bytes = new Uint8Array(whole.slice(0));
          for (const [at, byte] of hits) bytes[at] = byte;
          const error = refusal(() => createStore({ packed: bytes.buffer }).count());
          if (error !== null) expect((error as WhenWhereError).code).toBe("store/packed");
        },
      ),
      { seed, numRuns: fullRuns(2_000) },
    );
  });
});
