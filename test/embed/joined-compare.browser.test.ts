import { defineElements, type WhenWhereElement } from "@whenwhere/embed";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";

const ONE = { id: "1", title: "One", category: "attack", when: { edtf: "2022-01-01" }, where: { country: "ML" } };

const ANSWERS: Readonly<Record<string, string>> = {
  "a.json": JSON.stringify({
    ...{ whenwhere: 1, title: "North" },
    incidents: [ONE, { id: "2", title: "Two", when: { edtf: "2022-01-02" } }],
  }),
  // The same record again, another one under a known id, and one of its own.
  "b.json": JSON.stringify({
    whenwhere: 1,
    incidents: [
      ONE,
      { id: "2", title: "Another two", category: "arrest", when: { edtf: "2022-03-01" }, where: { country: "NE" } },
      { ...ONE, id: "3", title: "Three", when: { edtf: "2022-03-02" } },
    ],
  }),
};

describe("files that were joined", () => {
  beforeAll(() => defineElements());
  afterEach(() => {
    vi.restoreAllMocks();
    document.body.replaceChildren();
  });

  it("stand under all their names, and what is said of each under its own", async () => {
    vi.spyOn(globalThis, "fetch").mockImplementation(async (input) => {
      const name = new URL(String(input)).pathname.slice(1);
      const [title, description] = [name.toUpperCase(), name === "c" ? undefined : `About ${name}.`];
      const incidents = [{ ...ONE, id: name }];
      const headers = { "content-type": "application/json" };
      return new Response(JSON.stringify({ whenwhere: 1, title, description, incidents }), { headers });
    });
    const element = document.createElement("when-where") as WhenWhereElement;
    element.setAttribute("fragment", "none");
    document.body.append(element);
    const heading = () => element.shadowRoot?.querySelector(".ww-ws-title")?.textContent;
    const about = () =>
      [...(element.shadowRoot?.querySelectorAll(".ww-card-about>p") ?? [])].map(({ textContent }) => textContent);
    element.setAttribute("src", "/a /b /c");
    await expect.poll(heading).toBe("A · B · C");
    expect(about().slice(0, 2)).toEqual(["A: About a.", "B: About b."]);
    element.setAttribute("src", "/a /b /c /d /e");
    await expect.poll(heading).toBe("A · B · C · +2");
    element.setAttribute("src", "/a");
    await expect.poll(heading).toBe("A");
    expect(about()[0]).toBe("About a.");
  });

  it("have a colour each where that is asked for, and the category of their records again where it is not", async () => {
    vi.spyOn(globalThis, "fetch").mockImplementation(async (input) => {
      const body = ANSWERS[new URL(String(input)).pathname.slice(1)] ?? "";
      return new Response(body, { headers: { "content-type": "application/json" } });
    });
    const element = document.createElement("ww-map") as WhenWhereElement;
    for (const [name, value] of Object.entries({
      src: "/a.json /b.json",
      "category-field": "dataset",
      projection: "flat",
    }))
      element.setAttribute(name, value);
    document.body.append(element);
    const kinds = () => {
      const { store } = element;
      if (store === null) return [];
      const kindOf = (row: number) => store.categories[store.columns.category.at(row)];
      return Array.from({ length: store.columns.length }, (_, row) => `${store.id(row)}: ${kindOf(row)}`);
    };
    // The record that both have is of the first; the other one under a known id has an id of its own.
    await expect.poll(kinds).toEqual(["1: North", "2: North", expect.stringMatching(/: b\.json$/), "3: b.json"]);
    element.setAttribute("category-field", "country");
    await expect.poll(kinds).toEqual(["1: ML", "2: ", expect.stringMatching(/: NE$/), "3: ML"]);
    element.removeAttribute("category-field");
    await expect.poll(kinds).toEqual(["1: attack", "2: ", expect.stringMatching(/: arrest$/), "3: attack"]);
  });

  it("can be compared as two datasets, each with its own records and the one that both have", async () => {
    vi.spyOn(globalThis, "fetch").mockImplementation((input) => {
      const body = ANSWERS[new URL(String(input)).pathname.slice(1)] ?? "";
      return Promise.resolve(new Response(body, { headers: { "content-type": "application/json" } }));
    });
    const element = document.createElement("when-where") as WhenWhereElement;
    element.setAttribute("fragment", "none");
    element.setAttribute("src", "/a.json /b.json");
    document.body.append(element);
    await expect.poll(() => element.shadowRoot?.querySelector(".ww-ws-buttons")).toBeTruthy();
    const all = (css: string): HTMLElement[] => [...(element.shadowRoot?.querySelectorAll<HTMLElement>(css) ?? [])];
    all(".ww-ws-buttons .ww-disclosure>button")[1]?.click();
    all(".ww-ws-buttons .ww-menu-item")
      .find(({ textContent }) => textContent === "Compare two datasets")
      ?.click();
    const heads = () => all(".ww-tool thead th").map(({ textContent }) => textContent);
    await expect.poll(heads).toEqual(["North", "b.json", "Difference"]);
    const cells = (name: string) => {
      const row = all(".ww-tool tbody tr").find((one) => one.querySelector("th")?.textContent === name);
      return [...(row?.querySelectorAll("td") ?? [])].slice(0, 2).map(({ textContent }) => textContent);
    };
    expect(cells("Shown for certain")).toEqual(["2", "3"]);
    expect(cells("In both")).toEqual(["1", "1"]);
    expect(cells("Only in this one")).toEqual(["1", "2"]);
  });
});
