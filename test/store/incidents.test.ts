import type { Incident } from "@whenwhere/model";
import { type Clause, createStore, DATE_BITS, ROW_BITS, type Store } from "@whenwhere/store";
import { describe, expect, it } from "vitest";

const incidents: readonly Incident[] = [
  {
    id: "uav",
    title: "UAVs launched at Abu Dhabi",
    category: "attack",
    kind: "drone-strike",
    status: "alleged",
    when: { edtf: "2022-02-02" },
    where: { name: "Abu Dhabi", lon: 54.37, lat: 24.45, precision: "settlement", radiusM: 15_000, country: "AE" },
    from: { name: "Iraqi desert", precision: "region" },
    actors: [{ name: "True Promise Brigades", role: "claimant" }],
    figures: [
      { measure: "drones", best: 3, by: "UAE" },
      { measure: "drones", best: 4, by: "Brigades" },
    ],
    sources: ["s1", "s2"],
    tags: ["uav"],
  },
  {
    id: "raid",
    title: "Raid near Mocímboa da Praia",
    summary: "Houses burnt; São Tomé troops came later.",
    category: "raid",
    when: { edtf: "2017-10-05?", span: "throughout" },
    where: { admin1: "Cabo Delgado", country: "MZ", precision: "province" },
    figures: [{ measure: "killed", low: 2, kind: "lowest-reported" }],
    claims: [
      { id: "c1", field: "when", value: { edtf: "2017-10-06" }, by: "A" },
      { id: "c2", field: "figures.killed", value: 2, by: "A" },
    ],
    sources: ["s1"],
  },
  {
    id: "drill",
    title: "Drill",
    category: "drill",
    when: { edtf: "2021-08/..", span: "series", count: null },
    where: { lon: 0, lat: 0 },
    claims: [
      { id: "c1", field: "where", value: { lon: 87.6, lat: 43.8 }, by: "A" },
      { id: "c2", field: "where", value: { lon: 75.9, lat: 39.4 }, by: "B" },
    ],
  },
  { id: "plan", title: "Plan", when: { edtf: "Attack 7" }, where: { name: "somewhere", precision: "unknown" } },
];

function passing(store: Store, clause: Clause): Record<string, number> {
  store.clear();
  store.set(clause);
  return Object.fromEntries([...store.passing()].map((state, row) => [store.id(row), state]));
}

