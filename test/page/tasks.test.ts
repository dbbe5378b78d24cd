import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { readIncidents } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import { parseStory } from "@whenwhere/workspace";
import type { Download, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { HANDS, type Hands } from "./hands.ts";
import { type Bench, drawn, openBench, revisit, type Visit, visit, WITHOUT_WEBGL } from "./open-page.ts";

/**
 * What twelve new users want, each done once with the mouse and once with the keyboard alone. The keyboard's page has no
 * WebGL, and the mouse's has it where the map is made anew or asked, so that nothing is only to be had from one of the two
 * grounds: all others do not look at it, and a processor that plays the graphics card takes a second for a frame.
 */
const WITH_WEBGL = ["a CSV of one's own is opened", "what is not on the map is listed"];
const CSV = "title,date,place,lat,lon\nFire in a mill,2021-03-04,Riga,56.95,24.1\nFlood,2021-04,Tartu,58.38,26.72\n";

type Widget = HTMLElement & { readonly store: Store; readonly handle: { readonly ready: Promise<void> } };

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });
const counts = (page: Page) =>
  page.evaluate(() => (document.querySelector("when-where") as unknown as Widget).store.count());
const selected = (page: Page) =>
  page.evaluate(() => (document.querySelector("when-where") as unknown as Widget).store.state.selectedId);

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), "utf8");
}

async function fromMenu(page: Page, hands: Hands, { menu, item }: { menu: string; item: string }): Promise<void> {
  await hands.press(button(page, menu));
  await hands.press(button(page, item));
}

async function saved(page: Page, act: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return textOf(download);
}

