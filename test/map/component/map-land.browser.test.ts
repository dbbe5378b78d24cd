import { describe, expect, it } from "vitest";
import { drawn, endingMaps, type Fixture, ready } from "./map-fixture.ts";

const makeMap = endingMaps();
const flatMap = endingMaps({ projection: "flat" });

describe("the borders of a map", () => {
  it("are named under it as they are chosen, and an unknown choice is a wrong call", async () => {
    const made = flatMap({ worldview: "undisputed" });
    await ready(made);
    const credit = made.map.element.querySelector(".ww-map-credit") as HTMLElement;
    expect(credit.textContent).toContain("disputed borders left out");
    const undisputed = made.map.toSVG();
    made.map.update({ worldview: "de-facto" });
    await ready(made);
    expect(credit.textContent).toContain("de facto");
    expect(made.map.toSVG().length).toBeGreaterThan(undisputed.length);
    expect(() => made.map.update({ worldview: "mine" as never })).toThrow(/worldview .*"mine"/);
  });

  it("are those that were chosen last, while the ground is still coming too", async () => {
    const made = flatMap();
    const grounds: unknown[] = [];
    const seen = new MutationObserver(() => {
      if (made.map.element.querySelector(".ww-map-coming") === null) return;
      seen.disconnect();
      grounds.push(made.map.state.ground);
      made.map.update({ worldview: "none", projection: "equal-earth" });
    });
    seen.observe(made.map.element, { childList: true, subtree: true });
    await ready(made);
    expect(grounds).toEqual([null]);
    const late = made.map.toSVG();
    made.remove();
    const asked = flatMap({ worldview: "none", projection: "equal-earth" });
    await ready(asked);
    expect(late).toBe(asked.map.toSVG());
  });
});

describe("close looks", () => {
  const COAST = { lon: 40.5, lat: -11.5, zoom: 8 };
  const FAR = { ...COAST, zoom: 4 };

  /** Where a picture has land: #fbfaf6 of the light theme. */
  const landOf = async ({ map }: Fixture): Promise<readonly boolean[]> => {
    const bitmap = await createImageBitmap(await map.toPNG({ scale: 1 }));
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext("2d") as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    return Array.from({ length: width * height }, (_, i) => data[4 * i] === 251 && data[4 * i + 2] === 246);
  };
  const difference = (a: readonly boolean[], b: readonly boolean[]) => a.filter((is, i) => is !== b[i]).length;

  it.each(["flat", "mercator"] as const)(
    "have finer land in %s, and the coarse land from afar as before",
    async (projection) => {
      const given = { projection, theme: "light" as const };
      const fixture = makeMap({ ...given, detail: "50m", camera: COAST });
      await ready(fixture);
      const coarse = await landOf(fixture);
      fixture.map.update({ camera: FAR });
      await drawn(fixture);
      const afar = await landOf(fixture);
      fixture.remove();
      const fine = makeMap({ ...given, detail: undefined, camera: COAST } as never);
      await ready(fine);
      // Bays and capes: more than a thousand of the 270,000 pixels are land on one and water on the other.
      await expect.poll(async () => difference(await landOf(fine), coarse)).toBeGreaterThan(1000);
      fine.map.update({ camera: FAR });
      await expect.poll(async () => difference(await landOf(fine), afar)).toBeLessThan(100);
      expect(fine.map.state.notice).toBeNull();
    },
  );

  it("have all of the coarse land on a globe, whose view is wider than its zoom tells", async () => {
    const given = { theme: "light" as const, camera: COAST };
    const plane = makeMap({ ...given, detail: "50m" });
    await ready(plane);
    const without = await landOf(plane);
    plane.remove();
    const fine = makeMap({ ...given, detail: undefined } as never);
    await ready(fine);
    await expect.poll(async () => difference(await landOf(fine), without)).toBeGreaterThan(1000);
    fine.map.update({ projection: "globe" });
    await drawn(fine);
    const globe = makeMap({ ...given, detail: "50m", projection: "globe" });
    await ready(globe);
    const coarse = await landOf(globe);
    globe.remove();
    await expect.poll(async () => difference(await landOf(fine), coarse)).toBeLessThan(300);
  });
});
