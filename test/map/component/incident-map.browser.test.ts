import { incidentMap, setMapWorkerUrl } from "@whenwhere/map";
import { createStore } from "@whenwhere/store";
import axe from "axe-core";
import { afterEach, describe, expect, it, vi } from "vitest";
import { drawn, type Fixture, HOSTILE, INCIDENTS, makeMap, press, ready } from "./map-fixture.ts";

let fixture: Fixture | null = null;

function flatMap(options: Parameters<typeof makeMap>[0] = {}): Fixture {
  fixture = makeMap({ projection: "flat", ...options });
  return fixture;
}

afterEach(() => {
  fixture?.remove();
  fixture = null;
  vi.restoreAllMocks();
});

function spoken({ hands }: Fixture): string {
  const id = hands.getAttribute("aria-activedescendant");
  return id === null ? "" : (document.getElementById(id)?.textContent ?? "");
}

function dialog({ map }: Fixture): HTMLElement {
  return map.element.querySelector("[role=dialog]") as HTMLElement;
}

/** Share of painted pixels in a ring around a point of the overlay, by exact colour of the halo. */
function overlayInk({ map }: Fixture): number {
  const canvas = map.element.querySelector(".ww-map-records") as HTMLCanvasElement;
  const { data } = (canvas.getContext("2d") as CanvasRenderingContext2D).getImageData(
    0,
    0,
    canvas.width,
    canvas.height,
  );
  let ink = 0;
  for (let i = 0; i < data.length; i += 4) {
    if ((data[i + 3] as number) > 200 && (data[i] as number) < 60 && (data[i + 1] as number) < 60) ink++;
  }
  return ink;
}

describe("a map over WebGL", () => {
  it("reaches a complete picture and asks nothing of another host", async () => {
    performance.clearResourceTimings();
    fixture = makeMap();
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
  }, 60_000);

  it("keeps its records on the ground when it becomes a globe, and hides those behind the horizon in tags at the edge", async () => {
    fixture = makeMap(
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
  }, 60_000);
});

describe("the life of a WebGL context", () => {
  const contextOf = ({ map }: Fixture) => {
    const canvas = map.element.querySelector(".maplibregl-canvas") as HTMLCanvasElement;
    const extension = canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context");
    if (extension == null) throw new Error("This browser has no WEBGL_lose_context.");
    return { canvas, extension };
  };

  it("goes on after a loss that is restored", async () => {
    fixture = makeMap();
    await ready(fixture);
    const { canvas, extension } = contextOf(fixture);
    const lost = new Promise((resolve) => canvas.addEventListener("webglcontextlost", resolve, { once: true }));
    const restored = new Promise((resolve) => canvas.addEventListener("webglcontextrestored", resolve, { once: true }));
    extension.loseContext();
    await lost;
    expect(fixture.map.state.counts.shown).toBe(INCIDENTS.length);
    // A context can come back only after the event of its loss has run its course.
    await new Promise((resolve) => setTimeout(resolve, 200));
    extension.restoreContext();
    await restored;
    fixture.store.select("town");
    await drawn(fixture);
    expect(fixture.map.state).toMatchObject({ ground: "webgl", notice: null });
  }, 60_000);

  it("is drawn flat after a loss for good, says so and keeps the camera", async () => {
    fixture = makeMap({ camera: { lon: 50, lat: 20, zoom: 4 } });
    await ready(fixture);
    const again = ready(fixture);
    contextOf(fixture).extension.loseContext();
    await again;
    expect(fixture.map.state.ground).toBe("flat");
    expect(fixture.map.state.notice).toContain("stopped answering");
    expect(fixture.map.state.camera?.lon).toBeCloseTo(50, 4);
    expect(fixture.map.element.querySelector(".maplibregl-canvas")).toBeNull();
    expect(fixture.map.state.counts.shown).toBe(INCIDENTS.length);
  }, 60_000);

  it("gives WebGL to twelve maps of a page and draws the thirteenth flat, with the reason", async () => {
    const made = Array.from({ length: 13 }, () => makeMap({}, { widthPx: 60, heightPx: 60 }));
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
  }, 240_000);
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
    const made = flatMap({ locale: "ar" });
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
    fixture = makeMap({ projection: "mercator" }, { widthPx: 450, heightPx: 430 });
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
  }, 60_000);
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
    fixture = makeMap();
    await ready(fixture);
    expect(fixture.map.state.ground).toBe("flat");
    expect(fixture.map.state.notice).toContain("WebGL");
    const says = fixture.map.element.querySelector(".ww-map-says") as HTMLElement;
    expect(says.hidden).toBe(false);
    expect(says.textContent).toBe(fixture.map.state.notice);
    expect(fixture.map.state.counts.shown).toBe(INCIDENTS.length);
  }, 60_000);

  it("is drawn flat without a notice when that is asked for", async () => {
    const made = flatMap();
    await ready(made);
    expect(made.map.state).toMatchObject({ ground: "flat", notice: null, projection: "flat" });
  });
});

