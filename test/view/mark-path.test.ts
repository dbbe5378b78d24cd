import { CATEGORY_STYLES, categoryStyles, markPath } from "@whenwhere/view/pure";
import { describe, expect, it } from "vitest";

/** Area under the nonzero rule of a polygon; circles are checked by their radius. */
function polygonArea(path: string): number {
  const points = path
    .slice(1, -1)
    .split("L")
    .map((pair) => pair.split(",").map(Number) as [number, number]);
  const twice = points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] as [number, number];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

describe("the marks of categories", () => {
  it.each(["triangle", "diamond", "square", "hexagon", "bar", "cross", "star"] as const)(
    "give %s about the area of the circle",
    (shape) => {
      const share = polygonArea(markPath(shape, 100)) / (Math.PI * 100 * 100);
      expect(share).toBeGreaterThan(0.83);
      expect(share).toBeLessThan(1.08);
    },
  );

  it("draw circle and ring around 0,0, the hole of the ring the other way round", () => {
    expect(markPath("circle", 5)).toBe("M-5,0a5,5 0 1,1 10,0a5,5 0 1,1 -10,0Z");
    expect(markPath("ring", 10)).toContain("0 1,0");
  });

  it("differ by shape and by hue for every category of the codebook", () => {
    const styles = Object.values(CATEGORY_STYLES);
    expect(new Set(styles.map((style) => style.shape)).size).toBe(styles.length);
    expect(categoryStyles(["attack", "unheard-of", "strike"]).map((style) => style.shape)).toEqual([
      "circle",
      "diamond",
      "triangle",
    ]);
  });
});
