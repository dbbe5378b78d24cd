import type { Camera } from "@whenwhere/store";
import { h, setStyle, type Words } from "@whenwhere/view";
import { metersPerPx } from "../ground/mercator.ts";
import type { MapText } from "../map-text.ts";

const WIDEST_PX = 90;
const LATITUDE_STEP_DEG = 5;

/** The longest 1, 2 or 5 times a power of ten that fits. */
function roundLength(meters: number): number {
  const power = 10 ** Math.floor(Math.log10(meters));
  const head = meters / power;
  return power * (head >= 5 ? 5 : head >= 2 ? 2 : 1);
}

function lengthText(meters: number, words: Words): string {
  const unit = meters >= 1000 ? "kilometer" : "meter";
  const value = meters >= 1000 ? meters / 1000 : meters;
  return new Intl.NumberFormat(words.locale, { style: "unit", unit, unitDisplay: "short" }).format(value);
}

function latitudeText(lat: number, words: Words, text: MapText): string {
  const rounded = Math.round(lat / LATITUDE_STEP_DEG) * LATITUDE_STEP_DEG;
  const degrees = words.number(Math.abs(rounded));
  if (rounded === 0) return `${degrees}°`;
  return text(rounded > 0 ? "north" : "south", { degrees });
}

/** A scale bar that says where it holds: on a Mercator map the same bar is half as long at 60 degrees. */
export interface ScaleBar {
  readonly element: HTMLElement;
  update(camera: Camera): void;
}

/** Makes the scale bar; it shows nothing until the first update. */
export function createScaleBar(words: () => Words, text: () => MapText): ScaleBar {
  const label = h("span");
  const bar = h("i", { "aria-hidden": "true" });
  const element = h("div", { class: "ww-map-scale", hidden: true }, label, bar);
  let drawn = "";
  return {
    element,
    update({ lat, zoom }) {
      const rounded = Math.round(lat / LATITUDE_STEP_DEG) * LATITUDE_STEP_DEG;
      const perPx = metersPerPx(rounded, zoom);
      const length = roundLength(perPx * WIDEST_PX);
      const widthPx = Math.round(length / perPx);
      // Most pictures are of the same camera: a formatter for each of them would cost more than its words.
      const now = [words().locale, rounded, length, widthPx].join("|");
      if (now === drawn) return;
      drawn = now;
      label.textContent = text()("scale", {
        length: lengthText(length, words()),
        lat: latitudeText(lat, words(), text()),
      });
      element.hidden = false;
      setStyle(bar, { width: `${widthPx}px` });
    },
  };
}