describe("a map and its store", () => {
  it("draws the halo of what is selected elsewhere", async () => {
    const made = flatMap();
    await ready(made);
    const before = overlayInk(made);
    made.store.select("town");
    await drawn(made);
    expect(overlayInk(made)).toBeGreaterThan(before);
    expect(made.map.toSVG()).not.toBe("");
  });

  it("draws fewer records when the window of time is narrowed, and says how many", async () => {
    const made = flatMap();
    await ready(made);
    made.store.set({ source: "time", kind: "window", startMs: Date.UTC(2022, 0, 1), endMs: Date.UTC(2022, 0, 8) });
    await drawn(made);
    expect(made.map.state.counts).toMatchObject({ shown: 2, unplaced: 0 });
    expect(made.map.element.querySelector(".ww-head-note")?.textContent).toContain("2 of 7");
  });

  it("lists what has no place in the tray, and selects from there", async () => {
    const made = flatMap();
    await ready(made);
    const tray = made.map.element.querySelector(".ww-map-tray") as HTMLElement;
    expect(tray.textContent).toContain("Not on the map: 1");
    const button = tray.querySelector(".ww-map-row") as HTMLButtonElement;
    expect(button.textContent).toBe("Attack on a pipeline");
    button.click();
    expect(made.store.state.selectedId).toBe("nowhere");
  });

  it("moves only when what is selected is out of sight", async () => {
    const made = flatMap({ camera: { lon: 54, lat: 24, zoom: 4 } });
    await ready(made);
    made.store.select("town");
    expect(made.map.state.camera?.lon).toBeCloseTo(54, 6);
    made.map.update({ camera: { lon: 0, lat: 50, zoom: 4 } });
    await drawn(made);
    made.store.select("same-1");
    expect(made.map.state.camera?.lon).not.toBeCloseTo(0, 1);
  });

  it("writes the camera into the store when a hand moves it, and follows the store's camera", async () => {
    const made = flatMap();
    await ready(made);
    expect(made.store.state.camera).toBeNull();
    made.hands.focus();
    press(made.hands, "+");
    const { camera } = made.store.state;
    expect(camera?.zoom).toBeCloseTo(made.map.state.camera?.zoom ?? Number.NaN, 6);
    made.store.setCamera({ lon: 30, lat: 10, zoom: 4 });
    expect(made.map.state.camera?.lon).toBeCloseTo(30, 6);
  });

  it("filters by what is in view without a drag, and Esc undoes it", async () => {
    const made = flatMap({ camera: { lon: 46.7, lat: 24.7, zoom: 6 } });
    await ready(made);
    const button = [...made.map.element.querySelectorAll("button")].find(
      ({ textContent }) => textContent === "Only in view",
    );
    button?.click();
    const clause = made.store.state.clauses["map"];
    expect(clause).toMatchObject({ kind: "bbox", source: "map" });
    expect(made.store.count().shown).toBeLessThan(INCIDENTS.length);
    await drawn(made);
    const chip = made.map.element.querySelector(".ww-map-chip") as HTMLElement;
    expect(chip.hidden).toBe(false);
    made.hands.focus();
    press(made.hands, "Escape");
    expect(made.store.state.clauses["map"]).toBeUndefined();
    await drawn(made);
    expect(chip.hidden).toBe(true);
  });
});

