import { h } from "@whenwhere/view";
import type { FacetEntryOptions } from "./facet-entry.ts";

/** What a facet is made of, before it has values. */
export interface FacetParts {
  readonly element: HTMLElement;
  /** What a folded facet hides. */
  readonly body: HTMLElement;
  readonly list: HTMLElement;
  /** Looks for a value; hidden where there are few. */
  readonly find: HTMLInputElement;
  /** Shows more values, or fewer. */
  readonly more: HTMLButtonElement;
  /** Offers what helps while the facet filters, or while it does not. */
  showActive(isActive: boolean, hasExact: boolean): void;
}

/** Heading, field and buttons of a facet. What goes away once it is pressed hands the keyboard to the values. */
export function facetParts(options: FacetEntryOptions): FacetParts {
  const { words, kind, onOpen } = options;
  const { heading } = kind;
  const list = h("ul", {
    class: kind.isTree ? "ww-facets-list ww-facets-tree" : "ww-facets-list",
    "aria-description": words.t(kind.isTree ? "facets.keys.tree" : "facets.keys"),
  });
  const { clear, only } = actions(options, () => {
    const stop = body.hidden ? "h3 button" : '.ww-facet[tabindex="0"]';
    return element.querySelector<HTMLElement>(stop);
  });
  const more = h("button", { type: "button", class: "ww-text-button ww-facet-more", hidden: true });
  const find = h("input", {
    type: "search",
    class: "ww-input ww-facet-find",
    hidden: true,
    placeholder: words.t("facets.find"),
    "aria-label": words.t("facets.find.in", { name: heading }),
    autocomplete: "off",
    onkeydown: (event: KeyboardEvent) => {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      list.querySelector<HTMLElement>('.ww-facet[tabindex="0"]')?.focus();
    },
  });
  const body = h("div", { class: "ww-facet-body", hidden: kind.isFolded }, find, list, more, only);
  const title = kind.isFolded ? foldedTitle(heading, body, onOpen) : heading;
  const element = h(
    "div",
    { class: "ww-section", role: "group", "aria-label": heading },
    h("div", { class: "ww-facet-head" }, h("h3", null, title), clear),
    body,
  );
  return {
    ...{ element, body, list, find, more },
    showActive(isActive, hasExact) {
      clear.hidden = !isActive;
      only.hidden = !hasExact || isActive;
      element.classList.toggle("ww-active", isActive);
    },
  };
}

/** The buttons that take the filter back, and that pick what is exact. `stop`: where the keyboard goes then. */
function actions({ store, words, kind }: FacetEntryOptions, stop: () => HTMLElement | null) {
  const { heading, field, exact } = kind;
  const source = `facet:${kind.name}`;
  const toValues = (from: HTMLElement): void => {
    if (from.matches(":focus")) stop()?.focus({ preventScroll: true });
  };
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
  return { clear, only };
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
