import type { Incident } from "@whenwhere/model";
import { createStore, type Store } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { expectEqual } from "../expect-equal.ts";
import { numbersByName } from "./column-fixture.ts";

const incidentArbitrary: fc.Arbitrary<Incident> = fc
  .record({
    id: fc.constantFrom("a", "b", "c", "d", "e", "f", "g"),
    category: fc.constantFrom("attack", "raid", "drill", ""),
    edtf: fc.constantFrom(
      "2022-02-02",
      "2021-08/..",
      "2022-02?",
      "-0044-03-15",
      "Y170000002",
      "no date",
      "2022-02-01/2022-02-05",
    ),
    lon: fc.constantFrom(-180, 13, 54.37, 179.9),
    actor: fc.constantFrom("A", "B"),
  })
  .map(({ id, category, edtf, lon, actor }) => ({
    id,
    title: `${category} ${id}`,
    ...(category === "" ? {} : { category }),
    when: { edtf },
    where: { lon, lat: 12, precision: "settlement" as const },
    actors: [{ name: actor, role: "claimant" as const }],
  }));

const listArbitrary = fc.uniqueArray(incidentArbitrary, { maxLength: 7, selector: ({ id }) => id });

type Change =
  | { readonly kind: "append" | "upsert"; readonly incidents: readonly Incident[] }
  | { readonly kind: "remove"; readonly ids: readonly string[] };

const changeArbitrary: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constantFrom("append" as const, "upsert" as const), incidents: listArbitrary }),
  fc.record({ kind: fc.constant("remove" as const), ids: fc.subarray(["a", "b", "c", "d", "z"]) }),
);

/** The slow twin: the same change to a plain list. */
function changed(records: readonly Incident[], change: Change): readonly Incident[] {
  if (change.kind === "remove") return records.filter(({ id }) => !change.ids.includes(id));
  if (change.kind === "append") return [...records, ...change.incidents];
  const next = [...records];
  for (const incident of change.incidents) {
    const row = records.findIndex(({ id }) => id === incident.id);
    if (row >= 0) next[row] = incident;
    else next.push(incident);
  }
  return next;
}

function answers(store: Store): unknown {
  const { columns } = store;
  return {
    columns: numbersByName(columns),
    categories: store.categories,
    timeOrder: store.timeOrder,
    extentMs: store.extentMs,
    ids: Array.from({ length: columns.length }, (_, row) => [store.id(row), store.incident(row)]),
    rows: ["a", "b", "c", "d", "e", "f", "g"].map((id) => store.rowOf(id)),
    passing: [...store.passing()],
    counts: store.count(),
    facets: ["category", "actor", "status"].map((field) => store.facet(field)),
    cells: store.cells({ zoom: 3 }),
  };
}

describe("a store that takes records as they come", () => {
  it("answers after any series of changes as a new store of the same records does", () => {
    fc.assert(
      fc.property(listArbitrary, fc.array(changeArbitrary, { maxLength: 6 }), (first, changes) => {
        const store = createStore(first);
        const clause = {
          source: "w",
          kind: "window" as const,
          startMs: Date.UTC(2022, 1, 1),
          endMs: Date.UTC(2022, 1, 3),
        };
        store.set(clause);
        let records: readonly Incident[] = first;
        for (const change of changes) {
          if (change.kind === "remove") store.remove(change.ids);
          else store[change.kind](change.incidents);
          records = changed(records, change);
          const twin = createStore(records);
          // Of equal ids the later one has got another, in both.
          records = records.map((_, row) => twin.incident(row));
          twin.set(clause);
          expectEqual(answers(store), answers(twin));
        }
      }),
      { seed: 20_220_202, numRuns: 500 },
    );
  });

  it("announces data once, keeps what still fits and forgets the selection of a removed record", () => {
    const record = (id: string): Incident => ({ id, title: id, when: { edtf: "2022-02-02" } });
    const store = createStore({ incidents: [record("a"), record("b")], sources: { s1: { title: "One" } } });
    const heard = vi.fn();
    store.on("data", heard);
    store.select("b");
    store.append([record("c")], { s2: { title: "Two" } });
    expect(store.state.selectedId).toBe("b");
    expect(Object.keys(store.sources)).toEqual(["s1", "s2"]);
    store.remove(["b"]);
    expect([store.state.selectedId, store.columns.length, store.rowOf("c")]).toEqual([null, 2, 1]);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it("refuses to add records to a store of columns, and says what would do", () => {
    const store = createStore({ columns: { startMs: Float64Array.of(1) } });
    expect(() => store.append([])).toThrow(/typed columns/);
    expect(() => store.remove(["0"])).toThrow(/typed columns/);
  });
});
