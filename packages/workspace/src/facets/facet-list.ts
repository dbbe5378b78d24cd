import { type FacetCount, foldText, type Store } from "@whenwhere/store";
import { h, type Words } from "@whenwhere/view";
import { writeText } from "../write-text.ts";
import { type FacetEntry, facetEntry, isAsked, openAsked, parentOf, withParts } from "./facet-entry.ts";
import { facetKeys } from "./facet-keys.ts";
import type { FacetKind } from "./facet-kinds.ts";

/** One facet: its heading and its values. */
export interface FacetList {
  readonly element: HTMLElement;
  /** Counts anew; the values keep their places, so that nothing jumps under the pointer. */
  refresh(): void;
  /** Says to those who hear the page what the numbers are. */
  say(): void;
  /** The values of the data anew. */
  rebuild(): void;
}

/** What a facet is made with. */
export interface FacetListOptions {
  readonly store: Store;
  readonly words: Words;
  readonly kind: FacetKind;
}

/** Values beyond this stand behind a button. */
const SHOWN_FIRST = 12;
const SHOWN_MORE = 100;
const NOTHING: FacetCount = { value: "", certain: 0, possible: 0, active: false };

/** Values that occur in the data, in the order of the codebook; others after them, most rows first. */
function valuesOf(store: Store, { field, order }: FacetKind): readonly string[] {
  const coded = store.field(field);
  if (coded === null) return [];
  const totals = new Float64Array(coded.values.length);
  for (const code of coded.codes) totals[code] = (totals[code] as number) + 1;
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const found = [...coded.values.entries()].filter(([code]) => (totals[code] as number) > 0);
  return found
    .sort(([a, one], [b, two]) => {
      // What nobody states comes last, however much of it there is.
      const blank = Number(one === "" && order.length === 0) - Number(two === "" && order.length === 0);
      return blank || place(one) - place(two) || (totals[b] as number) - (totals[a] as number) || (one < two ? -1 : 1);
    })
    .map(([, value]) => value);
}

/** How many elements have changed by it: one or none. */
function showOrHide(element: HTMLElement, isAway: boolean): number {
  if (element.hidden === isAway) return 0;
  element.hidden = isAway;
  return 1;
}

