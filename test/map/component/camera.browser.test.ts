import type { Camera } from "@whenwhere/store";
import { describe, expect, it } from "vitest";
import { eventually } from "../../eventually.ts";
import { press } from "../../hands.ts";
import { drawn, endingMaps, ready } from "./map-fixture.ts";

const YEMEN = { lon: 44, lat: 15, zoom: 5 };
const AFAR = { lon: 100, lat: 35, zoom: 2 };
const flatMap = endingMaps({ projection: "flat" });

/** Two cameras of all records are one but for the last pixels: a map fits once more when its foot has its words. */
function expectFitted(camera: Camera | null, other: Camera | null): void {
  expect(camera?.lon).toBeCloseTo(other?.lon as number, 1);
  expect(camera?.zoom).toBeCloseTo(other?.zoom as number, 0);
}

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
    expectFitted(fitted.map.state.camera, plain.map.state.camera);
  });

  it("is nobody's where a reader asks for all records, so that a link of the view says so too", async () => {
    const made = flatMap();
    await ready(made);
    const all = made.map.state.camera;
    made.store.setCamera(YEMEN);
    await drawn(made);
    expect(made.map.state.camera).toEqual(YEMEN);
    press(made.hands, "0");
    await eventually(() => expectFitted(made.map.state.camera, all));
    expect(made.store.state.camera).toBeNull();
  });

  it("shows all records again where the store has none any more, as after another link", async () => {
    const made = flatMap();
    await ready(made);
    const all = made.map.state.camera;
    made.store.setCamera(YEMEN);
    await drawn(made);
    made.store.restore({});
    await eventually(() => expectFitted(made.map.state.camera, all));
  });
});
