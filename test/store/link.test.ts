import { type Clause, createStore, decodeState, encodeState, INITIAL_STATE, type StoreState } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullRuns } from "../full-runs.ts";

const seed = 20_220_203;
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const ms = fc.oneof(
  fc.integer({ min: -63_549_360_000, max: 253_402_300_799 }).map((seconds) => seconds * 1_000),
  fc.integer({ min: -20_000, max: 20_000 }).map((days) => days * 86_400_000),
  number,
  fc.constantFrom(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 5.36e18, Date.UTC(2022, 1, 2, 3, 4, 5, 6)),
);
const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("", "~", ",", "a,b", "&x=1", "@", "#", "%", "__proto__", "ไทย"),
);
const name = text.filter((value) => value !== "");
const point = fc.tuple(number, number);

function clauseOf(source: string): fc.Arbitrary<Clause> {
  const base = { source: fc.constant(source) };
  return fc.oneof(
    fc.record({ ...base, kind: fc.constant("window" as const), startMs: ms, endMs: ms }),
    fc.record({ ...base, kind: fc.constant("window" as const), startMs: ms, endMs: ms, fade: fc.constant(true) }),
    fc.record({
      ...base,
      kind: fc.constant("values" as const),
      field: fc.oneof(name, fc.constant("category")),
      values: fc.array(text),
    }),
    fc.record({
      ...base,
      kind: fc.constant("bbox" as const),
      west: number,
      south: number,
      east: number,
      north: number,
    }),
    fc.record({ ...base, kind: fc.constant("lasso" as const), ring: fc.array(point) }),
    fc.record({ ...base, kind: fc.constant("range" as const), field: name, low: ms, high: ms }),
    fc.record({ ...base, kind: fc.constant("text" as const), text }),
  );
}

const clauses = fc
  .uniqueArray(fc.oneof(name, fc.constantFrom("window", "category", "bbox", "text")), { maxLength: 5 })
  .chain((sources) => fc.tuple(...sources.map(clauseOf)))
  .map((list) => Object.fromEntries(list.map((clause) => [clause.source, clause])));

const state: fc.Arbitrary<StoreState> = fc.record({
  clauses,
  view: fc.option(
    fc
      .tuple(ms, ms)
      .filter(([a, b]) => a < b)
      .map(([startMs, endMs]) => ({ startMs, endMs })),
  ),
  selectedId: fc.option(text),
  hoveredId: fc.constant(null),
  camera: fc.option(
    fc.record({
      lon: fc.double({ min: -180, max: 180, noNaN: true }).map((value) => value + 0),
      lat: fc.double({ min: -90, max: 90, noNaN: true }).map((value) => value + 0),
      zoom: fc.double({ min: 0, max: 24, noNaN: true }),
    }),
  ),
});

