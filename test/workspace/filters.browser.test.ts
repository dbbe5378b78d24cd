import { createStore, type Store } from "@whenwhere/store";
import { allLanguages } from "@whenwhere/view";
import { savedFilters, type WorkspaceOptions } from "@whenwhere/workspace";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { frame } from "../hands.ts";
import { january, taggedCollection } from "./fixture.ts";
import { testPage } from "./test-page.ts";

const records = taggedCollection.incidents;
const { host, ends, begin } = testPage(1280, { collection: taggedCollection });

function mount(options: Partial<WorkspaceOptions> = {}) {
  const handle = begin(options);
  return { handle, store: handle.store as Store };
}

const button = (name: string | RegExp): HTMLElement => {
  const found = [...host.querySelectorAll<HTMLElement>("button")].find((one) => {
    const label = one.getAttribute("aria-label") ?? one.textContent ?? "";
    return typeof name === "string" ? label === name : name.test(label);
  });
  if (found === undefined) throw new Error(`There is no button ${name}.`);
  return found;
};
const grid = (): HTMLElement => host.querySelector<HTMLElement>("[role=grid] [tabindex='0']") as HTMLElement;

describe("undo and redo of filters", () => {
  it("step back and forth by buttons and by keys, and leave selection and typing alone", async () => {
    const { store } = mount();
    store.set(january);
    store.set({ source: "facet:status", kind: "values", field: "status", values: ["alleged"] });
    store.select("shot");
    await frame();
    button("Undo the last filter").click();
    expect(Object.keys(store.state.clauses)).toEqual(["timeline"]);
    expect(store.state.selectedId).toBe("shot");
    grid().focus();
    await userEvent.keyboard("{Control>}z{/Control}");
    expect(store.state.clauses).toEqual({});
    await userEvent.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
    await userEvent.keyboard("{Control>}y{/Control}");
    expect(Object.keys(store.state.clauses)).toEqual(["timeline", "facet:status"]);
    host.querySelector<HTMLElement>("input[type=search]")?.focus();
    await userEvent.keyboard("{Control>}z{/Control}");
    expect(Object.keys(store.state.clauses)).toHaveLength(2);
    await frame();
    expect(button("Redo the filter").hasAttribute("disabled")).toBe(true);
  });

  it("take a brush that is dragged for one step", () => {
    const { store } = mount();
    for (let day = 0; day < 30; day++) store.set({ ...january, startMs: january.startMs + day });
    button("Undo the last filter").click();
    expect(store.state.clauses).toEqual({});
  });

  it("say how many filters stand, and clear them all", async () => {
    const { store } = mount();
    store.set(january);
    store.set({ source: "search", kind: "text", text: "drone" });
    await frame();
    button("Clear all (2)").click();
    expect(store.state.clauses).toEqual({});
  });
});

describe("saved filters", () => {
  it("are named, applied and removed, and are in the state", async () => {
    const { store, handle } = mount();
    store.set(january);
    await frame();
    button("Saved").click();
    await userEvent.fill(
      host.querySelector("input[aria-label='Name of these filters']") as HTMLInputElement,
      "January",
    );
    await userEvent.keyboard("{Enter}");
    expect(handle.state.savedFilters).toEqual([{ name: "January", filters: "v=1&w@timeline=2022-01-01/2022-02-15" }]);
    store.clear();
    button("January").click();
    expect(store.state.clauses).toEqual({ timeline: january });
    button("Saved").click();
    button("Remove: January").click();
    expect(handle.state.savedFilters).toEqual([]);
  });

  it("say of a name that is there that saving replaces what it names, before it does", async () => {
    const { store, handle } = mount();
    store.set(january);
    await frame();
    button("Saved").click();
    const name = host.querySelector("input[aria-label='Name of these filters']") as HTMLInputElement;
    const said = (): string | undefined => name.form?.querySelector("[role=status]")?.textContent ?? undefined;
    await userEvent.fill(name, "January");
    expect(said()).toBe("");
    await userEvent.keyboard("{Enter}");
    store.set({ source: "search", kind: "text", text: "drone" });
    await userEvent.fill(name, " January ");
    expect(said()).toBe("There is one of this name. Saving replaces it.");
    await userEvent.keyboard("{Enter}");
    expect(said()).toBe("");
    expect(handle.state.savedFilters).toHaveLength(1);
  });

  it("are kept by the browser only where the host says so, and whatever else stands there is nothing", () => {
    const kept = new Map<string, string>();
    const shelf = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    const store = createStore(records);
    ends.push(() => store.destroy());
    store.set(january);
    savedFilters({ store, shelf }).save("Mine");
    expect(kept.size).toBe(0);
    savedFilters({ store, shelf, keepAs: "desk" }).save("Mine");
    expect(savedFilters({ store, shelf, keepAs: "desk" }).list).toHaveLength(1);
    for (const bad of ["{", "null", '[1,{"name":"x"},{"name":"y","filters":"v=1&w=no"},{"name":"","filters":""}]']) {
      kept.set("whenwhere:filters:desk", bad);
      expect(savedFilters({ store, shelf, keepAs: "desk" }).list).toEqual([]);
    }
  });
});

