import type { Store } from "@whenwhere/store";
import { CATEGORY_STYLES } from "@whenwhere/view";

/** Codes of the categories as the codebook has them; others after them by name. */
export function categoryOrder(store: Store): readonly number[] {
  const names = Object.keys(CATEGORY_STYLES);
  const place = (name: string): number => (names.includes(name) ? names.indexOf(name) : names.length);
  const { categories } = store;
  return [...categories.keys()].sort((a, b) => {
    const [one, two] = [categories[a] as string, categories[b] as string];
    return place(one) - place(two) || (one < two ? -1 : one > two ? 1 : 0);
  });
}
