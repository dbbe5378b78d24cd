import { h, replaceChildren, setHidden, setText, setValue } from "@whenwhere/view";
import type { MapText } from "../map-text.ts";
import { type RecordListContext, recordButton } from "./record-list.ts";

/** Rows listed at once; the table lists them all. */
const LISTED = 100;

/** The list of records that are shown and have no place. */
export interface Tray {
  readonly element: HTMLElement;
  /** `rows` are read only while the list is open. `open` is its state as long as the reader has not opened or closed it. */
  update(rows: () => readonly number[], total: number, open: boolean): void;
}

/** Makes the tray "Not on the map (n)": a list on the map's own ground, hidden while everything has a place. */
export function createTray(context: () => RecordListContext, text: () => MapText): Tray {
  const list = h("ul");
  /** What the reader chose; null as long as the size of the map decides. */
  let chosen: boolean | null = null;
  let key = "";
  const head = h("button", { type: "button", "aria-expanded": "false" });
  const element = h("div", { class: "ww-map-tray", hidden: true }, head, list);
  let isOpen: boolean | null = null;
  const setOpen = (open: boolean) => {
    if (open === isOpen) return;
    isOpen = open;
    setValue(head, "aria-expanded", String(open));
    setHidden(list, !open);
  };
  let last: { readonly rows: () => readonly number[]; readonly total: number } = { rows: () => [], total: 0 };
  const fill = (rows: readonly number[], total: number) => {
    const left = total - LISTED;
    replaceChildren(
      list,
      rows.slice(0, LISTED).map((row) => h("li", null, recordButton(context(), row, false))),
      left > 0 ? h("li", { class: "ww-map-more" }, text()("more", { n: left })) : null,
    );
  };
  const refill = () => {
    if (list.hidden) return;
    const { store, words } = context();
    const rows = last.rows().slice(0, LISTED);
    const state = rows.map((row) => `${store.id(row)}:${store.passing()[row]}`);
    const now = `${words.locale}|${store.state.selectedId}|${last.total}|${state.join("|")}`;
    if (now === key) return;
    key = now;
    // A rebuilt list would drop the focus of a reader who walks it.
    const focused = (list.getRootNode() as Document | ShadowRoot).activeElement;
    const row = list.contains(focused) ? focused?.getAttribute("data-row") : null;
    fill(rows, last.total);
    if (row != null) list.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`)?.focus();
  };
  head.addEventListener("click", () => {
    const open = list.hidden === true;
    chosen = open;
    setOpen(open);
    refill();
  });
  return {
    element,
    update(rows, total, open) {
      last = { rows, total };
      setHidden(element, total === 0);
      setText(head, text()("tray", { n: total }));
      setOpen(chosen ?? open);
      refill();
    },
  };
}
