import type { Store } from "@whenwhere/store";
import { CATEGORY_STYLES } from "@whenwhere/view";

/** Where a codebook has a name; those that it does not know come last. */
export function placeIn(names: readonly string[], name: string): number {
  const index = names.indexOf(name);
  return index < 0 ? names.length : index;
}

/** Codes of the categories as the codebook has them; others after them by name. */
export function categoryOrder(store: Store): readonly number[] {
  const names = Object.keys(CATEGORY_STYLES);
  const { categories } = store;
  return [...categories.keys()].sort((a, b) => {
    const [one, two] = [categories[a] as string, categories[b] as string];
    return placeIn(names, one) - placeIn(names, two) || (one < two ? -1 : one > two ? 1 : 0);
  });
}
