import type { FacetCount } from "@whenwhere/store";
import { h, setStyle, type Words } from "@whenwhere/view";

/** A button for one value of a facet. */
export interface FacetItem {
  readonly element: HTMLElement;
  readonly button: HTMLElement;
  show(count: FacetCount, most: number): void;
}

/** "Name 5 + 2" over a bar: certain rows, and rows that pass only possibly. */
export function facetItem(
  words: Words,
  value: { readonly name: string; readonly icon: Element | null; readonly onPress: () => void },
): FacetItem {
  const certain = h("span", null);
  const possible = h("i", null);
  const spoken = h("span", { class: "ww-visually-hidden" });
  const solid = h("b", null);
  const broken = h("u", null);
  const button = h(
    "button",
    { type: "button", class: "ww-facet", "aria-pressed": "false", onclick: value.onPress },
    h("span", { class: "ww-facet-name" }, value.icon, h("span", { dir: "auto" }, value.name)),
    h("span", { class: "ww-facet-count", "aria-hidden": "true" }, certain, possible),
    spoken,
    h("span", { class: "ww-facet-bar", "aria-hidden": "true" }, solid, broken),
  );
  return {
    element: h("li", null, button),
    button,
    show(count, most) {
      certain.textContent = words.number(count.certain);
      possible.textContent = count.possible > 0 ? ` + ${words.number(count.possible)}` : "";
      const percent = (n: number): string => `${most === 0 ? 0 : (100 * n) / most}%`;
      setStyle(solid, { width: percent(count.certain) });
      setStyle(broken, { width: percent(count.possible) });
      button.setAttribute("aria-pressed", String(count.active));
      const counts = words.t("facets.count", { certain: count.certain, possible: count.possible });
      spoken.textContent = `${words.t("list.comma")}${counts}`;
      button.classList.toggle("ww-none", count.certain + count.possible === 0);
    },
  };
}
