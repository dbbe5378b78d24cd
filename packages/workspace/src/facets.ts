import type { Store } from "@whenwhere/store";
import { attributionSlot, createFrameScheduler, createViewRoot, h, resolveTarget, type Words } from "@whenwhere/view";
import { type FacetField, facetList } from "./facet-list.ts";
import { facetsCss } from "./facets-css.ts";
import { ownWords } from "./own-words.ts";
import type { WidgetHandle } from "./widget.ts";

/** Options of {@link facets}. */
export interface FacetsOptions {
  readonly store: Store;
  /** Default English. */
  readonly words?: Words;
  readonly locale?: string;
  /** Overrides the reader's light or dark setting. */
  readonly theme?: "light" | "dark";
}

/** Keys of saved filters; the clauses themselves are in the store's state. */
export interface FacetsState {
  readonly search: string;
}

/** Handle of the filters. It has no options that change, and tells nothing: listen to the store. */
export interface FacetsHandle
  extends WidgetHandle<Readonly<Record<string, never>>, Readonly<Record<string, never>>, FacetsState> {
  focusSearch(): void;
}

/** Source of the search's clause. */
const SEARCH = "search";
const TYPING_MS = 120;

interface SearchBox {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  destroy(): void;
}

function searchBox(store: Store, words: Words): SearchBox {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const input = h("input", {
    type: "search",
    class: "ww-input",
    placeholder: words.t("facets.search"),
    "aria-label": words.t("facets.search"),
    autocomplete: "off",
    spellcheck: "false",
  });
  const apply = (): void => {
    timer = null;
    const text = input.value.trim();
    if (text === "") store.clear(SEARCH);
    else store.set({ source: SEARCH, kind: "text", text });
  };
  input.addEventListener("input", () => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(apply, TYPING_MS);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || input.value === "") return;
    event.stopPropagation();
    input.value = "";
    apply();
  });
  const key = h("kbd", { "aria-hidden": "true" }, words.t("facets.search.key"));
  return {
    input,
    element: h("div", { class: "ww-search", role: "search" }, input, key),
    destroy() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/**
 * Search and facets of what, how it is told, and how finely the place is known. Each facet counts under all filters but
 * its own: "5 + 2" are rows that pass surely and rows that pass only possibly.
 *
 * @throws WhenWhereError `view/target-missing`.
 */
export function facets(target: string | Element, options: FacetsOptions): FacetsHandle {
  const { store, theme } = options;
  const words = ownWords(options);
  const root = createViewRoot(resolveTarget(target), {
    className: "ww-facets",
    css: facetsCss,
    words,
    ...(theme === undefined ? {} : { theme }),
  });
  const frame = createFrameScheduler();
  const search = searchBox(store, words);
  const fields: readonly (readonly [FacetField, string])[] = [
    ["category", "facets.what"],
    ["status", "facets.told"],
    ["precision", "facets.precision"],
  ];
  const lists = fields.map(([field, key]) => facetList({ store, words, field, heading: words.t(key) }));
  const note = h("p", { class: "ww-secondary ww-facets-note" }, words.t("facets.note"));
  root.element.append(search.element, ...lists.map((list) => list.element), note);
  const credit = attributionSlot(root.element, store);

  const refresh = (): void => {
    for (const list of lists) list.refresh();
    note.hidden = store.count().possible === 0;
    const clause = store.state.clauses[SEARCH];
    const text = clause?.kind === "text" ? clause.text : "";
    const root = search.input.getRootNode() as Document | ShadowRoot;
    if (root.activeElement !== search.input) search.input.value = text;
  };
  const undo = [
    store.on("filter", () => frame.request(refresh)),
    store.on("data", () => {
      for (const list of lists) list.rebuild();
      frame.request(refresh);
    }),
  ];
  refresh();

  return {
    element: root.element,
    get state() {
      return { search: search.input.value };
    },
    update() {},
    on: () => () => {},
    focusSearch: () => search.input.focus(),
    destroy() {
      for (const one of undo) one();
      undo.length = 0;
      search.destroy();
      frame.destroy();
      credit.destroy();
      root.destroy();
    },
  };
}
