import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import path from "node:path";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../chromium.mjs";
import { closed, listening } from "../loopback.ts";

const dist = path.resolve(import.meta.dirname, "../../packages/whenwhere/dist");
const scripts: Readonly<Record<string, string>> = {
  "/whenwhere.js": path.join(dist, "whenwhere.standalone.js"),
  "/whenwhere.worker.js": path.join(dist, "whenwhere.worker.js"),
};
const ROWS = 30_000;
const FEW_ROWS = 100;

const day = (i: number): string =>
  `2022-${String((i % 12) + 1).padStart(2, "0")}-${String((i % 28) + 1).padStart(2, "0")}`;
const csv = [
  "id,title,date,latitude,longitude,category",
  ...Array.from(
    { length: ROWS },
    (_, i) => `e${i},Event ${i},${day(i)},${((i * 7) % 60) + 0.5},${((i * 13) % 300) - 150.25},kind ${i % 7}`,
  ),
].join("\n");

/** Serves the file piece by piece, as a network does; its second half waits for `isAsked` where that is wanted. */
function fileServer(isAsked: Promise<void>): Server {
  return createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const script = scripts[pathname];
    if (script !== undefined) {
      response.writeHead(200, { "content-type": "text/javascript" }).end(readFileSync(script));
      return;
    }
    if (pathname !== "/data.csv") {
      const policy = searchParams.get("policy");
      response.writeHead(200, {
        "content-type": "text/html",
        ...(policy ? { "content-security-policy": policy } : {}),
      });
      const listen = `violations=[];document.addEventListener("securitypolicyviolation",e=>violations.push(e.violatedDirective+" "+e.blockedURI+" "+e.sample))`;
      response.end(
        `<!doctype html><title>Large</title><script>${listen}</script><script src="/whenwhere.js"></script>`,
      );
      return;
    }
    const size = searchParams.has("unsized") ? {} : { "content-length": Buffer.byteLength(csv) };
    response.writeHead(200, { "content-type": "text/csv", ...size });
    if (searchParams.has("few")) {
      response.end(csv.split("\n", FEW_ROWS + 1).join("\n"));
      return;
    }
    let isWaiting = searchParams.has("wait");
    for (let at = 0; at < csv.length && !response.destroyed; at += 2 ** 16) {
      if (isWaiting && at > csv.length / 2) {
        await isAsked;
        isWaiting = false;
      }
      response.write(csv.slice(at, at + 2 ** 16));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    response.end();
  });
}

interface Outcome {
  readonly code: string | null;
  readonly runsOn: string | null;
  readonly note: string | null;
  readonly rows: number;
  readonly title: string | null;
  readonly progress: number;
  readonly partialRows: number;
  /** The store of the first rows is the one that was handed out. */
  readonly isSame: boolean;
  readonly describedAs: string | null;
  readonly counted: number;
}

/** Loads the file in the page, and asks an engine about it. */
function load(page: Page, cancelAt: number, workerUrl?: string): Promise<Outcome> {
  return page.evaluate(
    async ([limit, address]): Promise<Outcome> => {
      const { loadStore, workerEngine } = (globalThis as unknown as { whenwhere: typeof import("@whenwhere/store") })
        .whenwhere;
      const stop = new AbortController();
      const seen = { progress: 0, partialRows: 0, partial: null as unknown };
      const nothing = { runsOn: null, note: null, rows: 0, title: null, isSame: false, describedAs: null, counted: 0 };
      try {
        const { store, runsOn, note } = await loadStore("/data.csv", {
          signal: stop.signal,
          workerUrl: address,
          onProgress: ({ loadedBytes }) => {
            seen.progress++;
            if (loadedBytes > limit) stop.abort();
          },
          onPartial: (partial) => {
            seen.partial = partial;
            seen.partialRows = partial.columns.length;
          },
        });
        const engine = await workerEngine(store, { workerUrl: address });
        const { name } = await engine.describe();
        const { shown } = await engine.count({
          clauses: [{ source: "c", kind: "values", field: "category", values: ["kind 3"] }],
        });
        engine.destroy();
        const title = store.incident(store.rowOf("e17")).title;
        const isSame = seen.partial === store;
        return {
          ...nothing,
          ...seen,
          code: null,
          runsOn,
          note,
          rows: store.columns.length,
          title,
          isSame,
          describedAs: name,
          counted: shown,
        };
      } catch (error) {
        return { ...nothing, ...seen, code: (error as { code: string }).code };
      }
    },
    [cancelAt, workerUrl] as const,
  );
}

const violationsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations);

/** Enforces Trusted Types, and allows no policy but ours. */
const TRUSTED = "require-trusted-types-for 'script'; trusted-types whenwhere;";

