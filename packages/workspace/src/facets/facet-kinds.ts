import { PLACE_PRECISIONS, STATUSES } from "@whenwhere/model";
import { DATE_WIDTHS, type Store } from "@whenwhere/store";
import { CATEGORY_STYLES, categoryStyles, markIcon, type Words } from "@whenwhere/view";
import { countryName } from "../table/table-order.ts";

/** Between the values of a field within another. */
export const WITHIN = ">";

/** One facet: which field it asks for, and how its values are said. */
export interface FacetKind {
  /** Source of its clause is `facet:` and this. */
  readonly name: string;
  readonly field: string;
  /** A field within another: values `a` and `a>b`. */
  readonly isTree: boolean;
  readonly heading: string;
  /** Values in the order of the codebook; others come after them, most rows first. */
  readonly order: readonly string[];
  readonly wordOf: (value: string) => string;
  readonly iconOf?: (value: string) => Element | null;
  /** Closed until somebody opens it: its values are not read before. */
  readonly isFolded: boolean;
  /** Values that are exact, offered by one press. */
  readonly exact?: { readonly values: readonly string[]; readonly label: string };
}

const EXACT_DATES: readonly string[] = ["hour", "day"];

function leaf(value: string): string {
  return value.slice(value.indexOf(WITHIN) + 1);
}

/** Records without a country or with one alone make no tree. */
function isStated(store: Store, field: string): boolean {
  const { length } = store.columns;
  const most = 400;
  const step = Math.max(1, length / most);
  // A sample is enough to know what a file has: a field that one record in thousands states is found by the search.
  for (let at = 0; at < length; at += step) {
    const { kind, where } = store.incident(Math.floor(at));
    if (field === "kind" ? kind : where?.admin1) return true;
  }
  return false;
}

function categoryFacet(store: Store, words: Words): FacetKind {
  const isTree = isStated(store, "kind");
  const styles = categoryStyles(store.categories);
  return {
    name: "category",
    field: isTree ? `category${WITHIN}kind` : "category",
    isTree,
    heading: words.t("facets.what"),
    order: Object.keys(CATEGORY_STYLES),
    wordOf: (value) => (value.includes(WITHIN) ? leaf(value).replace(/[-_]+/g, " ") : words.category(value || "other")),
    iconOf: (value) => {
      const style = styles[store.categories.indexOf(value)];
      return style === undefined ? null : markIcon(style);
    },
    isFolded: false,
  };
}

/** What the side column offers, in its order: what, how it is told, how closely known, areas, actors, sources, tags and all figures. */
export const FACET_FIELDS: readonly string[] = [
  ...["category", "status", "dated", "precision", "country", "actor", "source", "tag", "figures"],
];

function plainWord(value: string, words: Words): string {
  return value === "" ? words.t("facets.not-stated") : value;
}

/** The facet of a text field that the records state themselves. */
export function ownFacet(name: string, words: Words): FacetKind {
  return {
    name,
    field: name,
    isTree: false,
    heading: name.replace(/[-_]+/g, " "),
    order: [],
    wordOf: (value) => plainWord(value, words),
    isFolded: true,
  };
}

/** The facets of {@link FACET_FIELDS}, but for the figures. */
export function facetKinds(store: Store, words: Words): readonly FacetKind[] {
  const heading = (key: string): string => words.t(`facets.${key}`);
  const plain = (value: string): string => plainWord(value, words);
  const coded = (name: string, key: string, order: readonly string[]) => ({
    name,
    field: name,
    isTree: false,
    heading: heading(key),
    order,
    wordOf: (value: string) => words.t(`${name}.${value}`),
    isFolded: false,
  });
  const listed = (name: string, wordOf = plain): FacetKind => ({
    ...ownFacet(name, words),
    heading: heading(name),
    wordOf,
  });
  const hasAreas = isStated(store, "admin1");
  const sourceWord = (key: string): string => {
    const source = store.sources[key];
    return key === "" ? plain("") : (source?.publisher ?? source?.title ?? key);
  };
  return [
    categoryFacet(store, words),
    coded("status", "told", STATUSES),
    {
      ...coded("dated", "dated", DATE_WIDTHS),
      isFolded: true,
      exact: { values: EXACT_DATES, label: words.t("facets.dated.exact") },
    },
    {
      ...coded("precision", "precision", PLACE_PRECISIONS),
      exact: { values: ["exact"], label: words.t("facets.precision.exact") },
    },
    {
      ...listed("country", (value) =>
        value.includes(WITHIN) ? leaf(value) : value === "" ? plain("") : countryName(words, value),
      ),
      field: hasAreas ? `country${WITHIN}admin1` : "country",
      isTree: hasAreas,
    },
    listed("actor"),
    listed("source", sourceWord),
    listed("tag"),
  ];
}
