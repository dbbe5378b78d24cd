import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Counts, Store } from "@whenwhere/store";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeIo, run } from "../../packages/cli/src/index.ts";
import { type Bench, drawn, fileOf, openBench, visit, WITHOUT_WEBGL } from "./open-page.ts";

/** What the script of the page leaves for those who ask. */
interface Opened {
  readonly page: { readonly store: Store; readonly handle: { readonly ready: Promise<void> } };
}

const quiet = { ...nodeIo, out: () => {}, error: () => {} };
const MOST_BYTES = 700_000;

/** Opens a file with every request refused, so that the page has only what is in it. */
async function opened(browser: Browser, file: string) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, offline: true });
  const page = await context.newPage();
  const [complaints, asked]: [string[], string[]] = [[], []];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await context.route(
    (url) => url.href !== `file://${file}` && !/^(data|blob):/.test(url.href),
    (route) => {
      asked.push(route.request().url());
      return route.abort();
    },
  );
  await page.goto(`file://${file}`);
  await page.waitForFunction(() => (globalThis as unknown as { whenwhere?: Opened }).whenwhere?.page !== undefined);
  await page.evaluate(() => (globalThis as unknown as { whenwhere: Opened }).whenwhere.page.handle.ready);
  return { page, complaints, asked };
}

const countsOf = (page: Page): Promise<Counts> =>
  page.evaluate(() => (globalThis as unknown as { whenwhere: Opened }).whenwhere.page.store.count());

describe("a page that opens from disk", () => {
  let bench: Bench;
  let browser: Browser;
  const folder = mkdtempSync(path.join(os.tmpdir(), "whenwhere-disk-"));

  beforeAll(async () => {
    // What is saved is drawn on the flat ground; by what the page that saves it is drawn does not matter.
    bench = await openBench({ flags: WITHOUT_WEBGL });
    browser = bench.browser;
  });
  afterAll(async () => {
    await bench.close();
    rmSync(folder, { recursive: true });
  });

  it("made by the command, draws all records and their areas without a request, within 700 kB beside the records", async () => {
    const records = fileOf("data/cabo-delgado-attacks/incidents.json");
    const file = path.join(folder, "command.html");
    expect(await run(["export", records, "-o", file], quiet)).toBe(0);
    expect(statSync(file).size - JSON.stringify(JSON.parse(readFileSync(records, "utf8"))).length).toBeLessThan(
      MOST_BYTES,
    );
    const { page, complaints, asked } = await opened(browser, file);
    const { incidents } = JSON.parse(readFileSync(records, "utf8"));
    expect(await countsOf(page)).toMatchObject({ shown: incidents.length, total: incidents.length });
    await expect.poll(() => page.locator(".ww-map canvas").count()).toBeGreaterThan(0);
    await expect.poll(() => page.locator(".ww-counts").first().innerText()).toContain(`${incidents.length} of`);
    // The ground is the drawn one, and the outline of the province came along.
    await expect.poll(() => page.locator(".ww-map").innerText()).toContain("Natural Earth");
    expect([asked, complaints]).toEqual([[], []]);
    await page.context().close();
  });

  it("is made by the classic script on a page that was itself opened from disk", async () => {
    for (const name of ["whenwhere.standalone.js", "whenwhere.offline.js"])
      copyFileSync(fileOf(`packages/whenwhere/dist/${name}`), path.join(folder, name));
    const records = '[{"id":"a","title":"Drones launched","when":{"edtf":"2022-02-02"},"where":{"country":"YE"}}]';
    const host = `<!doctype html><html lang="en"><title>Host</title><script src="whenwhere.standalone.js"></script>
      <when-where style="height:800px"><script type="application/json">${records}</script></when-where>`;
    const [from, to] = ["host.html", "saved.html"].map((name) => path.join(folder, name)) as [string, string];
    writeFileSync(from, host);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`file://${from}`);
    await drawn(page);
    await page.getByRole("button", { name: "Export" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: /opens from disk/ }).click(),
    ]);
    await download.saveAs(to);
    await page.close();
    const saved = await opened(browser, to);
    expect(await countsOf(saved.page)).toMatchObject({ shown: 1, total: 1 });
    expect([saved.asked, saved.complaints]).toEqual([[], []]);
    await saved.page.context().close();
  });

  it("made by the workspace, holds exactly what is shown, with its filters, and draws the same counts", async () => {
    const found = await visit(bench.browser, `${bench.origin}/?dataset=all`);
    await drawn(found.page);
    const counts = await found.page.evaluate(() => {
      const { store } = document.querySelector("when-where") as unknown as { store: Store };
      store.set({ source: "timeline", kind: "window", startMs: Date.UTC(2022, 0, 1), endMs: Date.UTC(2022, 2, 1) });
      store.set({ source: "facet:category", kind: "values", field: "category", values: ["attack", "politics"] });
      return store.count();
    });
    expect(counts.shown).toBeGreaterThan(5);
    expect(counts.possible).toBeGreaterThan(0);
    await found.page.getByRole("button", { name: "Export" }).click();
    const [download] = await Promise.all([
      found.page.waitForEvent("download"),
      found.page.getByRole("button", { name: /opens from disk/ }).click(),
    ]);
    const file = path.join(folder, "workspace.html");
    await download.saveAs(file);
    await found.page.context().close();
    const text = readFileSync(file, "utf8");
    expect(text).toContain("Armed attack, Politics");
    expect(text).toContain(`${counts.shown} of ${counts.total} shown`);
    const { page, complaints, asked } = await opened(browser, file);
    expect(await countsOf(page)).toEqual({ ...counts, total: counts.shown });
    await expect.poll(() => page.locator(".ww-ws-scope").innerText()).toContain("Filters:");
    expect([asked, complaints]).toEqual([[], []]);
    await page.context().close();
  });
});
