import { afterEach, describe, expect, it, vi } from "vitest";
import { eventually } from "../../eventually.ts";
import { press } from "../../hands.ts";
import { type Fixture, makeMap, ready } from "./map-fixture.ts";

let map: Fixture;
afterEach(() => {
  map.remove();
  vi.restoreAllMocks();
});

const button = (name: string): HTMLButtonElement =>
  [...map.map.element.querySelectorAll("button")].find(
    (one) => (one.getAttribute("aria-label") ?? one.textContent) === name,
  ) as HTMLButtonElement;
const chip = (): string | null => {
  const element = map.map.element.querySelector<HTMLElement>(".ww-map-chip");
  return element === null || element.hidden ? null : (element.querySelector("span")?.textContent ?? null);
};
const passing = (): string[] => {
  const { certain, possible } = map.store.rows();
  return [...certain, ...possible].map((row) => map.store.id(row)).sort();
};

/** A pointer at a point of the stage. */
function send(type: string, [x, y]: readonly [number, number], pointerId = 1): void {
  const { left, top } = map.hands.getBoundingClientRect();
  map.hands.setPointerCapture = () => {};
  map.hands.dispatchEvent(
    new PointerEvent(type, { pointerId, button: 0, bubbles: true, clientX: left + x, clientY: top + y }),
  );
}

/** A drag along a line of points of the stage. */
function draw(points: readonly (readonly [x: number, y: number])[]): void {
  send("pointerdown", points[0] as [number, number]);
  for (const point of points.slice(1)) send("pointermove", point);
  send("pointerup", points.at(-1) as [number, number]);
}

/** Where a record of the fixture stands: cameras are given, so that the places are the same on every machine. */
const RIYADH = { lon: 46.7, lat: 24.7, zoom: 4 };

/** Records that are known to an area only. */
const AREAS = ["country", "province"];

describe("the outline on the map", () => {
  it("filters by what it encloses, says so, and is taken back by its button and by Escape", async () => {
    map = makeMap({ projection: "flat", camera: RIYADH });
    await ready(map);
    button("Outline").click();
    expect(button("Outline").getAttribute("aria-pressed")).toBe("true");
    const { width, height } = map.hands.getBoundingClientRect();
    const [x, y] = [width / 2, height / 2];
    draw([
      [x - 40, y - 40],
      [x + 40, y - 40],
      [x + 45, y + 30],
      [x, y + 45],
      [x - 40, y + 40],
    ]);
    expect(map.store.state.clauses["map"]?.kind).toBe("lasso");
    // Records without a point of their own may be anywhere.
    expect(passing()).toEqual(["country", "nowhere", "province", "same-1", "same-2"]);
    await eventually(() => expect(chip()).toBe("Only inside the outline"));
    const path = map.map.element.querySelector(".ww-map-lasso path:last-child");
    expect(path?.getAttribute("d")).toMatch(/^M.*Z$/);
    const veil = map.map.element.querySelector(".ww-map-veil");
    expect(veil?.getAttribute("d")?.endsWith(path?.getAttribute("d") ?? "-")).toBe(true);
    button("Clear the outline on the map").click();
    await eventually(() => expect(chip()).toBeNull());
    expect(path?.getAttribute("d")).toBe("");
    expect(veil?.getAttribute("d")).toBe("");
    draw([
      [x - 40, y - 40],
      [x + 40, y - 40],
      [x, y + 40],
    ]);
    map.hands.focus();
    press(map.hands, "Escape");
    expect(map.store.state.clauses["map"]).toBeUndefined();
  });

  it("pales no tag whose records still count, box or outline, and all that do not", async () => {
    // Both areas stand in the view.
    map = makeMap({ projection: "flat", camera: { lon: 50, lat: 20, zoom: 4 } });
    await ready(map);
    const { width, height } = map.hands.getBoundingClientRect();
    const [x, y] = [width / 2, height / 2];
    const holes = (selector: string): number => {
      const element = map.map.element.querySelector<HTMLElement>(selector) as HTMLElement;
      const clip = getComputedStyle(element).clipPath;
      return clip === "none" ? 0 : clip.split(/[Mm]/).length - 2;
    };
    /** Of the areas on the map, those with a record that passes. */
    const counted = (): number => passing().filter((id) => AREAS.includes(id)).length;
    button("Outline").click();
    draw([
      [x - 40, y - 40],
      [x + 40, y - 40],
      [x, y + 40],
    ]);
    await eventually(() => expect(holes(".ww-map-lasso")).toBe(counted()));
    expect(counted()).toBeGreaterThan(0);
    button("Clear the outline on the map").click();
    await eventually(() => expect(holes(".ww-map-lasso")).toBe(0));
    button("Select").click();
    draw([
      [x - 40, y - 40],
      [x + 40, y + 40],
    ]);
    await eventually(() => expect(holes(".ww-map-box")).toBe(counted()));
    // A window in which none of them is.
    map.store.set({ source: "x", kind: "window", startMs: 0, endMs: 1 });
    await eventually(() => expect(holes(".ww-map-box")).toBe(counted()));
  });

  it("is made by keys: S takes the place of the current record in, and again lets it go", async () => {
    map = makeMap({ projection: "flat", camera: { ...RIYADH, zoom: 3.5 } });
    await ready(map);
    map.hands.focus();
    const walkTo = (id: string) => {
      press(map.hands, "Home");
      for (let i = 0; i < 8 && map.map.state.currentId !== id; i++) press(map.hands, "n");
      expect(map.map.state.currentId).toBe(id);
    };
    walkTo("same-1");
    press(map.hands, "s");
    expect(map.store.state.clauses["map"]?.kind).toBe("lasso");
    expect(passing()).not.toContain("town");
    expect(passing()).toContain("same-1");
    walkTo("town");
    press(map.hands, "s");
    expect(passing()).toContain("town");
    await eventually(() =>
      expect(map.map.element.querySelector("[aria-live]")?.textContent).toContain("Places in the outline: 2"),
    );
    press(map.hands, "s");
    expect(passing()).not.toContain("town");
    walkTo("same-1");
    press(map.hands, "s");
    expect(map.store.state.clauses["map"]).toBeUndefined();
  });

  it("goes across the antimeridian", async () => {
    map = makeMap({ projection: "flat", camera: { lon: 179.5, lat: 0, zoom: 5 } });
    await ready(map);
    button("Outline").click();
    draw([
      [200, 150],
      [440, 150],
      [440, 330],
      [200, 330],
    ]);
    const clause = map.store.state.clauses["map"];
    const lons = clause?.kind === "lasso" ? clause.ring.map(([lon]) => lon) : [];
    expect(Math.max(...lons) - Math.min(...lons)).toBeLessThan(20);
    expect(Math.max(...lons)).toBeGreaterThan(180);
  });
});

