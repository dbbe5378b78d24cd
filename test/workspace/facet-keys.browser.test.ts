import type { Store } from "@whenwhere/store";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { eventually } from "../eventually.ts";
import { incidents, taggedCollection } from "./fixture.ts";
import { testPage } from "./test-page.ts";

const { host, begin } = testPage(1280, { collection: taggedCollection });

const section = (heading: string): HTMLElement =>
  host.querySelector<HTMLElement>(`.ww-facets .ww-section[aria-label="${heading}"]`) as HTMLElement;
const values = (heading: string): HTMLElement[] => [...section(heading).querySelectorAll<HTMLElement>(".ww-facet")];
const seen = (heading: string): HTMLElement[] => values(heading).filter((one) => one.offsetParent !== null);
const nameOf = (one: Element | null | undefined): string => one?.querySelector(".ww-facet-name")?.textContent ?? "";
const focused = (): string => nameOf(document.activeElement);

function mount(): Store {
  return begin().store as Store;
}

describe("the values of a facet on the keyboard", () => {
  it("are one tab stop, which goes where the arrows, Home and End go", async () => {
    mount();
    const list = seen("What");
    expect(list.length).toBeGreaterThan(3);
    expect(list.filter(({ tabIndex }) => tabIndex === 0)).toEqual([list[0]]);
    list[0]?.focus();
    await userEvent.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(list[1]);
    await userEvent.keyboard("{End}");
    expect(document.activeElement).toBe(list.at(-1));
    await userEvent.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(list[0]);
    await userEvent.keyboard("{End}{Tab}");
    expect(section("What").contains(document.activeElement)).toBe(false);
    await userEvent.keyboard("{Shift>}{Tab}{/Shift}");
    expect(document.activeElement).toBe(list.at(-1));
    expect(list.filter(({ tabIndex }) => tabIndex === 0)).toEqual([list.at(-1)]);
  });

  it("are found by their first letter, round the end, and Space and the slash keep their meaning", async () => {
    const store = mount();
    seen("How it is told")[0]?.focus();
    await userEvent.keyboard("p");
    expect(focused()).toBe("Planned");
    await userEvent.keyboard(" ");
    expect(store.state.clauses["facet:status"]).toMatchObject({ values: ["planned"] });
    await userEvent.keyboard("/");
    expect(document.activeElement?.getAttribute("type")).toBe("search");
  });

  it("are found by more than one letter", () => {
    mount();
    const [first] = seen("How it is told");
    first?.focus();
    const key = (letter: string) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: letter, bubbles: true }));
    for (const letter of "disp") key(letter);
    expect(focused()).toBe("Disputed");
  });

  it("open and close their parts by the arrows that lead on and back", async () => {
    mount();
    const whole = values("What").find((one) => nameOf(one) === "Armed attack");
    const opener = section("What").querySelector('[aria-label="Parts of: Armed attack"]');
    whole?.focus();
    expect(whole?.getAttribute("aria-expanded")).toBe("false");
    await userEvent.keyboard("{ArrowRight}");
    expect([whole, opener].map((one) => one?.getAttribute("aria-expanded"))).toEqual(["true", "true"]);
    await userEvent.keyboard("{ArrowRight}");
    expect(document.activeElement?.closest(".ww-facets-parts")).not.toBeNull();
    expect(seen("What").filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    await userEvent.keyboard("{ArrowLeft}");
    expect(document.activeElement).toBe(whole);
    await userEvent.keyboard("{ArrowLeft}");
    expect(whole?.getAttribute("aria-expanded")).toBe("false");
    await userEvent.keyboard("{ArrowDown}");
    expect(document.activeElement?.closest(".ww-facets-parts")).toBeNull();
  });

  it("are one stop still when more of them are shown, or others looked for", async () => {
    begin({
      collection: {
        ...taggedCollection,
        incidents: Array.from({ length: 30 }, (_, n) => ({ id: `r${n}`, title: `Record ${n}`, tags: [`tag-${n}`] })),
      },
    });
    section("Tag").querySelector<HTMLElement>(".ww-facet-title")?.click();
    const stops = (): HTMLElement[] => seen("Tag").filter(({ tabIndex }) => tabIndex === 0);
    expect(stops()).toHaveLength(1);
    section("Tag").querySelector<HTMLElement>(".ww-facet-more")?.click();
    expect(seen("Tag")).toHaveLength(30);
    expect(stops()).toHaveLength(1);
    const find = section("Tag").querySelector("input") as HTMLInputElement;
    await userEvent.fill(find, "tag-2");
    await eventually(() => expect(seen("Tag")).toHaveLength(11));
    expect(stops()).toHaveLength(1);
    await userEvent.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(stops()[0]);
  });

  it("keep the keyboard when what was pressed goes away", async () => {
    const store = mount();
    seen("How it is told")[0]?.focus();
    await userEvent.keyboard(" ");
    const clear = section("How it is told").querySelector<HTMLElement>(".ww-facet-clear");
    await eventually(() => expect(clear?.hidden).toBe(false));
    clear?.focus();
    await userEvent.keyboard("{Enter}");
    expect(store.state.clauses).toEqual({});
    await eventually(() => expect(clear?.hidden).toBe(true));
    expect(document.activeElement).toBe(seen("How it is told")[0]);
    const undo = host.querySelector<HTMLElement>(".ww-step") as HTMLButtonElement;
    undo.focus();
    await userEvent.keyboard("{Enter}{Enter}");
    expect(store.state.clauses).toEqual({});
    expect(undo.disabled).toBe(true);
    expect(document.activeElement?.closest(".ww-filter-bar")).not.toBeNull();
  });

  it("keep the keyboard when other records come", async () => {
    const store = mount();
    const second = seen("How it is told")[1];
    second?.focus();
    const before = focused();
    expect(before).not.toBe("");
    store.replace(incidents.slice(1));
    await eventually(() => expect(second?.isConnected).toBe(false));
    expect(focused()).toBe(before);
  });
});

describe("a workspace whose filters leave nothing", () => {
  it("has empty bars, says no number of records that it does not list, and its card asks nobody to pick one where there is none", async () => {
    const store = mount();
    const drawn = (): HTMLElement[] =>
      [...host.querySelectorAll<HTMLElement>(".ww-facet-bar")].filter((one) => one.offsetParent !== null);
    const bars = (): string[] => drawn().map((one) => one.style.backgroundSize);
    store.set({ source: "search", kind: "text", text: "zzzz" });
    await eventually(() => expect(host.querySelector(".ww-table .ww-head-note")?.textContent).toBe(""));
    // No solid part, and a ground over all of the broken one.
    await eventually(() => expect(new Set(bars())).toEqual(new Set(["0% 100%, 100% 100%, 100% 100%"])));
    expect(host.querySelector(".ww-card-none")).not.toBeNull();
    store.replace([]);
    await eventually(() => expect(host.querySelector(".ww-card-none")).toBeNull());
  });
});

describe("a workspace that reads", () => {
  it("shows how far it is as a line", () => {
    begin({ collection: undefined as never, loading: { rows: 1200, share: 0.4 } });
    const bar = host.querySelector(".ww-ws-progress") as HTMLElement;
    expect(bar.offsetHeight).toBe(3);
    expect(bar.offsetWidth).toBe(240);
  });
});
