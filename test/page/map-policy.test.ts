import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "../chromium.mjs";

const script = path.resolve(import.meta.dirname, "../../packages/whenwhere/dist/whenwhere.standalone.js");
const PAGE = `<!doctype html><html lang="en"><title>Policy</title><body><div id="map" style="height:400px"></div>
<script src="/whenwhere.js"></script>`;

let browser: Browser;
let server: Server;
let policy = "";
let origin = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    const isScript = request.url === "/whenwhere.js";
    response.writeHead(200, {
      ...(policy === "" ? {} : { "content-security-policy": policy }),
      "content-type": isScript ? "text/javascript" : "text/html",
    });
    response.end(isScript ? readFileSync(script) : PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
});

interface MapOnPage {
  readonly state: { readonly ground: string | null; readonly notice: string | null };
  on(event: "ready", listener: () => void): void;
}
declare const whenwhere: {
  createStore(incidents: readonly object[]): object;
  incidentMap(target: string, options: object): MapOnPage;
};

it.each([
  ["", "webgl", null],
  ["worker-src 'self'", "flat", /^Drawn without WebGL: /],
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
