import type { Store } from "@whenwhere/store";
import { type CategoryStyle, type Child, categoryStyles, h, markIcon, type Words } from "@whenwhere/view";
import type { NamedCount } from "./row-facts.ts";
import { binWords, type Summary, sentencesText, summarize } from "./summary-words.ts";
import type { TimeBins } from "./time-bins.ts";

const MOST_LISTED = 6;

function timeChart(bins: TimeBins, words: Words): HTMLElement {
  const { unit, edgesMs, certain, spread } = bins;
  const most = Math.max(1, ...Array.from(certain, (n, bin) => n + (spread[bin] as number)));
  const percent = (n: number): string => `${((100 * n) / most).toFixed(2)}%`;
  const name = (bin: number): string => binWords(edgesMs[bin] as number, unit, words);
  const bars = Array.from(certain, (n, bin) =>
    h(
      "span",
      { title: `${name(bin)}: ${words.number(Math.round(n * 10) / 10)}` },
      h("i", { class: "ww-sum-spread", style: { height: percent(spread[bin] as number) } }),
      h("i", { style: { height: percent(n) } }),
    ),
  );
  return h(
    "figure",
    null,
    h("figcaption", null, words.t(`summary.by.${unit}`)),
    h("div", { class: "ww-sum-bars", role: "img", "aria-label": words.t("summary.chart.time") }, bars),
    h("div", { class: "ww-sum-ends" }, h("span", null, name(0)), h("span", null, name(certain.length - 1))),
    h("p", { class: "ww-secondary ww-small" }, words.t("summary.chart.time")),
  );
}

function barList(caption: string, counts: readonly NamedCount[], nameOf: (name: string) => Child, words: Words): Child {
  if (counts.length < 2) return null;
  const most = Math.max(...counts.map(({ n }) => n));
  const items = counts
    .slice(0, MOST_LISTED)
    .map(({ name, n }) =>
      h(
        "li",
        null,
        h("span", { dir: "auto" }, nameOf(name)),
        h("i", { "aria-hidden": "true", style: { width: `${(100 * n) / most}%` } }),
        h("b", null, words.number(n)),
      ),
    );
  return h("figure", null, h("figcaption", null, caption), h("ul", { class: "ww-sum-list" }, items));
}

/** Sentences and small charts of what is shown. All text as text. */
export function summaryPanel(store: Store, words: Words, summary: Summary = summarize(store, words)): HTMLElement {
  const { facts, bins, sentences } = summary;
  const styles = categoryStyles(store.categories);
  const category = (name: string): Child => [
    markIcon(styles[store.categories.indexOf(name)] as CategoryStyle, { status: "happened" }),
    words.category(name === "" ? "other" : name),
  ];
  return h(
    "div",
    { class: "ww-summary" },
    h("p", null, words.counts(store.count())),
    h("p", null, sentencesText(sentences)),
    bins === null ? null : timeChart(bins, words),
    barList(words.t("facets.what"), facts.categories, category, words),
    barList(words.t("card.where"), facts.places ?? [], (name) => name, words),
  );
}