/** A facet as a list of buttons; long ones with a field to find a value, and folded ones behind their heading. */
export function facetList(options: FacetListOptions): FacetList {
  const { store, words, kind } = options;
  const { heading, field, exact } = kind;
  const list = h("ul", {
    class: kind.isTree ? "ww-facets-list ww-facets-tree" : "ww-facets-list",
    "aria-description": words.t(kind.isTree ? "facets.keys.tree" : "facets.keys"),
  });
  const keys = facetKeys(list, words);
  const source = `facet:${kind.name}`;
  const clear = h(
    "button",
    {
      type: "button",
      class: "ww-text-button ww-facet-clear",
      hidden: true,
      "aria-label": words.t("facets.clear.of", { name: heading }),
      onclick: () => {
        toValues(clear);
        store.clear(source);
      },
    },
    words.t("facets.clear"),
  );
  const only = h(
    "button",
    {
      type: "button",
      class: "ww-text-button ww-facet-only",
      hidden: exact === undefined,
      onclick: () => {
        toValues(only);
        if (exact) store.set({ source, kind: "values", field, values: exact.values });
      },
    },
    exact?.label,
  );
  const more = h("button", { type: "button", class: "ww-text-button ww-facet-more", hidden: true });
  const find = h("input", {
    type: "search",
    class: "ww-input ww-facet-find",
    hidden: true,
    placeholder: words.t("facets.find"),
    "aria-label": words.t("facets.find.in", { name: heading }),
    autocomplete: "off",
  });
  const body = h("div", { class: "ww-facet-body", hidden: kind.isFolded }, find, list, more, only);
  let entries: readonly FacetEntry[] = [];
  const counts = new Map<string, FacetCount>();
  /** Rows of the value that has most. */
  let most = 0;
  let shown = SHOWN_FIRST;
  let isStale = true;

  /** Shows what the reader looks for, and writes the numbers of what is shown: nobody sees those of the rest. */
  const draw = (): void => {
    const wanted = foldText(find.value.trim());
    let left = shown;
    let hidden = 0;
    let moved = 0;
    for (const entry of entries) {
      const isLike = isAsked(entry, wanted);
      const isActive = counts.get(entry.value)?.active === true;
      const isAway = !isActive && (!isLike || left <= 0);
      moved += showOrHide(entry.element, isAway);
      if (isLike && left-- <= 0) hidden++;
      if (isLike) openAsked(entry, wanted);
      if (!isAway) showCounts(entry);
    }
    if (moved > 0) keys();
    find.hidden = entries.length <= SHOWN_FIRST;
    more.hidden = hidden === 0 && shown === SHOWN_FIRST;
    writeText(more, hidden > 0 ? words.t("facets.more", { n: hidden }) : words.t("facets.less"));
  };
  const showCounts = (entry: FacetEntry): void => {
    for (const one of withParts(entry)) one.show(counts.get(one.value) ?? NOTHING, most);
  };
  const say = (): void => {
    if (body.hidden) return;
    for (const entry of entries) if (!entry.element.hidden) for (const one of withParts(entry)) one.say();
  };
  /** A hand has brought other values into sight. */
  const drawNow = (): void => {
    draw();
    keys();
    say();
  };
  const openNow = (): void => {
    refresh();
    say();
  };
  const count = (): void => {
    counts.clear();
    most = 0;
    for (const one of store.facet(field)) {
      counts.set(one.value, one);
      most = Math.max(most, one.certain + one.possible);
    }
  };
  /** New data must not take the reader's place from under the keyboard. */
  const focusedValue = (): string | undefined => entries.find(({ button }) => button.matches(":focus"))?.value;
  const fill = (): void => {
    isStale = false;
    const values = valuesOf(store, kind);
    const tops = kind.isTree ? values.filter((value) => parentOf(value) === null) : values;
    const kept = focusedValue();
    entries = tops.map((value) => facetEntry({ ...options, onOpen: drawNow }, value, values));
    list.replaceChildren(...entries.map((entry) => entry.element));
    keys();
    entries.find(({ value }) => value === kept)?.button.focus({ preventScroll: true });
    if (entries.length === 0) list.append(h("li", { class: "ww-secondary" }, words.t("facets.none")));
  };
  const refresh = (): void => {
    const isActive = Object.hasOwn(store.state.clauses, source);
    clear.hidden = !isActive;
    only.hidden = exact === undefined || isActive;
    element.classList.toggle("ww-active", isActive);
    if (body.hidden) return;
    if (isStale) fill();
    count();
    draw();
  };
  more.addEventListener("click", () => {
    const isOpen = more.textContent === words.t("facets.less");
    shown = isOpen ? SHOWN_FIRST : shown + SHOWN_MORE;
    drawNow();
  });
  find.addEventListener("input", drawNow);
  const stop = (): HTMLElement | null =>
    body.hidden ? element.querySelector("h3 button") : list.querySelector('.ww-facet[tabindex="0"]');
  /** What goes away once it is pressed must not take the keyboard with it. */
  const toValues = (from: HTMLElement): void => {
    if (from.matches(":focus")) stop()?.focus({ preventScroll: true });
  };
  find.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    stop()?.focus();
  });
  const title = kind.isFolded ? foldedTitle(heading, body, openNow) : heading;
  const element = h(
    "div",
    { class: "ww-section", role: "group", "aria-label": heading },
    h("div", { class: "ww-facet-head" }, h("h3", null, title), clear),
    body,
  );
  const rebuild = (): void => {
    isStale = true;
    refresh();
  };
  rebuild();
  say();
  return { element, refresh, say, rebuild };
}

/** A heading that opens what stands under it. */
export function foldedTitle(heading: string, body: HTMLElement, onOpen: () => void): HTMLElement {
  const button = h(
    "button",
    {
      type: "button",
      class: "ww-text-button ww-facet-title",
      "aria-expanded": "false",
      onclick: () => {
        body.hidden = !body.hidden;
        button.setAttribute("aria-expanded", String(!body.hidden));
        if (!body.hidden) onOpen();
      },
    },
    heading,
  );
  return button;
}
