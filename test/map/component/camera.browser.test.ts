import type { Camera } from "@whenwhere/store";
import { describe, expect, it } from "vitest";
import { press } from "../../hands.ts";
import { drawn, endingMaps, ready } from "./map-fixture.ts";

const YEMEN = { lon: 44, lat: 15, zoom: 5 };
const AFAR = { lon: 100, lat: 35, zoom: 2 };
const flatMap = endingMaps({ projection: "flat" });

describe("the camera of a store", () => {
  it("is that of a map whose ground is still to come, and stays so in another size", async () => {
    const made = flatMap();
    made.store.setCamera(YEMEN);
    await ready(made);
    made.host.style.width = "500px";
    const canvas = made.map.element.querySelector<HTMLCanvasElement>(".ww-map-records");
    await expect.poll(() => canvas?.width).toBe(500 * devicePixelRatio);
    expect(made.map.state.camera).toEqual(YEMEN);
    expect(made.store.state.camera).toEqual(YEMEN);
  });

  it("is that of a map with a camera of its own too, where it is set later, and so are all records", async () => {
    // All in the window: a map below it waits for its reader.
    const small = { widthPx: 300, heightPx: 150 };
    const [moved, fitted] = [flatMap({ camera: AFAR }, small), flatMap({ camera: AFAR }, small)];
    const plain = flatMap({}, small);
    moved.store.setCamera(YEMEN);
    fitted.store.setCamera(YEMEN);
    fitted.store.setCamera(null);
    await Promise.all([moved, fitted, plain].map(ready));
    expect(moved.map.state.camera).toEqual(YEMEN);
    // Far from its own one; the last pixels go by when the foot of each map has its words.
    const [all, usual] = [fitted.map.state.camera, plain.map.state.camera] as [Camera, Camera];
    expect(all.lon).toBeCloseTo(usual.lon, 1);
    expect(all.zoom).toBeCloseTo(usual.zoom, 0);
  });

  it("is nobody's where a reader asks for all records, so that a link of the view says so too", async () => {
    const made = flatMap();
    await ready(made);
    const all = made.map.state.camera;
    made.store.setCamera(YEMEN);
    await drawn(made);
    expect(made.map.state.camera).toEqual(YEMEN);
    press(made.hands, "0");
    await expect.poll(() => made.map.state.camera).toEqual(all);
    expect(made.store.state.camera).toBeNull();
  });

  it("shows all records again where the store has none any more, as after another link", async () => {
    const made = flatMap();
    await ready(made);
    const all = made.map.state.camera;
    made.store.setCamera(YEMEN);
    await drawn(made);
    made.store.restore({});
    await expect.poll(() => made.map.state.camera).toEqual(all);
  });
});
