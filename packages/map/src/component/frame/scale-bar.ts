import type { Camera } from "@whenwhere/store";
import { h, setStyle, type Words } from "@whenwhere/view";
import { EARTH_CIRCUMFERENCE_M } from "../../scene/earth.ts";
import type { MapViewport } from "../../scene/index.ts";
import type { MapText } from "../map-text.ts";

const WIDEST_PX = 90;
const LATITUDE_STEP_DEG = 5;
const PROBE_DEG = 0.05;

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

/** Metres per pixel towards the east, as the bar lies: an equal-area map has another scale towards the north. */
function metersPerPxEast({ metersPerPx, project }: MapViewport, [lon, lat]: readonly [number, number]): number {
  const [west, east] = [project(lon - PROBE_DEG, lat), project(lon + PROBE_DEG, lat)];
  if (west === null || east === null) return metersPerPx(lon, lat);
  const meters = ((2 * PROBE_DEG) / 360) * EARTH_CIRCUMFERENCE_M * Math.cos((lat * Math.PI) / 180);
  return meters / Math.hypot(east[0] - west[0], east[1] - west[1]);
}

/** A scale bar that says where it holds: on a Mercator map the same bar is half as long at 60 degrees. */
export interface ScaleBar {
  readonly element: HTMLElement;
  update(viewport: MapViewport, camera: Camera): void;
}

/** Makes the scale bar; it shows nothing until the first update. */
export function createScaleBar(words: () => Words, text: () => MapText): ScaleBar {
  const label = h("span");
  const bar = h("i", { "aria-hidden": "true" });
  const element = h("div", { class: "ww-map-scale", hidden: true }, label, bar);
  let drawn = "";
  let seen: { readonly viewport: MapViewport; readonly words: Words } | null = null;
  return {
    element,
    update(viewport, { lon, lat }) {
      if (seen?.viewport === viewport && seen.words === words()) return;
      seen = { viewport, words: words() };
      const rounded = Math.round(lat / LATITUDE_STEP_DEG) * LATITUDE_STEP_DEG;
      const perPx = metersPerPxEast(viewport, [lon, rounded]);
      const length = roundLength(perPx * WIDEST_PX);
      const widthPx = Math.round(length / perPx);
      // Most cameras have the same bar: a formatter for each of them would cost more than its words.
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