describe("facets beyond the first three", () => {
  it("are a tree of categories in which a part takes the place of its whole", async () => {
    const { store } = mount();
    button("Parts of: Armed attack").click();
    const facet = (name: string): HTMLElement =>
      [...host.querySelectorAll<HTMLElement>(".ww-facet")].find((one) =>
        one.textContent?.startsWith(name),
      ) as HTMLElement;
    facet("Armed attack").click();
    expect(store.state.clauses["facet:category"]).toMatchObject({ field: "category>kind", values: ["attack"] });
    await frame();
    host.querySelector<HTMLElement>(".ww-facets-parts .ww-facet")?.click();
    const clause = store.state.clauses["facet:category"];
    expect(clause?.kind === "values" ? clause.values : []).toHaveLength(1);
    expect(clause).not.toMatchObject({ values: ["attack"] });
    expect(store.count().shown).toBeLessThan(store.count("facet:category").shown);
  });

  it("open on demand, count like the others, and offer what is exact by one press", async () => {
    const { store } = mount();
    const title = button("Date is known to the");
    expect(title.getAttribute("aria-expanded")).toBe("false");
    title.click();
    button("Only exact days").click();
    const days = store.facet("dated").filter(({ active }) => active);
    expect(days.map(({ value }) => value).sort()).toEqual(["day", "hour"]);
    expect(store.count().shown).toBe(2);
    await frame();
    button("Clear the filter: Date is known to the").click();
    expect(store.count().shown).toBe(10);
  });

  it("do not offer what is exact where no record is", () => {
    const offered = (precision: "exact" | "settlement"): boolean => {
      const { handle } = mount({
        collection: {
          ...taggedCollection,
          incidents: [{ id: "a", title: "A", where: { name: "Dubai", lon: 55.3, lat: 25.2, precision } }],
        },
      });
      const isOffered = !button("Only exact places").hidden;
      handle.destroy();
      return isOffered;
    };
    expect(offered("exact")).toBe(true);
    expect(offered("settlement")).toBe(false);
  });

  it("find a value among many", async () => {
    mount({
      collection: {
        ...taggedCollection,
        incidents: [...records, ...records.map((one) => ({ ...one, id: `${one.id}2`, tags: [`more-${one.id}`] }))],
      },
    });
    button("Tag").click();
    const section = host.querySelector("[role=group][aria-label=Tag]") as HTMLElement;
    const shown = (): number => section.querySelectorAll("li:not([hidden])").length;
    expect(shown()).toBe(12);
    await userEvent.fill(section.querySelector("input") as HTMLInputElement, "more-dr");
    expect(shown()).toBe(2);
    await userEvent.fill(section.querySelector("input") as HTMLInputElement, "");
    button(/^Show 8 more/).click();
    expect(shown()).toBe(20);
  });

  it("bound figures on both sides; what nobody counted stays possible", async () => {
    const { store } = mount();
    button("Figures").click();
    const group = host.querySelector("[role=group][aria-label=drones]") as HTMLElement;
    const [low, high] = [...group.querySelectorAll("input")] as [HTMLInputElement, HTMLInputElement];
    low.focus();
    await userEvent.keyboard("{ArrowRight}{ArrowRight}");
    expect(store.state.clauses["figure:drones"]).toMatchObject({ kind: "range", field: "drones", low: 2 });
    expect(low.getAttribute("aria-valuetext")).toBe("2");
    expect(high.getAttribute("aria-valuetext")).toBe("2 or more");
    expect(store.count()).toMatchObject({ shown: 10, possible: 9 });
    await userEvent.keyboard("{Home}");
    expect(store.state.clauses).toEqual({});
  });
});

