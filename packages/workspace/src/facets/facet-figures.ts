import { figureInterval } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import { h, type Words } from "@whenwhere/view";
import { foldedTitle } from "./facet-parts.ts";
import { type FigureSlider, figureSlider } from "./figure-slider.ts";

/** Sliders over the figures of the records. */
export interface FigureFacet {
  readonly element: HTMLElement;
  refresh(): void;
  /** Its words are its numbers. */
  say(): void;
  rebuild(): void;
}

/** Records that are read at the most. */
const SAMPLE = 5_000;

/** Measures that the records give, with the largest number said of each. A sample is read of very many records. */
function measuresOf(store: Store): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  const { length } = store.columns;
  const step = Math.max(1, length / SAMPLE);
  for (let at = 0; at < length; at += step) {
    const { figures } = store.incident(Math.floor(at));
    for (const measure of new Set(figures?.map((figure) => figure.measure))) {
      const [low, high] = figureInterval(figures, measure);
      const largest = Number.isFinite(high) ? high : low;
      if (!Number.isNaN(largest)) most.set(measure, Math.max(most.get(measure) ?? 0, largest));
    }
  }
  return most;
}

/** Low and high bounds of what the records count; records without a number stay possible, since unknown is not zero. */
export function figureFacet(store: Store, words: Words): FigureFacet {
  const body = h("div", { class: "ww-facet-body", hidden: true });
  let sliders: readonly FigureSlider[] | null = null;
  const refresh = (): void => {
    if (body.hidden) return;
    if (sliders === null) {
      const found = [...measuresOf(store)].sort(([a], [b]) => (a < b ? -1 : 1));
      sliders = found.map(([measure, most]) => figureSlider(store, words, { measure, most }));
      const none = h("p", { class: "ww-secondary" }, words.t("facets.none"));
      body.replaceChildren(...(sliders.length === 0 ? [none] : sliders.map((one) => one.element)));
    }
    for (const slider of sliders) slider.refresh();
  };
  const heading = words.t("card.figures");
  const element = h(
    "div",
    { class: "ww-section", role: "group", "aria-label": heading },
    h("div", { class: "ww-facet-head" }, h("h3", null, foldedTitle(heading, body, refresh))),
    body,
  );
  return {
    element,
    refresh,
    say: () => {},
    rebuild() {
      sliders = null;
      refresh();
    },
  };
}
