import type { Store } from "@whenwhere/store";
import { type CategoryStyle, h, markIcon, type Words } from "@whenwhere/view";

/** What lists of records in the map's frame share. */
export interface RecordListContext {
  readonly store: Store;
  readonly words: Words;
  readonly styles: readonly CategoryStyle[];
  readonly onSelect: (row: number) => void;
}

/** One record as a button: its mark, and its words or its title. */
export function recordButton(context: RecordListContext, row: number, full: boolean): HTMLButtonElement {
  const { store, words, styles } = context;
  const style = styles[store.columns.category.at(row)];
  const incident = store.incident(row);
  const possible = store.passing()[row] === 1;
  return h(
    "button",
    {
      type: "button",
      class: "ww-map-row",
      "data-row": row,
      "aria-pressed": store.state.selectedId === store.id(row) ? "true" : "false",
      title: full ? null : words.incident(incident),
      onclick: () => context.onSelect(row),
    },
    style === undefined
      ? null
      : markIcon(style, { status: store.statusOf(row), certainty: possible ? "possible" : "certain" }),
    full
      ? // A sentence of the interface runs as the interface does, whatever the title in it does.
        h("span", null, words.incident(incident))
      : h("span", { dir: "auto", lang: store.language }, incident.title),
  );
}
