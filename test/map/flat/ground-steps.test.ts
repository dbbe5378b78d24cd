import { finishSteps } from "@whenwhere/model";
import { geoPath } from "d3-geo";
import { expect, it } from "vitest";
import { loadBasemap } from "../../../packages/map/src/basemap/index.ts";
import { flatViewport, groundSteps } from "../../../packages/map/src/flat/index.ts";

const SIZE = { widthPx: 900, heightPx: 600 } as const;
const LOOK = { theme: { water: "#fff", land: "#eee", coast: "#999", border: "#888", grid: "#ddd" }, styles: [] };

it.each([
  ["mercator", { lon: 20, lat: 20, zoom: 0.2 }],
  ["mercator", { lon: 178, lat: -16, zoom: 5 }],
  ["auto", { lon: 0, lat: 10, zoom: 0 }],
] as const)("projects the world in parts to the strokes of the whole, in %s", async (form, camera) => {
  const basemap = await loadBasemap("110m");
  const viewport = flatViewport(camera, SIZE, form);
  const path = geoPath(viewport.projection).digits(1);
  const steps = groundSteps(basemap, viewport, LOOK as never);
  let pauses = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done !== true) {
      pauses++;
      continue;
    }
    const [, , land, coast] = step.value as { d: string }[];
    // What is out of view has no strokes: those of the rest are those of the whole.
    expect([land?.d, coast?.d]).toEqual([path(basemap.land), path(basemap.coast)]);
    break;
  }
  if (camera.zoom < 1) expect(pauses).toBeGreaterThan(1);
  expect(finishSteps(groundSteps(basemap, viewport, LOOK as never))).toHaveLength(form === "mercator" ? 6 : 7);
});
