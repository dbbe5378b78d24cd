import { readFileSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import path from "node:path";
import { readIncidents } from "@whenwhere/model";
import { toArrow } from "@whenwhere/model/formats";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchChromium } from "../chromium.mjs";
import { eventually } from "../eventually.ts";
import { closed, listening } from "../loopback.ts";

const dist = path.resolve(import.meta.dirname, "../../packages/whenwhere/dist");
const ROWS = 2_000;
const csv = ["id,title,date", ...Array.from({ length: ROWS }, (_, i) => `e${i},Event ${i},2022-02-0${(i % 9) + 1}`)];

/** What a page does before our script: its own requests are counted. */
const COUNT = "fetched=[];{const own=fetch;fetch=(...given)=>{fetched.push(String(given[0]));return own(...given)}}";

/** A server of one file of columns under several names, and how often each was asked for and given up. */
function columnsServer(bytes: Uint8Array) {
  const asked: string[] = [];
  const givenUp: string[] = [];
  const half = bytes.slice(0, bytes.length / 2);
  const whole = { "content-length": bytes.length };
  const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
    "/rows.arrow": (response) => response.writeHead(200, whole).end(bytes),
    "/empty.arrow": (response) => response.writeHead(200).end(),
    // So large that it is not read in one go.
    "/slow.arrow": (response) => response.writeHead(200, { "content-length": 2 ** 20 }).write(half),
    "/broken.arrow": (response) => response.writeHead(200, whole).write(half, () => response.destroy()),
    "/missing.arrow": (response) => response.writeHead(404, "Not Found").end(),
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const answer = answers[pathname];
    const policy = searchParams.get("policy");
    const headers = policy ? { "content-security-policy": policy } : {};
    if (answer !== undefined) {
      asked.push(pathname);
      response.on("close", () => response.writableFinished || givenUp.push(pathname));
      answer(response);
    } else if (pathname.endsWith(".js")) {
      response.writeHead(200, { ...headers, "content-type": "text/javascript" });
      response.end(readFileSync(path.join(dist, pathname)));
    } else {
      response.writeHead(200, { ...headers, "content-type": "text/html" });
      response.end(`<!doctype html><script>${COUNT}</script><script src="/whenwhere.standalone.js"></script>`);
    }
  });
  return { server, asked, givenUp };
}

describe("a file of columns in an element", () => {
  let served: { readonly server: Server; readonly asked: string[]; readonly givenUp: string[] };
  let browser: Browser;
  let page: Page;
  let origin: string;
  beforeAll(async () => {
    const { incidents } = readIncidents(csv.join("\n"));
    served = columnsServer((await toArrow(incidents)).bytes);
    origin = await listening(served.server);
    browser = await launchChromium();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await closed(served.server);
  });
  beforeEach(() => {
    served.asked.length = served.givenUp.length = 0;
  });

  /** Puts an element of these attributes into a page of this policy. */
  const mount = async (attributes: Readonly<Record<string, string>>, policy = "") => {
    await page.goto(`${origin}/?policy=${encodeURIComponent(policy)}`);
    await page.evaluate((given) => {
      const element = document.createElement("ww-table");
      for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
      document.body.append(element);
    }, attributes);
  };
  const rows = () =>
    page.waitForFunction(
      (length) =>
        (document.querySelector("ww-table") as unknown as { store: { columns: { length: number } } | null }).store
          ?.columns.length === length,
      ROWS,
    );
  const alert = () => page.locator("ww-table [role=alert]").innerText();
  /** Addresses that the page's own thread has asked for. */
  const fetched = () => page.evaluate(() => (globalThis as unknown as { fetched: readonly string[] }).fetched);

  it("is asked for once, by its worker", async () => {
    await mount({ src: "/rows.arrow" });
    await rows();
    expect(served.asked).toEqual(["/rows.arrow"]);
    expect(await fetched()).toEqual([]);
  });

  it("is asked for by the page where the policy of the worker's file forbids it", async () => {
    const workerUrl = `/whenwhere.worker.js?policy=${encodeURIComponent("connect-src 'none'")}`;
    await mount({ src: "/rows.arrow", "worker-url": workerUrl });
    await rows();
    expect(served.asked).toEqual(["/rows.arrow"]);
    expect(await fetched()).toEqual([`${origin}/rows.arrow`]);
  });

  it("is asked for once under a policy without workers", async () => {
    await mount({ src: "/rows.arrow" }, "worker-src 'none'");
    await rows();
    expect(served.asked).toEqual(["/rows.arrow"]);
  });

  it.each([
    ["missing", /404 Not Found/],
    ["broken", /broke off/],
    ["empty", /no text|empty/],
  ])("says what is wrong with one that is %s, and does not ask again", async (name, said) => {
    await mount({ src: `/${name}.arrow` });
    expect(await alert()).toMatch(said);
    expect(served.asked).toEqual([`/${name}.arrow`]);
  });

  it("says that one broke off after its first bytes, and does not ask again", async () => {
    await mount({ src: "/slow.arrow" });
    await page.locator("ww-table .ww-load-bytes", { hasText: /\d/ }).waitFor();
    served.server.closeAllConnections();
    expect(await alert()).toMatch(/broke off/);
    expect(served.asked).toEqual(["/slow.arrow"]);
  });

  it("gives up when no byte comes for as long as the element waits", async () => {
    await mount({ src: "/slow.arrow", "stall-seconds": "0.3" });
    expect(await alert()).toMatch(/no byte/);
    await eventually(() => expect(served.givenUp).toEqual(["/slow.arrow"]));
  });

  it("is given up when its element leaves the page", async () => {
    await mount({ src: "/slow.arrow" });
    await eventually(() => expect(served.asked).toEqual(["/slow.arrow"]));
    await page.evaluate(() => document.querySelector("ww-table")?.remove());
    await eventually(() => expect(served.givenUp).toEqual(["/slow.arrow"]));
  });

  it("is given up when the element is given another address, whose rows are shown", async () => {
    await mount({ src: "/slow.arrow" });
    await eventually(() => expect(served.asked).toEqual(["/slow.arrow"]));
    await page.evaluate(() => document.querySelector("ww-table")?.setAttribute("src", "/rows.arrow"));
    await rows();
    await eventually(() => expect(served.givenUp).toEqual(["/slow.arrow"]));
    expect(served.asked).toEqual(["/slow.arrow", "/rows.arrow"]);
  });
});
