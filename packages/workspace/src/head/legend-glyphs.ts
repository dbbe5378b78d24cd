import { svg } from "@whenwhere/view";

const WIDTH = 34;
const HEIGHT = 14;
const FILL = "var(--ww-deployment)";
const LINE = "var(--ww-deployment-line)";

/** What a glyph of the legend shows. */
export type LegendGlyph =
  | "day"
  | "within"
  | "throughout"
  | "before"
  | "series"
  | "alleged"
  | "planned"
  | "cancelled"
  | "possible"
  | "hatch"
  | "ring";

function rect(x: number, width: number, attributes: Record<string, string | number | null>): SVGElement {
  return svg("rect", { x, y: 1.5, width, height: 10, ...attributes });
}

function line(path: string, width = 1.5, dash: string | null = null): SVGElement {
  return svg("path", { d: path, fill: "none", stroke: LINE, "stroke-width": width, "stroke-dasharray": dash });
}

/** A fill that fades: stops of `[offset, opacity]`. */
function fade(id: string, stops: readonly (readonly [offset: number, opacity: number])[]): SVGElement {
  return svg(
    "linearGradient",
    { id },
    stops.map(([offset, opacity]) => svg("stop", { offset, "stop-color": FILL, "stop-opacity": opacity })),
  );
}

function ticks(): string {
  return [8, 13, 18, 23, 28].map((x) => `M${x},6V12`).join("");
}

function parts(glyph: LegendGlyph, id: string): readonly SVGElement[] {
  const washed = { fill: FILL, "fill-opacity": 0.4 };
  switch (glyph) {
    case "day":
      return [rect(11, 12, { fill: FILL, "fill-opacity": 0.85 }), line("M11,12.5H23", 2)];
    case "within":
      return [
        fade(id, [
          [0, 0],
          [0.3, 0.45],
          [0.7, 0.45],
          [1, 0],
        ]),
        rect(3, 28, { fill: `url(#${id})` }),
        line("M8,12.5H26", 2),
      ];
    case "throughout":
      return [
        fade(id, [
          [0, 0],
          [0.3, 0.9],
          [0.7, 0.9],
          [1, 0],
        ]),
        rect(3, 28, { fill: `url(#${id})` }),
        line("M8,12.5H26", 2),
      ];
    case "before":
      return [
        fade(id, [
          [0, 0],
          [0.8, 0.45],
          [1, 0.45],
        ]),
        rect(5, 26, { fill: `url(#${id})` }),
        line("M14,12.5H31", 2),
        line("M31,1.5V13.5"),
        line("M6,3.5L2.5,7L6,10.5"),
      ];
    case "series":
      return [rect(3, 28, washed), line("M3,12.5H31", 2), line(ticks(), 1.25), line("M3.5,1.5V13M30.5,1.5V13")];
    case "alleged":
      return [rect(3, 28, { ...washed, stroke: LINE, "stroke-width": 1.5, "stroke-dasharray": "4 2.5" })];
    case "planned":
      return [rect(3, 28, { fill: "none", stroke: LINE, "stroke-width": 1.25 })];
    case "cancelled":
      return [rect(4, 26, { fill: "none", stroke: LINE, "stroke-width": 1.25 }), line("M0,6.5H34", 1.25)];
    case "possible":
      return [
        svg("circle", { cx: 17, cy: 7, r: 5, fill: FILL, "fill-opacity": 0.28, stroke: LINE, "stroke-width": 1.5 }),
      ];
    case "hatch":
      return [
        svg(
          "pattern",
          { id, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
          svg("path", { d: "M.5,0V5", stroke: LINE, "stroke-width": 1.1 }),
        ),
        svg("path", {
          d: "M5,4L12,1L22,2L30,5L28,11L17,13L7,11.5Z",
          fill: `url(#${id})`,
          stroke: LINE,
          "stroke-width": 1.3,
        }),
      ];
    case "ring":
      return [
        svg("circle", { cx: 17, cy: 7, r: 5.6, fill: FILL, "fill-opacity": 0.16, stroke: LINE, "stroke-width": 1.5 }),
      ];
  }
}

/** A glyph of the legend in neutral ink. `id` is unique in the page: it names the gradient or pattern. */
export function legendGlyph(glyph: LegendGlyph, id: string): SVGSVGElement {
  return svg(
    "svg",
    { width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true", focusable: "false" },
    parts(glyph, id),
  );
}
