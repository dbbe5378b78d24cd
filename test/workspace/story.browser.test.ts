import type { Incident } from "@whenwhere/model";
import { createStore, type Store } from "@whenwhere/store";
import { arabic, createWords } from "@whenwhere/view";
import { recordCard, type StoryHandle, story } from "@whenwhere/workspace";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { errorsThroughForms } from "./changes-form.ts";
import { incidents, sources } from "./fixture.ts";

const MARKDOWN = `# A *title*

Before all.

## One

<!-- view v=1&category=strike&sel=drones -->

Text with **weight**, [a link](https://www.example.org/a), [a trap](javascript:alert(1)) and <img src=x onerror=alert(1)>.

- first
- second

## Two

Nothing is filtered here.
`;

let host: HTMLElement;
let store: Store;
let told: StoryHandle;
const one = (css: string): HTMLElement => host.querySelector(css) as HTMLElement;

beforeEach(() => {
  host = document.createElement("main");
  host.style.width = "1100px";
  document.body.append(host);
  store = createStore({ incidents, sources });
  told = story(host, { store, markdown: MARKDOWN, projection: "flat" });
});
afterEach(async () => {
  await told.ready;
  told.destroy();
  store.destroy();
  host.remove();
});

describe("a story in a page", () => {
  it("takes another form without an error of the page", async () => {
    const forms = [
      [400, "phone"],
      [1100, "wide"],
    ] as const;
    expect(await errorsThroughForms(host, forms)).toEqual([]);
  });

  it("leaves the map and the buttons of the steps their places where the window is low", async () => {
    await told.ready;
    told.destroy();
    const many = Array.from({ length: 40 }, (_, row) => ({
      ...(incidents[0] as Incident),
      id: `${row}`,
      kind: `k${row}`,
    }));
    store = createStore({ incidents: many, sources });
    told = story(host, { store, markdown: MARKDOWN, projection: "flat", lane: "kind" });
    await told.ready;
    const { innerWidth, innerHeight } = window;
    const boxOf = (css: string): DOMRect => one(css).getBoundingClientRect();
    expect(boxOf(".ww-story-time").height).toBeGreaterThan(280);
    await page.viewport(innerWidth, 450);
    await expect.poll(() => boxOf(".ww-map-foot").bottom).toBeLessThanOrEqual(boxOf(".ww-story-bar").top);
    expect(boxOf(".ww-story-bar").bottom - boxOf(".ww-story-views").top).toBeCloseTo(450, 0);
    await page.viewport(innerWidth, innerHeight);
    await expect.poll(() => boxOf(".ww-story-time").height).toBeGreaterThan(280);
  });

  it("leaves the text its place on a phone that lies on its side, and where a page is enlarged fourfold", async () => {
    await told.ready;
    const { innerWidth, innerHeight } = window;
    const boxOf = (css: string): DOMRect => one(css).getBoundingClientRect();
    host.style.width = "auto";
    await page.viewport(667, 375);
    await expect.poll(() => boxOf(".ww-story-views").left).toBeGreaterThanOrEqual(boxOf(".ww-story-text").right - 1);
    await expect.poll(() => boxOf(".ww-map-foot").bottom).toBeLessThanOrEqual(boxOf(".ww-story-bar").top);
    expect(boxOf(".ww-story-text").width).toBeGreaterThanOrEqual(240);
    await page.viewport(320, 256);
    await expect.poll(() => one(".ww-story").dataset.layout).toBe("phone");
    one("section h3").scrollIntoView();
    expect(boxOf(".ww-story-views").bottom).toBeLessThanOrEqual(0);
    expect(boxOf(".ww-story").width).toBeLessThanOrEqual(320);
    await page.viewport(innerWidth, innerHeight);
  });

  it("speaks the language that it is told to, with the texts that it is given", async () => {
    const other = document.createElement("div");
    document.body.append(other);
    const arabicStory = story(other, {
      store,
      markdown: MARKDOWN,
      projection: "flat",
      locale: "ar",
      languages: [arabic],
    });
    expect([...other.querySelectorAll(".ww-story-bar button")].map((one) => one.textContent)).toEqual([
      "رجوع",
      "التالي",
    ]);
    expect(other.querySelector<HTMLElement>(".ww-story")?.dir).toBe("rtl");
    await arabicStory.ready;
    arabicStory.destroy();
    other.remove();
  });

  it("is text made of nodes: marks become elements, markup and bad addresses become words", () => {
    expect(one("h2").textContent).toBe("A *title*");
    const body = one("section .ww-story-body");
    expect(body.querySelector("strong")?.textContent).toBe("weight");
    expect([...body.querySelectorAll("a")].map((link) => [link.href, link.rel])).toEqual([
      ["https://www.example.org/a", "noopener noreferrer nofollow"],
    ]);
    expect(body.querySelector("img, script")).toBeNull();
    expect(body.textContent).toContain("a trap and <img src=x onerror=alert(1)>.");
    expect([...body.querySelectorAll("li")].map((item) => item.textContent)).toEqual(["first", "second"]);
  });

  it("is sections with headings, and each says in words what its views show", () => {
    const sections = [...host.querySelectorAll("section")];
    expect(
      sections.map((section) => document.getElementById(section.getAttribute("aria-labelledby") ?? "")?.textContent),
    ).toEqual(["One", "Two"]);
    told.goTo(0);
    expect(sections[0]?.getAttribute("aria-current")).toBe("step");
    const shows = sections[0]?.querySelector(".ww-story-shows")?.textContent ?? "";
    expect(shows).toContain(createWords("en").counts(store.count()));
    expect(shows).toContain("What: Drone or missile strike");
    expect(shows).toContain("Selected: ");
  });

  it("goes on and back by buttons and by the arrows to the sides, with the focus on the heading", async () => {
    const steps: (number | null)[] = [];
    told.on("step", (step) => steps.push(step));
    const [back, next] = [...host.querySelectorAll<HTMLButtonElement>(".ww-story-bar button")];
    expect(back?.disabled).toBe(true);
    next?.click();
    expect(store.state.selectedId).toBe("drones");
    expect(document.activeElement?.textContent).toBe("One");
    await userEvent.keyboard("{ArrowRight}");
    expect(told.state.step).toBe(1);
    expect(store.state.clauses).toEqual({});
    expect(store.state.selectedId).toBeNull();
    expect(next?.disabled).toBe(true);
    await userEvent.keyboard("{ArrowLeft}");
    expect(steps).toEqual([0, 1, 0]);
  });

  it("keeps to the step that was gone to, though another stands at the reading line, until the reader scrolls", async () => {
    const frames = async () => {
      for (let n = 0; n < 6; n++) await new Promise((resolve) => requestAnimationFrame(resolve));
    };
    await told.ready;
    await frames();
    const [first, second] = [...host.querySelectorAll("section")] as [HTMLElement, HTMLElement];
    const toLine = (section: HTMLElement): void => {
      host.style.translate = "";
      host.style.translate = `0 ${Math.round(innerHeight * 0.68 - 20 - section.getBoundingClientRect().top)}px`;
    };
    // A page that cannot be scrolled, in which the step before stands at the line.
    host.style.cssText += ";position:fixed;inset:0;overflow:clip";
    told.goTo(null);
    await frames();
    toLine(first);
    told.goTo(1);
    await frames();
    expect(told.state.step).toBe(1);
    toLine(second);
    await frames();
    toLine(first);
    await expect.poll(() => told.state.step).toBe(0);
  });

  it("leaves nothing behind", async () => {
    await told.ready;
    told.destroy();
    expect(host.childElementCount).toBe(0);
    told.destroy();
  });
});

