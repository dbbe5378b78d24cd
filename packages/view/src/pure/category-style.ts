/** The mark of a category: hue and shape together, never hue alone. */
export type MarkShape = "circle" | "triangle" | "diamond" | "square" | "hexagon" | "bar" | "cross" | "star" | "ring";

/** One category's look. `token` names the custom properties `--ww-<token>` (fill) and `--ww-<token>-line` (outline). */
export interface CategoryStyle {
  readonly token: string;
  readonly shape: MarkShape;
}

/** Looks of the taxonomy that `data/` documents. Hues are Okabe-Ito; none stands for a side. */
export const CATEGORY_STYLES: Readonly<Record<string, CategoryStyle>> = {
  attack: { token: "attack", shape: "circle" },
  strike: { token: "strike", shape: "triangle" },
  shootdown: { token: "shootdown", shape: "diamond" },
  arrest: { token: "arrest", shape: "square" },
  exercise: { token: "exercise", shape: "hexagon" },
  unrest: { token: "unrest", shape: "bar" },
  deployment: { token: "deployment", shape: "cross" },
  politics: { token: "politics", shape: "star" },
  other: { token: "other", shape: "ring" },
};

const CYCLE = Object.values(CATEGORY_STYLES);

/**
 * Looks for the categories of a store, by code: a known name has its own, the others take the free ones in order,
 * then share them (the legend still tells them apart by name).
 */
export function categoryStyles(categories: readonly string[]): readonly CategoryStyle[] {
  const knownOf = (name: string) => (Object.hasOwn(CATEGORY_STYLES, name) ? CATEGORY_STYLES[name] : undefined);
  const taken = new Set(categories.map(knownOf));
  const free = CYCLE.filter((style) => !taken.has(style));
  const pool = free.length > 0 ? free : CYCLE;
  let next = 0;
  return categories.map((name) => knownOf(name) ?? (pool[next++ % pool.length] as CategoryStyle));
}
