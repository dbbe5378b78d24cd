import path from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright";
import { examplesServer } from "../../examples/server.mjs";
import { launchChromium } from "../chromium.mjs";
import { closed, listening } from "../loopback.ts";

/** A browser beside a server of the built examples on loopback. */
export interface Bench {
  readonly origin: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Flags of a Chromium that has no WebGL: the map chooses its flat ground by itself. */
export const WITHOUT_WEBGL = ["--disable-webgl", "--disable-webgl2"];

/** Starts both on free ports. */
export async function openBench({ flags = [] }: { readonly flags?: readonly string[] } = {}): Promise<Bench> {
  const server = examplesServer();
  const origin = await listening(server);
  const browser = await launchChromium({ flags });
  return {
    origin,
    browser,
    async close() {
      await browser.close();
      await closed(server);
    },
  };
}

/**
 * What the driver says when the browser itself reads a WebGL canvas back to put its page together without a graphics card, and
 * has to wait for it. Nothing of ours reads pixels of a canvas that is on the screen; which page hears it is a matter of time.
 */
const READS_BACK = /GL Driver Message \(OpenGL, Performance, .*GPU stall due to ReadPixels/;

/** A page with a record of what pictures hide. */
export interface Visit {
  readonly page: Page;
  /** Console errors and warnings, uncaught errors, failed requests, policy violations. */
  readonly complaints: string[];
  /** Every URL asked for. */
  readonly requests: string[];
}

/** Opens a page in a context of its own and listens to everything it says. */
export async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (READS_BACK.test(message.text())) return;
    if (["error", "warning"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => {
    // A newer question gives the older one up; that is no fault of either.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`failed: ${request.url()}`);
  });
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(url, { waitUntil: "load" });
  return { page, complaints, requests };
}

/**
 * Opens another address in the same page, with nothing kept of the one before: what it stored and said is forgotten. The
 * browser has read the script already, which takes more than half of a first visit.
 */
export async function revisit({ page, complaints, requests }: Visit, url: string): Promise<void> {
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  // From one fragment of a page to another nothing would be loaded.
  await page.goto("about:blank");
  complaints.length = 0;
  requests.length = 0;
  await page.goto(url, { waitUntil: "load" });
}

/** Waits until the first widget of the page has drawn its view. */
export async function drawn(page: Page, selector = "when-where"): Promise<void> {
  await page.waitForFunction(
    (css) => (document.querySelector(css) as unknown as { handle: unknown } | null)?.handle != null,
    selector,
  );
}

/** Waits until so many frames of the page have gone by, however long they take. */
export async function framesOf(page: Page, count: number): Promise<void> {
  await page.evaluate(async (frames) => {
    for (let i = 0; i < frames; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, count);
}

/** Absolute path of a file of the project. */
export const fileOf = (name: string): string => path.resolve(import.meta.dirname, "../..", name);
