import { readFileSync } from "node:fs";
import type { Store } from "@whenwhere/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bench, drawn, fileOf, openBench, revisit, type Visit, visit, WITHOUT_WEBGL } from "./open-page.ts";

const axeSource = readFileSync(fileOf("node_modules/axe-core/axe.min.js"), "utf8");

/** The element as a page sees it. */
type Widget = HTMLElement & { readonly store: Store; readonly handle: { readonly ready: Promise<void> } };

const counts = ({ page }: Visit) => page.evaluate(() => (document.querySelector("when-where") as Widget).store.count());

/** Waits until the map, which loads its ground lazily, is in the page too. */
async function ready(found: Visit): Promise<void> {
  await drawn(found.page);
  await found.page.evaluate(() => (document.querySelector("when-where") as Widget).handle.ready);
}

describe("the linked page", () => {
  let bench: Bench;
  /** For what the ground of the map has no part in: its frames are cheap. */
  let flat: Bench;

  beforeAll(async () => {
    bench = await openBench();
    flat = await openBench({ flags: WITHOUT_WEBGL });
  });
  afterAll(() => Promise.all([bench.close(), flat.close()]));

  /** One page of each browser, which begins anew for every test. */
  const visits = new Map<Bench, Visit>();
  async function open(where: Bench, query = ""): Promise<Visit> {
    const before = visits.get(where);
    const url = `${where.origin}/${query}`;
    if (before !== undefined) await revisit(before, url);
    const found = before ?? (await visit(where.browser, url));
    visits.set(where, found);
    return found;
  }

  it.each(["cabo-delgado-attacks", "abu-dhabi-uav-strike", "xinjiang-drills", "all"])(
    "draws %s without a complaint and without asking any other host",
    async (dataset) => {
      const found = await open(bench, `?dataset=${dataset}`);
      await ready(found);
      const { page, complaints, requests } = found;
      const total = await page.evaluate(() => (document.querySelector("when-where") as Widget).store.columns.length);
      expect(total).toBeGreaterThan(10);
      expect(await counts(found)).toMatchObject({ shown: total, total });
      expect(await page.locator("when-where canvas").count()).toBeGreaterThanOrEqual(2);
      expect(complaints).toEqual([]);
      expect(requests.filter((url) => !url.startsWith(bench.origin) && !/^(blob|data):/.test(url))).toEqual([]);
    },
  );

  it("changes map, table and counts when the timeline is brushed by keyboard", async () => {
    const found = await open(flat, "?dataset=all");
    await ready(found);
    const before = await counts(found);
    const groups = () => found.page.locator("when-where .ww-ws-table").first().innerText();
    expect(await groups()).not.toContain("Only possibly");
    const slider = found.page.locator('when-where [role="slider"]').first();
    await slider.focus();
    for (let step = 0; step < 6; step++) await slider.press("PageUp");
    await expect.poll(async () => (await counts(found)).shown).toBeLessThan(before.shown);
    const after = await counts(found);
    expect(after.certain + after.possible).toBe(after.shown);
    await expect.poll(groups).toContain(`In this window: ${after.certain}`);
    await expect
      .poll(() => found.page.locator(".ww-ws-counts").first().innerText())
      .toContain(`${after.shown} of ${after.total}`);
    // The map says what it cannot place of the same rows.
    expect(after.unplaced).not.toBe(before.unplaced);
    await expect
      .poll(() => found.page.locator(".ww-map-tray").first().innerText())
      .toContain(`Not on the map: ${after.unplaced}`);
    await slider.press("Escape");
    await expect.poll(async () => (await counts(found)).shown).toBe(before.shown);
  });

  it("shows a record that is picked in the table in the card and in every drawing", async () => {
    const found = await open(bench, "?dataset=abu-dhabi-uav-strike");
    await ready(found);
    await found.page
      .getByRole("gridcell", { name: /Iraqi parliamentary election/ })
      .first()
      .click();
    await expect
      .poll(() => found.page.evaluate(() => (document.querySelector("when-where") as Widget).store.state.selectedId))
      .not.toBeNull();
    await expect.poll(() => found.page.getByRole("heading", { name: /Iraqi parliamentary election/ }).count()).toBe(1);
  });

  it.each([
    ["wide", { width: 1440, height: 900 }],
    ["phone", { width: 390, height: 844 }],
  ])("gives axe nothing to find on a %s screen, target size and regions included", async (screen, viewport) => {
    // Either ground is looked at once.
    const { browser, origin } = screen === "wide" ? bench : flat;
    const found = await visit(browser, `${origin}/?dataset=abu-dhabi-uav-strike`, {
      viewport,
      bypassCSP: true,
    });
    await ready(found);
    await found.page.evaluate(axeSource);
    const violations = await found.page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      const result = await axe.run(document, {
        rules: { "target-size": { enabled: true }, region: { enabled: true } },
      });
      return result.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
      );
    });
    expect(violations).toEqual([]);
    const overflowPx = await found.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflowPx).toBeLessThanOrEqual(0);
    await found.page.context().close();
  });

  it("switches the dataset in place", async () => {
    const found = await open(flat, "?dataset=cabo-delgado-attacks");
    await ready(found);
    await found.page.selectOption("#dataset", {
      label: await found.page.locator("#dataset option").nth(2).innerText(),
    });
    await expect.poll(() => found.page.locator("when-where h2").first().innerText()).not.toMatch(/Cabo Delgado/);
  });

  it("says in words what is wrong with data that is missing or is a web page", async () => {
    const found = await open(flat);
    await drawn(found.page);
    for (const [src, words] of [
      ["/data/no-such-file.json", /404/],
      ["/linked/", /HTML/i],
    ] as const) {
      await found.page.evaluate((to) => document.querySelector("when-where")?.setAttribute("src", to), src);
      await expect.poll(() => found.page.locator('when-where [role="alert"]').first().innerText()).toMatch(words);
    }
  });

  it("leaves no trace of a widget that is taken out of the page", async () => {
    const found = await open(bench);
    await ready(found);
    const root = await found.page.evaluateHandle(() => {
      const widget = document.querySelector("when-where") as Widget;
      const { shadowRoot } = widget;
      widget.remove();
      return shadowRoot as ShadowRoot;
    });
    await expect
      .poll(() =>
        root.evaluate(({ childElementCount, adoptedStyleSheets }) => [childElementCount, adoptedStyleSheets.length]),
      )
      .toEqual([0, 0]);
  });
});

describe("the classic script", () => {
  let bench: Bench;

  beforeAll(async () => {
    bench = await openBench();
  });
  afterAll(() => bench.close());

  it("draws the page of one line from a server as well", async () => {
    const found = await visit(bench.browser, `${bench.origin}/one-line/`);
    await ready(found);
    expect(await counts(found)).toMatchObject({ total: 3 });
    expect(found.complaints).toEqual([]);
    await found.page.context().close();
  });

  it("draws everything from a file on disk, with records inside the page", async () => {
    const found = await visit(bench.browser, `file://${fileOf("examples/one-line/index.html")}`);
    await ready(found);
    expect(await counts(found)).toMatchObject({ total: 3 });
    expect(found.complaints).toEqual([]);
    expect(found.requests.filter((url) => /^https?:/.test(url))).toEqual([]);
    await found.page.context().close();
  });
});
