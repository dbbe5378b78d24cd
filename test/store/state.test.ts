import { type Action, type Clause, createStore, INITIAL_STATE, reduce, type StoreEvents } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const seed = 20_220_204;
const window: Clause = { source: "window", kind: "window", startMs: 0, endMs: 10 };

const id = fc.option(fc.constantFrom("a", "b"));
const clause: fc.Arbitrary<Clause> = fc.oneof(
  fc.record({
    source: fc.constantFrom("window", "x", "__proto__"),
    kind: fc.constant("window" as const),
    startMs: fc.nat(2),
    endMs: fc.nat(2),
  }),
  fc.record({
    source: fc.constant("x"),
    kind: fc.constant("values" as const),
    field: fc.constant("tag"),
    values: fc.subarray(["p", "q"]),
  }),
);
const camera = fc.option(fc.record({ lon: fc.nat(2), lat: fc.nat(2), zoom: fc.constant(1) }));
const view = fc.option(fc.record({ startMs: fc.nat(1), endMs: fc.constant(5) }));
const action: fc.Arbitrary<Action> = fc.oneof(
  clause.map((value): Action => ({ type: "set", clause: value })),
  fc.constantFrom<Action>({ type: "clear" }, { type: "clear", source: "x" }, { type: "restore", state: {} }),
  id.map((value): Action => ({ type: "select", id: value })),
  id.map((value): Action => ({ type: "hover", id: value })),
  view.map((value): Action => ({ type: "setView", view: value })),
  camera.map((value): Action => ({ type: "setCamera", camera: value })),
);

function isFrozen(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isFrozen);
}

describe("the reducer", () => {
  it("is pure: it freezes its result, leaves the old state alone, and repeats itself exactly", () => {
    fc.assert(
      fc.property(fc.array(action), (actions) => {
        let state = INITIAL_STATE;
        for (const one of actions) {
          const before = JSON.stringify(state);
          const next = reduce(state, one);
          expect(JSON.stringify(state)).toBe(before);
          expect(isFrozen(next)).toBe(true);
          expect(reduce(state, one)).toEqual(next);
          expect(reduce(next, one)).toBe(next);
          state = next;
        }
      }),
      { seed, numRuns: 200 },
    );
  });

  it("does not freeze or keep what the caller passes in", () => {
    const values = ["a"];
    const given = { source: "tag", kind: "values" as const, field: "tag", values };
    const state = reduce(INITIAL_STATE, { type: "set", clause: given });
    values.push("b");
    given.field = "other";
    expect(state.clauses.tag).toEqual({ source: "tag", kind: "values", field: "tag", values: ["a"] });
  });
});

