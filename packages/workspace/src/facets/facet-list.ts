import { type FacetCount, foldText, type Store } from "@whenwhere/store";
import { h, setStyle, setText, type Words } from "@whenwhere/view";
import { placeIn } from "../category-order.ts";
import { type FacetEntry, facetEntry, isAsked, openAsked, parentOf, withParts } from "./facet-entry.ts";
import { facetKeys } from "./facet-keys.ts";
import type { FacetKind } from "./facet-kinds.ts";
import { facetParts } from "./facet-parts.ts";

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
  const found = [...coded.values.entries()].filter(([code]) => (totals[code] as number) > 0);
  return found
    .sort(([a, one], [b, two]) => {
      // What nobody states comes last, however much of it there is.
      const blank = Number(one === "" && order.length === 0) - Number(two === "" && order.length === 0);
      return (
        blank ||
        placeIn(order, one) - placeIn(order, two) ||
        (totals[b] as number) - (totals[a] as number) ||
        (one < two ? -1 : 1)
      );
    })
    .map(([, value]) => value);
}

/** How many elements have changed by it: one or none. */
function showOrHide(element: HTMLElement, isAway: boolean): number {
  if (element.hidden === isAway) return 0;
  element.hidden = isAway;
  return 1;
}

/** The numbers of a facet's values, and those of the value that has most rows. */
interface Counts {
  readonly of: ReadonlyMap<string, FacetCount>;
  readonly most: number;
}

function countsOf(facet: readonly FacetCount[]): Counts {
  const most = facet.reduce((max, { certain, possible }) => Math.max(max, certain + possible), 0);
  return { of: new Map(facet.map((one) => [one.value, one])), most };
}

/** What the reader wants to see of the values: those with a word in their name, and no more than so many. */
interface Asked {
  readonly wanted: string;
  readonly counts: Counts;
  readonly atMost: number;
}

/** Hides what is not asked for, unless it filters, and writes the numbers of the rest. Tells how many came or went, and how many wait. */
function showAsked(entries: readonly FacetEntry[], asked: Asked): { readonly moved: number; readonly waiting: number } {
  const { wanted, counts, atMost } = asked;
  let [moved, like] = [0, 0];
  for (const entry of entries) {
    const isLike = isAsked(entry, wanted);
    if (isLike) like++;
    const isAway = counts.of.get(entry.value)?.active !== true && (!isLike || like > atMost);
    moved += showOrHide(entry.element, isAway);
    if (isLike) openAsked(entry, wanted);
    if (isAway) continue;
    for (const one of withParts(entry)) one.show(counts.of.get(one.value) ?? NOTHING, counts.most);
  }
  return { moved, waiting: Math.max(0, like - atMost) };
}

/** A facet as a list of buttons; long ones with a field to find a value, and folded ones behind their heading. */
export function facetList(options: FacetListOptions): FacetList {
  const { store, words, kind } = options;
  const { field } = kind;
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
  const { element, body, list, find, more, showActive } = facetParts({ ...options, onOpen: openNow });
  const keys = facetKeys(list, words);
  let entries: readonly FacetEntry[] = [];
  let counts: Counts = countsOf([]);
  let atMost = SHOWN_FIRST;
  let isStale = true;
  let figures = 0;

  /** Numbers get room, "64" or "22 + 10", and never give it back: names beside them would take a second line and lose it again under a brush. */
  const makeRoom = (isDoubtful: boolean): void => {
    const { length } = words.number(counts.most);
    // The plus with its spaces is as wide as two figures.
    figures = Math.max(figures, isDoubtful ? 2 * length + 2 : length);
    setStyle(list, { "--ww-count-room": `${figures}ch` });
  };
  /** Shows what the reader looks for, and writes the numbers of what is shown: nobody sees those of the rest. */
  const draw = (): void => {
    const wanted = foldText(find.value.trim());
    const { moved, waiting } = showAsked(entries, { wanted, counts, atMost });
    if (moved > 0) keys();
    find.hidden = entries.length <= SHOWN_FIRST;
    more.hidden = waiting === 0 && atMost === SHOWN_FIRST;
    setText(more, waiting > 0 ? words.t("facets.more", { n: waiting }) : words.t("facets.less"));
  };
  const say = (): void => {
    if (body.hidden) return;
    for (const entry of entries) if (!entry.element.hidden) for (const one of withParts(entry)) one.say();
  };
  const fill = (): void => {
    isStale = false;
    const values = valuesOf(store, kind);
    const tops = kind.isTree ? values.filter((value) => parentOf(value) === null) : values;
    // New data must not take the reader's place from under the keyboard.
    const kept = entries.find(({ button }) => button.matches(":focus"))?.value;
    entries = tops.map((value) => facetEntry({ ...options, onOpen: drawNow }, value, values));
    list.replaceChildren(...entries.map((entry) => entry.element));
    keys();
    entries.find(({ value }) => value === kept)?.button.focus({ preventScroll: true });
    if (entries.length === 0) list.append(h("li", { class: "ww-secondary" }, words.t("facets.none")));
  };
  const refresh = (): void => {
    if (isStale && !body.hidden) fill();
    const isExact = ({ value }: FacetEntry): boolean => kind.exact?.values.includes(value) === true;
    showActive(Object.hasOwn(store.state.clauses, `facet:${kind.name}`), entries.some(isExact));
    if (body.hidden) return;
    // Other records may have nothing of a field of their own.
    const facet = entries.length === 0 ? [] : store.facet(field);
    counts = countsOf(facet);
    makeRoom(facet.some(({ possible }) => possible > 0));
    draw();
  };
  const rebuild = (): void => {
    isStale = true;
    refresh();
  };
  more.addEventListener("click", () => {
    atMost = more.textContent === words.t("facets.less") ? SHOWN_FIRST : atMost + SHOWN_MORE;
    drawNow();
  });
  find.addEventListener("input", drawNow);
  rebuild();
  say();
  return { element, refresh, say, rebuild };
}
