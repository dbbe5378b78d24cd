import { createStore } from "@whenwhere/store";
import { facets, recordTable, type WorkspaceOptions, workspace } from "@whenwhere/workspace";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { incidents, sources } from "./fixture.ts";

let host: HTMLElement;
const ends: (() => void)[] = [];

beforeEach(() => {
  host = document.createElement("main");
  document.body.append(host);
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
  host.remove();
});

const collection = { whenwhere: 1, title: "A small collection", sources, incidents } as const;
const noWord = { source: "search", kind: "text", text: "no such word" } as const;

async function mount(widthPx: number, options: Partial<WorkspaceOptions> = {}) {
  host.style.width = `${widthPx}px`;
  const handle = workspace(host, { collection, fragment: false, ...options });
  ends.push(() => handle.destroy());
  await handle.ready;
  return handle;
}

const texts = (selector: string): string[] => [...host.querySelectorAll(selector)].map((one) => one.textContent ?? "");
const shows = (selector: string): boolean => host.querySelector(selector)?.checkVisibility() ?? false;

describe("what a workspace has room to say", () => {
  it("writes the names of categories whole, on two lines where one is too short", async () => {
    await mount(1440);
    const names = [...host.querySelectorAll<HTMLElement>(".ww-facet-name>span")];
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) {
      expect(name.scrollWidth, name.textContent ?? "").toBeLessThanOrEqual(name.clientWidth);
      // Less than half a line: letters may be a pixel higher than their line.
      expect(name.scrollHeight - name.clientHeight, name.textContent ?? "").toBeLessThan(8);
    }
  });

  it("keeps each name on its lines while the numbers beside it grow under a window and shrink again", async () => {
    const many = Array.from({ length: 90 }, (_, row) => ({
      ...{ id: `made-up-${row}`, title: `Made up ${row}`, category: row % 2 ? "strike" : "arrest" },
      when: { edtf: row % 3 ? "2022" : "2022-02-02" },
    }));
    const heights = (): number[] =>
      [...host.querySelectorAll(".ww-facet-name")].map(({ clientHeight }) => clientHeight);
    for (const widthPx of [1440, 150]) {
      const store = createStore({ incidents: many, sources });
      const options = { store, collection: undefined as never };
      if (widthPx > 1000) await mount(widthPx, options);
      else {
        host.style.width = `${widthPx}px`;
        const alone = facets(host, { store });
        ends.push(() => alone.destroy());
      }
      const atRest = heights();
      store.set({ source: "timeline", kind: "window", startMs: Date.UTC(2022, 1, 1), endMs: Date.UTC(2022, 1, 20) });
      await expect.poll(() => host.querySelector(".ww-facet-count")?.textContent).toBe("15 + 30");
      const windowed = heights();
      if (widthPx > 1000) expect(windowed, "a wide page").toEqual(atRest);
      store.clear("timeline");
      await expect.poll(() => host.querySelector(".ww-facet-count")?.textContent).toBe("45");
      expect(heights(), `${widthPx} px`).toEqual(windowed);
      for (const end of ends.splice(0)) end();
      store.destroy();
    }
  });

  it("says once how many records are shown, beside the title; the timeline says only what is its own", async () => {
    await mount(1440);
    expect(shows(".ww-counts")).toBe(true);
    expect(host.querySelector(".ww-tl-shown")?.textContent).toContain("10 of 10 shown");
    expect(shows(".ww-tl-shown")).toBe(false);
  });

  it("shows the hint of a map whole or not at all", async () => {
    for (const widthPx of [1440, 1200]) {
      await mount(widthPx);
      const note = host.querySelector(".ww-map-head .ww-head-note") as HTMLElement;
      const range = document.createRange();
      range.selectNodeContents(note);
      const [words, box] = [range.getBoundingClientRect(), note.getBoundingClientRect()];
      const isWhole = words.bottom <= box.bottom + 1 && words.right <= box.right + 1;
      const isAway = words.top >= box.bottom - 1;
      expect(isWhole || isAway, `${widthPx} px`).toBe(true);
      for (const end of ends.splice(0)) end();
    }
  });

  it("gives a table two columns where three would be stumps, and its headings the room below its title", async () => {
    const heads = (): string[] => texts(".ww-table [role=columnheader]").map((text) => text.replace(/[^A-Za-z]/g, ""));
    host.style.width = "250px";
    const table = recordTable(host, { store: createStore({ incidents, sources }) });
    ends.push(() => table.destroy());
    await expect.poll(heads).toEqual(["What", "When"]);
    const [title, columns] = [".ww-table>.ww-head", ".ww-table-head"].map((one) => host.querySelector(one));
    const [above, below] = [title?.lastElementChild, columns].map((one) => one?.getBoundingClientRect());
    expect(above?.bottom).toBeLessThanOrEqual(below?.top ?? 0);
    host.style.width = "420px";
    await expect.poll(heads).toEqual(["What", "When", "Where"]);
  });

  it("gives each column of a table what its words need, while others do not: short titles leave coordinates whole", async () => {
    const exact = (title: string) => ({
      ...{ id: title, title, when: { edtf: "2022-02-02" } },
      where: { lon: -122.1694, lat: 22.1694, precision: "exact" as const },
    });
    host.style.cssText = "width:420px;height:300px";
    const store = createStore({ incidents: ["One", "Two", "Three"].map(exact), sources });
    const table = recordTable(host, { store });
    ends.push(
      () => table.destroy(),
      () => store.destroy(),
    );
    const cut = (): string[] =>
      [...host.querySelectorAll<HTMLElement>("[data-row]>div, [data-row] span")]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ title, textContent }) => title || (textContent ?? ""));
    await expect.poll(() => host.querySelectorAll("[data-row]").length).toBe(3);
    await expect.poll(cut).toEqual([]);
    const long =
      "A title far longer than any column of this table could ever be, in the width that the page gives to it";
    store.replace([1, 2, 3, 4, 5, 6].map((n) => exact(`${long} ${n}`)));
    await expect.poll(() => host.querySelectorAll("[data-row]").length).toBe(6);
    await expect.poll(() => new Set(cut()).size).toBeGreaterThan(5);
    const [what, when] = [...host.querySelectorAll<HTMLElement>("[data-row]:last-of-type>div")].map(
      (cell) => cell.clientWidth,
    );
    expect(what).toBeGreaterThan((when ?? 0) * 2);
  });

  it("counts on a phone's tabs the records and the filters behind them, and offers the way back beside the count", async () => {
    const { store } = await mount(390);
    expect(texts("[role=tab]").map((text) => text.trim())).toEqual(["When and where", "Records 10", "Filter"]);
    expect(shows(".ww-ws-clear")).toBe(false);
    store?.set(noWord);
    await expect.poll(() => texts("[role=tab]")[1]).toBe("Records 0");
    expect(texts("[role=tab]")[2]).toBe("Filter 1");
    expect(shows(".ww-ws-clear")).toBe(true);
    host.querySelector<HTMLElement>(".ww-ws-clear")?.click();
    await expect.poll(() => texts("[role=tab]")[1]).toBe("Records 10");
    expect(shows(".ww-ws-clear")).toBe(false);
  });

  it("keeps the buttons of a phone's head and their menus inside the page", async () => {
    await mount(390);
    for (const button of host.querySelectorAll<HTMLElement>(".ww-ws-buttons>.ww-disclosure>button")) {
      if (!button.checkVisibility()) continue;
      button.click();
      const menu = button.nextElementSibling as HTMLElement;
      const [box, page] = [menu.getBoundingClientRect(), host.getBoundingClientRect()];
      expect(box.left, button.textContent ?? "").toBeGreaterThanOrEqual(page.left);
      expect(box.right, button.textContent ?? "").toBeLessThanOrEqual(page.right);
      button.click();
    }
  });

  it("sums up what is shown in a card without a record, and again when the filters have come to rest", async () => {
    const { store } = await mount(1440);
    const sum = (): string => host.querySelector(".ww-card-overview")?.textContent ?? "";
    expect(sum()).toContain("Summary");
    const before = sum();
    store?.set({ source: "category", kind: "values", field: "category", values: ["strike", "attack"] });
    await expect.poll(sum).not.toBe(before);
    store?.select("drones");
    expect(host.querySelector(".ww-card-overview")).toBeNull();
    store?.select(null);
    expect(sum()).not.toBe("");
    store?.set(noWord);
    await expect.poll(sum).toBe("");
  });

  it("keeps an open summary true to the filters, and listens no longer when it is closed", async () => {
    const { store } = await mount(1440);
    const press = (name: string): void =>
      [...host.querySelectorAll("button")].find((one) => one.textContent === name && one.checkVisibility())?.click();
    press("Tools");
    press("Summary");
    const summary = () => host.querySelector<HTMLElement>(".ww-tool .ww-summary");
    const first = () => summary()?.querySelector("p")?.textContent;
    await expect.poll(first).toContain("10 of 10 shown");
    expect(getComputedStyle(summary() as HTMLElement).display).toBe("grid");
    store?.set({ source: "category", kind: "values", field: "category", values: ["attack"] });
    await expect.poll(first).not.toContain("10 of 10 shown");
    expect(first()).toBe(host.querySelector(".ww-counts")?.textContent);
    press("Close");
    expect(summary()).toBeNull();
  });

  it("does not sum up very many records unasked", async () => {
    const startMs = Float64Array.from({ length: 20_001 }, (_, row) => row * 86_400_000);
    const endMs = startMs.map((start) => start + 86_400_000);
    const place = new Float64Array(startMs.length).fill(10);
    const store = createStore({ columns: { startMs, endMs, lon: place, lat: place } });
    ends.push(() => store.destroy());
    await mount(1440, { store, collection: undefined as never });
    expect(host.querySelector(".ww-card-about")).not.toBeNull();
    expect(host.querySelector(".ww-card-overview")).toBeNull();
  });

  it("says that there is nothing, where there is nothing, in place of nought of nought", async () => {
    await mount(390, { collection: { whenwhere: 1, title: "Nothing yet", incidents: [] } });
    expect(host.querySelector(".ww-counts")?.textContent).toBe("There are no records here.");
  });

  it("leaves a phone's list of records the page, while no record is picked", async () => {
    const { store } = await mount(390);
    host.querySelectorAll<HTMLElement>("[role=tab]")[1]?.click();
    expect(shows(".ww-ws-card")).toBe(false);
    store?.select("drones");
    expect(shows(".ww-ws-card")).toBe(true);
  });

  it("leaves the page beside a picked record most of a window that is enlarged fourfold", async () => {
    const { innerWidth, innerHeight } = window;
    await page.viewport(320, 256);
    const { store } = await mount(320);
    store?.select("drones");
    const card = host.querySelector<HTMLElement>(".ww-ws-card");
    expect(card?.checkVisibility()).toBe(true);
    expect(card?.offsetHeight).toBeGreaterThan(60);
    expect(card?.offsetHeight).toBeLessThan(128);
    await page.viewport(innerWidth, innerHeight);
  });

  it("keeps what each view says of its buttons and fields, whichever of them came last", async () => {
    await mount(1440);
    const folded = host.querySelector(".ww-facet-title[aria-expanded=false]") as HTMLElement;
    expect(getComputedStyle(folded).display).toBe("inline-flex");
    expect(getComputedStyle(folded, "::after").height).not.toBe("auto");
    expect(getComputedStyle(folded).borderTopWidth).toBe("0px");
    const field = host.querySelector(".ww-search input") as HTMLElement;
    expect(getComputedStyle(field).borderTopWidth).toBe("1px");
  });
});
