import { defineElements, elementsManifest, type WhenWhereElement } from "@whenwhere/embed";
import type { Incident } from "@whenwhere/model";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { eventually } from "../eventually.ts";
import { alertOf, drawn } from "./served-element.ts";

const records: readonly Incident[] = [
  { id: "a", title: "Drones launched", category: "strike", when: { edtf: "2022-02-02" } },
  { id: "b", title: "Joint exercise", category: "exercise", when: { edtf: "2024-07" } },
  { id: "c", title: "Attack on pipelines", category: "attack", status: "alleged" },
];

function mount(tag: string, change: (element: WhenWhereElement) => void = () => {}): WhenWhereElement {
  const element = document.createElement(tag) as WhenWhereElement;
  change(element);
  document.body.append(element);
  return element;
}

/** An address of this page that answers with `text`. */
const address = (text: string, type: string): string => URL.createObjectURL(new Blob([text], { type }));

beforeAll(() => defineElements());
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe("an element", () => {
  it("shows records that a page sets as objects", async () => {
    const table = mount("ww-table", (element) => {
      element.collection = records;
    });
    await drawn(table);
    expect(table.store?.count()).toMatchObject({ shown: 3, total: 3, undated: 1, unplaced: 3 });
    expect(table.shadowRoot?.textContent).toContain("Joint exercise");
  });

  it("offers the facets that its attribute names, in their order", async () => {
    const filters = mount("ww-filters", (element) => {
      element.setAttribute("fields", "figures  status");
      element.collection = records;
    });
    await drawn(filters);
    const headings = [...(filters.shadowRoot?.querySelectorAll("h3") ?? [])].map((heading) => heading.textContent);
    expect(headings).toEqual(["Figures", "How it is told"]);
  });

  it("grows on a phone beyond a height that a page gives it, so that nothing lies over what comes after it", async () => {
    const element = mount("when-where", (one) => {
      one.style.width = "390px";
      one.style.height = "500px";
      one.setAttribute("projection", "flat");
      one.collection = records;
    });
    await drawn(element);
    const bottomOf = (one: Element | null | undefined): number => one?.getBoundingClientRect().bottom ?? Number.NaN;
    const inner = element.shadowRoot?.querySelector(".ww-workspace");
    await eventually(() => expect(bottomOf(inner)).toBeGreaterThan(bottomOf(element) - 1));
    expect(bottomOf(element) - bottomOf(inner)).toBeCloseTo(0, 0);
    expect(element.offsetHeight).toBeGreaterThan(500);
    element.style.width = "1280px";
    element.style.height = "1400px";
    await eventually(() => expect(element.offsetHeight).toBe(1400));
  });

  it("reads a table of comma-separated values from its address", async () => {
    const src = address("title,date\nOne,2022-02-02\nTwo,2022-02\n", "text/csv");
    const timeline = mount("ww-timeline", (element) => element.setAttribute("src", src));
    await drawn(timeline);
    expect(timeline.store?.count().total).toBe(2);
  });

  it("redacts by its attributes before anything of the page can see the data", async () => {
    const csv =
      "title,summary,date,latitude,longitude,place\nClash in Tadefqux,Said,2022-02-02,36.34527,37.71938,Tadefqux\n";
    const element = mount("when-where", (one) => {
      one.setAttribute("src", address(csv, "text/csv"));
      one.setAttribute("redact-radius", "25000");
      one.setAttribute("redact-fields", "summary");
    });
    await drawn(element);
    const { store } = element;
    const incident = store?.incident(0);
    expect(incident?.where).toMatchObject({ obscured: true });
    expect(JSON.stringify(incident)).not.toMatch(/tadefqux|36\.345|37\.719|Said/i);
    expect(element.shadowRoot?.textContent).not.toMatch(/tadefqux/i);
    expect([store?.columns.lon.at(0), store?.columns.lat.at(0)]).toEqual([incident?.where?.lon, incident?.where?.lat]);
  });

  it("refuses a wrong redaction instead of showing everything", async () => {
    const element = mount("ww-table", (one) => {
      one.setAttribute("redact-radius", "far");
      one.collection = records;
    });
    expect(await alertOf(element)).toContain("radiusM");
  });

  it("reads records written inside it, and again when its data change", async () => {
    const table = mount("ww-table", (element) => {
      const script = document.createElement("script");
      script.type = "application/json";
      script.textContent = JSON.stringify(records);
      element.append(script);
    });
    await drawn(table);
    expect(table.store?.count().total).toBe(3);
    table.collection = records.slice(0, 1);
    await eventually(() => expect(table.store?.count().total).toBe(1));
  });

  it("borrows the store of its group, whichever of the two comes first", async () => {
    const early = mount("ww-table");
    expect(early.shadowRoot?.querySelector('[role="status"]')?.textContent).not.toBe("");
    const owner = mount("ww-timeline", (element) => {
      element.collection = records;
    });
    const late = mount("ww-record");
    const stranger = mount("ww-table", (element) => element.setAttribute("group", "other"));
    await Promise.all([drawn(early), drawn(owner), drawn(late)]);
    expect(early.store).toBe(owner.store);
    expect(late.store).toBe(owner.store);
    expect(stranger.handle).toBeNull();
    owner.store?.select("b");
    await eventually(() => expect(late.shadowRoot?.textContent).toContain("Joint exercise"));
  });

  it("speaks the language of the page and changes with it, on the same store", async () => {
    const table = mount("ww-table", (element) => {
      element.collection = records;
    });
    await drawn(table);
    const { store } = table;
    document.documentElement.lang = "ar";
    await eventually(() => expect(table.shadowRoot?.querySelector(".ww-host")?.getAttribute("dir")).toBe("rtl"));
    await drawn(table);
    expect(table.store).toBe(store);
    document.documentElement.lang = "en";
  });

  it.each([
    ["invalid JSON", '{"whenwhere": 1, "incidents": [{]}', "application/json", /JSON/],
    ["a web page", "<!doctype html><title>Not found</title>", "text/html", /HTML|page/i],
    ["an empty file", "", "text/csv", /no text/i],
    ["no usable row", '[{"x": 1}]', "application/json", /./],
  ])("says in words that it was given %s", async (_, text, type, words) => {
    const failed = vi.fn();
    const element = mount("ww-timeline", (timeline) => {
      timeline.addEventListener("ww-error", failed);
      timeline.setAttribute("src", address(text, type));
    });
    expect(await alertOf(element)).toMatch(words);
    expect(failed).toHaveBeenCalledOnce();
    expect(element.handle).toBeNull();
  });

  it("says so when its address does not exist", async () => {
    const element = mount("when-where", (widget) => widget.setAttribute("src", "/no/such/file.csv"));
    expect(await alertOf(element)).not.toBe("");
  });

  it("keeps text text", async () => {
    const title = '<img src=x onerror="globalThis.hurt = 1"><script>globalThis.hurt = 1</script>';
    const table = mount("ww-table", (element) => {
      element.collection = [{ id: "x", title, category: title, when: { edtf: "2022" }, where: { name: title } }];
    });
    await drawn(table);
    expect(table.shadowRoot?.querySelector("img, script")).toBeNull();
    expect(Reflect.get(globalThis, "hurt")).toBeUndefined();
  });

  it("lives on where it is moved within its page, with its records and all that was chosen", async () => {
    const fetching = vi.spyOn(globalThis, "fetch");
    const widget = mount("when-where", (element) =>
      element.setAttribute("src", address(JSON.stringify(records), "application/json")),
    );
    const told = vi.fn();
    await eventually(() => expect(widget.handle).not.toBeNull());
    const { handle, store } = widget;
    store?.set({ source: "mine", kind: "values", field: "category", values: ["none"] });
    widget.addEventListener("ww-ready", told);
    const other = document.body.appendChild(document.createElement("section"));
    other.append(widget);
    document.body.prepend(widget);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([widget.handle, widget.store]).toEqual([handle, store]);
    expect(widget.store?.count().shown).toBe(0);
    expect(widget.shadowRoot?.querySelectorAll(".ww-ws-head")).toHaveLength(1);
    expect(told).not.toHaveBeenCalled();
    expect(fetching).toHaveBeenCalledOnce();
    // In another root it has other neighbours.
    other.attachShadow({ mode: "open" }).append(widget);
    await eventually(() => expect(told).toHaveBeenCalled());
    expect(widget.handle).not.toBe(handle);
    other.remove();
  });

  it("takes the language of where it is moved to, and no other notice of it", async () => {
    const table = mount("ww-table", (element) => {
      element.collection = records;
    });
    await drawn(table);
    const told = vi.fn();
    table.addEventListener("ww-ready", told);
    const [same, other] = ["en", "ar"].map((lang) => {
      const place = document.body.appendChild(document.createElement("section"));
      place.lang = lang;
      return place;
    }) as [HTMLElement, HTMLElement];
    same.append(table);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(told).not.toHaveBeenCalled();
    other.append(table);
    await eventually(() => expect(table.shadowRoot?.querySelector(".ww-host")?.getAttribute("dir")).toBe("rtl"));
    for (const place of [same, other]) place.remove();
  });

  it("leaves nothing behind, however often it comes and goes", async () => {
    const table = mount("ww-table", (element) => {
      element.collection = records;
    });
    for (let turn = 0; turn < 50; turn++) {
      table.remove();
      await Promise.resolve();
      document.body.append(table);
    }
    await drawn(table);
    expect(table.shadowRoot?.querySelectorAll('[role="grid"]')).toHaveLength(1);
    table.remove();
    await Promise.resolve();
    expect(table.shadowRoot?.childElementCount).toBe(0);
    expect(table.shadowRoot?.adoptedStyleSheets).toHaveLength(0);
  });

  it("aborts its request when it leaves before the answer", async () => {
    const [failed, fetching] = [vi.fn(), vi.spyOn(globalThis, "fetch")];
    // It never comes, unless it is given up.
    fetching.mockImplementation(
      (_, init) =>
        new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", () => reject(init.signal?.reason))),
    );
    const element = mount("ww-table", (table) => {
      table.addEventListener("ww-error", failed);
      table.setAttribute("src", "/a.csv");
    });
    await eventually(() => expect(fetching).toHaveBeenCalledOnce());
    element.remove();
    await Promise.resolve();
    expect(fetching.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
    await expect(fetching.mock.results[0]?.value).rejects.toThrow();
    // Whoever waited for the answer has been told by the next task.
    await new Promise((resolve) => setTimeout(resolve));
    expect(failed).not.toHaveBeenCalled();
    expect(element.shadowRoot?.childElementCount).toBe(0);
  });
});

describe("the registration", () => {
  it("can be asked for twice, and leaves a taken tag alone", () => {
    const taken = customElements.get("ww-table");
    defineElements();
    expect(customElements.get("ww-table")).toBe(taken);
  });

  it("lists custom properties that views have", async () => {
    const table = mount("ww-table", (element) => {
      element.collection = records;
    });
    await eventually(() => expect(table.handle).not.toBeNull());
    const { modules } = elementsManifest() as {
      modules: { declarations: { tagName: string; cssProperties: { name: string; description: string }[] }[] }[];
    };
    const names = modules.flatMap(({ declarations }) =>
      declarations.flatMap(({ cssProperties }) =>
        cssProperties.flatMap(({ name, description }) => [name, ...(description.match(/--ww-[a-z0-9-]+/g) ?? [])]),
      ),
    );
    const style = getComputedStyle(table);
    const unknown = [...new Set(names)].filter((name) => style.getPropertyValue(name) === "");
    expect(unknown).toEqual(["--ww-workspace-height"]);
  });

  it("defines every element that the manifest lists, with its attributes", () => {
    const { modules } = elementsManifest() as {
      modules: {
        declarations: { tagName: string; attributes: { name: string }[]; members: { name: string }[] }[];
      }[];
    };
    const listed = modules.flatMap(({ declarations }) => declarations);
    expect(listed.map(({ tagName }) => tagName)).toEqual([
      "when-where",
      "ww-timeline",
      "ww-map",
      "ww-player",
      "ww-table",
      "ww-filters",
      "ww-record",
      "ww-story",
    ]);
    for (const { tagName, attributes, members } of listed) {
      expect(members.map(({ name }) => [name, name in document.createElement(tagName)])).toEqual([
        ["store", true],
        ["collection", true],
        ["handle", true],
      ]);
      const observed = (customElements.get(tagName) as unknown as { observedAttributes: string[] }).observedAttributes;
      expect([...observed].sort()).toEqual(attributes.map(({ name }) => name).sort());
    }
  });
});
