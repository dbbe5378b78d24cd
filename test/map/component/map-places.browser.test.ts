import { type IncidentMapHandle, type IncidentMapOptions, incidentMap } from "@whenwhere/map";
import { createStore } from "@whenwhere/store";
import { afterEach, describe, expect, it, vi } from "vitest";
import { eventually } from "../../eventually.ts";
import { INCIDENTS } from "./map-fixture.ts";

let host: HTMLElement | null = null;
let map: IncidentMapHandle | null = null;

afterEach(() => {
  vi.restoreAllMocks();
  map?.destroy();
  host?.remove();
});

async function show(options: Partial<IncidentMapOptions>): Promise<IncidentMapHandle> {
  host = document.createElement("main");
  host.style.cssText = "width:620px;height:420px";
  document.body.append(host);
  const made = incidentMap(host, {
    ...{ store: createStore(INCIDENTS), locale: "en", projection: "flat", detail: "110m" },
    ...options,
  });
  map = made;
  await new Promise<void>((resolve) => void made.on("ready", () => resolve()));
  return made;
}

const boxOf = (made: IncidentMapHandle, selector: string): DOMRect =>
  (made.element.querySelector(selector) as HTMLElement).getBoundingClientRect();

describe("beside the records", () => {
  it("the legend of a density stands below the stage, and is not there without one", async () => {
    const made = await show({ density: "hexbin" });
    await eventually(() => expect(boxOf(made, ".ww-map-legend").height).toBeGreaterThan(10));
    expect(boxOf(made, ".ww-map-legend").top).toBeGreaterThanOrEqual(boxOf(made, ".ww-map-stage").bottom);
    made.update({ density: "none" });
    await eventually(() => expect(boxOf(made, ".ww-map-legend").height).toBe(0));
  });

  it("names of the ground keep off the controls", async () => {
    const written: { text: string; x: number; y: number; width: number }[] = [];
    const { fillText } = CanvasRenderingContext2D.prototype;
    vi.spyOn(CanvasRenderingContext2D.prototype, "fillText").mockImplementation(function (
      this: CanvasRenderingContext2D,
      text: string,
      x: number,
      y: number,
    ) {
      if (this.textAlign === "center") written.push({ text, x, y, width: this.measureText(text).width });
      fillText.call(this, text, x, y);
    });
    // Half of Africa, and its names, lie where the controls are.
    const made = await show({ camera: { lon: 20, lat: 20, zoom: 2.4 } });
    await eventually(() => expect(boxOf(made, ".ww-map-scale").width).toBeGreaterThan(10));
    written.length = 0;
    made.update({ theme: "dark" });
    await eventually(() => expect(written.length).toBeGreaterThan(5));
    const stage = boxOf(made, ".ww-map-stage");
    const controls = [".ww-map-corner-start .ww-button", ".ww-map-scale"].map((selector) => boxOf(made, selector));
    const hidden = written.filter(({ x, y, width }) => {
      const [left, right, base] = [stage.left + x - width / 2, stage.left + x + width / 2, stage.top + y];
      return controls.some((box) => left < box.right && right > box.left && base - 4 < box.bottom && base > box.top);
    });
    expect(hidden.map(({ text }) => text)).toEqual([]);
  });
});
