import { h, replaceChildren, setHidden, setStyle, type Words } from "@whenwhere/view";
import { DENSITY_INK } from "../../draw/density-ops.ts";
import type { MapScene } from "../../scene/index.ts";
import type { MapText } from "../map-text.ts";
import { densityNotes, densitySteps } from "../picture/export-legend.ts";

/** What the colours of a surface mean, and what it leaves out. */
export interface DensityLegend {
  readonly element: HTMLElement;
  /** Hidden where the scene is no surface. */
  update(scene: MapScene): void;
}

/** Makes the legend: a step of ink with its lower bound each, in counts per area of ground. */
export function createDensityLegend(words: () => Words, text: () => MapText, ink: () => string): DensityLegend {
  const title = h("strong");
  const steps = h("ol", { class: "ww-map-steps" });
  const notes = h("ul");
  const element = h("div", { class: "ww-map-legend", role: "group", hidden: true }, title, steps, notes);
  let drawn = "";
  const write = ({ density }: MapScene) => {
    if (density === undefined) return;
    const { title: label, steps: bounds, first } = densitySteps(density, words(), text());
    title.textContent = label;
    element.setAttribute("aria-label", label);
    replaceChildren(
      steps,
      bounds.map((bound, i) => stepOf(bound, i + first)),
    );
    replaceChildren(
      notes,
      densityNotes(density, text()).map((one) => h("li", null, one)),
    );
  };
  return {
    element,
    update(scene) {
      const { density } = scene;
      setHidden(element, density === undefined);
      if (density === undefined) return;
      const color = ink();
      const bounds = density.breaks.join(" ");
      const now = [words().locale, color, density.kind, density.unitKm2, density.areaOnly, bounds].join("|");
      if (now === drawn) return;
      setStyle(element, { "--ww-map-ink": color });
      drawn = now;
      write(scene);
    },
  };
}

function stepOf(label: string, step: number): HTMLElement {
  const swatch = h("i");
  setStyle(swatch, { "--ww-step": String(DENSITY_INK[step] ?? 1) });
  // A sign and its number are one formula, which no direction of text turns round.
  return h("li", null, swatch, h("span", { dir: "ltr" }, label));
}
