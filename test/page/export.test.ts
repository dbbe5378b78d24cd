import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Store } from "@whenwhere/store";
import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeIo, run } from "../../packages/cli/src/index.ts";
import { launchChromium } from "../chromium.mjs";
import { drawn, type Visit, visit } from "./open-page.ts";

type Opened = { readonly store: Store; readonly handle: { readonly ready: Promise<void> } };
type Widget = HTMLElement & { readonly store: Store; readonly handle: { readonly ready: Promise<void> } };

const EVIL = '</script><script>document.title="EVIL"</script><!--<img src=x onerror="document.title=\'EVIL\'">';
const ATTRIBUTION = "Publisher of the records, example.org";
const incidents = [
  {
    id: "a",
    title: EVIL,
    summary: EVIL,
    category: "x",
    when: { edtf: "2022-02-02" },
    where: { name: EVIL, lon: 54.37, lat: 24.45 },
  },
  { id: "b", title: "B", category: "y", when: { edtf: "2022-03" }, where: { country: "YE", precision: "country" } },
];
const collection = JSON.stringify({ whenwhere: 1, title: EVIL, attribution: ATTRIBUTION, incidents });

const quiet = { ...nodeIo, out: () => {}, error: () => {} };

async function ready(found: Visit): Promise<void> {
  await drawn(found.page);
  await found.page.evaluate(() => (document.querySelector("when-where") as Widget).handle.ready);
}

const total = ({ page }: Visit) =>
  page.evaluate(() => (document.querySelector("when-where") as Widget).store.count().total);

const creditOf = ({ page }: Visit) =>
  page.evaluate(() => {
    const slot = document.querySelector("when-where")?.shadowRoot?.querySelector(".ww-workspace > .ww-attribution");
    return (slot?.shadowRoot?.querySelector("p") as HTMLElement | undefined)?.innerText ?? null;
  });

describe("pages that the command makes", () => {
  let browser: Browser;
  const folder = mkdtempSync(path.join(os.tmpdir(), "whenwhere-page-"));
  const file = path.join(folder, "a.json");

  beforeAll(async () => {
    writeFileSync(file, collection);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it("opens from disk with its records, asks nothing of any network and runs nothing from the data", async () => {
    const page = path.join(folder, "page.html");
    expect(await run(["export", file, "-o", page], quiet)).toBe(0);
    const found = await visit(browser, `file://${page}`);
    await found.page.waitForFunction(
      () => (globalThis as unknown as { whenwhere?: { page?: Opened } }).whenwhere?.page !== undefined,
    );
    const shown = await found.page.evaluate(async () => {
      const { page: own } = (globalThis as unknown as { whenwhere: { page: Opened } }).whenwhere;
      await own.handle.ready;
      const slot = document.querySelector(".ww-workspace > .ww-attribution");
      return {
        total: own.store.count().total,
        credit: (slot?.shadowRoot?.querySelector("p") as HTMLElement | undefined)?.innerText ?? null,
        canvases: document.querySelectorAll("canvas").length,
      };
    });
    expect(shown).toMatchObject({ total: 2, credit: ATTRIBUTION });
    expect(shown.canvases).toBeGreaterThanOrEqual(2);
    expect(await found.page.title()).toBe(EVIL);
    expect(found.requests.filter((url) => !/^(data|blob):/.test(url))).toEqual([`file://${page}`]);
    expect(found.complaints).toEqual([]);
    await found.page.context().close();
  });

  it("previews under its strict policy, follows the file, and ends when interrupted", async () => {
    let interrupt: () => void = () => {};
    const said: string[] = [];
    const interrupted = new Promise<void>((resolve) => {
      interrupt = resolve;
    });
    const io = { ...quiet, out: (text: string) => said.push(text), interrupted: () => interrupted };
    const exit = run(["preview", file], io);
    await expect.poll(() => said.join("")).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
    const address = said.join("").trim();
    const found = await visit(browser, address);
    await ready(found);
    expect(await total(found)).toBe(2);
    expect(await creditOf(found)).toBe(ATTRIBUTION);
    writeFileSync(
      file,
      JSON.stringify({ whenwhere: 1, attribution: ATTRIBUTION, incidents: [...incidents, { id: "c", title: "C" }] }),
    );
    await expect.poll(() => total(found).catch(() => 0)).toBe(3);
    expect(await found.page.title()).toBe(EVIL);
    expect(found.complaints).toEqual([]);
    const strangers = found.requests.filter((url) => !url.startsWith(address) && !/^(data|blob):/.test(url));
    expect(strangers).toEqual([]);
    await found.page.context().close();
    interrupt();
    expect(await exit).toBe(0);
    await expect(fetch(address)).rejects.toThrow();
  });
});
