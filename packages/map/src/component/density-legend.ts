import { h, replaceChildren, setStyle, type Words } from "@whenwhere/view";
import { DENSITY_INK } from "../draw/density-ops.ts";
import type { MapScene } from "../scene/index.ts";
import type { MapText } from "./map-text.ts";

/** What the colours of a surface mean, and what it leaves out. */
export interface DensityLegend {
  readonly element: HTMLElement;
  /** Hidden where the scene is no surface. */
  update(scene: MapScene): void;
}

/** Makes the legend: a step of ink with its lower bound each, in counts per area of ground. */
export function createDensityLegend(words: () => Words, text: () => MapText): DensityLegend {
  const title = h("strong");
  const steps = h("ol", { class: "ww-map-steps" });
  const notes = h("ul");
  const element = h("div", { class: "ww-map-legend", role: "group", hidden: true }, title, steps, notes);
  let drawn = "";
  const write = ({ density }: MapScene) => {
    if (density === undefined) return;
    const { breaks, kind, unitKm2, areaOnly } = density;
    const number = (value: number) => words().number(value);
    const label = text()("densityUnit", { area: number(unitKm2) });
    title.textContent = label;
    element.setAttribute("aria-label", label);
    const bounds = [`< ${number(breaks[0] ?? 1)}`, ...breaks.map((value) => `≥ ${number(value)}`)];
    // Below its first bound a smooth surface has no colour.
    const from = kind === "heat" ? 1 : 0;
    replaceChildren(
      steps,
      bounds.slice(from).map((bound, i) => stepOf(bound, i + from)),
    );
    const said = [
      text()("densityFixed"),
      text()("densitySpread"),
      ...(kind === "heat" ? [text()("densitySmoothed")] : []),
      ...(areaOnly > 0 ? [text()("densityLeft", { n: areaOnly })] : []),
    ];
    replaceChildren(
      notes,
      said.map((one) => h("li", null, one)),
    );
  };
  return {
    element,
    update(scene) {
      const { density } = scene;
      element.hidden = density === undefined;
      const now =
        density === undefined
          ? ""
          : [words().locale, density.kind, density.unitKm2, density.areaOnly, ...density.breaks].join("|");
      if (now === drawn) return;
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
