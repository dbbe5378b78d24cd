import { figureInterval } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import { h, setStyle, type Words } from "@whenwhere/view";
import { labelOf } from "../card/card-words.ts";
import { foldedTitle } from "./facet-parts.ts";

/** Sliders over the figures of the records. */
export interface FigureFacet {
  readonly element: HTMLElement;
  refresh(): void;
  /** Its words are its numbers. */
  say(): void;
  rebuild(): void;
}

const SAMPLE = 5_000;
/** 0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100 ...: fine where most figures are, and it reaches the largest. */
const FIRST_STEPS: readonly number[] = [0, 1, 2, 3, 5, 7];
const DECADE: readonly number[] = [1, 1.5, 2, 3, 5, 7];

function stepsTo(most: number): readonly number[] {
  const steps = [...FIRST_STEPS];
  for (let power = 10; (steps.at(-1) as number) < most; power *= 10) steps.push(...DECADE.map((one) => one * power));
  const end = steps.findIndex((step) => step >= most);
  return end < 0 ? steps : steps.slice(0, Math.max(2, end + 1));
}

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

interface Slider {
  readonly element: HTMLElement;
  refresh(): void;
}

function sliderOf(store: Store, words: Words, given: { readonly measure: string; readonly most: number }): Slider {
  const { measure, most } = given;
  const steps = stepsTo(most);
  const last = steps.length - 1;
  const source = `figure:${measure}`;
  const name = labelOf(words, "measure", measure);
  const said = h("span", { class: "ww-figure-said" });
  const counts = h("p", { class: "ww-secondary ww-figure-counts" });
  const track = h("div", { class: "ww-figure-track", "aria-hidden": "true" });
  const upTo = (index: number): number => (index >= last ? Number.POSITIVE_INFINITY : (steps[index] as number));
  const wordOf = (index: number): string =>
    index >= last
      ? words.t("card.figure.at-least", { n: words.number(steps[last] as number) })
      : words.number(steps[index] as number);
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
    else store.set({ source, kind: "range", field: measure, low: steps[from] as number, high: upTo(to) });
    show();
  };
  const show = (): void => {
    const [from, to] = [low.valueAsNumber, high.valueAsNumber];
    const isWhole = from === 0 && to === last;
    said.textContent = isWhole ? "" : `${words.number(steps[from] as number)} – ${wordOf(to)}`;
    low.setAttribute("aria-valuetext", words.number(steps[from] as number));
    high.setAttribute("aria-valuetext", wordOf(to));
    setStyle(track, { "--ww-from": `${(100 * from) / last}%`, "--ww-to": `${(100 * to) / last}%` });
  };
  const refresh = (): void => {
    const clause = store.state.clauses[source];
    const isRange = clause?.kind === "range";
    const place = (value: number): number => Math.max(0, steps.filter((step) => step <= value).length - 1);
    low.value = String(isRange ? place(clause.low) : 0);
    high.value = String(isRange && Number.isFinite(clause.high) ? place(clause.high) : last);
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

/** Low and high bounds of what the records count; records without a number stay possible, since unknown is not zero. */
export function figureFacet(store: Store, words: Words): FigureFacet {
  const body = h("div", { class: "ww-facet-body", hidden: true });
  let sliders: readonly Slider[] | null = null;
  const refresh = (): void => {
    if (body.hidden) return;
    if (sliders === null) {
      const found = [...measuresOf(store)].sort(([a], [b]) => (a < b ? -1 : 1));
      sliders = found.map(([measure, most]) => sliderOf(store, words, { measure, most }));
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
