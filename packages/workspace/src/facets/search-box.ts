import type { Store } from "@whenwhere/store";
import { createAtRest, h, type Words } from "@whenwhere/view";
import { SEARCH_SOURCE } from "./marked-text.ts";

/** Between two letters of a word. */
const TYPING_MS = 120;

/** Where the reader writes what a record has to say. */
export interface SearchBox {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  destroy(): void;
}

/** Sets the clause of the search once the reader stops typing; Esc empties it. */
export function searchBox(store: Store, words: Words): SearchBox {
  const input = h("input", {
    type: "search",
    class: "ww-input",
    placeholder: words.t("facets.search"),
    "aria-label": words.t("facets.search"),
    autocomplete: "off",
    spellcheck: "false",
  });
  const apply = (): void => {
    typing.cancel();
    const text = input.value.trim();
    if (text === "") store.clear(SEARCH_SOURCE);
    else store.set({ source: SEARCH_SOURCE, kind: "text", text });
  };
  const typing = createAtRest(apply, TYPING_MS);
  input.addEventListener("input", typing.later);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || input.value === "") return;
    event.stopPropagation();
    input.value = "";
    apply();
  });
  const key = h("kbd", { "aria-hidden": "true" }, words.t("facets.search.key"));
  const help = h(
    "details",
    { class: "ww-search-help" },
    h("summary", null, words.t("search.help")),
    h(
      "ul",
      null,
      ["all", "phrase", "or", "not", "field", "near"].map((one) => h("li", null, words.t(`search.help.${one}`))),
    ),
  );
  return {
    input,
    element: h("div", { class: "ww-search", role: "search" }, input, key, help),
    destroy: typing.cancel,
  };
}