describe("a shared view", () => {
  it("leads back, with the browser, to what was shown before a link of the page was followed", async () => {
    const { store } = mount({ fragment: true });
    store.set({ source: "search", kind: "text", text: "drone" });
    const sources = () => Object.keys(store.state.clauses);
    location.hash = "v=1&w@timeline=2022-01-01/2022-02-15&lang=en";
    await expect.poll(sources).toEqual(["timeline"]);
    location.hash = "v=1&sel=a&lang=en";
    await expect.poll(sources).toEqual([]);
    history.back();
    await expect.poll(sources).toEqual(["timeline"]);
    history.back();
    await expect.poll(sources).toEqual(["search"]);
    history.forward();
    await expect.poll(sources).toEqual(["timeline"]);
  });

  it("gives the same bytes on a page of another language, layout and order included", async () => {
    const first = mount({ fragment: true, layout: { preset: "map-first", hidden: ["card"], sizes: { side: 240 } } });
    first.store.set(january);
    first.store.set({ source: "search", kind: "text", text: "drone OR attack" });
    first.store.select("shot");
    first.store.setCamera({ lon: 45.5, lat: 12.25, zoom: 4.5 });
    const text = first.handle.state.fragment as string;
    expect(text).toContain("lay=map-first,-card,side:240");
    first.handle.destroy();
    location.hash = text;
    const second = mount({ fragment: true, locale: "fr", languages: allLanguages });
    await second.handle.ready;
    expect(second.handle.state.fragment).toBe(text);
    expect(second.handle.element.lang).toBe("en");
    expect(host.querySelector(".ww-ws-status")?.textContent).toBe("");
  });

  it("opens in the language that it was made in, where there are texts of it", async () => {
    location.hash = "v=1&lang=ru&data=10.x";
    const { handle } = mount({ fragment: true, languages: allLanguages });
    expect(handle.element.lang).toBe("ru");
    expect(host.textContent).toContain("Сохранённые");
    location.hash = "v=1&lang=ar&data=10.x";
    await expect.poll(() => handle.element.dir).toBe("rtl");
    location.hash = "v=1&lang=tlh&data=10.x";
    await frame();
    expect(handle.element.lang).not.toBe("tlh");
  });

  it("says when it was made from other records, and what of it cannot be taken", () => {
    location.hash = "v=1&w@timeline=2022-01-01/2022-02-15&f:nobody=x&sel=gone&lay=nowhere&lang=en&data=999.old";
    const { store } = mount({ fragment: true });
    const said = host.querySelector(".ww-ws-status")?.textContent ?? "";
    expect(said).toContain("999 then, 10 now");
    expect(said).toContain("1 filter of the shared view does not fit");
    expect(said).toContain("left out: 2");
    expect(store.state.clauses).toEqual({ timeline: january });
    button("Close").click();
    expect(host.querySelector(".ww-ws-status")?.textContent).toBe("");
  });

  it("is ignored with a message when it is longer than any of ours", () => {
    location.hash = `v=1&q=${"a".repeat(1_000_000)}`;
    const { store } = mount({ fragment: true });
    expect(host.querySelector(".ww-ws-status")?.textContent).toContain("too long to be one of ours");
    expect(store.state.clauses).toEqual({});
  });

  it("stands in the address bar by itself where the host wants that", async () => {
    const { store, handle } = mount({ fragment: "live" });
    store.select("shot");
    await expect.poll(() => location.hash).toBe(`#${handle.state.fragment}`);
  });
});
