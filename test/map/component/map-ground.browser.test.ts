import { incidentMap, setMapWorkerUrl } from "@whenwhere/map";
import { createStore } from "@whenwhere/store";
import { arabic, createWords } from "@whenwhere/view";
import { afterEach, describe, expect, it, vi } from "vitest";
import { holdGrace, loseContext } from "../context-loss.ts";
import { drawn, endingMaps, type Fixture, INCIDENTS, ready } from "./map-fixture.ts";

const makeMap = endingMaps();
const flatMap = endingMaps({ projection: "flat" });

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a map over WebGL", () => {
  it("reaches a complete picture and asks nothing of another host", async () => {
    performance.clearResourceTimings();
    const fixture = makeMap();
    const { map } = fixture;
    await ready(fixture);
    expect(map.state.ground).toBe("webgl");
    expect(map.state.notice).toBeNull();
    const foreign = performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => !name.startsWith(location.origin) && !name.startsWith("blob:") && !name.startsWith("data:"));
    expect(foreign).toEqual([]);
    expect(map.state.counts.shown).toBe(INCIDENTS.length);
    expect(map.state.counts.drawn + map.state.counts.clustered + map.state.counts.unplaced).toBe(INCIDENTS.length);
    const png = await map.toPNG({ scale: 1 });
    expect(png.type).toBe("image/png");
    expect(png.size).toBeGreaterThan(5000);
  });

  it("keeps its records on the ground when it becomes a globe, and hides those behind the horizon in tags at the edge", async () => {
    const fixture = makeMap(
      { projection: "globe", camera: { lon: 50, lat: 22, zoom: 0.6 } },
      { widthPx: 240, heightPx: 240 },
    );
    const { map } = fixture;
    await ready(fixture);
    expect(map.state.ground).toBe("webgl");
    const before = map.state.counts;
    map.update({ camera: { lon: -130, lat: -22, zoom: 0.6 } });
    await drawn(fixture);
    expect(map.state.camera?.lon).toBeCloseTo(-130, 3);
    expect(map.state.counts).toMatchObject({ shown: before.shown, unplaced: 1 });
    expect(map.state.counts.drawn).toBe(before.shown - 1);
    expect(map.state.counts.clustered).toBe(0);
  });
});

describe("a map in another form of the earth", () => {
  it.each(["equal-earth", "natural-earth"] as const)(
    "is drawn in %s without WebGL, closer up too",
    async (projection) => {
      const fixture = makeMap({ projection, camera: { lon: 50, lat: 24, zoom: 0.5 } });
      const { map } = fixture;
      await ready(fixture);
      expect(map.state).toMatchObject({ ground: "flat", projection, notice: null });
      const { shown, drawn: whole, clustered, unplaced } = map.state.counts;
      expect(whole + clustered + unplaced).toBe(shown);
      /** The longest path of the picture. */
      const landNow = () => {
        const paths = map.toSVG().match(/ d="M[^"]*"/g) ?? [];
        return paths.reduce((a, b) => (b.length > a.length ? b : a), "");
      };
      const land = landNow();
      map.update({ projection: "flat" });
      await ready(fixture);
      // Equal earth too, as long as the world is in view.
      expect(landNow() === land).toBe(projection === "equal-earth");
      map.update({ camera: { lon: 50, lat: 24, zoom: 5 } });
      await drawn(fixture);
      const mercator = landNow();
      map.update({ projection });
      await ready(fixture);
      expect(landNow()).not.toBe(mercator);
    },
  );
});

