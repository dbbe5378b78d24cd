import { createWords, mapTexts } from "@whenwhere/view";
import { geoDistance } from "d3-geo";
import { expect, it } from "vitest";
import { createScaleBar } from "../../../packages/map/src/component/frame/scale-bar.ts";
import { mapText } from "../../../packages/map/src/component/map-text.ts";
import { type FlatProjection, flatViewport } from "../../../packages/map/src/flat/index.ts";

const EARTH_RADIUS_M = 6_378_137;
const SIZE = { widthPx: 640, heightPx: 480 };
const words = createWords("en").withTexts(mapTexts);
const text = mapText(words);

/** Metres and pixels of the bar that a camera has. */
function barOf(projection: FlatProjection, lat: number, zoom: number) {
  const bar = createScaleBar(
    () => words,
    () => text,
  );
  const camera = { lon: 25, lat, zoom };
  const viewport = flatViewport(camera, SIZE, projection);
  bar.update(viewport, camera);
  const [, count = "", unit] = /^([\d,]+)\s(k?m) at/.exec(bar.element.textContent ?? "") ?? [];
  const widthPx = Number.parseFloat((bar.element.querySelector("i") as HTMLElement).style.width);
  return { viewport, widthPx, meters: Number(count.replace(",", "")) * (unit === "km" ? 1000 : 1) };
}

it.each(["mercator", "equal-earth", "natural-earth"] as const)(
  "in %s is as long as the way that it states, at the latitude that it states",
  (projection) => {
    for (const lat of [0, 35, 60]) {
      const { viewport, widthPx, meters } = barOf(projection, lat, 3);
      const at = viewport.project(25, lat) as readonly [number, number];
      const ends = [-widthPx / 2, widthPx / 2].map((dx) => viewport.unproject(at[0] + dx, at[1]) as [number, number]);
      const way = geoDistance(ends[0] as [number, number], ends[1] as [number, number]) * EARTH_RADIUS_M;
      expect(Math.abs(way / meters - 1)).toBeLessThan(0.02);
    }
  },
);