describe("a large file in the built script", () => {
  let askForRest: () => void = () => {};
  const server = fileServer(
    new Promise((resolve) => {
      askForRest = resolve;
    }),
  );
  let browser: Browser;
  let page: Page | undefined;
  let origin: string;
  beforeAll(async () => {
    origin = await listening(server);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await closed(server);
  });
  const opened = async (policy = ""): Promise<Page> => {
    // One page, which has read the script already when it begins anew under another policy.
    page ??= await browser.newPage();
    await page.goto(`${origin}/?policy=${encodeURIComponent(policy)}`);
    return page;
  };
  const whole = {
    code: null,
    rows: ROWS,
    title: "Event 17",
    isSame: true,
    counted: Array.from({ length: ROWS }, (_, i) => i).filter((i) => i % 7 === 3).length,
  };

  it("is read in a worker from a Blob URL, and shown before its end", async () => {
    const outcome = await load(await opened(), Number.POSITIVE_INFINITY);
    expect(outcome).toMatchObject({ ...whole, runsOn: "worker", note: null, describedAs: "worker" });
    expect(outcome.progress).toBeGreaterThan(1);
    expect(outcome.partialRows).toBeGreaterThan(100);
    expect(outcome.partialRows).toBeLessThan(ROWS);
  });

  it("is read on the page's thread under a policy without workers, which is said", async () => {
    const outcome = await load(await opened("worker-src 'none'"), Number.POSITIVE_INFINITY);
    expect(outcome).toMatchObject({ ...whole, runsOn: "main", describedAs: "memory" });
    expect(outcome.note).toMatch(/^Read on this thread: .+policy/);
  });

  it("is read in a worker from a file of the page's own origin, under a policy with Trusted Types and no Blob URLs", async () => {
    const page = await opened(`${TRUSTED} worker-src 'self'`);
    const outcome = await load(page, Number.POSITIVE_INFINITY, "whenwhere.worker.js");
    expect(outcome).toMatchObject({ ...whole, runsOn: "worker", note: null, describedAs: "worker" });
    expect(await violationsOf(page)).toEqual([]);
  });

  it("is read in a worker from a Blob URL under a policy with Trusted Types", async () => {
    const page = await opened(`${TRUSTED} worker-src blob:`);
    const outcome = await load(page, Number.POSITIVE_INFINITY);
    expect(outcome).toMatchObject({ ...whole, runsOn: "worker", note: null, describedAs: "worker" });
    expect(await violationsOf(page)).toEqual([]);
  });

  it("is never read by a program of another origin: that is refused, and the page's thread reads it", async () => {
    const page = await opened(`${TRUSTED} worker-src *`);
    const outcome = await load(page, Number.POSITIVE_INFINITY, "https://example.org/whenwhere.worker.js");
    expect(outcome).toMatchObject({ ...whole, runsOn: "main", describedAs: "memory" });
    expect(outcome.note).toContain('"https://example.org/whenwhere.worker.js" is not of this page\'s origin');
  });

  const byElement = async (page: Page, attributes: Readonly<Record<string, string>>, rows: number) => {
    const workers: string[] = [];
    page.on("worker", (worker) => workers.push(worker.url()));
    await page.evaluate((given) => {
      const element = document.createElement("ww-timeline");
      for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
      document.body.append(element);
    }, attributes);
    await page.waitForFunction((length) => {
      const element = document.querySelector("ww-timeline") as unknown as { store: { columns: { length: number } } };
      return element.store?.columns.length === length;
    }, rows);
    return workers;
  };

  it("is read by an element in the worker that its attribute names", async () => {
    const page = await opened(`${TRUSTED} worker-src 'self'`);
    const workers = await byElement(page, { src: "/data.csv", "worker-url": "/whenwhere.worker.js" }, ROWS);
    expect(workers).toEqual([`${origin}/whenwhere.worker.js`]);
    expect(await violationsOf(page)).toEqual([]);
  });

  it("is read in a worker also when its answer does not say its size, and a small one is not", async () => {
    expect(await byElement(await opened(), { src: "/data.csv?unsized" }, ROWS)).toHaveLength(1);
    expect(await byElement(await opened(), { src: "/data.csv?unsized&few" }, FEW_ROWS)).toEqual([]);
  });

  it("is given up midway", async () => {
    const outcome = await load(await opened(), csv.length / 2);
    expect(outcome.code).toBe("load/aborted");
    expect(outcome.partialRows).toBeGreaterThan(100);
  });

  it("is drawn by an element from its first rows on", async () => {
    const page = await opened();
    await page.evaluate(() => {
      const element = document.createElement("ww-timeline");
      element.setAttribute("src", "/data.csv?wait");
      element.addEventListener("ww-ready", () => {
        const shown = (globalThis as unknown as { shown: number[] }).shown;
        shown.push((element as unknown as { store: { columns: { length: number } } }).store.columns.length);
      });
      Object.assign(globalThis, { shown: [] });
      document.body.append(element);
    });
    await page.waitForFunction(() => (globalThis as unknown as { shown: number[] }).shown.length > 0);
    askForRest();
    await page.waitForFunction((rows) => (globalThis as unknown as { shown: number[] }).shown.at(-1) === rows, ROWS);
    const shown = await page.evaluate(() => (globalThis as unknown as { shown: number[] }).shown);
    expect(shown.length).toBe(2);
    expect(shown[0]).toBeLessThan(ROWS);
  });
});
