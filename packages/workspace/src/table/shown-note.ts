import type { Store } from "@whenwhere/store";
import { h, setText, type Words } from "@whenwhere/view";

/** How many records a table shows, and what it says where it shows none. */
export interface ShownNote {
  /** Beside the heading. */
  readonly note: HTMLElement;
  /** In place of the rows, with the way back to all records; hidden while there are rows. */
  readonly empty: HTMLElement;
  /** Counts anew, and answers how many are shown. */
  refresh(): number;
}

/** Made and refreshed by the table. */
export function shownNote(store: Store, words: Words): ShownNote {
  const note = h("span", { class: "ww-head-note" });
  const text = h("p", null);
  const button = h(
    "button",
    { type: "button", class: "ww-button", onclick: () => store.clear() },
    words.t("workspace.clear-all"),
  );
  const empty = h("div", { class: "ww-empty", hidden: true }, text, button);
  return {
    note,
    empty,
    refresh() {
      const { shown, total } = store.count();
      setText(note, shown === 0 ? "" : words.t("table.note", { n: shown }));
      empty.hidden = shown > 0;
      text.textContent = words.t(total === 0 ? "workspace.empty" : "workspace.nothing-shown");
      button.hidden = total === 0;
      return shown;
    },
  };
}
