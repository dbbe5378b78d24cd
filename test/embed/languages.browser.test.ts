import { defineElements, type WhenWhereElement } from "@whenwhere/embed";
import type { Incident } from "@whenwhere/model";
import type { WorkspaceHandle } from "@whenwhere/workspace";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { eventually } from "../eventually.ts";
import { drawn } from "./served-element.ts";

const records: readonly Incident[] = [
  { id: "a", title: "A", category: "strike", when: { edtf: "2022-02-02" } },
  { id: "b", title: "B", category: "exercise", when: { edtf: "2024-07" } },
];

// The texts of one language do not come, as when a file is missing on the server.
vi.mock("../../packages/view/src/pure/messages/load-languages.ts", async (load) => {
  const own = await load<typeof import("@whenwhere/view")>();
  const missing = (): Promise<never> => Promise.reject(new Error("not served"));
  return {
    ...own,
    loadLanguages: (...locales: string[]) => (locales.includes("uk") ? missing() : own.loadLanguages(...locales)),
  };
});

function mount(tag: string, attributes: Readonly<Record<string, string>>): WhenWhereElement {
  const element = document.createElement(tag) as WhenWhereElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.collection = records;
  document.body.append(element);
  return element;
}

const textOf = (element: WhenWhereElement): string => element.shadowRoot?.textContent ?? "";

/** Every text that has stood in the element until it is drawn, looked at after each change. */
function witness(element: WhenWhereElement): { readonly seen: ReadonlySet<string>; end(): void } {
  const seen = new Set<string>();
  const look = (): void => {
    for (const text of textOf(element).split("\n")) if (text.trim() !== "") seen.add(text);
  };
  const observer = new MutationObserver(look);
  const root = element.shadowRoot as ShadowRoot;
  observer.observe(root, { childList: true, subtree: true, characterData: true });
  look();
  return { seen, end: () => observer.disconnect() };
}

beforeAll(() => defineElements());
afterEach(() => {
  document.body.replaceChildren();
  history.replaceState(null, "", location.pathname + location.search);
});

/** Words of which every view shows one in English; the texts of neighbors run into each other. */
const ENGLISH = /Records|Copy|Search|Waiting|Reading|shown/;

describe("an element in a language other than English", () => {
  it.each([
    ["ww-table", "fr"],
    ["ww-filters", "fa"],
    ["when-where", "zh"],
    ["when-where", "ar"],
  ])("shows no English before <%s> is drawn in %s", async (tag, lang) => {
    const element = mount(tag, { lang });
    const { seen, end } = witness(element);
    await drawn(element);
    await eventually(() => expect(textOf(element)).not.toBe(""));
    end();
    expect([...seen].filter((text) => ENGLISH.test(text))).toEqual([]);
    expect(element.shadowRoot?.querySelector(".ww-host")?.getAttribute("lang")).toBe(lang);
  });

  it("says that it waits in that language alone", async () => {
    const element = document.createElement("ww-table") as WhenWhereElement;
    element.lang = "es";
    document.body.append(element);
    const { seen, end } = witness(element);
    await eventually(() => expect(textOf(element)).toContain("página"));
    end();
    expect([...seen].filter((text) => ENGLISH.test(text))).toEqual([]);
  });

  it("keeps what is drawn until the texts of the next language are there, and lets the last language win", async () => {
    const element = mount("ww-table", { lang: "en" });
    await drawn(element);
    const { store } = element;
    element.lang = "pt";
    expect(textOf(element)).toMatch(ENGLISH);
    element.lang = "ru";
    await eventually(() => expect(element.shadowRoot?.querySelector(".ww-host")?.getAttribute("lang")).toBe("ru"));
    await drawn(element);
    expect(textOf(element)).toMatch(/[а-я]{4}/);
    expect(element.store).toBe(store);
  });

  it("keeps what a reader has arranged, also when an attribute of the view changes that does not name it", async () => {
    const element = mount("when-where", { lang: "en" }) as WhenWhereElement<WorkspaceHandle>;
    await drawn(element);
    const told = vi.fn();
    element.addEventListener("ww-ready", told);
    element.store?.set({ source: "search", kind: "text", text: "a" });
    const state = () => element.handle?.state;
    const saved = [{ name: "Mine", filters: "v=1&q@search=a" }];
    element.handle?.update({ savedFilters: saved, layout: { preset: "timeline-first", sizes: { foot: 300 } } });
    const { handle } = element;
    const arranged = state()?.layout;
    expect(arranged?.preset).toBe("timeline-first");
    element.lang = "pt";
    await eventually(() => expect(textOf(element)).toMatch(/Guardados/));
    element.setAttribute("lane", "kind");
    element.setAttribute("heading", "Uma lista");
    expect(element.handle).toBe(handle);
    expect(told).toHaveBeenCalledTimes(3);
    expect(state()?.savedFilters).toEqual(saved);
    expect(state()?.layout).toEqual(arranged);
    expect(textOf(element)).toContain("Uma lista");
    element.setAttribute("layout", "map-first");
    expect(state()?.layout?.preset).toBe("map-first");
    element.removeAttribute("layout");
    expect(state()?.layout?.preset).toBe("dashboard");
    expect(state()?.savedFilters).toEqual(saved);
  });

  it("says of a refused attribute until it is another one", async () => {
    const element = mount("when-where", { lang: "en" });
    await drawn(element);
    const alert = () => element.shadowRoot?.querySelector("[role=alert]")?.textContent ?? "";
    for (const [name, wrong] of [
      ["layout", "stroy"],
      ["projection", "disc"],
    ] as const) {
      element.setAttribute(name, wrong);
      await eventually(() => expect(alert()).toContain(wrong));
      element.removeAttribute(name);
      await eventually(() => expect(alert()).toBe(""));
    }
  });

  it("opens a shared link of another language without a word of its own", async () => {
    location.hash = "v=1&lang=ru";
    const element = mount("when-where", { lang: "en" });
    const { seen, end } = witness(element);
    await drawn(element);
    await eventually(() => expect(textOf(element)).toMatch(/Сохранённые/));
    end();
    expect([...seen].filter((text) => ENGLISH.test(text))).toEqual([]);
  });

  it("draws everything in English where the texts do not come, and says so", async () => {
    const failed = vi.fn();
    const element = document.createElement("ww-table") as WhenWhereElement;
    element.addEventListener("ww-error", (event) => failed((event as CustomEvent<{ code: string }>).detail.code));
    element.lang = "uk";
    element.collection = records;
    document.body.append(element);
    await drawn(element);
    await eventually(() => expect(textOf(element)).toContain("The texts in Ukrainian could not be loaded"));
    expect(failed).toHaveBeenCalledExactlyOnceWith("load/language");
    expect(element.shadowRoot?.querySelector('[role="grid"]')).not.toBeNull();
    expect(element.shadowRoot?.querySelector(".ww-host")?.getAttribute("lang")).toBe("en");
  });

  it("speaks English under a tag that is none", async () => {
    const element = mount("ww-table", { lang: "en_US" });
    await drawn(element);
    expect(textOf(element)).toMatch(ENGLISH);
  });
});
