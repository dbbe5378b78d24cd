import { columnsOf, type Incident } from "@whenwhere/model";
import { createStore, foldText, loadStore } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const incidents: readonly Incident[] = [
  {
    id: "a",
    title: "Attaque à Mocímboa da Praia",
    summary: "Straße nach Łódź",
    tags: ["Ambush"],
    actors: [{ name: "ISCAP" }],
  },
  {
    id: "b",
    title: "هجوم على مدينة الحديدة",
    where: { name: "الحُدَيْدَة", lon: 42.95, lat: 14.8, precision: "settlement" },
  },
  { id: "c", title: "حمله در کرمانشاه", summary: "۲۰۲۲/۰۲/۰۲، می‌گویند" },
  { id: "d", title: "新疆维吾尔自治区演习", kind: "drill", category: "exercise" },
  { id: "e", title: "कि और का", summary: "が か" },
];

function found(text: string): string[] {
  const store = createStore(incidents);
  store.set({ source: "q", kind: "text", text });
  return [...store.rows().certain].map((row) => store.id(row)).sort();
}

describe("the search", () => {
  it.each([
    ["MOCIMBOA praia", ["a"]],
    ["strasse lodz", ["a"]],
    ["ambus iscap", ["a"]],
    ["الحديده", ["b"]],
    ["كرمانشاه", ["c"]],
    ["2022/02", ["c"]],
    ["ميگويند", ["c"]],
    ["维吾尔", ["d"]],
    ["exercise drill", ["d"]],
    ["का", ["e"]],
    ["praia drill", []],
    ["praia\nattaque", ["a"]],
  ])("finds %j as people type it", (text, ids) => {
    expect(found(text)).toEqual(ids);
  });

  it("keeps letters apart that only look like marks", () => {
    expect(foldText("कि") === foldText("का")).toBe(false);
    expect(foldText("が") === foldText("か")).toBe(false);
    expect(foldText("é")).toBe(foldText("E\u0301"));
  });

  it("folds what is folded to itself, and never makes a word of nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 20 }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { seed: 20_220_202, numRuns: 500 },
    );
  });

  it("asks the fields and ids of columns that came without texts, and the whole records of those that were loaded", async () => {
    const store = createStore({ columns: columnsOf(incidents) });
    store.set({ source: "q", kind: "text", text: "iscap ambush" });
    expect([...store.rows().certain]).toEqual([0]);
    store.set({ source: "q", kind: "text", text: "strasse" });
    expect(store.count().shown).toBe(0);
    const bytes = new TextEncoder().encode(JSON.stringify({ whenwhere: 1, incidents }));
    const loaded = await loadStore(bytes, { worker: "never" });
    for (const text of ["strasse", "الحديده", "维吾尔", "ambush", "2022/02"]) {
      loaded.store.set({ source: "q", kind: "text", text });
      expect([...loaded.store.rows().certain].map((row) => loaded.store.id(row))).toEqual(found(text));
    }
  });
});
