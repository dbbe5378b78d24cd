import { createStore, type Store } from "@whenwhere/store";
import { arabic, createWords } from "@whenwhere/view";
import { facets, recordCard } from "@whenwhere/workspace";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { frame } from "../hands.ts";
import { incidents, january, sources } from "./fixture.ts";

let host: HTMLElement;
let store: Store;
const ends: (() => void)[] = [];

beforeEach(() => {
  host = document.createElement("main");
  host.style.width = "360px";
  document.body.append(host);
  store = createStore({ incidents, sources });
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
  store.destroy();
  host.remove();
});

describe("the record card", () => {
  beforeEach(() => {
    const card = recordCard(host, { store });
    ends.push(() => card.destroy());
    store.select("drones");
  });

  it("says date, place, actors and figures in words", () => {
    for (const words of [
      "2 February 2022, hour not given",
      "in the source: “yesterday, Wednesday”",
      "Abu Dhabi, within 15 km (assumed)",
      "True Promise Brigades (claims it)",
      "killed: not known, by a bulletin",
      "drones: 2 or more, by a bulletin",
      "accounts differ",
    ]) {
      expect(host.textContent).toContain(words);
    }
  });

  it("names the language of the record's own words, and of a source's, in whatever language it speaks itself", () => {
    const place = document.createElement("div");
    host.append(place);
    const written = createStore({ incidents, sources, language: "en" });
    const card = recordCard(place, { store: written, words: createWords("uk") });
    ends.push(
      () => card.destroy(),
      () => written.destroy(),
    );
    written.select("drones");
    const languageOf = (query: string) => place.querySelector(query)?.closest("[lang]")?.getAttribute("lang");
    expect(languageOf(".ww-card-title")).toBe("en");
    expect(languageOf(".ww-card-summary")).toBe("en");
    expect(languageOf(".ww-card-kicker")).toBe("uk");
    expect(languageOf(".ww-sources a")).toBe("ar");
  });

  it("shows that its text goes on below, until the reader is at its end", async () => {
    host.style.height = "240px";
    const body = host.querySelector(".ww-card-body") as HTMLElement;
    const goesOn = (): boolean => body.classList.contains("ww-more-below");
    await expect.poll(goesOn).toBe(true);
    body.scrollTop = body.scrollHeight;
    await expect.poll(goesOn).toBe(false);
    host.style.height = "4000px";
    body.scrollTop = 0;
    await expect.poll(goesOn).toBe(false);
  });

  it("puts accounts side by side and prints what was not said", () => {
    const heads = [...host.querySelectorAll(".ww-accounts thead th")].map((cell) => cell.firstChild?.textContent);
    expect(heads).toEqual(["A spokesman", "A newspaper"]);
    const rows = [...host.querySelectorAll(".ww-accounts tbody tr")].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ["By", "True Promise Brigades", "an Iraqi front"],
      ["Reason", "not said", "a quarrel"],
      ["Grade", "E3", "C3, C4"],
    ]);
    expect(host.querySelector(".ww-accounts")?.getAttribute("tabindex")).toBe("0");
  });

  it("links only to addresses that a reader may follow, and shows the host", () => {
    const links = [...host.querySelectorAll("a")].map((link) => [link.href, link.rel]);
    expect(links).toEqual([["https://www.example.org/post/1", "noopener noreferrer nofollow"]]);
    expect(host.textContent).toContain("example.org");
    expect(host.textContent).toContain("in bulletin.txt, under “Drones over the city”");
  });

  it("goes to linked records and to the previous and next in time", () => {
    host.querySelector<HTMLElement>(".ww-linked button")?.click();
    expect(store.state.selectedId).toBe("three");
    expect(host.querySelector(".ww-linked i")?.textContent).toBe("came after");
    host.querySelector<HTMLElement>(".ww-arrow-next")?.click();
    expect(store.state.selectedId).toBe("joint");
    host.querySelector<HTMLElement>(".ww-arrow")?.click();
    expect(store.state.selectedId).toBe("three");
  });

  it("keeps the day of a source beside its month, and the name of a file whole, where words run the other way", () => {
    const source = { title: "T", publisher: "al-Akhbar", published: "2022-02-04", via: { document: "003_2f90.txt" } };
    const written = createStore({ incidents: [{ id: "one", title: "One", sources: ["s"] }], sources: { s: source } });
    const place = document.createElement("div");
    host.append(place);
    const card = recordCard(place, { store: written, words: createWords("ar", [arabic]) });
    ends.push(
      () => card.destroy(),
      () => written.destroy(),
    );
    written.select("one");
    const leftOf = (text: string): number => {
      const walker = document.createTreeWalker(place.querySelector(".ww-sources") as Element, NodeFilter.SHOW_TEXT);
      while (!walker.nextNode()?.textContent?.includes(text));
      const range = document.createRange();
      const at = walker.currentNode.textContent?.indexOf(text) ?? 0;
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + text.length);
      return range.getBoundingClientRect().left;
    };
    expect(leftOf("003")).toBeLessThan(leftOf("txt"));
    expect(leftOf("al-Akhbar")).toBeGreaterThan(leftOf("4"));
    expect(leftOf("4")).toBeGreaterThan(leftOf("فبراير"));
  });

  it("shows markup in data as text", () => {
    store.replace([{ id: "x", title: "<img src=x onerror=alert(1)>", summary: "<script>1</script>" }]);
    store.select("x");
    expect(host.querySelector("img, script")).toBeNull();
    expect(host.querySelector(".ww-card-title")?.textContent).toBe("<img src=x onerror=alert(1)>");
  });
});