describe("the life of a WebGL context", () => {
  /** How red the picture is at its left edge, where no record and no word stands: 0 to 255. */
  const redAtEdge = async (map: Fixture["map"]): Promise<number> => {
    const bitmap = await createImageBitmap(await map.toPNG({ scale: 1 }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext(
      "2d",
    ) as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(8, bitmap.height >> 1, 1, 1).data[0] ?? Number.NaN;
  };

  it("asks the page for no size while a window moves, and stands in the new one after a resize", async () => {
    const fixture = makeMap();
    await ready(fixture);
    const { host, store } = fixture;
    const sizes = vi.spyOn(Element.prototype, "clientWidth", "get");
    try {
      for (const day of [1, 5]) {
        const picture = drawn(fixture);
        store.set({
          ...{ source: "time", kind: "window" },
          startMs: Date.UTC(2022, 0, day),
          endMs: Date.UTC(2022, 0, day + 20),
        });
        await picture;
      }
      expect(sizes).not.toHaveBeenCalled();
    } finally {
      sizes.mockRestore();
    }
    host.style.width = "400px";
    const canvas = host.querySelector("canvas.ww-map-records") as HTMLCanvasElement;
    await expect.poll(() => canvas.clientWidth).toBeLessThanOrEqual(400);
    await expect.poll(() => canvas.width / devicePixelRatio).toBe(canvas.clientWidth);
  });

  it("goes on after a loss that is restored", async () => {
    const fixture = makeMap();
    await ready(fixture);
    holdGrace();
    const restore = await loseContext(fixture.map.element);
    expect(fixture.map.state.counts.shown).toBe(INCIDENTS.length);
    await restore();
    fixture.store.select("town");
    await drawn(fixture);
    expect(fixture.map.state).toMatchObject({ ground: "webgl", notice: null });
  });

  it("takes a new look at any time: before its style is there, and while its context is lost", async () => {
    const fixture = makeMap({ theme: "light" });
    const { map } = fixture;
    const arrived = ready(fixture);
    // The ground comes while frames go by: each of them changes the look, so one falls between the canvas and its style.
    let changes = 0;
    const canvas = () => map.element.querySelector(".maplibregl-canvas");
    while (map.state.ground !== "webgl" && changes < 3) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (canvas() !== null) changes += 1;
      map.update({ theme: changes % 2 === 0 ? "light" : "dark" });
    }
    expect(changes).toBeGreaterThan(0);
    await arrived;
    map.update({ theme: "dark" });
    expect(map.state).toMatchObject({ ground: "webgl", notice: null });
    // Colours pass into each other.
    await expect.poll(() => redAtEdge(map)).toBeLessThan(80);
    const dark = await redAtEdge(map);
    holdGrace();
    const restore = await loseContext(map.element);
    map.update({ theme: "light", projection: "globe" });
    await restore();
    await expect.poll(async () => (await redAtEdge(map)) - dark).toBeGreaterThan(80);
    expect(map.state).toMatchObject({ ground: "webgl", notice: null });
  });

  it("is drawn flat after a loss for good, says so and keeps the camera", async () => {
    const fixture = makeMap({ camera: { lon: 50, lat: 20, zoom: 4 } });
    await ready(fixture);
    const endGrace = holdGrace();
    await loseContext(fixture.map.element);
    expect(fixture.map.state.ground).toBe("webgl");
    const again = ready(fixture);
    endGrace();
    await again;
    expect(fixture.map.state.ground).toBe("flat");
    expect(fixture.map.state.notice).toContain("stopped answering");
    expect(fixture.map.state.camera?.lon).toBeCloseTo(50, 4);
    expect(fixture.map.element.querySelector(".maplibregl-canvas")).toBeNull();
    expect(fixture.map.state.counts.shown).toBe(INCIDENTS.length);
  });

  it("gives WebGL to twelve maps of a page and draws the thirteenth flat, with the reason", async () => {
    // All of them in sight: a map that is not has not begun.
    const made = Array.from({ length: 13 }, () => makeMap({ header: "none" }, { widthPx: 60, heightPx: 60 }));
    try {
      const notice = await Promise.race(
        made.map(({ map }) => new Promise<string>((resolve) => void map.on("notice", resolve))),
      );
      expect(notice).toContain("12 other maps");
      const told = made.filter(({ map }) => map.state.notice !== null);
      expect(told.map(({ map }) => map.state.ground)).toEqual(["flat"]);
    } finally {
      for (const one of made) one.remove();
    }
  });
});

describe("a map in unusual places", () => {
  it("is styled and drawn inside a shadow root", async () => {
    const host = document.createElement("div");
    host.style.cssText = "width:500px;height:400px";
    document.body.append(host);
    const inner = document.createElement("div");
    inner.style.cssText = "width:500px;height:400px";
    host.attachShadow({ mode: "open" }).append(inner);
    const map = incidentMap(inner, { store: createStore(INCIDENTS), locale: "en", projection: "flat" });
    await new Promise<void>((resolve) => {
      map.on("ready", () => resolve());
    });
    const stage = map.element.querySelector(".ww-map-stage") as HTMLElement;
    expect(getComputedStyle(stage).position).toBe("relative");
    expect(stage.clientHeight).toBeGreaterThan(200);
    expect(map.state.counts.shown).toBe(INCIDENTS.length);
    map.destroy();
    expect(inner.childElementCount).toBe(0);
    host.remove();
  });

  it("mirrors its controls and not its ground in a language that runs right to left", async () => {
    const made = flatMap({ words: createWords("ar", [arabic]) });
    await ready(made);
    const { element } = made.map;
    expect(element.dir).toBe("rtl");
    const stage = element.querySelector(".ww-map-stage") as HTMLElement;
    const middle = stage.getBoundingClientRect().left + stage.clientWidth / 2;
    const left = (query: string) => (element.querySelector(query) as HTMLElement).getBoundingClientRect().left;
    expect(left(".ww-map-corner-start > .ww-button")).toBeGreaterThan(middle);
    expect(left(".ww-map-tray")).toBeLessThan(middle);
    expect(element.textContent).toContain("ليس على الخريطة");
    const doc = new DOMParser().parseFromString(made.map.toSVG(), "image/svg+xml");
    expect(doc.documentElement.textContent).toContain("فقط");
  });

  it("writes an SVG that is well formed and holds numbers only", async () => {
    const made = flatMap();
    await ready(made);
    made.store.select("province");
    const text = made.map.toSVG();
    const doc = new DOMParser().parseFromString(text, "image/svg+xml");
    expect(doc.querySelector("parsererror")).toBeNull();
    expect(doc.documentElement.localName).toBe("svg");
    const numbers = [...doc.querySelectorAll("*")].flatMap((node) => [...node.attributes].map(({ value }) => value));
    expect(numbers.filter((value) => /NaN|Infinity|undefined/.test(value))).toEqual([]);
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
    await image.decode();
    expect(image.naturalWidth).toBeGreaterThan(0);
    URL.revokeObjectURL(image.src);
  });

  it("lets none of its controls lie on another, on its foot or on a tag, in a small pane", async () => {
    const fixture = makeMap({ projection: "mercator" }, { widthPx: 450, heightPx: 430 });
    await ready(fixture);
    const { element } = fixture.map;
    const boxes = [".ww-map-corner-start", ".ww-map-tray", ".ww-map-scale", ".ww-map-foot", ".ww-map-head"].map(
      (query) => ({ query, at: (element.querySelector(query) as HTMLElement).getBoundingClientRect() }),
    );
    const meeting = boxes.flatMap(({ query, at: a }, i) =>
      boxes
        .slice(i + 1)
        .filter(({ at: b }) => a.left < b.right && b.left < a.right && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5)
        .map((other) => `${query} on ${other.query}`),
    );
    expect(meeting).toEqual([]);
    const open = element.querySelector(".ww-map-tray > button") as HTMLButtonElement;
    expect(open.getAttribute("aria-expanded")).toBe("false");
    open.click();
    expect(open.getAttribute("aria-expanded")).toBe("true");
  });
});

describe("a map without WebGL", () => {
  it("is drawn flat and says so when the browser has no WebGL2", async () => {
    const original = HTMLCanvasElement.prototype.getContext;
    vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockImplementation(function (
      this: HTMLCanvasElement,
      kind: string,
      ...rest: unknown[]
    ) {
      return kind === "2d" ? original.call(this, "2d", ...(rest as [])) : null;
    } as never);
    const fixture = makeMap();
    await ready(fixture);
    expect(fixture.map.state.ground).toBe("flat");
    expect(fixture.map.state.notice).toContain("WebGL");
    const says = fixture.map.element.querySelector(".ww-map-says") as HTMLElement;
    expect(says.hidden).toBe(false);
    expect(says.textContent).toBe(fixture.map.state.notice);
    expect(fixture.map.state.counts.shown).toBe(INCIDENTS.length);
  });

  it("is drawn flat without a notice when that is asked for", async () => {
    const made = flatMap();
    await ready(made);
    expect(made.map.state).toMatchObject({ ground: "flat", notice: null, projection: "flat" });
  });
});

describe("a map whose ground is on its way", () => {
  const waiting = ({ map }: Fixture) => map.element.querySelector(".ww-map-waiting") as HTMLElement;

  it("says so after a while, and no more once the ground is there", async () => {
    const made = flatMap();
    const word = waiting(made);
    expect(word.textContent).toBe("Drawing the map");
    // Not at once: a word that comes and goes in the blink of an eye is a flicker.
    expect(getComputedStyle(word).visibility).toBe("hidden");
    for (const late of word.getAnimations()) late.finish();
    expect(getComputedStyle(word).visibility).toBe("visible");
    await ready(made);
    expect(getComputedStyle(word).display).toBe("none");
  });
});

describe("the end of a map", () => {
  it("leaves nothing in the page after forty lives", async () => {
    const sheets = document.adoptedStyleSheets.length;
    for (let i = 0; i < 40; i++) {
      const made = makeMap({ projection: i % 2 === 0 ? "flat" : "mercator" });
      if (i % 15 === 0) await ready(made);
      made.remove();
      made.map.destroy();
    }
    expect(document.querySelectorAll("canvas")).toHaveLength(0);
    expect(document.querySelectorAll(".ww")).toHaveLength(0);
    expect(document.adoptedStyleSheets).toHaveLength(sheets);
  });

  it("gives its place among the GL maps of the page back", async () => {
    for (let i = 0; i < 2; i++) {
      const made = makeMap();
      await ready(made);
      expect(made.map.state.ground).toBe("webgl");
      made.remove();
    }
  });
});

describe("wrong calls", () => {
  it("name what was found, what was expected and what helps", () => {
    expect(() => makeMap({ projection: "cube" as never })).toThrow(
      /projection of incidentMap is "cube". Use one of mercator/,
    );
    for (const left of document.querySelectorAll("main")) left.remove();
  });

  it("take the worker of the page over their own", async () => {
    const maplibre = await import("maplibre-gl");
    const before = maplibre.getWorkerUrl();
    await setMapWorkerUrl("/own-worker.mjs");
    expect(maplibre.getWorkerUrl()).toBe(new URL("/own-worker.mjs", location.href).href);
    maplibre.setWorkerUrl(before);
  });
});
