import { afterEach, describe, expect, it } from "vitest";
import { press } from "../../hands.ts";
import { drawn, type Fixture, makeMap, ready } from "./map-fixture.ts";

const YEMEN = { lon: 44, lat: 15, zoom: 5 };
let fixture: Fixture | null = null;

function flatMap(options: Parameters<typeof makeMap>[0] = {}): Fixture {
  fixture = makeMap({ projection: "flat", ...options });
  return fixture;
}

afterEach(() => {
  fixture?.remove();
  fixture = null;
});

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
