import type { Store } from "@whenwhere/store";
import { type CategoryStyle, type Child, categoryStyles, h, markIcon, type Words } from "@whenwhere/view";
import type { NamedCount } from "./row-facts.ts";
import { binWords, type Summary, sentencesText, summarize } from "./summary-words.ts";
import type { TimeBins } from "./time-bins.ts";

/** Styles of the summary and its charts. */
export const summaryCss = `
.ww-summary{display:grid;gap:14px}
.ww-summary>p{font-size:14px;line-height:21px;max-width:62ch}
.ww-summary figure{margin:0}
.ww-summary figcaption{font-weight:650;margin-bottom:4px}
.ww-sum-bars{display:flex;align-items:flex-end;gap:1px;height:56px;border-bottom:1px solid var(--ww-rule);forced-color-adjust:none}
.ww-sum-bars>span{flex:1 1 0;min-width:1px;display:flex;flex-direction:column;justify-content:flex-end;height:100%}
.ww-sum-bars i{display:block;background:var(--ww-ink)}
.ww-sum-bars i+i{background:var(--ww-ink2)}
.ww-sum-bars i.ww-sum-spread{background:repeating-linear-gradient(0deg,var(--ww-ink2) 0 1px,transparent 1px 3px)}
.ww-sum-ends{display:flex;justify-content:space-between;color:var(--ww-ink2)}
.ww-sum-list{display:grid;grid-template-columns:minmax(0,max-content) minmax(60px,1fr) max-content;gap:3px 10px;align-items:center}
.ww-sum-list>li{display:contents}
.ww-sum-list>li>span:first-child{display:flex;gap:6px;align-items:center;overflow:hidden;text-overflow:ellipsis}
.ww-sum-list i{height:4px;background:var(--ww-ink);forced-color-adjust:none}
.ww-sum-list b{font-weight:400;text-align:end}
@media (forced-colors:active){.ww-sum-list i,.ww-sum-bars i{background:CanvasText}}
`;

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
