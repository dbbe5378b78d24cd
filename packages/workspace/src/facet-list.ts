import { PLACE_PRECISIONS, STATUSES } from "@whenwhere/model";
import type { FacetCount, Store } from "@whenwhere/store";
import { CATEGORY_STYLES, categoryStyles, h, markIcon, setStyle, type Words } from "@whenwhere/view";

/** Fields that the side column offers. */
export type FacetField = "category" | "status" | "precision";

/** One facet: its heading and its values. */
export interface FacetList {
  readonly element: HTMLElement;
  /** Counts anew; the values keep their places, so that nothing jumps under the pointer. */
  refresh(): void;
  /** The values of the data anew. */
  rebuild(): void;
}

/** What a facet is made with. */
export interface FacetListOptions {
  readonly store: Store;
  readonly words: Words;
  readonly field: FacetField;
  readonly heading: string;
}

/** Values beyond this stand behind a button. */
const SHOWN_FIRST = 12;

function fixedOrder(field: FacetField): readonly string[] {
  if (field === "status") return STATUSES;
  return field === "precision" ? PLACE_PRECISIONS : Object.keys(CATEGORY_STYLES);
}

/** Values that occur in the data, in the order of the codebook; others after them, most rows first. */
function valuesOf(store: Store, field: FacetField): readonly string[] {
  const { category, status, placePrecision, length } = store.columns;
  const names = field === "category" ? store.categories : fixedOrder(field);
  const codes = field === "category" ? category : field === "status" ? status : placePrecision;
  const totals = new Map<string, number>();
  for (let row = 0; row < length; row++) {
    const name = names[codes.at(row)] ?? "";
    totals.set(name, (totals.get(name) ?? 0) + 1);
  }
  const order = fixedOrder(field);
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...totals.keys()].sort(
    (a, b) => place(a) - place(b) || (totals.get(b) ?? 0) - (totals.get(a) ?? 0) || a.localeCompare(b),
  );
}

function wordsOf(words: Words, field: FacetField, value: string): string {
  if (value === "") return words.category("other");
  if (field === "category") return words.category(value);
  return words.t(`${field}.${value}`);
}

function toggled(active: readonly string[], value: string): readonly string[] {
  return active.includes(value) ? active.filter((one) => one !== value) : [...active, value];
}

/** A button for one value; `show` writes its counts into it. */
function facetButton(
  options: FacetListOptions,
  value: string,
): { element: HTMLElement; show: (count: FacetCount, most: number) => void } {
  const { store, words, field } = options;
  const code = store.categories.indexOf(value);
  const style = field === "category" ? categoryStyles(store.categories)[code] : undefined;
  const name = wordsOf(words, field, value);
  const certain = h("span", null);
  const possible = h("i", null);
  const spoken = h("span", { class: "ww-visually-hidden" });
  const solid = h("b", null);
  const broken = h("u", null);
  const source = `facet:${field}`;
  const onclick = (): void => {
    const active = store.facet(field).flatMap((facet) => (facet.active ? [facet.value] : []));
    const values = toggled(active, value);
    if (values.length === 0) store.clear(source);
    else store.set({ source, kind: "values", field, values });
  };
  const button = h(
    "button",
    { type: "button", class: "ww-facet", "aria-pressed": "false", onclick },
    h("span", { class: "ww-facet-name" }, style ? markIcon(style) : null, h("span", null, name)),
    h("span", { class: "ww-facet-count", "aria-hidden": "true" }, certain, possible),
    spoken,
    h("span", { class: "ww-facet-bar", "aria-hidden": "true" }, solid, broken),
  );
  return {
    element: h("li", null, button),
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

/** A facet as a list of buttons with "5 + 2": certain rows, and rows that pass only possibly. */
export function facetList(options: FacetListOptions): FacetList {
  const { store, words, field, heading } = options;
  const list = h("ul", { class: "ww-facets-list" });
  const clear = h(
    "button",
    {
      type: "button",
      class: "ww-text-button ww-facet-clear",
      hidden: true,
      "aria-label": words.t("facets.clear.of", { name: heading }),
      onclick: () => store.clear(`facet:${field}`),
    },
    words.t("facets.clear"),
  );
  const more = h("button", { type: "button", class: "ww-text-button ww-facet-more", hidden: true });
  const element = h(
    "div",
    { class: "ww-section", role: "group", "aria-label": heading },
    h("div", { class: "ww-facet-head" }, h("h3", null, heading), clear),
    list,
    more,
  );
  let buttons = new Map<string, ReturnType<typeof facetButton>>();
  let open = false;

  const fold = (): void => {
    const items = [...list.children] as HTMLElement[];
    for (const [index, item] of items.entries()) item.hidden = !open && index >= SHOWN_FIRST;
    more.hidden = items.length <= SHOWN_FIRST;
    more.textContent = open ? words.t("facets.less") : words.t("facets.more", { n: items.length - SHOWN_FIRST });
  };
  more.addEventListener("click", () => {
    open = !open;
    fold();
  });
  const refresh = (): void => {
    const counts = store.facet(field);
    const most = Math.max(0, ...counts.map((count) => count.certain + count.possible));
    for (const count of counts) buttons.get(count.value)?.show(count, most);
    clear.hidden = !counts.some((count) => count.active);
  };
  const rebuild = (): void => {
    buttons = new Map(valuesOf(store, field).map((value) => [value, facetButton(options, value)]));
    list.replaceChildren(...[...buttons.values()].map((button) => button.element));
    fold();
    refresh();
  };
  rebuild();
  return { element, refresh, rebuild };
}
