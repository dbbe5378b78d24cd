import type { Incident } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import { workspace } from "@whenwhere/workspace";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { collection, incidents, january, sources } from "./fixture.ts";
import { testPage } from "./test-page.ts";

const { host, begin, mount } = testPage(1280);

/** The pictures have tests of their own. */
async function faults(): Promise<string[]> {
  const result = await axe.run({ include: host, exclude: [".ww-timeline", ".ww-map"] } as never, {
    rules: { "target-size": { enabled: true }, region: { enabled: true } },
  });
  return result.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)}`));
}

describe("the workspace", () => {
  it("shows title, counts, table, filters, and the timeline and map when they are loaded", async () => {
    const handle = await mount();
    expect(host.querySelector("h2")?.textContent).toBe("A small collection");
    expect(host.querySelector(".ww-counts")?.textContent).toBe(
      handle.store ? "10 of 10 shown, 2 not on the map, 1 without a date" : "",
    );
    for (const part of [".ww-table", ".ww-card", ".ww-facets", ".ww-legend", ".ww-timeline", ".ww-map"]) {
      expect(host.querySelector(part), part).not.toBeNull();
    }
  });

  it("says what its host says about the records in the card, until one of them is picked", async () => {
    const { store } = await mount({ description: "Collected by hand, in one week." });
    const about = () => host.querySelector(".ww-ws-card p")?.textContent;
    expect(about()).toBe("Collected by hand, in one week.");
    store?.select("villages");
    expect(host.querySelector(".ww-ws-card")?.textContent).not.toContain("Collected by hand");
    store?.select(null);
    expect(about()).toBe("Collected by hand, in one week.");
  });

  it("hands options to its timeline, and keeps them when the layout changes", async () => {
    await mount({ lane: ["category", "kind"], timeline: { collapsed: "all", histogram: true, overview: false } });
    const strip = () => host.querySelector<HTMLElement>(".ww-tl-strip")?.hidden;
    const groups = [...host.querySelectorAll(".ww-tl-lane[data-group=true]")];
    expect(groups.map((group) => group.getAttribute("aria-expanded"))).toEqual(groups.map(() => "false"));
    expect(host.querySelectorAll(".ww-tl-lane.ww-tl-fixed").length).toBeGreaterThan(0);
    expect(strip()).toBe(true);
    host.style.width = "900px";
    const form = () => host.querySelector<HTMLElement>(".ww-workspace")?.dataset.layout;
    // A frame takes up to a second where the processor plays the graphics card.
    await expect.poll(form).toBe("tablet");
    expect(strip()).toBe(true);
  });

  it("selects in the table what is selected anywhere, and opens it in the card", async () => {
    const { store } = await mount();
    store?.select("villages");
    expect(host.querySelector(".ww-table [aria-selected=true]")?.textContent).toContain("Attacks on four villages");
    expect(host.querySelector(".ww-card-title")?.textContent).toBe("Attacks on four villages");
    host.querySelector<HTMLElement>(".ww-table [data-row]:not([aria-selected=true])")?.click();
    expect(store?.state.selectedId).not.toBe("villages");
  });

  it.each([1280, 900, 390])("has no fault that axe finds, and does not overflow, at %i px", async (width) => {
    host.style.width = `${width}px`;
    const { store } = await mount();
    store?.set(january);
    store?.select("drones");
    await expect.poll(() => host.querySelector(".ww-counts")?.textContent).toContain("only possibly");
    expect(await faults()).toEqual([]);
    expect(host.scrollWidth).toBeLessThanOrEqual(width);
  });

  it("stands from right to left in Arabic", async () => {
    const { element } = await mount({ locale: "ar" });
    expect(getComputedStyle(element).direction).toBe("rtl");
    expect(host.textContent).toContain("كيف تُقرأ العلامة");
    expect(await faults()).toEqual([]);
  });

  it("restores a shared view from the fragment and says what did not fit", async () => {
    const other = createStore({ incidents, sources });
    const first = await mount({ collection: undefined as never, store: other, fragment: true });
    other.set(january);
    other.select("shot");
    first.element.querySelector<HTMLElement>(".ww-ws-buttons > button")?.click();
    expect(location.hash).toContain("sel=shot");
    first.destroy();
    other.destroy();
    const second = await mount({ fragment: true });
    expect(second.store?.state.selectedId).toBe("shot");
    expect(second.store?.state.clauses.timeline).toEqual(january);
  });

  it("goes to the search with the slash key, and leaves the page's own slash alone", async () => {
    await mount();
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true }));
    expect(document.activeElement?.tagName).not.toBe("INPUT");
    host
      .querySelector<HTMLElement>("[role=grid] [tabindex='0']")
      ?.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true }));
    expect(document.activeElement?.getAttribute("type")).toBe("search");
  });

  it("shows one area at a time on a phone, by tabs that arrows walk", async () => {
    host.style.width = "390px";
    await mount();
    const tabs = [...host.querySelectorAll<HTMLElement>("[role=tab]")];
    tabs[1]?.click();
    expect(host.querySelector<HTMLElement>(".ww-ws-table")?.hidden).toBe(false);
    expect(host.querySelector<HTMLElement>(".ww-ws-map")?.hidden).toBe(true);
    tabs[1]?.focus();
    tabs[1]?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
    expect(host.querySelector<HTMLElement>(".ww-ws-side")?.hidden).toBe(false);
  });

  it("says that it reads, what failed, and that there is nothing", async () => {
    const handle = begin({ collection: undefined as never, loading: { rows: 1200 } });
    expect(host.textContent).toContain("1,200 records read");
    handle.update({ error: { title: "incidents.csv cannot be read", found: "an HTML page", expected: "a table" } });
    expect(host.querySelector("[role=alert]")?.textContent).toContain("an HTML page");
    handle.update({ error: null, collection: { whenwhere: 1, incidents: [] } });
    await handle.ready;
    expect(host.textContent).toContain("There are no records here.");
    handle.update({ collection: { whenwhere: 1, incidents: incidents.slice(0, 1) } });
    await handle.ready;
    expect(host.querySelector(".ww-counts")?.textContent).toContain("1 of 1 shown");
  });

  it("lists what an import changed and refused", async () => {
    const issue = {
      code: "time/syntax",
      severity: "error",
      row: 7,
      field: "when",
      value: "x",
      message: "“x” is not a date.",
      hint: "Write 2022-02-02.",
    } as const;
    await mount({
      report: {
        format: "csv",
        encoding: "utf-8",
        rows: { read: 11, kept: 10, changed: 0, undated: 1, unplaced: 2, rejected: 1 },
        issues: [issue],
      },
    });
    const button = [...host.querySelectorAll<HTMLElement>("button")].find(
      (one) => one.textContent === "11 read, 0 changed, 1 refused",
    );
    button?.click();
    expect(button?.getAttribute("aria-expanded")).toBe("true");
    expect(host.querySelector(".ww-issue")?.textContent).toContain("Record 7, when “x” is not a date.");
  });

  it("says which records the store gave an id of their own, and of those that come later", async () => {
    const store = createStore([]);
    await mount({ store });
    expect(host.querySelector(".ww-report-button")).toBeNull();
    const [first] = incidents as readonly [Incident];
    store.append([first, { ...first, title: "The same again" }, { id: "bare", title: "Neither date nor place" }]);
    const line = () => host.querySelector<HTMLElement>(".ww-report-button");
    expect(line()?.textContent).toBe("3 read, 1 changed, 0 refused");
    line()?.click();
    const said = host.querySelector(".ww-issue")?.textContent;
    expect(said).toContain("Record 2, id");
    expect(said).toContain('It is "drones-2".');
    store.append([{ ...first, title: "Once more" }]);
    expect(line()?.textContent).toBe("4 read, 2 changed, 0 refused");
    expect(host.querySelectorAll(".ww-report-button")).toHaveLength(1);
  });

  it("says what of such records cannot be drawn, a record of two faults once", async () => {
    const wrong = { id: "w", title: "Wrong", when: { edtf: "02/03/2022" }, where: { lon: 200, lat: 4 } };
    await mount({ store: createStore([...incidents, wrong]) });
    const line = host.querySelector<HTMLElement>(".ww-report-button");
    expect(line?.textContent).toBe(`${incidents.length + 1} read, 1 changed, 0 refused`);
    line?.click();
    const said = [...host.querySelectorAll(".ww-issue")].map(({ textContent }) => textContent).join(" ");
    expect(said).toContain(`Record ${incidents.length + 1}, when.edtf`);
    expect(said).toContain(`Record ${incidents.length + 1}, where`);
  });

  it("adds them to what the reader said", async () => {
    const [first] = incidents as readonly [Incident];
    const rows = { read: 3, kept: 2, changed: 0, undated: 0, unplaced: 0, rejected: 1 };
    await mount({
      store: createStore([first, first]),
      report: { format: "csv", encoding: "utf-8", rows, issues: [] },
    });
    expect(host.querySelector(".ww-report-button")?.textContent).toBe("3 read, 1 changed, 1 refused");
  });

  it("leaves nothing when destroyed", async () => {
    const sheets = document.adoptedStyleSheets.length;
    const handle = await mount();
    handle.destroy();
    handle.destroy();
    expect(host.childElementCount).toBe(0);
    expect(document.adoptedStyleSheets).toHaveLength(sheets);
  });
});

describe("a wrong call of the workspace", () => {
  const call = (options: unknown) => () => workspace(host, options as Parameters<typeof workspace>[1]);

  it("without options is told what to pass", () => {
    expect(call(undefined)).toThrow(/found undefined\. Pass \{ store: createStore\(incidents\) \}/);
  });

  it("with a layout that is none is told which there are", () => {
    expect(call({ layout: "mapfirst" })).toThrow(
      /layout of workspace is "mapfirst"\. Use one of dashboard, story, map-first/,
    );
  });

  it("is put on paper with its credit once, as its last line", async () => {
    await mount({ collection: { ...collection, attribution: "A desk, example.org" } });
    const root = host.querySelector(".ww-workspace") as HTMLElement;
    dispatchEvent(new Event("beforeprint"));
    const sheet = root.querySelector(".ww-print") as HTMLElement;
    expect(sheet.textContent).not.toContain("A desk");
    expect(sheet.nextElementSibling?.shadowRoot?.textContent).toContain("A desk, example.org");
    dispatchEvent(new Event("afterprint"));
    expect(root.querySelector(".ww-print")).toBeNull();
  });
});
