import { type FacetCount, foldText, type Store } from "@whenwhere/store";
import { h, type Words } from "@whenwhere/view";
import { writeText } from "../write-text.ts";
import { type FacetItem, facetItem } from "./facet-item.ts";
import { type FacetKind, WITHIN } from "./facet-kinds.ts";

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

function parentOf(value: string): string | null {
  const at = value.indexOf(WITHIN);
  return at < 0 ? null : value.slice(0, at);
}

/** A value on or off. Within a tree a part takes the place of its whole, and a whole that of its parts. */
function toggled(active: readonly string[], value: string, isTree: boolean): readonly string[] {
  if (active.includes(value)) return active.filter((one) => one !== value);
  const rest = isTree ? active.filter((one) => parentOf(one) !== value && one !== parentOf(value)) : active;
  return [...rest, value];
}

interface EntryOptions extends FacetListOptions {
  /** The parts of a value have come into sight. */
  readonly onOpen: () => void;
}

interface Entry extends FacetItem {
  readonly value: string;
  readonly folded: string;
  readonly parts: readonly Entry[];
  /** The list of its parts; hidden until it is opened. */
  readonly inner: HTMLElement | null;
}

function entryOf(options: EntryOptions, value: string, all: readonly string[]): Entry {
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
  if (parts.length === 0) return { ...base, parts: [], inner: null };
  const entries = parts.map((part) => entryOf(options, part, []));
  const inner = h(
    "ul",
    { class: "ww-facets-parts", hidden: true },
    entries.map((entry) => entry.element),
  );
  const opener = h("button", {
    type: "button",
    class: "ww-facet-opener",
    "aria-expanded": "false",
    "aria-label": words.t("facets.open", { name }),
    onclick: () => {
      inner.hidden = !inner.hidden;
      opener.setAttribute("aria-expanded", String(!inner.hidden));
      options.onOpen();
    },
  });
  item.element.classList.add("ww-facet-branch");
  item.element.prepend(opener);
  item.element.append(inner);
  return { ...base, parts: entries, inner };
}

function isAsked({ folded, parts }: Entry, wanted: string): boolean {
  return wanted === "" || folded.includes(wanted) || parts.some((part) => part.folded.includes(wanted));
}

/** Opens a whole where one of its parts is looked for. */
function openAsked({ inner, parts }: Entry, wanted: string): void {
  if (wanted !== "" && inner !== null) inner.hidden = !parts.some((part) => part.folded.includes(wanted));
}

/** A value and, where they are open, its parts. */
function withParts(entry: Entry): readonly Entry[] {
  return entry.inner === null || entry.inner.hidden ? [entry] : [entry, ...entry.parts];
}

/** A facet as a list of buttons; long ones with a field to find a value, and folded ones behind their heading. */
export function facetList(options: FacetListOptions): FacetList {
  const { store, words, kind } = options;
  const { heading, field, exact } = kind;
  const list = h("ul", { class: kind.isTree ? "ww-facets-list ww-facets-tree" : "ww-facets-list" });
  const source = `facet:${kind.name}`;
  const clear = h(
    "button",
    {
      type: "button",
      class: "ww-text-button ww-facet-clear",
      hidden: true,
      "aria-label": words.t("facets.clear.of", { name: heading }),
      onclick: () => store.clear(source),
    },
    words.t("facets.clear"),
  );
  const only = h(
    "button",
    {
      type: "button",
      class: "ww-text-button ww-facet-only",
      hidden: exact === undefined,
      onclick: () => exact && store.set({ source, kind: "values", field, values: exact.values }),
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
  let entries: readonly Entry[] = [];
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
    for (const entry of entries) {
      const isLike = isAsked(entry, wanted);
      const isActive = counts.get(entry.value)?.active === true;
      const isAway = !isActive && (!isLike || left <= 0);
      if (entry.element.hidden !== isAway) entry.element.hidden = isAway;
      if (isLike && left-- <= 0) hidden++;
      if (isLike) openAsked(entry, wanted);
      if (!isAway) showCounts(entry);
    }
    find.hidden = entries.length <= SHOWN_FIRST;
    more.hidden = hidden === 0 && shown === SHOWN_FIRST;
    writeText(more, hidden > 0 ? words.t("facets.more", { n: hidden }) : words.t("facets.less"));
  };
  const showCounts = (entry: Entry): void => {
    for (const one of withParts(entry)) one.show(counts.get(one.value) ?? NOTHING, most);
  };
  const say = (): void => {
    if (body.hidden) return;
    for (const entry of entries) if (!entry.element.hidden) for (const one of withParts(entry)) one.say();
  };
  /** A hand has brought other values into sight. */
  const drawNow = (): void => {
    draw();
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
  const fill = (): void => {
    isStale = false;
    const values = valuesOf(store, kind);
    const tops = kind.isTree ? values.filter((value) => parentOf(value) === null) : values;
    entries = tops.map((value) => entryOf({ ...options, onOpen: drawNow }, value, values));
    list.replaceChildren(...entries.map((entry) => entry.element));
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