describe("what the card adds to a record", () => {
  it("tells what an update changed, field by field", () => {
    const card = recordCard(host, { store });
    store.select("drones");
    const [record] = incidents.filter(({ id }) => id === "drones");
    store.upsert([{ ...record, id: "drones", title: "Another title", status: "alleged" }]);
    const text = [...host.querySelectorAll(".ww-card .ww-card-part")].map((part) => part.textContent).join("\n");
    expect(text).toContain("What changed");
    expect(text).toContain(`What: before, ${record?.title}`);
    expect(text).toContain("Told: before, ");
    card.destroy();
  });

  it("fetches no picture until it is asked to, and names the host before", () => {
    const media = { photo: { title: "A photograph", url: "https://images.example.org/a.jpg" } };
    store.replace([{ id: "x", title: "X", sources: ["photo"], summary: "S", sensitivity: "graphic" }], media);
    const card = recordCard(host, { store });
    store.select("x");
    expect(host.querySelector(".ww-card img")).toBeNull();
    expect(host.querySelector<HTMLDetailsElement>(".ww-card details")?.open).toBe(false);
    const load = [...host.querySelectorAll("button")].find((button) =>
      button.textContent?.includes("images.example.org"),
    );
    load?.click();
    expect(host.querySelector<HTMLImageElement>(".ww-card img")).toMatchObject({
      alt: "A photograph",
      referrerPolicy: "no-referrer",
    });
    card.destroy();
  });
});
