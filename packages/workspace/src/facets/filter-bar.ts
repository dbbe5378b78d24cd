import type { Store } from "@whenwhere/store";
import { h, replaceChildren, setText, type Words } from "@whenwhere/view";
import { disclosure } from "../disclosure.ts";
import type { FilterHistory } from "./filter-history.ts";
import type { SavedFilters } from "./saved-filters.ts";

/** How many filters stand, and what can be done with all of them. */
export interface FilterBar {
  readonly element: HTMLElement;
  refresh(): void;
}

/** What the bar is made with. */
export interface FilterBarOptions {
  readonly store: Store;
  readonly words: Words;
  readonly history: FilterHistory;
  readonly saved: SavedFilters;
}

function savedMenu({ store, words, saved }: FilterBarOptions, onApplied: (unfit: number) => void): HTMLElement {
  const list = h("ul", { class: "ww-saved-list" });
  const name = h("input", {
    class: "ww-input",
    maxlength: 80,
    "aria-label": words.t("saved.name"),
    placeholder: words.t("saved.name"),
    oninput: () => warn(),
  });
  const exists = h("p", { class: "ww-secondary", role: "status" });
  const warn = (): void => {
    const isThere = saved.list.some((one) => one.name === name.value.trim());
    setText(exists, isThere ? words.t("saved.exists") : "");
  };
  const save = h("button", { type: "submit", class: "ww-button" }, words.t("saved.save"));
  const none = h("p", { class: "ww-secondary" }, words.t("saved.none"));
  const draw = (): void => {
    const items = saved.list.map((one) =>
      h(
        "li",
        null,
        h(
          "button",
          { type: "button", class: "ww-menu-item", dir: "auto", onclick: () => onApplied(saved.apply(one.name)) },
          one.name,
        ),
        h(
          "button",
          {
            type: "button",
            class: "ww-button ww-button-small ww-saved-remove",
            "aria-label": words.t("saved.remove", { name: one.name }),
            onclick: () => {
              saved.remove(one.name);
              draw();
              name.focus();
            },
          },
          "×",
        ),
      ),
    );
    replaceChildren(list, items);
    none.hidden = items.length > 0;
    save.disabled = Object.keys(store.state.clauses).length === 0;
  };
  const form = h(
    "form",
    {
      class: "ww-saved-form",
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault();
        saved.save(name.value);
        name.value = "";
        draw();
        warn();
      },
    },
    name,
    save,
    exists,
  );
  draw();
  return h("div", null, h("h3", null, words.t("saved.title")), none, list, form);
}

/** Undo, redo, saved filters, and a way back to all records that says how many filters it clears. */
export function filterBar(options: FilterBarOptions): FilterBar {
  const { store, words, history, saved } = options;
  /** A button that goes away or grey once it is pressed hands the keyboard to the first that is left. */
  const press = (button: HTMLButtonElement, by: () => void): void => {
    const isFocused = button.matches(":focus");
    by();
    refresh();
    if (isFocused && (button.hidden || button.disabled))
      element.querySelector<HTMLElement>("button:enabled")?.focus({ preventScroll: true });
  };
  const step = (key: string, sign: string, by: () => boolean): HTMLButtonElement => {
    const button = h(
      "button",
      {
        type: "button",
        class: "ww-button ww-button-small ww-step",
        "aria-label": words.t(key),
        title: words.t(key),
        onclick: () => press(button, by),
      },
      h("span", { "aria-hidden": "true" }, sign),
    );
    return button;
  };
  const undo = step("filters.undo", "\u21b6", history.undo);
  const redo = step("filters.redo", "\u21b7", history.redo);
  const said = h("p", { class: "ww-secondary ww-filter-said", role: "status" });
  const menu = disclosure({
    label: words.t("saved.button"),
    className: "ww-button ww-button-small",
    content: () =>
      savedMenu(options, (unfit) => {
        menu.close();
        said.textContent = unfit === 0 ? "" : words.t("saved.unfit", { n: unfit });
      }),
  });
  const clear = h("button", {
    type: "button",
    class: "ww-text-button ww-filter-clear",
    onclick: () => press(clear, () => store.clear()),
  });
  const element = h(
    "div",
    { class: "ww-filter-bar", role: "group", "aria-label": words.t("filters.label") },
    undo,
    redo,
    menu.element,
    clear,
    said,
  );
  const refresh = (): void => {
    const count = Object.keys(store.state.clauses).length;
    undo.disabled = !history.canUndo;
    redo.disabled = !history.canRedo;
    setText(clear, words.t("filters.clear", { n: count }));
    clear.hidden = count === 0;
    if (count === 0) said.textContent = "";
  };
  history.onChange(refresh);
  saved.onChange(refresh);
  refresh();
  return { element, refresh };
}
