import { foldText, type Store } from "@whenwhere/store";
import { h, type Words } from "@whenwhere/view";
import { type FacetItem, facetItem } from "./facet-item.ts";
import { type FacetKind, WITHIN } from "./facet-kinds.ts";

/** A value of a facet, with its parts where the facet is a tree. */
export interface FacetEntry extends FacetItem {
  readonly value: string;
  readonly folded: string;
  readonly parts: readonly FacetEntry[];
  /** Shows its parts, or puts them away; null where it has none. */
  readonly open: ((isOpen: boolean) => void) | null;
  /** Whether its parts are shown. */
  isOpen(): boolean;
}

/** What an entry is made with. */
export interface FacetEntryOptions {
  readonly store: Store;
  readonly words: Words;
  readonly kind: FacetKind;
  /** The reader has opened or closed the parts of a value. */
  readonly onOpen: () => void;
}

/** The whole that a part belongs to; null for a whole. */
export function parentOf(value: string): string | null {
  const at = value.indexOf(WITHIN);
  return at < 0 ? null : value.slice(0, at);
}

/** A value on or off. Within a tree a part takes the place of its whole, and a whole that of its parts. */
function toggled(active: readonly string[], value: string, isTree: boolean): readonly string[] {
  if (active.includes(value)) return active.filter((one) => one !== value);
  const rest = isTree ? active.filter((one) => parentOf(one) !== value && one !== parentOf(value)) : active;
  return [...rest, value];
}

/** The button of a value, with those of its parts among `all` behind a second one that opens them. */
export function facetEntry(options: FacetEntryOptions, value: string, all: readonly string[]): FacetEntry {
  const { store, words, kind } = options;
  const name = kind.wordOf(value);
  const onPress = (): void => {
    const source = `facet:${kind.name}`;
    const active = store.facet(kind.field).flatMap((facet) => (facet.active ? [facet.value] : []));
    const values = toggled(active, value, kind.isTree);
    if (values.length === 0) store.clear(source);
    else store.set({ source, kind: "values", field: kind.field, values });
  };
  const item = facetItem(words, { name, icon: kind.iconOf?.(value) ?? null, onPress });
  const parts = kind.isTree && parentOf(value) === null ? all.filter((one) => parentOf(one) === value) : [];
  const base = { ...item, value, folded: foldText(name) };
  if (parts.length === 0) return { ...base, parts: [], open: null, isOpen: () => false };
  const entries = parts.map((part) => facetEntry(options, part, []));
  return { ...base, parts: entries, ...branch(options, { name, item, entries }) };
}

/**
 * What opens and closes the parts of a value: a button for the pointer, and for those who hear the page as they read it. On
 * the keyboard the value itself opens, and says so.
 */
function branch(
  { words, onOpen }: FacetEntryOptions,
  whole: { readonly name: string; readonly item: FacetItem; readonly entries: readonly FacetEntry[] },
): Pick<FacetEntry, "open" | "isOpen"> {
  const { element, button } = whole.item;
  const inner = h(
    "ul",
    { class: "ww-facets-parts", hidden: true },
    whole.entries.map((entry) => entry.element),
  );
  const open = (isOpen: boolean): void => {
    if (isOpen !== inner.hidden) return;
    inner.hidden = !isOpen;
    for (const one of [opener, button]) one.setAttribute("aria-expanded", String(isOpen));
  };
  const opener = h("button", {
    type: "button",
    class: "ww-facet-opener",
    tabindex: -1,
    "aria-expanded": "false",
    "aria-label": words.t("facets.open", { name: whole.name }),
    onclick: () => {
      open(inner.hidden === true);
      onOpen();
    },
  });
  button.setAttribute("aria-expanded", "false");
  element.classList.add("ww-facet-branch");
  element.prepend(opener);
  element.append(inner);
  return { open, isOpen: () => !inner.hidden };
}

/** Whether it, or a part of it, has what is looked for in its name. */
export function isAsked({ folded, parts }: FacetEntry, wanted: string): boolean {
  return wanted === "" || folded.includes(wanted) || parts.some((part) => part.folded.includes(wanted));
}

/** Opens a whole where one of its parts is looked for. */
export function openAsked({ open, parts }: FacetEntry, wanted: string): void {
  if (wanted !== "") open?.(parts.some((part) => part.folded.includes(wanted)));
}

/** A value and, where they are open, its parts. */
export function withParts(entry: FacetEntry): readonly FacetEntry[] {
  return entry.isOpen() ? [entry, ...entry.parts] : [entry];
}