describe("the facets", () => {
  const button = (name: string): HTMLElement => {
    const found = [...host.querySelectorAll<HTMLElement>(".ww-facet")].find((one) => one.textContent?.startsWith(name));
    if (!found) throw new Error(`There is no facet ${name}.`);
    return found;
  };
  beforeEach(() => {
    const side = facets(host, { store, words: createWords("en") });
    ends.push(() => side.destroy());
  });

  it("count what passes surely and what passes possibly, under all filters but their own", async () => {
    store.set(january);
    await frame();
    for (const count of store.facet("category")) {
      const possible = count.possible > 0 ? ` + ${count.possible}` : "";
      const name = createWords("en").category(count.value);
      const said = () => button(name).querySelector(".ww-facet-count")?.textContent;
      await expect.poll(said).toBe(`${count.certain}${possible}`);
    }
    const before = button("Exercise").querySelector(".ww-facet-count")?.textContent;
    button("Armed attack").click();
    await frame();
    expect(button("Exercise").querySelector(".ww-facet-count")?.textContent).toBe(before);
    expect(store.count().shown).toBeLessThan(store.count("facet:category").shown);
  });

  it("say their numbers to those who hear the page once the filters rest", async () => {
    const said = (name: string) => button(name).querySelector(".ww-visually-hidden")?.textContent;
    const before = said("Exercise");
    expect(before).toContain("2");
    store.set(january);
    expect(said("Exercise")).toBe(before);
    await expect.poll(() => said("Exercise")).not.toBe(before);
    const { certain, possible } = store.facet("category").find(({ value }) => value === "exercise") ?? {};
    expect(said("Exercise")).toContain(`${certain} certainly, ${possible} possibly`);
  });

  it("say the numbers that they show, however late the frame comes that shows them", async () => {
    const said = () => button("Exercise").querySelector(".ww-visually-hidden")?.textContent;
    const before = said();
    const late = vi.spyOn(globalThis, "requestAnimationFrame");
    late.mockImplementation((run) => Number(setTimeout(() => run(performance.now()), 400)));
    ends.push(() => late.mockRestore());
    store.set(january);
    await expect.poll(said).not.toBe(before);
    const { certain, possible } = store.facet("category").find(({ value }) => value === "exercise") ?? {};
    expect(said()).toContain(`${certain} certainly, ${possible} possibly`);
  });

  it("are right at rest where they are scrolled out of sight", async () => {
    host.style.height = "120px";
    host.style.overflow = "auto";
    const section = host.querySelectorAll(".ww-section")[3] as HTMLElement;
    const shown = () => [...section.querySelectorAll(".ww-facet-count")].map(({ textContent }) => textContent);
    const skipped = new Promise((done) => section.addEventListener("contentvisibilityautostatechange", done));
    await frame();
    const before = shown();
    const heightPx = section.offsetHeight;
    store.set(january);
    await skipped;
    expect(section.offsetHeight).toBe(heightPx);
    await expect.poll(shown).not.toEqual(before);
    await expect.poll(() => section.scrollHeight).toBeLessThanOrEqual(heightPx);
    const counts = store
      .facet("precision")
      .map(({ certain, possible }) => certain + possible)
      .filter((n) => n > 0);
    const sums = shown()
      .map((text) => (text ?? "").split("+").reduce((sum, part) => sum + Number(part), 0))
      .filter((n) => n > 0);
    expect([...sums].sort()).toEqual([...counts].sort());
  });

  it("are switched by mouse and keyboard, several at once, and cleared", async () => {
    button("Exercise").click();
    button("Alleged").focus();
    await userEvent.keyboard(" ");
    await frame();
    expect(button("Exercise").getAttribute("aria-pressed")).toBe("true");
    expect(store.count().shown).toBe(0);
    button("Planned").click();
    await frame();
    expect(store.count().shown).toBe(1);
    for (const clear of host.querySelectorAll<HTMLElement>(".ww-facet-clear:not([hidden])")) clear.click();
    expect(store.count().shown).toBe(10);
  });

  it("search the words of the records, and Escape empties the search", async () => {
    await userEvent.fill(host.querySelector("input") as HTMLInputElement, "drone");
    await expect.poll(() => store.count().shown).toBe(2);
    await userEvent.keyboard("{Escape}");
    expect(store.count().shown).toBe(10);
  });
});

