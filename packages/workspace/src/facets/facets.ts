import { WhenWhereError } from "@whenwhere/model";
import { nearestName } from "@whenwhere/model/nearest-name";
import { type OptionForm, refuseOptions } from "@whenwhere/model/refuse-options";
import type { Store } from "@whenwhere/store";
import {
  createEmitter,
  createFrameScheduler,
  createViewRoot,
  h,
  refuseView,
  resolveTarget,
  setTheme,
  type ThemeChoice,
  type Words,
} from "@whenwhere/view";
import { controlsCss } from "../controls-css.ts";
import { creditInLine } from "../credit-in-line.ts";
import { disclosureCss } from "../disclosure-css.ts";
import { LOOK_FORM, ownWords } from "../own-words.ts";
import type { WidgetHandle } from "../widget.ts";
import { figureFacet } from "./facet-figures.ts";
import { FACET_FIELDS, facetKinds, ownFacet } from "./facet-kinds.ts";
import { facetList } from "./facet-list.ts";
import { facetsCss } from "./facets-css.ts";
import { filterBar } from "./filter-bar.ts";
import { filterHistory } from "./filter-history.ts";
import { followFilters } from "./follow-filters.ts";
import { searchedText } from "./marked-text.ts";
import { type SavedFilter, type SavedFilters, savedFilters } from "./saved-filters.ts";
import { searchBox } from "./search-box.ts";

/** Options of {@link facets}. */
export interface FacetsOptions {
  readonly store: Store;
  /** Default English. */
  readonly words?: Words;
  readonly locale?: string;
  /** Overrides the reader's light or dark setting. */
  readonly theme?: ThemeChoice;
  /**
   * What is offered, in this order: names of {@link FACET_FIELDS}, and text fields that the records state themselves. Default: all of
   * `FACET_FIELDS`.
   */
  readonly fields?: readonly string[];
  /** Named filters; default: those that a reader names, as long as the page lasts. */
  readonly saved?: SavedFilters;
}

/** Keys of saved filters; the clauses themselves are in the store's state. */
export interface FacetsState {
  readonly search: string;
  readonly saved: readonly SavedFilter[];
}

/** Handle of the filters. It tells nothing: listen to the store. */
export interface FacetsHandle
  extends WidgetHandle<Pick<FacetsOptions, "theme">, Readonly<Record<string, never>>, FacetsState> {
  focusSearch(): void;
  /** Takes the last change of the filters back; false when there was none. */
  undo(): boolean;
  redo(): boolean;
}

/** @throws WhenWhereError `facets/field-unknown` for what is neither of {@link FACET_FIELDS} nor a text field of the records. */
function refuseFields(store: Store, fields: readonly string[]): void {
  if (store.columns.length === 0) return;
  const wrong = fields.find((field) => !FACET_FIELDS.includes(field) && store.field(field) === null);
  if (wrong === undefined) return;
  const near = nearestName(wrong, FACET_FIELDS);
  throw new WhenWhereError(
    "facets/field-unknown",
    `No record has a field "${wrong}".`,
    near === null ? `Use ${FACET_FIELDS.join(", ")}, or a field of the records.` : `Did you mean "${near}"?`,
  );
}

const FORM: OptionForm<FacetsOptions> = { ...LOOK_FORM, store: "any", fields: [[String]], saved: [Object] };

/**
 * Search and facets: what, how it is told, how closely date and place are known, areas, actors, sources, tags and figures. Each
 * facet counts under all filters but its own: "5 + 2" are rows that pass surely and rows that pass only possibly. Changes of
 * the filters can be undone, and filters be kept under a name.
 *
 * @throws WhenWhereError `view/target-missing`, `facets/store-missing`, `facets/option-unknown`, `facets/field-unknown` for
 * a field that no record has.
 */
export function facets(target: string | Element, options: FacetsOptions): FacetsHandle {
  refuseView(options, FORM, { code: "facets", name: "facets" });
  const { store, theme, fields = FACET_FIELDS } = options;
  refuseFields(store, fields);
  const words = ownWords(options);
  const root = createViewRoot(resolveTarget(target), {
    className: "ww-facets",
    css: `${controlsCss}${facetsCss}${disclosureCss}`,
    words,
    theme,
  });
  const frame = createFrameScheduler();
  const search = searchBox(store, words);
  const history = filterHistory(store);
  const saved = options.saved ?? savedFilters({ store });
  const bar = filterBar({ store, words, history, saved });
  const kinds = facetKinds(store, words);
  const lists = fields.map((field) => {
    if (field === "figures") return figureFacet(store, words);
    return facetList({ store, words, kind: kinds.find(({ name }) => name === field) ?? ownFacet(field, words) });
  });
  const note = h("p", { class: "ww-secondary ww-facets-note" }, words.t("facets.note"));
  root.element.append(search.element, bar.element, ...lists.map((list) => list.element), note);
  const credit = creditInLine(root.element, store);

  const refreshHead = (): void => {
    bar.refresh();
    note.hidden = store.count().possible === 0;
    const text = searchedText(store);
    const root = search.input.getRootNode() as Document | ShadowRoot;
    if (root.activeElement !== search.input) search.input.value = text;
  };
  const following = followFilters({ root: root.element, frame, lists, refreshHead });
  const undo = [
    store.on("filter", following.follow),
    store.on("data", () => {
      for (const list of lists) list.rebuild();
      following.follow();
    }),
  ];
  refreshHead();

  return {
    element: root.element,
    get state() {
      return { search: search.input.value, saved: saved.list };
    },
    update(changes) {
      refuseOptions(changes, { theme: FORM.theme }, { code: "facets", name: "facets.update" });
      if (changes.theme !== undefined) setTheme(root.element, changes.theme);
    },
    on: createEmitter<Readonly<Record<string, never>>>("facets", {}).on,
    focusSearch: () => search.input.focus(),
    undo: history.undo,
    redo: history.redo,
    destroy() {
      for (const one of undo) one();
      undo.length = 0;
      following.cancel();
      history.destroy();
      search.destroy();
      frame.destroy();
      credit.destroy();
      root.destroy();
    },
  };
}