describe("a store of records", () => {
  const store = createStore({ incidents, sources: { s1: { title: "One" } }, title: "Test" });
  const { columns } = store;

  it("takes a whole collection with its title and sources", () => {
    expect(store.title).toBe("Test");
    expect(store.sources.s1?.title).toBe("One");
    expect(store.categories).toEqual(["attack", "raid", "drill", ""]);
    expect(store.rowOf("drill")).toBe(2);
    expect(store.incident(1)).toBe(incidents[1]);
    expect([store.statusOf(0), store.spanOf(2), store.precisionOf(1), store.precisionOf(2)]).toEqual([
      "alleged",
      "series",
      "province",
      "unknown",
    ]);
  });

  it("keeps a record whose date or place cannot be read, as undated or unplaced", () => {
    store.clear();
    expect(store.count()).toEqual({ shown: 4, total: 4, certain: 4, possible: 0, undated: 1, unplaced: 2 });
    expect([...store.timeOrder]).toEqual([1, 2, 0, 3]);
    expect(columns.count.at(2)).toBe(0);
  });

  it("marks doubt about dates and rival accounts in bits", () => {
    expect(columns.dateBits.at(1) & DATE_BITS.uncertain).toBeTruthy();
    expect(columns.dateBits.at(2) & DATE_BITS.openEnd).toBeTruthy();
    expect(columns.rowBits.at(0)).toBe(ROW_BITS.from | ROW_BITS.disputed);
    expect(columns.rowBits.at(1)).toBe(ROW_BITS.disputed | ROW_BITS.rivalDates);
    expect(columns.rowBits.at(2)).toBe(ROW_BITS.disputed | ROW_BITS.rivalPlaces | ROW_BITS.unplaced);
  });

  it("holds an uncertain date as possible only, even in a window around it", () => {
    const around = { source: "w", kind: "window", startMs: Date.UTC(2017, 0), endMs: Date.UTC(2022, 1, 3) } as const;
    expect(passing(store, around)).toEqual({ uav: 2, raid: 1, drill: 1, plan: 1 });
  });

  it("is half-open at both edges of a day", () => {
    const day = Date.UTC(2022, 1, 2);
    const next = Date.UTC(2022, 1, 3);
    expect(passing(store, { source: "w", kind: "window", startMs: day, endMs: next }).uav).toBe(2);
    expect(passing(store, { source: "w", kind: "window", startMs: next, endMs: next + 1 }).uav).toBe(0);
    expect(passing(store, { source: "w", kind: "window", startMs: day - 1, endMs: day }).uav).toBe(0);
    expect(passing(store, { source: "w", kind: "window", startMs: day, endMs: day + 1 }).uav).toBe(1);
  });

  it("filters by one of several values of a field, and lists rows that state none under the empty value", () => {
    const values = (field: string, ...wanted: string[]) =>
      Object.entries(passing(store, { source: "f", kind: "values", field, values: wanted })).flatMap(([id, state]) =>
        state === 2 ? [id] : [],
      );
    expect(values("source", "s2", "s9")).toEqual(["uav"]);
    expect(values("actor", "True Promise Brigades")).toEqual(["uav"]);
    expect(values("country", "MZ", "AE")).toEqual(["uav", "raid"]);
    expect(values("country", "")).toEqual(["drill", "plan"]);
    expect(values("status", "alleged")).toEqual(["uav"]);
    expect(values("precision", "unknown")).toEqual(["drill", "plan"]);
    expect(values("span", "series")).toEqual(["drill"]);
    expect(values("kind", "drone-strike")).toEqual(["uav"]);
    expect(values("title", "Plan")).toEqual(["plan"]);
    expect(values("tag")).toEqual([]);
    store.clear();
    expect(store.facet("source").map((one) => [one.value, one.certain])).toEqual([
      ["", 2],
      ["s1", 2],
      ["s2", 1],
    ]);
  });

  it("compares the interval over all speakers with a range, and holds an unknown number as possible", () => {
    const range = (field: string, low: number, high: number) =>
      passing(store, { source: "r", kind: "range", field, low, high });
    expect(range("drones", 3, 4)).toEqual({ uav: 2, raid: 1, drill: 1, plan: 1 });
    expect(range("drones", 4, 9).uav).toBe(1);
    expect(range("drones", 1, 3).uav).toBe(1);
    expect(range("drones", 5, 9).uav).toBe(0);
    expect(range("figures.killed", 10, 20).raid).toBe(1);
    expect(range("killed", 0, 1).raid).toBe(0);
    expect(range("killed", 2, Number.POSITIVE_INFINITY).raid).toBe(2);
    expect(range("count", 1, 1)).toEqual({ uav: 2, raid: 2, drill: 1, plan: 2 });
  });

  it("refuses a range of a measure that no record gives, which would hide nothing", () => {
    store.clear();
    const ask = (field: string) => () => store.set({ source: "r", kind: "range", field, low: 1, high: 2 });
    expect(ask("kiled")).toThrow(
      expect.objectContaining({
        code: "store/unknown-field",
        message: 'No record gives a number for "kiled". Use a measure of their figures, or count.',
      }),
    );
    expect(store.state.clauses).toEqual({});
    expect(() => createStore([]).set({ source: "r", kind: "range", field: "tonnes", low: 1, high: 2 })).not.toThrow();
  });

  it("searches words without regard to case and marks, in titles, summaries, places and actors", () => {
    const found = (text: string) =>
      Object.entries(passing(store, { source: "q", kind: "text", text })).flatMap(([id, state]) =>
        state === 2 ? [id] : [],
      );
    expect(found("mocimboa SAO")).toEqual(["raid"]);
    expect(found("promise dhabi")).toEqual(["uav"]);
    expect(found("promise praia")).toEqual([]);
    expect(found("iraqi")).toEqual(["uav"]);
    expect(found("  ")).toEqual(["uav", "raid", "drill", "plan"]);
  });

  it("holds a circle that a box or ring cuts through as possible, and rows without a place as possible everywhere", () => {
    const box = (west: number, south: number, east: number, north: number) =>
      passing(store, { source: "m", kind: "bbox", west, south, east, north });
    expect(box(54, 24, 55, 25)).toEqual({ uav: 2, raid: 1, drill: 1, plan: 1 });
    expect(box(54.4, 24, 55, 25).uav).toBe(1);
    expect(box(54.6, 24, 55, 25).uav).toBe(0);
    expect(box(170, -10, -170, 10).uav).toBe(0);
    expect(box(50, -90, 40, 90).uav).toBe(2);
    const ring = (...points: [number, number][]) => passing(store, { source: "m", kind: "lasso", ring: points }).uav;
    expect(ring([54, 24], [55, 24], [55, 25], [54, 25])).toBe(2);
    expect(ring([414, 24], [415, 24], [415, 25], [414, 25])).toBe(2);
    expect(ring([54.4, 24], [55, 24], [55, 25], [54.4, 25])).toBe(1);
    expect(ring([54.6, 24], [55, 24], [55, 25], [54.6, 25])).toBe(0);
    expect(ring()).toBe(0);
  });

  it("holds a ring on either side of the antimeridian, in true distances, and is never certain of an area", () => {
    const place = (id: string, lon: number, lat: number, more: Incident["where"] = {}): Incident => ({
      ...{ id, title: id },
      where: { lon, lat, precision: "settlement", radiusM: 1000, ...more },
    });
    const places = createStore([
      place("fiji", 179.5, -17),
      place("samoa", -175, -13.5),
      place("oslo", 10.7, 60, { radiusM: 40_000 }),
      place("yemen", 47.5, 15.8, { precision: "country", radiusM: null }),
    ]);
    const ring = (west: number, south: number, east: number, north: number) =>
      passing(places, {
        ...{ source: "m", kind: "lasso" },
        ring: [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
        ],
      });
    expect(ring(-182, -20, -170, -10)).toMatchObject({ fiji: 2, samoa: 2, oslo: 0 });
    expect(ring(178, -20, 190, -10)).toMatchObject({ fiji: 2, samoa: 2, oslo: 0 });
    // Half a degree of longitude is 28 km at 60 degrees: less than the doubt.
    expect(ring(10.2, 55, 20, 65).oslo).toBe(1);
    expect(ring(9.7, 55, 20, 65).oslo).toBe(2);
    expect(ring(-10, -60, 100, 80).yemen).toBe(1);
  });

  it("counts an instant on an edge in the later bin, also where the bins are not quite even", () => {
    const even = createStore({ columns: { startMs: Float64Array.of(995, 2000) } });
    expect([...even.histogram([0, 995, 2000, 3000]).certain]).toEqual([0, 1, 1]);
  });

  it("reads the category from another field or a function", () => {
    expect(createStore(incidents, { categoryField: "kind" }).categories).toEqual(["drone-strike", ""]);
    expect(createStore(incidents, { categoryField: "country" }).categories).toEqual(["AE", "MZ", ""]);
    const byYear = createStore(incidents, { categoryField: (incident) => incident.when?.edtf?.slice(0, 4) });
    expect(byYear.categories[1]).toBe("2017");
  });

  it("lives with no record and with one", () => {
    const none = createStore([]);
    expect(none.count()).toEqual({ shown: 0, total: 0, certain: 0, possible: 0, undated: 0, unplaced: 0 });
    expect(none.extentMs).toBeNull();
    expect(none.facet("category")).toEqual([]);
    const one = createStore([{ id: "x", title: "X", when: { edtf: "-0044-03-15" } }]);
    expect(one.extentMs?.[0]).toBe(one.columns.outerStartMs.at(0));
    expect(one.histogram(one.extentMs ?? []).certain[0]).toBe(1);
    const far = createStore([{ id: "y", title: "Y", when: { edtf: "Y170000002" } }]);
    expect(far.histogram(far.extentMs ?? []).certain[0]).toBe(1);
  });
});