describe("the fields of the facets", () => {
  const headings = () => [...host.querySelectorAll("h3")].map((heading) => heading.textContent);
  const made = (fields: readonly string[]) => {
    const side = facets(host, { store, fields });
    ends.push(() => side.destroy());
    return side;
  };

  it("are those that are asked for, in their order, fields of the records among them", async () => {
    store.replace([
      { id: "a", title: "A", weapon_type: "Mortar" } as never,
      { id: "b", title: "B", weapon_type: "Drone" } as never,
    ]);
    made(["figures", "status", "weapon_type"]);
    expect(headings()).toEqual(["Figures", "How it is told", "weapon type"]);
    for (const fold of host.querySelectorAll<HTMLElement>("h3 [aria-expanded]")) fold.click();
    const mortar = [...host.querySelectorAll<HTMLElement>(".ww-facet")].find((one) =>
      one.textContent?.startsWith("Mo"),
    );
    mortar?.click();
    expect(store.state.clauses["facet:weapon_type"]).toMatchObject({ field: "weapon_type", values: ["Mortar"] });
    expect(store.count().shown).toBe(1);
    store.replace([{ id: "c", title: "C" }]);
    await frame();
    expect(host.textContent).toContain("No record says anything here.");
  });

  it("that no record has are refused, with the nearest name", () => {
    for (const [wrong, hint] of [
      ["presicion", 'Did you mean "precision"?'],
      ["figurs", 'Did you mean "figures"?'],
      ["calibre", "Use category, status, dated, precision, country, actor, source, tag, figures, or a field"],
    ] as const) {
      expect(() => made(["category", wrong])).toThrow(`No record has a field "${wrong}". ${hint}`);
    }
    expect(host.childNodes).toHaveLength(0);
  });
});

describe("folded facets", () => {
  it("stand in close lines, so that what follows them is not pushed out of sight", () => {
    const view = facets(host, { store });
    ends.push(() => view.destroy());
    const folded = [...host.querySelectorAll<HTMLElement>(".ww-section")].filter(
      (section) => section.querySelector(".ww-facet-head [aria-expanded]")?.getAttribute("aria-expanded") === "false",
    );
    expect(folded.length).toBeGreaterThan(4);
    const pitches = folded.slice(1).flatMap((section, i) => {
      const before = folded[i] as HTMLElement;
      return before.nextElementSibling === section ? [section.offsetTop - before.offsetTop] : [];
    });
    expect(pitches.length).toBeGreaterThan(2);
    expect(Math.max(...pitches)).toBeLessThan(32);
    expect(Math.min(...pitches)).toBeGreaterThanOrEqual(24);
  });
});

describe("the values of a facet", () => {
  it("stay where they are when the search is entered and when a first filter is set: a click hits what it was meant for", async () => {
    host.style.width = "185px";
    const view = facets(host, { store });
    ends.push(() => view.destroy());
    const [value] = host.querySelectorAll<HTMLElement>(".ww-facet");
    const topNow = (): number => (value as HTMLElement).getBoundingClientRect().top;
    const before = topNow();
    await userEvent.click(host.querySelector("input[type=search]") as HTMLElement);
    expect(topNow()).toBe(before);
    await userEvent.click(value as HTMLElement);
    await expect.poll(() => value?.getAttribute("aria-pressed")).toBe("true");
    expect(topNow()).toBe(before);
  });
});
