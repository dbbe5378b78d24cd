import type { Store } from "@whenwhere/store";
import { h, type Words } from "@whenwhere/view";
import { summarize } from "../summary/summary-words.ts";

/** With more rows a summary is asked for in the menu of tools: it would hold up the page at each filter. */
const MOST_ROWS = 20_000;

/**
 * What is shown, in sentences, for a card that has no record to show: span, peaks, doubts, what is told most, what has no
 * place. Null where there is nothing to sum up, and above 20,000 rows.
 */
export function cardOverview(store: Store, words: Words): HTMLElement | null {
  const { shown, total } = store.count();
  if (shown < 2 || total > MOST_ROWS) return null;
  const { sentences } = summarize(store, words);
  return h(
    "div",
    { class: "ww-card-overview" },
    h("h3", null, words.t("summary.title")),
    h(
      "ul",
      null,
      sentences.map((sentence) => h("li", null, sentence)),
    ),
  );
}
