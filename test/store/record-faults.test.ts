import { type Incident, readIncidents } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import { describe, expect, it } from "vitest";

const as = (record: unknown): Incident => record as Incident;
const FINE: Incident = { id: "a", title: "A", when: { edtf: "2022-01" }, where: { lon: 3, lat: 4 } };

describe("records that no reader has read", () => {
  it("have their unreadable dates, places and words named by the store, and stay in it", () => {
    const store = createStore([
      FINE,
      { ...FINE, id: "b", when: { edtf: "01/02/2020" } },
      as({ ...FINE, id: "c", when: "2020-01-02" }),
      { ...FINE, id: "d", where: { lon: 200, lat: 4 } },
      as({ ...FINE, id: "e", where: { lng: 3, lat: 4 } }),
      { ...FINE, id: "f", where: { lon: 0, lat: 0 } },
      as({ ...FINE, id: "g", where: [3, 4], status: "hapened" }),
      as({ ...FINE, id: "h", where: { lon: 3, lat: 4, precision: "exakt" } }),
    ]);
    expect(store.count()).toMatchObject({ total: 8, undated: 2 });
    expect(store.issues.map(({ row, code, field }) => [row, code, field])).toEqual([
      [2, "time/syntax", "when.edtf"],
      [3, "time/syntax", "when"],
      [4, "place/out-of-range", "where"],
      [5, "place/half", "where"],
      [6, "place/null-island", "where"],
      [7, "field/value", "status"],
      [7, "field/type", "where"],
      [8, "field/value", "where.precision"],
    ]);
    expect(store.issues[0]?.message).toBe('when.edtf is "01/02/2020". The date cannot be read; the record is undated.');
  });

  it("have nothing to be told where they are right, undated or unplaced on purpose", () => {
    const open: Incident[] = [
      FINE,
      { id: "b", title: "B" },
      { id: "c", title: "C", when: { edtf: null, label: "long ago" }, where: { name: "Sea", precision: "sea" } },
      {
        id: "d",
        title: "D",
        when: { edtf: "../.." },
        where: { country: "MZ", lon: 35, lat: -18, precision: "country" },
      },
    ];
    expect(createStore(open).issues).toEqual([]);
    const read = readIncidents([{ id: "x", title: "X", when: { edtf: "01/02/2020" }, where: { lon: 200, lat: 4 } }]);
    expect(read.issues.map(({ code }) => code)).toEqual(["time/syntax", "place/out-of-range"]);
    expect(createStore(read).issues).toEqual([]);
  });

  it("may hold anything that JSON can, and more: a fault is told", () => {
    const ring: Record<string, unknown> = {};
    ring.ring = ring;
    const odd = [JSON.parse('{"toString":false}'), ring, 12n, Symbol("odd"), () => 1, true];
    for (const value of odd) {
      const records = [
        as({ ...FINE, id: "b", when: { edtf: value } }),
        as({ ...FINE, id: "c", when: { edtf: "2022", zone: value, span: value } }),
        as({ ...FINE, id: "d", where: { ...FINE.where, precision: value, radiusM: value, country: value } }),
        as({ ...FINE, id: "e", status: value }),
      ];
      expect(createStore(records).issues.map(({ row, field }) => [row, field])).toEqual([
        [1, "when.edtf"],
        [3, "where.precision"],
        [3, "where.radiusM"],
        [4, "status"],
      ]);
    }
    const empty = Object.fromEntries(Object.keys(FINE).map((field) => [field, null]));
    expect(createStore([as({ ...empty, id: "a", tags: null, figures: null })]).count().total).toBe(1);
  });

  it.each([
    [{ id: 7 }, "7 as id of record 2. Write a text, or"],
    [{ category: ["strike"] }, '["strike"] as category of record 2. Write a text, or'],
    [{ tags: "drone, sea" }, '"drone, sea" as tags of record 2. Write a list, or'],
    [{ sources: [{ url: "x" }] }, '{"url":"x"} as sources[0] of record 2. Write a text, or'],
    [{ actors: [{ name: "Army" }, "Police"] }, '"Police" as actors[1] of record 2. Write { name: "…" }, or'],
    [{ figures: { killed: 3 } }, '{"killed":3} as figures of record 2. Write a list, or'],
    [{ figures: [{ best: 3 }] }, '{"best":3} as figures[0] of record 2. Write { measure: "…" }, or'],
    [{ claims: [null] }, 'null as claims[0] of record 2. Write { field: "…" }, or'],
    [{ relations: [{ type: "part-of" }] }, '{"type":"part-of"} as relations[0] of record 2. Write { to: "…" }, or'],
    [{ locators: 4 }, "4 as locators of record 2. Write a list, or"],
  ])("are refused when a text or a list is none: %j", (odd, says) => {
    const store = createStore([FINE]);
    expect(() => store.append([FINE, as({ ...FINE, id: "b", ...odd })])).toThrow(
      `store.append got ${says} give the records`,
    );
    expect(store.count().total).toBe(1);
  });

  it("are followed as they change", () => {
    const store = createStore([FINE]);
    store.append([{ id: "b", title: "B", when: { edtf: "soon" } }]);
    expect(store.issues).toMatchObject([{ code: "time/syntax", row: 2, value: "soon" }]);
    store.upsert([{ id: "b", title: "B", when: { edtf: "2022" } }]);
    expect(store.issues).toEqual([]);
  });
});

describe("what is no list of records", () => {
  it.each(["append", "upsert", "replace"] as const)("is refused by %s, which leaves the store as it was", (name) => {
    const store = createStore([FINE]);
    const call = (records: unknown) => () => store[name](records as Incident[]);
    expect(call({ incidents: [] })).toThrow(`store.${name} got no list. Give a list of records.`);
    expect(call([FINE, null])).toThrow(`store.${name} got null as record 2.`);
    expect(store.count().total).toBe(1);
  });

  it("is refused by createStore, by the place of the first that is none", () => {
    expect(() => createStore([FINE, as(undefined)])).toThrow(/createStore got undefined as record 2/);
    expect(() => createStore({ incidents: [as("a")] })).toThrow(expect.objectContaining({ code: "store/input" }));
  });

  it("is a text where ids are to be removed: its letters are ids of other records", () => {
    const store = createStore(["400", "4", "0"].map((id) => ({ ...FINE, id })));
    expect(() => store.remove("400")).toThrow(/remove got the text "400". Give a list of ids: \["400"\]/);
    expect(store.count().total).toBe(3);
    store.remove(["400"]);
    expect(store.count().total).toBe(2);
  });
});
