import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../chromium.mjs";
import { closed, listening } from "../loopback.ts";

const script = path.resolve(import.meta.dirname, "../../packages/whenwhere/dist/whenwhere.standalone.js");
/** MapLibre's own file, as a page copies it. */
const worker = createRequire(path.resolve(import.meta.dirname, "../../packages/map/package.json")).resolve(
  "maplibre-gl/dist/maplibre-gl-worker.mjs",
);
const PAGE = `<!doctype html><html lang="en"><title>Policy</title><body><div id="map" style="height:400px"></div>
<script src="/whenwhere.js"></script>`;

let browser: Browser;
let server: Server;
let policy = "";
let origin = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    const file = { "/whenwhere.js": script, "/maps/worker.mjs": worker }[request.url ?? ""];
    response.writeHead(200, {
      ...(policy === "" ? {} : { "content-security-policy": policy }),
      "content-type": file === undefined ? "text/html" : "text/javascript",
    });
    response.end(file === undefined ? PAGE : readFileSync(file));
  });
  origin = await listening(server);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await closed(server);
});

interface MapOnPage {
  readonly state: { readonly ground: string | null; readonly notice: string | null };
  on(event: "ready", listener: () => void): void;
}
declare const whenwhere: {
  createStore(incidents: readonly object[]): object;
  incidentMap(target: string, options: object): MapOnPage;
  setMapWorkerUrl(url: string): Promise<void>;
};

it.each([
  ["", "webgl", null],
  ["worker-src 'self'", "flat", /^Drawn without WebGL: .*worker.* Name the file of MapLibre's worker: map-worker-url/],
  ["require-trusted-types-for 'script'; trusted-types whenwhere", "flat", /^Drawn without WebGL: /],
] as const)(
  "a map under the policy '%s' stands on the ground %s, whole, and says why",
  async (given, ground, notice) => {
    policy = given;
    const page = await browser.newPage();
    await page.goto(origin);
    const state = await page.evaluate(async () => {
      const where = { name: "Kidal", lon: 1.4, lat: 18.4, precision: "exact" };
      const store = whenwhere.createStore([{ id: "a", title: "One", when: { edtf: "2022-01-10" }, where }]);
      const map = whenwhere.incidentMap("#map", { store, detail: "110m" });
      await new Promise<void>((resolve) => map.on("ready", resolve));
      // What would still take the drawn ground away has the time for it.
      await new Promise((resolve) => setTimeout(resolve, 500));
      return map.state;
    });
    expect(state.ground).toBe(ground);
    if (notice === null) expect(state.notice).toBeNull();
    else expect(state.notice).toMatch(notice);
    await page.close();
  },
);

describe("a map under the policy 'worker-src 'self'' that is told where MapLibre's worker is", () => {
  it.each(["whenwhere.setMapWorkerUrl()", "workerUrl", "map-worker-url"] as const)(
    "by %s stands on the ground webgl",
    async (by) => {
      policy = "worker-src 'self'";
      const page = await browser.newPage();
      await page.goto(`${origin}/desk/`);
      const state = await page.evaluate(async (by) => {
        const url = "../maps/worker.mjs";
        const where = { name: "Kidal", lon: 1.4, lat: 18.4, precision: "exact" };
        const store = whenwhere.createStore([{ id: "a", title: "One", when: { edtf: "2022-01-10" }, where }]);
        const readyOf = (map: MapOnPage) =>
          new Promise<MapOnPage["state"]>((resolve) => map.on("ready", () => resolve(map.state)));
        if (by === "map-worker-url") {
          const element = Object.assign(document.createElement("ww-map"), { store });
          element.setAttribute("map-worker-url", url);
          const shown = new Promise((resolve) => element.addEventListener("ww-ready", resolve));
          document.getElementById("map")?.append(element);
          await shown;
          return readyOf((element as unknown as { handle: MapOnPage }).handle);
        }
        if (by !== "workerUrl") await whenwhere.setMapWorkerUrl(url);
        return readyOf(whenwhere.incidentMap("#map", by === "workerUrl" ? { store, workerUrl: url } : { store }));
      }, by);
      expect(state).toMatchObject({ ground: "webgl", notice: null });
      await page.close();
    },
  );
});
