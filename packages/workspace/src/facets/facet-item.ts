import type { FacetCount } from "@whenwhere/store";
import { h, setStyle, setText, type Words } from "@whenwhere/view";

/** A button for one value of a facet. */
export interface FacetItem {
  readonly element: HTMLElement;
  readonly button: HTMLElement;
  /** Writes what differs from what it shows. */
  show(count: FacetCount, most: number): void;
  /** Says to those who hear the page what it shows. */
  say(): void;
}

/** "Name 5 + 2" over a bar: certain rows, and rows that pass only possibly. */
export function facetItem(
  words: Words,
  value: { readonly name: string; readonly icon: Element | null; readonly onPress: () => void },
): FacetItem {
  const certain = h("span", null);
  const possible = h("i", null);
  const spoken = h("span", { class: "ww-visually-hidden" });
  const bar = h("span", { class: "ww-facet-bar", "aria-hidden": "true" });
  const button = h(
    "button",
    { type: "button", class: "ww-facet", "aria-pressed": "false", onclick: value.onPress },
    h("span", { class: "ww-facet-name" }, value.icon, h("span", { dir: "auto" }, value.name)),
    h("span", { class: "ww-facet-count", "aria-hidden": "true" }, certain, possible),
    spoken,
    bar,
  );
  let shown: (FacetCount & { readonly most: number }) | null = null;
  const showNumbers = (count: FacetCount): void => {
    setText(certain, words.number(count.certain));
    setText(possible, count.possible > 0 ? ` + ${words.number(count.possible)}` : "");
    const isNone = count.certain + count.possible === 0;
    if (isNone !== button.classList.contains("ww-none")) button.classList.toggle("ww-none", isNone);
  };
  return {
    element: h("li", null, button),
    button,
    show(count, most) {
      if (count.active !== (shown?.active ?? false)) button.setAttribute("aria-pressed", String(count.active));
      const isSame = count.certain === shown?.certain && count.possible === shown.possible;
      if (!isSame) showNumbers(count);
      if (!isSame || most !== shown?.most) {
        // Where no value has a row, all of each bar is empty.
        const share = (n: number): string => `${Math.round((10_000 * n) / Math.max(1, most)) / 100}%`;
        // Grounds are painted, and no more: a scale or a clip would make a layer of each of dozens of bars.
        const rest = share(Math.max(1, most) - count.certain - count.possible);
        setStyle(bar, { "background-size": `${share(count.certain)} 100%,${rest} 100%,100% 100%` });
      }
      shown = { ...count, most };
    },
    say() {
      const { certain: n = 0, possible: more = 0 } = shown ?? {};
      const told = more === 0 ? words.number(n) : words.t("facets.count", { certain: n, possible: more });
      setText(spoken, `${words.t("list.comma")}${told}`);
    },
  };
}
