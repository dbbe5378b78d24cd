import { incidentMap } from "@whenwhere/map";
import { createStore } from "@whenwhere/store";
import { expect, it } from "vitest";
import { eventually } from "../../eventually.ts";
import { press } from "../../hands.ts";

const DAY_MS = 86_400_000;
const [WIDTH_PX, CENTRE, EAST] = [480, 50, 52];

it("a camera that glides while the window moves has the records where the ground is, in each picture", async () => {
  const host = document.createElement("main");
  host.style.cssText = `width:${WIDTH_PX}px;height:360px`;
  document.body.append(host);
  // Not a point of the ground, but a place of the canvas above it.
  const where = { name: "east", lon: EAST, lat: 20, precision: "province" } as const;
  const store = createStore([{ id: "east", title: "east", category: "attack", when: { edtf: "2022-01-05" }, where }]);
  const options = { projection: "mercator", detail: "110m", points: "all", locale: "en" } as const;
  const map = incidentMap(host, { store, ...options, camera: { lon: CENTRE, lat: 20, zoom: 4 } });
  try {
    await eventually(() => expect(map.state.ground).toBe("webgl"));
    const hands = map.element.querySelector(".ww-map-hands") as HTMLElement;
    const ring = map.element.querySelector(".ww-map-current") as HTMLElement;
    hands.focus();
    press(hands, "ArrowRight");
    await eventually(() => expect(ring.hidden).toBe(false));

    let pictures = 0;
    const apart: number[] = [];
    map.on("draw", () => {
      pictures++;
      const { zoom } = map.state.camera as { zoom: number };
      const stands = Number.parseFloat(ring.style.left) + ring.offsetWidth / 2;
      apart.push(stands - (WIDTH_PX / 2 + ((EAST - CENTRE) / 360) * 512 * 2 ** zoom));
    });
    let zoom = Number.NaN;
    map.on("camera", (camera) => {
      zoom = camera.zoom;
    });
    for (const key of ["+", "-", "+"]) {
      press(hands, key);
      zoom = Number.NaN;
      // A window of other days in each frame of the glide: each asks the ground for its points anew, and the glide goes on there.
      for (let step = 0; !Number.isInteger(zoom); step++) {
        const startMs = Date.UTC(2022, 0, 1) + (step % 3) * DAY_MS;
        store.set({ source: "time", kind: "window", startMs, endMs: startMs + 9 * DAY_MS });
        await new Promise((go) => requestAnimationFrame(go));
      }
    }
    expect(pictures).toBeGreaterThan(3);
    for (const px of apart) expect(Math.abs(px)).toBeLessThan(1);
  } finally {
    map.destroy();
    store.destroy();
    host.remove();
  }
});
