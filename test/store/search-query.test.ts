import type { Incident } from "@whenwhere/model";
import { createStore, searchMarks } from "@whenwhere/store";
import { describe, expect, it } from "vitest";

const incidents: readonly Incident[] = [
  {
    id: "a",
    title: "Bombing in Aden",
    where: { name: "Aden", precision: "settlement", country: "YE" },
    tags: ["port"],
  },
  {
    id: "b",
    title: "Shelling near Taiz",
    summary: "Artillery fire",
    where: { name: "Taiz", country: "YE", precision: "settlement" },
  },
  { id: "c", title: "Drone strike on Aden port", actors: [{ name: "an armed group" }], status: "alleged" },
  { id: "d", title: "Атака дронов", summary: "At 06:30 https://example.org" },
];

function found(text: string): string {
  const store = createStore(incidents);
  store.set({ source: "q", kind: "text", text });
  return [...store.rows().certain]
    .map((row) => store.id(row))
    .sort()
    .join("");
}

describe("a question to the search", () => {
  it.each([
    ["aden", "ac"],
    ["aden bombing", "a"],
    ["aden AND bombing", "a"],
    ["bombing OR shelling", "ab"],
    ["bombing | shelling", "ab"],
    ["aden bombing OR drone", "ac"],
    ["aden -drone", "a"],
    ["NOT aden", "bd"],
    ["-aden -taiz", "d"],
    ['"aden port"', "c"],
    ['"port aden"', ""],
    ['-"aden port" aden', "a"],
    ["place:aden", "a"],
    ["country:ye -place:taiz", "a"],
    ["tag:port OR actor:armed", "ac"],
    ["status:alleged", "c"],
    ['actor:"armed group"', "c"],
    ["title:artillery", ""],
    ["title:shelling", "b"],
    ["06:30", "d"],
    ["https://example.org", "d"],
    ["AND", "abcd"],
    ["- | OR", "abcd"],
    ['"', "abcd"],
    ['"aden', "ac"],
  ])("%s finds %j", (text, ids) => {
    expect(found(text)).toBe(ids);
  });

  it("takes a word that no record has for the one most like it, and no other", () => {
    expect(found("bomibng")).toBe("a");
    expect(found("shelilng")).toBe("b");
    expect(found("artilery")).toBe("b");
    expect(found("Аткаа")).toBe("d");
    // Short words, numbers and phrases are meant as they are written.
    expect(found("adne")).toBe("");
    expect(found("tobming")).toBe("");
    // A word that is there finds nothing else.
    expect(found("shelling")).toBe("b");
  });

  it("asks no more than thirty-two terms of a stranger's link", () => {
    expect(found(`${"a ".repeat(40)}nowhere`)).toBe(found("a"));
  });

  it("marks what answers it, in the letters of the text", () => {
    const marked = (text: string, question: string): string[] =>
      searchMarks(text, question).map(([from, to]) => text.slice(from, to));
    expect(marked("Attaque à Mocímboa da Praia", "mocimboa praia")).toEqual(["Mocímboa", "Praia"]);
    expect(marked("Straße nach Łódź", "strasse lodz")).toEqual(["Straße", "Łódź"]);
    expect(marked("Bombing in Aden", "bomibng -aden place:aden")).toEqual(["Bombing"]);
    expect(marked("aaa", "aa a")).toEqual(["aaa"]);
    expect(marked("هجوم على الحُدَيْدَة", "الحديده")).toEqual(["الحُدَيْدَة"]);
    expect(marked("", "a")).toEqual([]);
  });
});

describe("fields that follow from others", () => {
  it("tell how closely a date is known", () => {
    const edtf = [
      "2022-02-02T06:30+04:00",
      "2022-02-02",
      "2022-02-02/2022-02-05",
      "2022-02",
      "2022",
      "202X",
      "[..2022]",
    ];
    const store = createStore([
      ...edtf.map((text, index) => ({ id: String(index), title: text, when: { edtf: text } })),
      { id: "x", title: "undated" },
    ]);
    const counts = store.facet("dated").map(({ value, certain }) => `${value} ${certain}`);
    expect(counts.sort()).toEqual(["day 1", "hour 1", "month 1", "none 1", "open 1", "week 1", "year 1", "years 1"]);
  });

  it("hold the values of a field within another, so that a whole and a part stand for each other", () => {
    const store = createStore([
      { id: "1", title: "1", category: "strike", kind: "drone" },
      { id: "2", title: "2", category: "strike", kind: "missile" },
      { id: "3", title: "3", category: "attack", kind: "drone" },
      { id: "4", title: "4", category: "attack" },
    ]);
    store.set({ source: "facet:category", kind: "values", field: "category>kind", values: ["attack", "strike>drone"] });
    expect([...store.rows().certain].map((row) => store.id(row)).sort()).toEqual(["1", "3", "4"]);
    const counts = Object.fromEntries(store.facet("category>kind").map((one) => [one.value, one.certain]));
    expect(counts).toMatchObject({ strike: 2, "strike>drone": 1, "strike>missile": 1, attack: 2, "attack>drone": 1 });
  });

  it("asks for fields within fields that no record states", () => {
    const plain = createStore([{ id: "a", title: "A" }]);
    for (const field of ["category>kind", "country>admin1"])
      expect(plain.facet(field)).toEqual([{ value: "", certain: 1, possible: 0, active: false }]);
    expect(() => plain.facet("weather>kind")).toThrow(/weather>kind/);
  });
});
