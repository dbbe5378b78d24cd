import { CATEGORY_STYLES, categoryStyles } from "@whenwhere/view/pure";
import { describe, expect, it } from "vitest";

const shapes = (...categories: string[]) => categoryStyles(categories).map(({ shape }) => shape);

describe("the looks of categories", () => {
  it("are their own where they have one, and for others none that is taken, while there are any", () => {
    expect(shapes("raid", "attack", "theft")).toEqual(["triangle", "circle", "diamond"]);
    const all = Object.keys(CATEGORY_STYLES);
    const eight = categoryStyles([...all.slice(1), "raid"]);
    expect(new Set(eight).size).toBe(all.length);
  });

  it("are shared where there are more categories than looks, and a name of the language is no look", () => {
    const names = Array.from({ length: 20 }, (_, i) => `c${i}`);
    expect(new Set(shapes(...names)).size).toBe(Object.keys(CATEGORY_STYLES).length);
    expect(shapes("constructor", "toString")).toEqual(["circle", "triangle"]);
  });
});
