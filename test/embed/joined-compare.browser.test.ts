import { defineElements, type WhenWhereElement } from "@whenwhere/embed";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";

const ANSWERS: Readonly<Record<string, string>> = {
  "a.json": JSON.stringify({
    ...{ whenwhere: 1, title: "North" },
    incidents: [
      { id: "1", title: "One", when: { edtf: "2022-01-01" } },
      { id: "2", title: "Two", when: { edtf: "2022-01-02" } },
    ],
  }),
  // The same record again, another one under a known id, and one of its own.
  "b.json": JSON.stringify({
    whenwhere: 1,
    incidents: [
      { id: "1", title: "One", when: { edtf: "2022-01-01" } },
      { id: "2", title: "Another two", when: { edtf: "2022-03-01" } },
      { id: "3", title: "Three", when: { edtf: "2022-03-02" } },
    ],
  }),
};

describe("files that were joined", () => {
  beforeAll(() => defineElements());
  afterEach(() => {
    vi.restoreAllMocks();
    document.body.replaceChildren();
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
