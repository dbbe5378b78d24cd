import { setMapWorkerUrl } from "@whenwhere/map";
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
  it("leaves nothing in the page after twenty lives", async () => {
    const sheets = document.adoptedStyleSheets.length;
    for (let i = 0; i < 20; i++) {
      const made = makeMap({ projection: i % 2 === 0 ? "flat" : "mercator" });
      if (i % 5 === 0) await ready(made);
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
