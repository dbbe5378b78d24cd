import type { Store } from "@whenwhere/store";
import type { BrowserContextOptions } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bench, drawn, framesOf, openBench, revisit, type Visit, visit, WITHOUT_WEBGL } from "./open-page.ts";

/** The element as a page sees it. */
type Widget = HTMLElement & {
  readonly store: Store;
  readonly handle: { readonly ready: Promise<void>; readonly state: { readonly fragment: string } };
};

/** So many frames after all is there, what was moved by it has come to rest. */
const SETTLED_FRAMES = 20;

describe("a shared view", () => {
  let bench: Bench;
  /** Another browser, without WebGL: the link is of the view, not of what draws it. */
  let flat: Bench;

  beforeAll(async () => {
    bench = await openBench();
    flat = await openBench({ flags: WITHOUT_WEBGL });
  });
  afterAll(() => Promise.all([bench.close(), flat.close()]));

  async function open(where: Bench, fragment: string, options: BrowserContextOptions = {}): Promise<Visit> {
    const found = await visit(where.browser, `${where.origin}/?dataset=abu-dhabi-uav-strike${fragment}`, options);
    await settled(found);
    return found;
  }
  async function settled({ page }: Visit): Promise<void> {
    await drawn(page);
    await page.evaluate(() => (document.querySelector("when-where") as Widget).handle.ready);
    await framesOf(page, SETTLED_FRAMES);
  }
  const fragmentOf = ({ page }: Visit): Promise<string> =>
    page.evaluate(() => (document.querySelector("when-where") as Widget).handle.state.fragment);
  const saidBy = ({ page }: Visit): Promise<string> => page.locator("when-where .ww-ws-status").first().innerText();

  it("gives the same bytes in another browser, of another language, time zone and screen", async () => {
    const first = await open(bench, "", { locale: "en-US", timezoneId: "America/Los_Angeles" });
    await first.page.evaluate(() => {
      const { store } = document.querySelector("when-where") as Widget;
      store.set({
        source: "timeline",
        kind: "window",
        startMs: Date.UTC(2022, 0, 1),
        endMs: Date.UTC(2022, 1, 15, 6, 30),
      });
      store.set({ source: "search", kind: "text", text: 'drone OR "Abu Dhabi" -iran' });
      store.select(store.id(1));
      store.setCamera({ lon: 54.37, lat: 24.45, zoom: 5.25 });
    });
    await first.page.locator("when-where .ww-layout-button > button").click();
    await first.page.getByRole("radio", { name: "Map first" }).click();
    await framesOf(first.page, SETTLED_FRAMES);
    const text = await fragmentOf(first);
    expect(text).toMatch(/^v=1&.*&lay=map-first&lang=en&data=\d+\.\w+$/);
    await first.page.context().close();

    const elsewhere = { locale: "ar-EG", timezoneId: "Asia/Kathmandu", viewport: { width: 1280, height: 800 } };
    const second = await open(flat, `#${text}`, elsewhere);
    expect(await fragmentOf(second)).toBe(text);
    expect(await saidBy(second)).toBe("");
    expect(second.complaints).toEqual([]);
    await second.page.context().close();
  });

  it("of other records shows what still fits, and says so; a hostile one changes nothing", async () => {
    const found = await open(flat, "#v=1&w@timeline=2022-01-01/2022-02-15&lang=en&data=7.old");
    expect(await saidBy(found)).toContain("7 then");
    for (const bad of [`v=1&q=${"a".repeat(500_000)}`, `v=1&${"__proto__=1&".repeat(500)}`, "v=9&w=2022/2023"]) {
      await revisit(found, `${flat.origin}/?dataset=abu-dhabi-uav-strike#${bad}`);
      await settled(found);
      expect(await saidBy(found)).toContain("was ignored");
      const clauses = await found.page.evaluate(
        () => (document.querySelector("when-where") as Widget).store.state.clauses,
      );
      expect(clauses).toEqual({});
      expect(found.complaints).toEqual([]);
    }
  });
});
