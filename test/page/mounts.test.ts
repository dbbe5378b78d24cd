import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../chromium.mjs";
import { heldBy, mountCycles, TAGS } from "./mount-cycles.mjs";
import { fileOf } from "./open-page.ts";

const FEW = 6;
const MORE = 10;
/** What the engine itself keeps of new code is more than this at first; 1,000 cycles come to a tenth of it. */
const MOST_BYTES_A_CYCLE = 100_000;

/** Needs the built package: `npm test` builds it first. `npm run bench -- --only leak` does 1,000. */
describe("an element that comes and goes", () => {
  let browser: Browser;
  /** One page: what an element leaves behind is what is held more after its lives than before them. */
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.setContent('<!doctype html><html lang="en"><title>Mounts</title><body>');
    await page.addScriptTag({ path: fileOf("packages/whenwhere/dist/whenwhere.standalone.js") });
  });
  afterAll(() => browser.close());

  it.each(TAGS)("leaves no node, no listener and no data behind: <%s>", async (tag) => {
    await page.evaluate(mountCycles, { tag, count: FEW });
    const before = await heldBy(page);
    await page.evaluate(mountCycles, { tag, count: MORE });
    const after = await heldBy(page);
    await page.evaluate(mountCycles, { tag, count: MORE });
    const later = await heldBy(page);
    // The last one may still be held by what it waited for; what is held does not grow with the number of them.
    expect(Math.min(later.nodes - after.nodes, after.nodes - before.nodes)).toBeLessThanOrEqual(0);
    expect(Math.min(later.listeners - after.listeners, after.listeners - before.listeners)).toBeLessThanOrEqual(0);
    expect((later.bytes - after.bytes) / MORE).toBeLessThan(MOST_BYTES_A_CYCLE);
    expect(complaints.splice(0)).toEqual([]);
  });
});
