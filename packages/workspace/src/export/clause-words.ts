import type { PlacePrecision, Status } from "@whenwhere/model";
import type { Clause, Store } from "@whenwhere/store";
import type { Words } from "@whenwhere/view";
import { facetKinds, WITHIN } from "../facets/facet-kinds.ts";

/** Facets whose headings stand in other words than the field's name. */
const FACETS: Readonly<Record<string, string>> = {
  category: "facets.what",
  status: "facets.told",
  precision: "facets.precision",
};

/** The heading under which readers know a field; a field that no view names keeps its own name. */
function fieldWords(field: string, words: Words): string {
  for (const key of [FACETS[field] ?? `facets.${field}`, `measure.${field}`, `field.${field}`]) {
    const text = words.t(key);
    if (text !== key) return text;
  }
  return field;
}

/** A value of a field as the facets say it; "" stands for records that state none. */
function valueWords(field: string, value: string, words: Words): string {
  if (value === "") return words.t("precision.unknown");
  if (field === "category") return words.category(value);
  if (field === "status") return words.status(value as Status);
  if (field === "precision") return words.t(`precision.${value as PlacePrecision}`);
  if (field === "country") return words.names.country(value);
  return value;
}

function sideWords(value: number, words: Words): string {
  return words.number(Math.round(value * 100) / 100);
}

function windowWords({ startMs, endMs }: { startMs: number; endMs: number }, store: Store, words: Words): string {
  const [first, last] = store.extentMs ?? [startMs, endMs];
  const range = words.range(Number.isFinite(startMs) ? startMs : first, Number.isFinite(endMs) ? endMs : last);
  return words.t("export.window", { range });
}

/** As the facet of this field says it; a field without a facet, or one within another, is said by its outer field. */
function valuesWords(clause: Extract<Clause, { kind: "values" }>, store: Store, words: Words): string {
  const facet = facetKinds(store, words).find(({ field }) => field === clause.field);
  const [outer = clause.field] = clause.field.split(WITHIN);
  const wordOf = facet?.wordOf ?? ((value: string) => valueWords(outer, value.slice(value.indexOf(WITHIN) + 1), words));
  const list = clause.values.map(wordOf).join(words.t("list.comma"));
  return words.t("export.values", { field: facet?.heading ?? fieldWords(outer, words), list });
}

/** One filter in words, as it stands in exports: "What: Armed attack, Exercise". */
function clauseWords(clause: Clause, store: Store, words: Words): string {
  switch (clause.kind) {
    case "window":
      return windowWords(clause, store, words);
    case "text":
      return words.t("export.text", { text: clause.text });
    case "bbox": {
      const [west, south, east, north] = [clause.west, clause.south, clause.east, clause.north].map((value) =>
        sideWords(value, words),
      ) as [string, string, string, string];
      return words.t("export.box", { west, south, east, north });
    }
    case "lasso":
      return words.t("export.lasso");
    case "range": {
      const [low, high] = [sideWords(clause.low, words), sideWords(clause.high, words)];
      return words.t("export.range", { field: fieldWords(clause.field, words), low, high });
    }
    case "values":
      return valuesWords(clause, store, words);
  }
}

/** All filters in words, in the order in which they were set. */
export function filterWords(store: Store, words: Words): readonly string[] {
  return Object.values(store.state.clauses).map((clause) => clauseWords(clause, store, words));
}
