import type { Status } from "@whenwhere/model";
import { type Attributes, svg } from "./dom.ts";
import type { CategoryStyle } from "./pure/category-style.ts";
import { markPath } from "./pure/mark-path.ts";

/** How a mark of a row or a legend is drawn. */
export interface MarkIconOptions {
  /** Default `happened`. */
  readonly status?: Status;
  /** `possible` thins the fill and never the outline. Default `certain`. */
  readonly certainty?: "certain" | "possible";
  /** Side of the square image. Default 14. */
  readonly sizePx?: number;
  /** Spoken name. Without one the icon is decoration, as beside its own words. */
  readonly label?: string;
}

const DASH = "2.6 1.8";

function fillOf(style: CategoryStyle, status: Status, certainty: "certain" | "possible"): Attributes {
  if (status === "planned" || status === "cancelled" || status === "retracted") return { fill: "var(--ww-panel)" };
  const opacity = status === "alleged" ? 0.35 : certainty === "possible" ? 0.28 : 1;
  return { fill: `var(--ww-${style.token})`, "fill-opacity": opacity };
}

/** The mark of a category as an inline SVG image: shape and hue say what, the outline says who vouches for it. */
export function markIcon(style: CategoryStyle, options: MarkIconOptions = {}): SVGSVGElement {
  const { status = "happened", certainty = "certain", sizePx = 14, label } = options;
  const half = sizePx / 2;
  const line = `var(--ww-${style.token}-line)`;
  const mark = svg("path", {
    d: markPath(style.shape, sizePx * 0.3),
    style: fillOf(style, status, certainty) as Readonly<Record<string, string | number>>,
    stroke: line,
    "stroke-width": 1.3,
    "stroke-linejoin": "round",
    "stroke-dasharray": status === "alleged" || status === "retracted" ? DASH : null,
  });
  const struck = status === "cancelled" || status === "retracted";
  const stroke = struck
    ? svg("path", { d: `M${-half + 1},0H${half - 1}`, stroke: line, "stroke-width": 1.3, fill: "none" })
    : null;
  const says: Attributes = label === undefined ? { "aria-hidden": "true" } : { role: "img", "aria-label": label };
  return svg(
    "svg",
    {
      class: "ww-mark",
      width: sizePx,
      height: sizePx,
      viewBox: `${-half} ${-half} ${sizePx} ${sizePx}`,
      focusable: "false",
      ...says,
    },
    mark,
    stroke,
  );
}
