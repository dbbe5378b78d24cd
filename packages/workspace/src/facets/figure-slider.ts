import type { Store } from "@whenwhere/store";
import { h, setStyle, type Words } from "@whenwhere/view";
import { labelOf } from "../card/card-words.ts";
import { figureSteps } from "./figure-steps.ts";

/** Both bounds of one measure. */
export interface FigureSlider {
  readonly element: HTMLElement;
  refresh(): void;
}

/** Sets the clause `figure:<measure>`; none while both bounds are at their ends. */
export function figureSlider(
  store: Store,
  words: Words,
  given: { readonly measure: string; readonly most: number },
): FigureSlider {
  const { measure, most } = given;
  const steps = figureSteps(most, words);
  const { last } = steps;
  const source = `figure:${measure}`;
  const name = labelOf(words, "measure", measure);
  const said = h("span", { class: "ww-figure-said" });
  const counts = h("p", { class: "ww-secondary ww-figure-counts" });
  const track = h("div", { class: "ww-figure-track", "aria-hidden": "true" });
  const input = (side: "low" | "high"): HTMLInputElement =>
    h("input", {
      type: "range",
      min: 0,
      max: last,
      step: 1,
      class: "ww-figure-input",
      "aria-label": words.t(`facets.figure.${side}`, { name }),
      oninput: () => apply(side),
    });
  const [low, high] = [input("low"), input("high")];
  const apply = (side: "low" | "high"): void => {
    // The slider that moves pushes the other one on.
    if (low.valueAsNumber > high.valueAsNumber) {
      if (side === "low") high.value = low.value;
      else low.value = high.value;
    }
    const [from, to] = [low.valueAsNumber, high.valueAsNumber];
    if (from === 0 && to === last) store.clear(source);
    else store.set({ source, kind: "range", field: measure, low: steps.from(from), high: steps.upTo(to) });
    show();
  };
  const show = (): void => {
    const [from, to] = [low.valueAsNumber, high.valueAsNumber];
    const isWhole = from === 0 && to === last;
    const [least, greatest] = [steps.fromWords(from), steps.upToWords(to)];
    said.textContent = isWhole ? "" : `${least} – ${greatest}`;
    low.setAttribute("aria-valuetext", least);
    high.setAttribute("aria-valuetext", greatest);
    setStyle(track, { "--ww-from": `${(100 * from) / last}%`, "--ww-to": `${(100 * to) / last}%` });
  };
  const refresh = (): void => {
    const clause = store.state.clauses[source];
    const isRange = clause?.kind === "range";
    low.value = String(isRange ? steps.stopOf(clause.low) : 0);
    high.value = String(isRange && Number.isFinite(clause.high) ? steps.stopOf(clause.high) : last);
    show();
    const { certain, possible } = store.total(measure, { except: source });
    counts.textContent = words.t("facets.figure.count", {
      certain: certain.rows,
      possible: possible.rows,
      unknown: certain.unknown + possible.unknown,
    });
  };
  const element = h(
    "div",
    { class: "ww-figure", role: "group", "aria-label": name },
    h("div", { class: "ww-figure-head" }, h("span", null, name), said),
    h("div", { class: "ww-figure-sliders" }, track, low, high),
    counts,
  );
  return { element, refresh };
}
