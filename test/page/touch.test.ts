import type { Browser, BrowserContext, CDPSession, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../chromium.mjs";
import { fileOf } from "./open-page.ts";

type Point = readonly [x: number, y: number];

/** As much of the library as the page is asked for. */
interface Built {
  createStore(incidents: readonly object[]): { readonly state: { readonly selectedId: string | null } };
  incidentMap(target: string, options: object): MapOnPage;
}
interface MapOnPage {
  readonly state: { readonly camera: { readonly lon: number; readonly lat: number; readonly zoom: number } };
  on(event: "ready", listener: () => void): void;
}
declare const whenwhere: Built;
declare const map: MapOnPage;
declare const store: ReturnType<Built["createStore"]>;

const SCREEN = { width: 390, height: 844 };
const ZOOM = 4;
/** A page taller than the screen, the map at its top. */
const pageOf = (mapPx: number) => `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
<title>Touch</title><style>body{margin:0;height:3000px}#map{height:${mapPx}px}</style><body><div id="map"></div>`;
const PAGE = pageOf(700);

const record = (id: string, lon?: number) => ({
  ...{ id, title: `Record ${id}`, category: "attack", when: { edtf: "2022-02-02" } },
  ...(lon === undefined ? {} : { where: { name: `Town of ${id}`, lon, lat: 15, precision: "exact" } }),
});
/** Three together, one alone in the east, one without a place. */
const RECORDS = [record("a", 46), record("b", 46.1), record("c", 46.2), record("alone", 52), record("nowhere")];
/** At one place, so that a tap opens their list. */
const TOGETHER = ["a", "b", "c", "d", "e", "f"].map((id) => record(id, 49));

/** Fingers on a page. */
function fingersOf(session: CDPSession) {
  const send = (type: "touchStart" | "touchMove" | "touchEnd", points: readonly Point[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  return {
    async tap(at: Point): Promise<void> {
      await send("touchStart", [at]);
      await send("touchEnd", []);
    },
    /** Puts fingers down, moves them in steps and lifts them. */
    async move(from: readonly Point[], to: readonly Point[]): Promise<void> {
      await send("touchStart", from);
      for (let step = 1; step <= 8; step++) {
        const between = from.map(([x, y], i): Point => {
          const [toX, toY] = to[i] as Point;
          return [x + ((toX - x) * step) / 8, y + ((toY - y) * step) / 8];
        });
        await send("touchMove", between);
      }
      await send("touchEnd", []);
    },
  };
}

/** Needs the built package: `npm test` builds it first. Nothing here has a mouse or a keyboard. */
describe.each(["flat", "mercator"] as const)("a map used by touch alone, %s", (projection) => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let fingers: ReturnType<typeof fingersOf>;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  afterEach(() => context.close());

  async function open(records: readonly object[] = RECORDS, mapPx = 700): Promise<void> {
    context = await browser.newContext({ viewport: SCREEN, hasTouch: true, isMobile: true });
    page = await context.newPage();
    await page.setContent(pageOf(mapPx));
    await page.addScriptTag({ path: fileOf("packages/whenwhere/dist/whenwhere.standalone.js") });
    await page.evaluate(
      ({ records, ...options }) => {
        const made = whenwhere.createStore(records);
        const shown = whenwhere.incidentMap("#map", { store: made, detail: "110m", ...options });
        Object.assign(globalThis, { map: shown, store: made });
        return new Promise<void>((resolve) => shown.on("ready", resolve));
      },
      { records, projection, camera: { lon: 49, lat: 15, zoom: ZOOM } },
    );
    fingers = fingersOf(await context.newCDPSession(page));
  }

  const cameraNow = () => page.evaluate(() => ({ ...map.state.camera }));
  const selected = () => page.evaluate(() => store.state.selectedId);
  const popup = () => page.getByRole("dialog");
  /** Where a longitude stands on the parallel of the camera, before anything has moved. */
  async function at(lon: number): Promise<Point> {
    const box = await page.locator(".ww-map-hands").boundingBox();
    if (box === null) throw new Error("The map has no box.");
    return [box.x + box.width / 2 + ((lon - 49) / 360) * 512 * 2 ** ZOOM, box.y + box.height / 2];
  }

  it("a tap on a point opens what it says and selects it; its button closes it", async () => {
    await open();
    await fingers.tap(await at(52));
    await popup().waitFor();
    expect(await popup().innerText()).toContain("Record alone");
    expect(await selected()).toBe("alone");
    const close = await popup().getByRole("button", { name: "Close" }).boundingBox();
    if (close === null) throw new Error("The popup has no button.");
    expect(Math.min(close.width, close.height)).toBeGreaterThanOrEqual(44);
    await fingers.tap([close.x + close.width / 2, close.y + close.height / 2]);
    await popup().waitFor({ state: "hidden" });
  });

  it("a tap on a bubble goes to what it holds", async () => {
    await open();
    await fingers.tap(await at(46.1));
    const isThere = (zoom: number) => map.state.camera.zoom > zoom + 1 && Math.abs(map.state.camera.lon - 46.1) < 0.2;
    await page.waitForFunction(isThere, ZOOM);
    expect((await cameraNow()).lat).toBeCloseTo(15, 0);
  });

  it("a list that opens under the finger is not tapped by the tap that opens it", async () => {
    await open(TOGETHER, 320);
    const [x, y] = await at(49);
    await fingers.tap([x, y]);
    await popup().waitFor();
    const box = await popup().boundingBox();
    expect(box !== null && y > box.y && y < box.y + box.height).toBe(true);
    // The click of a tap comes after a moment.
    await page.waitForTimeout(400);
    expect(await selected()).toBeNull();
    await fingers.tap([x, y]);
    await page.waitForFunction(() => store.state.selectedId !== null);
  });

  it("two fingers zoom and move the map; one scrolls the page and leaves the map", async () => {
    await open();
    const [x, y] = await at(49);
    await fingers.move(
      [
        [x - 30, y],
        [x + 30, y],
      ],
      [
        [x - 90, y],
        [x + 90, y],
      ],
    );
    const near = await cameraNow();
    expect(near.zoom).toBeCloseTo(ZOOM + Math.log2(3), 1);
    expect(near.lon).toBeCloseTo(49, 0);
    await fingers.move(
      [
        [x - 30, y],
        [x + 30, y],
      ],
      [
        [x + 70, y],
        [x + 130, y],
      ],
    );
    const moved = await cameraNow();
    expect(moved.zoom).toBeCloseTo(near.zoom, 1);
    expect(moved.lon).toBeCloseTo(near.lon - (100 * 360) / (512 * 2 ** near.zoom), 0);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await fingers.move([[x, y]], [[x, y - 160]]);
    await page.waitForFunction(() => scrollY > 40);
    expect(await cameraNow()).toEqual(moved);
    expect(await popup().isVisible()).toBe(false);
  });

  it("the records without a place are opened and picked by taps", async () => {
    await open();
    const tap = async (name: RegExp) => {
      const target = page.getByRole("button", { name });
      await target.waitFor();
      const box = await target.boundingBox();
      if (box === null) throw new Error(`${name} has no box.`);
      await fingers.tap([box.x + box.width / 2, box.y + box.height / 2]);
    };
    await tap(/^Not on the map/);
    await tap(/Record nowhere/);
    await page.waitForFunction(() => store.state.selectedId === "nowhere");
    expect(await selected()).toBe("nowhere");
  });
});

describe("a player used by touch", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it("has buttons and lists that a finger hits, in lines as wide as the screen", async () => {
    const page = await (await browser.newContext({ viewport: SCREEN, hasTouch: true, isMobile: true })).newPage();
    await page.setContent(PAGE);
    await page.addScriptTag({ path: fileOf("packages/whenwhere/dist/whenwhere.standalone.js") });
    await page.evaluate((incidents) => {
      const timeline = Object.assign(document.createElement("ww-timeline"), {
        collection: { whenwhere: 1, title: "Made up", incidents },
      });
      document.body.replaceChildren(timeline, document.createElement("ww-player"));
    }, RECORDS);
    await page.locator("ww-player select").first().waitFor();
    const boxes = await page.locator("ww-player :is(button, select):visible").evaluateAll((all) =>
      all.map((one) => {
        const { left, right, height } = one.getBoundingClientRect();
        return { name: one.textContent || one.ariaLabel, left, right, height };
      }),
    );
    expect(boxes.length).toBeGreaterThan(8);
    expect(boxes.filter(({ height }) => height < 43)).toEqual([]);
    const settings = boxes.slice(3);
    expect(Math.max(...settings.map(({ right }) => right))).toBeGreaterThan(SCREEN.width - 20);
    expect(boxes.filter(({ left, right }) => left < 0 || right > SCREEN.width)).toEqual([]);
  });
});

describe("a workspace used by touch", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it("gives a finger 44 px of what is drawn lower: the report, and the grip of the card", async () => {
    const page = await (await browser.newContext({ viewport: SCREEN, hasTouch: true, isMobile: true })).newPage();
    const data = JSON.stringify({ whenwhere: 1, title: "Made up", incidents: RECORDS });
    await page.setContent(`${PAGE}<when-where><script type="application/json">${data}</script></when-where>`);
    await page.addScriptTag({ path: fileOf("packages/whenwhere/dist/whenwhere.standalone.js") });
    await page.locator(".ww-report-button").waitFor();
    await page.getByRole("tab").nth(1).tap();
    await page.locator("[data-row]").first().tap();
    const grip = page.locator(".ww-ws-grip");
    await grip.waitFor();
    for (const target of [page.locator(".ww-report-button"), grip]) {
      const hits = await target.evaluate((button) => {
        const { left, width, top, height } = button.getBoundingClientRect();
        const root = button.getRootNode() as ShadowRoot;
        const heights = [...Array(120).keys()].map((step) => top + height / 2 - 60 + step);
        return heights.filter((y) => root.elementFromPoint(left + width / 2, y) === button).length;
      });
      expect(hits).toBeGreaterThanOrEqual(44);
    }
  });
});