describe("a link", () => {
  it("remembers that a window trails, as a player draws it", () => {
    const store = createStore([]);
    const trail = { startMs: Date.UTC(2021, 11, 1), endMs: Date.UTC(2022, 1, 15), fade: true };
    store.set({ source: "player", kind: "window", ...trail });
    expect(encodeState(store.state)).toBe("v=1&w@player=2021-12-01/2022-02-15/fade");
    expect(decodeState(encodeState(store.state)).state.clauses.player).toEqual(store.state.clauses.player);
  });

  it("reads like a sentence", () => {
    const store = createStore([]);
    store.set({ source: "window", kind: "window", startMs: Date.UTC(2021, 11, 1), endMs: Date.UTC(2022, 1, 15) });
    store.set({ source: "category", kind: "values", field: "category", values: ["attack", "strike"] });
    store.set({ source: "list", kind: "text", text: "Abu Dhabi" });
    store.select("ae-1");
    store.setCamera({ lon: 54.37, lat: 24.45, zoom: 6 });
    expect(encodeState(store.state)).toBe(
      "v=1&w=2021-12-01/2022-02-15&category=attack,strike&q@list=Abu%20Dhabi&sel=ae-1&cam=54.37,24.45,6",
    );
    expect(encodeState(INITIAL_STATE)).toBe("");
  });

  it("gives back every state, whatever the texts and numbers in it", () => {
    fc.assert(
      fc.property(state, (before) => {
        const fragment = encodeState(before);
        expect(fragment).toMatch(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/?%]*$/);
        const { state: after, issues } = decodeState(`#${fragment}`);
        expect(issues).toEqual([]);
        expect(after).toEqual(before);
      }),
      { seed, numRuns: fullRuns(500) },
    );
  });

  it("writes times of day and half-open sides plainly", () => {
    const view = { startMs: Date.UTC(2022, 0, 2, 10, 30), endMs: Number.POSITIVE_INFINITY };
    expect(encodeState({ ...INITIAL_STATE, view })).toBe("v=1&view=2022-01-02T10:30Z/..");
    expect(decodeState("view=../2022-01-02").state.view).toEqual({
      startMs: Number.NEGATIVE_INFINITY,
      endMs: Date.UTC(2022, 0, 2),
    });
  });

  it.each([
    ["w=2021-02-30/2022-01-01", "url/pair"],
    ["w=2022-01-01", "url/pair"],
    ["w=NaN/NaN", "url/pair"],
    ["w=t0x10/..", "url/pair"],
    ["view=2022-01-02/2022-01-01", "url/pair"],
    ["cam=1,2", "url/pair"],
    ["cam=1,2,Infinity", "url/pair"],
    ["cam=1,91,3", "url/pair"],
    ["box=1,2,3,x", "url/pair"],
    ["lasso=1,2;3", "url/pair"],
    ["sel=%E0%A4%A", "url/pair"],
    ["category=%", "url/pair"],
    ["category@=a", "url/pair"],
    ["utm_source=mail", "url/pair"],
    ["__proto__=polluted", "url/pair"],
    ["javascript:alert(1)", "url/pair"],
    ["r:=1/2", "url/pair"],
    ["v=99&w=2022-01-01/..", "url/version"],
  ])("leaves out %s and says so", (fragment, code) => {
    const { state: after, issues } = decodeState(fragment);
    expect(after).toEqual(INITIAL_STATE);
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(issues[0]?.hint).not.toBe("");
  });

  it("keeps the good parts beside bad ones, and the first of two that speak of the same", () => {
    const { state: after, issues } = decodeState("w=x/y&sel=a&sel=b&q=one&q@text=two&cam=1,2,3");
    expect(after.selectedId).toBe("a");
    expect(after.clauses).toEqual({ text: { source: "text", kind: "text", text: "one" } });
    expect(after.camera).toEqual({ lon: 1, lat: 2, zoom: 3 });
    expect(issues.map((issue) => issue.code)).toEqual(["url/pair", "url/repeated", "url/repeated"]);
  });

  it("never throws, pollutes nothing, and gives a state that a store can take, for any text", () => {
    const key = fc.constantFrom(
      "w",
      "q",
      "box",
      "lasso",
      "cam",
      "view",
      "sel",
      "v",
      "category",
      "f:__proto__",
      "q@__proto__",
      "r:killed",
      "tag@x",
    );
    const pairs = fc.array(
      fc.tuple(fc.oneof(key, fc.string()), fc.string({ unit: "binary" })).map((pair) => pair.join("=")),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pairs.map((list) => list.join("&")),
        ),
        (fragment) => {
          const { state: after } = decodeState(fragment);
          const store = createStore([]);
          store.restore(after);
          expect(store.count().total).toBe(0);
          expect(Object.getPrototypeOf(after.clauses)).toBe(Object.prototype);
        },
      ),
      { seed, numRuns: fullRuns(500) },
    );
    expect(decodeState("q=a".padEnd(200_000, "a")).issues[0]?.code).toBe("url/length");
  });
});
