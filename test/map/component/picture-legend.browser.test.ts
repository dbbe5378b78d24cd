import { afterEach, expect, it, vi } from "vitest";
import { type Fixture, makeMap, ready } from "./map-fixture.ts";

let made: Fixture | null = null;
afterEach(() => {
  vi.restoreAllMocks();
  made?.remove();
});

function svgOf(text: string): { readonly heightPx: number; readonly words: string; readonly damaged: boolean } {
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
  const heightPx = Number(parsed.documentElement.getAttribute("height"));
  return {
    heightPx,
    words: parsed.documentElement.textContent ?? "",
    damaged: parsed.querySelector("parsererror") !== null,
  };
}

const nextFrame = () => new Promise<void>((resolve) => void requestAnimationFrame(() => resolve()));

it("adds a strip below the picture that says count, signs and what is not on the map, alike in SVG and PNG", async () => {
  made = makeMap({ projection: "flat" });
  await ready(made);
  const { map, store } = made;
  const [plain, whole, signs] = [map.toSVG(), map.toSVG({ legend: true }), map.toSVG({ legend: "signs" })].map(svgOf);
  expect([plain?.damaged, whole?.damaged]).toEqual([false, false]);
  const more = (whole?.heightPx ?? 0) - (plain?.heightPx ?? 0);
  expect(more).toBeGreaterThan(40);
  for (const word of [
    `${store.count().shown} of 7 shown`,
    "Armed attack",
    "inside the hatching",
    "Not on the map: 1",
  ]) {
    expect(whole?.words).toContain(word);
  }
  expect(signs?.words).toContain("Armed attack");
  expect(signs?.heightPx).toBeLessThan(whole?.heightPx ?? 0);
  const bitmaps = await Promise.all(
    [map.toPNG({ scale: 1 }), map.toPNG({ scale: 1, legend: true })].map(async (png) => createImageBitmap(await png)),
  );
  expect((bitmaps[1]?.height ?? 0) - (bitmaps[0]?.height ?? 0)).toBe(Math.round(more));
});

it("moves bubbles only while a zoom changes them, and gives pictures of the zoom that is wanted meanwhile", async () => {
  made = makeMap({ projection: "flat", camera: { lon: 46.7, lat: 24.7, zoom: 3.9 } });
  await ready(made);
  const { map } = made;
  const before = map.state.counts;
  const startMs = performance.now();
  const clock = vi.spyOn(performance, "now").mockReturnValue(startMs);
  let pictures = 0;
  map.on("draw", ({ shown, drawn, clustered, unplaced }) => {
    pictures++;
    expect([shown, drawn + clustered + unplaced]).toEqual([before.shown, before.shown]);
  });
  map.update({ camera: { lon: 46.7, lat: 24.7, zoom: 4.1 } });
  const framesOf = async (frames: number) => {
    const already = pictures;
    for (let frame = 0; frame < frames; frame++) await nextFrame();
    return pictures - already;
  };
  // Under way there is a picture in every frame.
  expect(await framesOf(6)).toBeGreaterThanOrEqual(5);
  const meanwhile = await map.toPNG({ scale: 1 });
  clock.mockReturnValue(startMs + 1_000);
  await framesOf(3);
  expect(await framesOf(6)).toBe(0);
  const settled = await map.toPNG({ scale: 1 });
  expect(await settled.arrayBuffer()).toEqual(await meanwhile.arrayBuffer());
});