describe("the tools of the map", () => {
  it("are those asked for, and full screen by default", async () => {
    map = makeMap({ projection: "flat" });
    expect([button("Full screen").hidden, button("Where I am").hidden, button("As at the start").hidden]).toEqual([
      false,
      true,
      true,
    ]);
    map.map.update({ tools: [] });
    expect(map.map.element.querySelector<HTMLElement>(".ww-map-tools")?.hidden).toBe(true);
  });

  it("fill the screen with the map and say how to leave it", async () => {
    map = makeMap({ projection: "flat" });
    await ready(map);
    const asked = vi.spyOn(Element.prototype, "requestFullscreen").mockResolvedValue();
    button("Full screen").click();
    expect(asked.mock.contexts[0]).toBe(map.map.element);
  });

  it("go back to how the map began", async () => {
    map = makeMap({ projection: "flat", camera: RIYADH, tools: ["reset"] });
    await ready(map);
    button("Zoom in").click();
    button("Only in view").click();
    expect(map.map.state.camera?.zoom).toBe(5);
    button("As at the start").click();
    const { lon, zoom } = map.map.state.camera as { lon: number; zoom: number };
    expect(lon).toBeCloseTo(RIYADH.lon, 9);
    expect(zoom).toBe(RIYADH.zoom);
    expect(map.store.state.clauses["map"]).toBeUndefined();
  });

  it("ask for the reader's position only when the button is pressed, show it, and say how near it is", async () => {
    const ask = vi.spyOn(navigator.geolocation, "getCurrentPosition").mockImplementation((found) => {
      found({ coords: { longitude: 36.8, latitude: -1.3, accuracy: 42 } } as GeolocationPosition);
    });
    map = makeMap({ projection: "flat", tools: ["locate"] });
    await ready(map);
    expect(ask).not.toHaveBeenCalled();
    button("Where I am").click();
    expect(map.map.state.camera?.lon).toBeCloseTo(36.8, 9);
    expect(map.map.state.camera?.zoom).toBe(7);
    await eventually(() => expect(map.map.element.querySelector<HTMLElement>(".ww-map-here")?.hidden).toBe(false));
    await eventually(() =>
      expect(map.map.element.querySelector("[aria-live]")?.textContent).toBe("You are here, within 42 m"),
    );
  });

  it("is given up in the middle by Escape and by a second finger, and another pointer does not end it", async () => {
    map = makeMap({ projection: "flat", camera: RIYADH });
    await ready(map);
    button("Outline").click();
    const { width, height } = map.hands.getBoundingClientRect();
    const [x, y] = [width / 2, height / 2];
    const line = (): string => map.map.element.querySelector(".ww-map-lasso path:last-child")?.getAttribute("d") ?? "";
    const begin = (): void => {
      send("pointerdown", [x - 40, y - 40]);
      for (const at of [
        [x + 40, y - 40],
        [x + 45, y + 30],
        [x, y + 45],
      ] as const)
        send("pointermove", at);
      expect(line()).not.toBe("");
    };
    const goOn = async (): Promise<void> => {
      send("pointermove", [x - 40, y + 40]);
      send("pointerup", [x - 40, y + 40]);
      expect(map.store.state.clauses["map"]).toBeUndefined();
      await eventually(() => expect(line()).toBe(""));
    };
    map.store.select("same-1");
    begin();
    press(map.hands, "Escape");
    await goOn();
    // The key was the drawing's.
    expect(map.store.state.selectedId).toBe("same-1");
    begin();
    send("pointerdown", [x, y], 2);
    send("pointerup", [x, y], 2);
    await goOn();
    begin();
    send("pointerup", [x, y], 2);
    send("pointerup", [x - 40, y + 40]);
    expect(map.store.state.clauses["map"]?.kind).toBe("lasso");
  });
});
