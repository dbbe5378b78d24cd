import type { FacetCount } from "@whenwhere/store";
import { h, setStyle, type Words } from "@whenwhere/view";
import { writeText } from "../write-text.ts";

/** A button for one value of a facet. */
export interface FacetItem {
  readonly element: HTMLElement;
  readonly button: HTMLElement;
  /** Writes what differs from what it says. */
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
  let shown: (FacetCount & { readonly most: number }) | null = null;
  const showNumbers = (count: FacetCount): void => {
    if (count.certain === shown?.certain && count.possible === shown.possible) return;
    writeText(certain, words.number(count.certain));
    writeText(possible, count.possible > 0 ? ` + ${words.number(count.possible)}` : "");
    const counts = words.t("facets.count", { certain: count.certain, possible: count.possible });
    writeText(spoken, `${words.t("list.comma")}${counts}`);
    button.classList.toggle("ww-none", count.certain + count.possible === 0);
  };
  return {
    element: h("li", null, button),
    button,
    show(count, most) {
      if (count.active !== (shown?.active ?? false)) button.setAttribute("aria-pressed", String(count.active));
      showNumbers(count);
      if (
        shown === null ||
        count.certain !== shown.certain ||
        count.possible !== shown.possible ||
        most !== shown.most
      ) {
        // Neither of the two asks for a layout, of which every step of a brush would pay dozens.
        const share = (n: number): number => (most === 0 ? 0 : n / most);
        const [sure, all] = [share(count.certain), share(count.certain + count.possible)];
        setStyle(solid, { transform: `scaleX(${sure})` });
        setStyle(broken, { "clip-path": `inset(0 ${100 * (1 - all)}% 0 ${100 * sure}%)` });
      }
      shown = { ...count, most };
    },
  };
}
