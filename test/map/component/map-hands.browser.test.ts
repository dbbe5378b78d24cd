import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { press } from "../../hands.ts";
import { drawn, endingMaps, type Fixture, HOSTILE, INCIDENTS, ready } from "./map-fixture.ts";

const flatMap = endingMaps({ projection: "flat" });

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
    await expect.poll(() => made.map.element.querySelector(".ww-head-note")?.textContent).toContain("2 of 7");
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

describe("a tap beside a mark", () => {
  const BESIDE_PX = 18;
  const beside = ({ hands }: Fixture) => {
    const { left, top, width, height } = hands.getBoundingClientRect();
    return { clientX: left + width / 2 - BESIDE_PX, clientY: top + height / 2 };
  };
  const byPointer = (made: Fixture) => {
    for (const type of ["pointerdown", "pointerup"])
      made.hands.dispatchEvent(new PointerEvent(type, { ...beside(made), pointerId: 1, pointerType: "mouse" }));
  };
  const byFinger = (made: Fixture) => {
    const finger = new Touch({ identifier: 1, target: made.hands, ...beside(made) });
    made.hands.dispatchEvent(new TouchEvent("touchstart", { targetTouches: [finger], cancelable: true }));
    made.hands.dispatchEvent(new TouchEvent("touchend", { targetTouches: [], cancelable: true }));
  };

  it.each([
    ["a finger, which covers it, means the mark", byFinger, "town"],
    ["a pointer means the bare ground", byPointer, null],
  ] as const)("by %s", async (_, tap, selected) => {
    const made = flatMap({ camera: { lon: 54.37, lat: 24.45, zoom: 6 } });
    await ready(made);
    // A pointer that is made up cannot be captured.
    made.hands.setPointerCapture = () => {};
    tap(made);
    expect(made.store.state.selectedId).toBe(selected);
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