describe("the events of a store", () => {
  const events: readonly (keyof StoreEvents)[] = ["filter", "selection", "hover", "view", "camera", "data"];

  function heard(): { store: ReturnType<typeof createStore>; log: string[] } {
    const store = createStore([{ id: "a", title: "A" }]);
    const log: string[] = [];
    for (const event of events) store.on(event, () => log.push(event));
    return { store, log };
  }

  it("come only when something changes, with the state before", () => {
    const { store, log } = heard();
    store.set(window);
    store.set({ ...window });
    store.select("a");
    store.select("a");
    store.hover(null);
    store.setCamera({ lon: 1, lat: 2, zoom: 3 });
    store.setCamera({ lon: 1, lat: 2, zoom: 3 });
    store.clear("nothing");
    expect(log).toEqual(["filter", "selection", "camera"]);
    let previous: unknown;
    store.on("view", (state, before) => {
      previous = before.view;
      expect(state.view).toEqual({ startMs: 1, endMs: 2 });
    });
    store.setView({ startMs: 1, endMs: 2 });
    expect(previous).toBeNull();
  });

  it("tell every part of a restored state once, and leave unfit clauses out", () => {
    const { store, log } = heard();
    const unknownTag: Clause = { source: "tag", kind: "values", field: "tag", values: ["gone"] };
    const figures: Clause = { source: "killed", kind: "range", field: "killed", low: 1, high: 2 };
    const wrong = { source: "w", kind: "window", startMs: Number.NaN, endMs: 1 } as const;
    const left = store.restore({ clauses: { window, tag: unknownTag, killed: figures, w: wrong }, selectedId: "a" });
    expect(left).toEqual([unknownTag, figures, wrong]);
    expect(store.state.clauses).toEqual({ window });
    expect(log).toEqual(["filter", "selection"]);
  });

  it("keep selection and clauses that still fit when the records are replaced", () => {
    const { store, log } = heard();
    store.set(window);
    store.select("a");
    log.length = 0;
    store.replace([
      { id: "b", title: "B" },
      { id: "a", title: "A" },
    ]);
    expect(store.state.selectedId).toBe("a");
    expect(log).toEqual(["data"]);
    expect(store.count()).toMatchObject({ total: 2, possible: 2 });
    store.replace([{ id: "b", title: "B" }]);
    expect(store.state).toMatchObject({ selectedId: null, clauses: { window } });
    expect(log).toEqual(["data", "data", "selection"]);
  });

  it("reach every listener when one throws, and stop after their undo and after destroy", () => {
    const store = createStore([]);
    const log: string[] = [];
    store.on("filter", () => {
      throw new Error("first");
    });
    const undo = store.on("filter", () => log.push("second"));
    expect(() => store.set(window)).toThrow("first");
    expect(log).toEqual(["second"]);
    expect(store.state.clauses).toEqual({ window });
    undo();
    undo();
    store.destroy();
    store.clear();
    expect(log).toEqual(["second"]);
  });

  it("hand errors of listeners to onError when there is one", () => {
    const errors: unknown[] = [];
    const store = createStore([], { onError: (error) => errors.push(error) });
    const failure = new Error("x");
    store.on("hover", () => {
      throw failure;
    });
    store.hover("a");
    expect(errors).toEqual([failure]);
  });
});

describe("a wrong clause", () => {
  it("is refused with its source and the fault", () => {
    const store = createStore([{ id: "a", title: "A", tags: ["x"] }]);
    expect(() => store.set({ ...window, endMs: Number.NaN })).toThrow(/"window" cannot be used: endMs is NaN/);
    expect(() => store.set({ source: "", kind: "text", text: "" })).toThrow(/source/);
    expect(() => store.set({ source: "s", kind: "sieve" } as unknown as Clause)).toThrow(/no kind of clause/);
    expect(() => store.set({ source: "f", kind: "values", field: "categry", values: ["x"] })).toThrow(
      /category, status/,
    );
    expect(() => store.facet("categry")).toThrow(/categry/);
    expect(store.state.clauses).toEqual({});
  });
});

describe("a clause that cannot be used", () => {
  const store = createStore([]);
  it.each<[Record<string, unknown>, RegExp, RegExp]>([
    [{ source: "a", kind: "window", startMs: Number.NaN, endMs: 1 }, /startMs is NaN/, /`startMs` and `endMs`.*UTC/],
    [{ source: "a", kind: "range", field: "killed", low: "1", high: 2 }, /low is 1/, /`low` and `high`/],
    [{ source: "a", kind: "text", text: 7 }, /`text` is not a text/, /`text` as a string/],
    [{ source: "a", kind: "values", field: "tag", values: "x" }, /`values` is not a list/, /list of texts/],
    [{ source: "a", kind: "lasso", ring: [[1]] }, /`ring` holds/, /\[lon, lat\]/],
    [{ source: "a", kind: "bbox", west: 0 }, /south is undefined/, /`west`, `south`, `east`/],
    [{ source: "a", kind: "search", text: "x" }, /"search" is no kind/, /one of the kinds window, .*text/],
    [{ source: "", kind: "text", text: "x" }, /source is not a name/, /`source` as a name/],
  ])("%j is refused by what is wrong with it, and by what would be right", (wrong, fault, remedy) => {
    const said = { code: "store/clause", message: expect.stringMatching(fault), hint: expect.stringMatching(remedy) };
    expect(() => store.set(wrong as unknown as Clause)).toThrow(expect.objectContaining(said));
  });
});

it("an event that there is not is refused, with those that there are", () => {
  expect(() => createStore([]).on("change" as "filter", () => {})).toThrow(
    'store has no event "change". Its events are filter, selection, hover, view, camera, data.',
  );
});