describe.each([{ way: "mouse" }, { way: "keyboard" }] as const)("with the $way alone", ({ way }) => {
  let [flat, webgl, bench] = [] as unknown as [Bench, Bench, Bench];
  /** One page of each browser, which begins anew for every task. */
  const visits = new Map<Bench, Visit>();
  let found: Visit;
  let page: Page;
  let hands: Hands;

  beforeAll(async () => {
    flat = await openBench({ flags: WITHOUT_WEBGL });
    webgl = await openBench();
  });
  afterAll(() => Promise.all([flat.close(), webgl.close()]));
  beforeEach(async ({ task }) => {
    bench = way === "mouse" && WITH_WEBGL.includes(task.name) ? webgl : flat;
    const url = `${bench.origin}/?dataset=cabo-delgado-attacks`;
    const before = visits.get(bench);
    if (before !== undefined) await revisit(before, url);
    found = before ?? (await visit(bench.browser, url, { locale: "en-US" }));
    visits.set(bench, found);
    page = found.page;
    hands = HANDS[way](page);
    await drawn(page);
    await page.evaluate(() => (document.querySelector("when-where") as unknown as Widget).handle.ready);
  });
  afterEach(() => expect(found.complaints).toEqual([]));

  it("a CSV of one's own is opened", async () => {
    const file = path.join(os.tmpdir(), `whenwhere-task-${way}.csv`);
    writeFileSync(file, CSV);
    await page.evaluate(() => document.querySelector("when-where")?.setAttribute("files", ""));
    await drawn(page);
    const open = page.getByRole("button", { name: /Open files/ }).first();
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), hands.press(open)]);
    await chooser.setFiles(file);
    await expect.poll(async () => (await counts(page)).total).toBe(2);
  });

  it("the fullest time is read out of the summary", async () => {
    await fromMenu(page, hands, { menu: "Tools", item: "Summary" });
    const panel = page.getByRole("dialog", { name: "Summary" });
    await expect.poll(() => panel.innerText()).toMatch(/The dates run from .+ to .+\./);
    await page.keyboard.press("Escape");
    await expect.poll(() => panel.count()).toBe(0);
  });

  it("what is not on the map is listed", async () => {
    await hands.press(button(page, /^Not given/).first());
    await expect.poll(async () => (await counts(page)).shown).toBe(1);
    expect((await counts(page)).unplaced).toBe(1);
  });

  it("who disputes a toll is seen", async () => {
    await hands.pickRow("About twenty attacks on four villages");
    await expect.poll(() => selected(page)).toBe("mz-cabo-delgado-attacks-2022-01");
    const heads = page.locator(".ww-accounts thead th");
    await expect.poll(() => heads.allInnerTexts()).toContainEqual(expect.stringContaining("commentary"));
    expect(await heads.count()).toBeGreaterThan(1);
    expect(await page.locator(".ww-card em").innerText()).toBe("accounts differ");
  });

  it("the rule that picks the headline number is changed", async () => {
    await hands.pickRow("About twenty attacks on four villages");
    const rule = page.locator(".ww-card select");
    await hands.choose(rule, "highest");
    await expect.poll(() => page.locator(".ww-card-facts").innerText()).toContain("attacks: 21");
  });

  it("a linked record is followed", async () => {
    await hands.pickRow("About twenty attacks on four villages");
    await expect.poll(() => selected(page)).toBe("mz-cabo-delgado-attacks-2022-01");
    await hands.press(page.locator(".ww-linked button").first());
    await expect.poll(() => selected(page)).not.toBe("mz-cabo-delgado-attacks-2022-01");
  });

  it("a word is searched for, and the search taken back", async () => {
    const before = (await counts(page)).shown;
    await hands.type(page.getByRole("searchbox").first(), "TotalEnergies");
    await expect.poll(async () => (await counts(page)).shown).toBe(1);
    await page.keyboard.press("Escape");
    await expect.poll(async () => (await counts(page)).shown).toBe(before);
  });

  it("a view is shared and comes back the same", async () => {
    await hands.press(button(page, /^Politics/).first());
    await expect.poll(async () => (await counts(page)).shown).toBe(7);
    await hands.press(button(page, "Share view"));
    await expect.poll(() => page.url()).toContain("#v=1");
    const again = await visit(bench.browser, page.url());
    await drawn(again.page);
    await expect.poll(() => counts(again.page)).toEqual(await counts(page));
    await again.page.context().close();
  });

  it("a window is set by its dates", async () => {
    await hands.setDay(page.locator('.ww-tl-dates input[type="date"]').first(), "2022-01-24");
    await hands.setDay(page.locator('.ww-tl-dates input[type="date"]').last(), "2022-01-31");
    await expect.poll(async () => (await counts(page)).possible).toBeGreaterThan(0);
    const { shown, certain, possible, total } = await counts(page);
    expect(certain + possible).toBe(shown);
    expect(shown).toBeLessThanOrEqual(total);
  });

  it("a story of three steps is made and saved as one file", async () => {
    for (const facet of [/^Armed attack/, /^Politics/, /^Deployment/]) {
      await hands.press(button(page, facet).first());
      await fromMenu(page, hands, { menu: "Tools", item: "Add this view as a step" });
    }
    await fromMenu(page, hands, { menu: "Tools", item: "Your story" });
    await hands.type(page.getByLabel("Text (Markdown)").first(), "Once *upon* a time.");
    const text = await saved(page, () => hands.press(button(page, "Save (Markdown)")));
    const { steps } = parseStory(text);
    expect(steps).toHaveLength(3);
    expect(steps[0]).toMatchObject({ text: "Once *upon* a time.", view: expect.stringContaining("category=attack") });
  });

  it("what is shown is exported as a table, its filters written in", async () => {
    await hands.press(button(page, /^Politics/).first());
    await expect.poll(async () => (await counts(page)).shown).toBe(7);
    const text = await saved(page, () => fromMenu(page, hands, { menu: "Export", item: "Table (CSV)" }));
    const back = readIncidents(text);
    expect(back.incidents).toHaveLength(7);
    expect(back.description).toContain("What: Politics");
  });

  it("two windows are compared", async () => {
    await fromMenu(page, hands, { menu: "Tools", item: "Compare two windows" });
    const panel = page.getByRole("dialog", { name: "Compare two windows" });
    const rows = panel.locator("tbody tr");
    await expect.poll(() => rows.count()).toBeGreaterThan(4);
    const before = await panel.innerText();
    await hands.setDay(panel.locator('input[type="date"]').nth(2), "2022-01-30");
    await expect.poll(() => panel.innerText()).not.toBe(before);
  });
});