describe("the map's keys and words", () => {
  it("walks every shown record in time order and names it, placed or not", async () => {
    const made = flatMap();
    await ready(made);
    made.hands.focus();
    press(made.hands, "Home");
    const heard = [spoken(made)];
    for (let i = 1; i < INCIDENTS.length; i++) {
      press(made.hands, "n");
      await new Promise((resolve) => setTimeout(resolve));
      heard.push(spoken(made));
    }
    for (const { title } of INCIDENTS) expect(heard.filter((text) => text.includes(title))).toHaveLength(1);
  });

  it("walks to the nearest record with an arrow", async () => {
    const made = flatMap({ camera: { lon: 46, lat: 26, zoom: 4 } });
    await ready(made);
    made.store.select("same-1");
    made.hands.focus();
    press(made.hands, "ArrowRight");
    expect(spoken(made)).toContain("Abu Dhabi");
    expect(made.store.state.hoveredId).toBe("town");
  });

  it("opens a dialog with the records of a place; Esc closes it and the focus goes back", async () => {
    const made = flatMap();
    await ready(made);
    made.store.select("same-1");
    made.hands.focus();
    press(made.hands, "Enter");
    const box = dialog(made);
    expect(box.hidden).toBe(false);
    expect(box.getAttribute("aria-label")).not.toBe("");
    expect(box.querySelectorAll("li")).toHaveLength(2);
    expect(box.contains(document.activeElement)).toBe(true);
    (box.querySelectorAll(".ww-map-row")[1] as HTMLButtonElement).click();
    expect(made.store.state.selectedId).toBe("same-2");
    press(document.activeElement as Element, "Escape");
    expect(box.hidden).toBe(true);
    expect(document.activeElement).toBe(made.hands);
  });

  it("leaves the plain wheel to the page and zooms with Ctrl", async () => {
    const made = flatMap();
    await ready(made);
    const zoom = made.map.state.camera?.zoom ?? Number.NaN;
    const plain = new WheelEvent("wheel", { deltaY: -120, bubbles: true, cancelable: true });
    made.hands.dispatchEvent(plain);
    expect(plain.defaultPrevented).toBe(false);
    expect(made.map.state.camera?.zoom).toBe(zoom);
    const meant = new WheelEvent("wheel", { deltaY: -120, ctrlKey: true, bubbles: true, cancelable: true });
    made.hands.dispatchEvent(meant);
    expect(meant.defaultPrevented).toBe(true);
    expect(made.map.state.camera?.zoom).toBeGreaterThan(zoom);
  });

  it("keeps hostile names as text, on the map, in its dialog and in its SVG", async () => {
    const made = flatMap();
    await ready(made);
    made.store.select("hostile");
    made.hands.focus();
    press(made.hands, "Enter");
    expect(dialog(made).textContent).toContain(HOSTILE);
    expect(made.map.element.querySelectorAll("img, script")).toHaveLength(0);
    const svg = new DOMParser().parseFromString(made.map.toSVG(), "image/svg+xml");
    expect(svg.querySelectorAll("img, script, parsererror")).toHaveLength(0);
    expect(document.title).not.toBe("owned");
  });

  it("gives axe nothing to find, with target sizes and landmarks on", async () => {
    const made = flatMap();
    await ready(made);
    made.store.select("same-1");
    made.hands.focus();
    press(made.hands, "Enter");
    const { violations } = await axe.run(made.host, {
      rules: { "target-size": { enabled: true }, region: { enabled: true } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  });
});

describe("the end of a map", () => {
  it("leaves nothing in the page after a hundred lives", async () => {
    const sheets = document.adoptedStyleSheets.length;
    for (let i = 0; i < 100; i++) {
      const made = makeMap({ projection: i % 2 === 0 ? "flat" : "mercator" });
      if (i % 25 === 0) await ready(made);
      made.remove();
      made.map.destroy();
    }
    expect(document.querySelectorAll("canvas")).toHaveLength(0);
    expect(document.querySelectorAll(".ww")).toHaveLength(0);
    expect(document.adoptedStyleSheets).toHaveLength(sheets);
  }, 60_000);

  it("gives its place among the GL maps of the page back", async () => {
    for (let i = 0; i < 2; i++) {
      const made = makeMap();
      await ready(made);
      expect(made.map.state.ground).toBe("webgl");
      made.remove();
    }
  }, 60_000);
});

describe("wrong calls", () => {
  it("name what was found, what was expected and what helps", () => {
    expect(() => makeMap({ projection: "cube" as never })).toThrow(/no projection "cube"/);
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
