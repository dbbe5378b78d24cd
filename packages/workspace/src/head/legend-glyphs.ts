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

function line(path: string, width = 1.5): SVGElement {
  return svg("path", { d: path, fill: "none", stroke: LINE, "stroke-width": width });
}

type Stops = readonly (readonly [offset: number, opacity: number])[];

/** A fill that fades. */
function fade(id: string, stops: Stops): SVGElement {
  return svg(
    "linearGradient",
    { id },
    stops.map(([offset, opacity]) => svg("stop", { offset, "stop-color": FILL, "stop-opacity": opacity })),
  );
}

function ticks(): string {
  return [8, 13, 18, 23, 28].map((x) => `M${x},6V12`).join("");
}

/** A bar that fades, over the line of what is sure. */
function fading(
  id: string,
  bar: { readonly x: number; readonly widthPx: number; readonly stops: Stops },
): SVGElement[] {
  return [fade(id, bar.stops), rect(bar.x, bar.widthPx, { fill: `url(#${id})` })];
}

function both(opacity: number): Stops {
  return [
    [0, 0],
    [0.3, opacity],
    [0.7, opacity],
    [1, 0],
  ];
}

const BEFORE: Stops = [
  [0, 0],
  [0.8, 0.45],
  [1, 0.45],
];

function disk(r: number, opacity: number): SVGElement {
  return svg("circle", { cx: 17, cy: 7, r, fill: FILL, "fill-opacity": opacity, stroke: LINE, "stroke-width": 1.5 });
}

function hatch(id: string): readonly SVGElement[] {
  const weave = { id, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
  const area = "M5,4L12,1L22,2L30,5L28,11L17,13L7,11.5Z";
  return [
    svg("pattern", weave, svg("path", { d: "M.5,0V5", stroke: LINE, "stroke-width": 1.1 })),
    svg("path", { d: area, fill: `url(#${id})`, stroke: LINE, "stroke-width": 1.3 }),
  ];
}

const WASHED = { fill: FILL, "fill-opacity": 0.4 };
const HOLLOW = { fill: "none", stroke: LINE, "stroke-width": 1.25 };
const DASHED = { ...WASHED, stroke: LINE, "stroke-width": 1.5, "stroke-dasharray": "4 2.5" };

/** What each glyph is made of; `id` names its gradient or pattern. */
const PARTS: Readonly<Record<LegendGlyph, (id: string) => readonly SVGElement[]>> = {
  day: () => [rect(11, 12, { fill: FILL, "fill-opacity": 0.85 }), line("M11,12.5H23", 2)],
  within: (id) => [...fading(id, { x: 3, widthPx: 28, stops: both(0.45) }), line("M8,12.5H26", 2)],
  throughout: (id) => [...fading(id, { x: 3, widthPx: 28, stops: both(0.9) }), line("M8,12.5H26", 2)],
  before: (id) => [
    ...fading(id, { x: 5, widthPx: 26, stops: BEFORE }),
    line("M14,12.5H31", 2),
    line("M31,1.5V13.5"),
    line("M6,3.5L2.5,7L6,10.5"),
  ],
  series: () => [rect(3, 28, WASHED), line("M3,12.5H31", 2), line(ticks(), 1.25), line("M3.5,1.5V13M30.5,1.5V13")],
  alleged: () => [rect(3, 28, DASHED)],
  planned: () => [rect(3, 28, HOLLOW)],
  cancelled: () => [rect(4, 26, HOLLOW), line("M0,6.5H34", 1.25)],
  possible: () => [disk(5, 0.28)],
  hatch,
  ring: () => [disk(5.6, 0.16)],
};

/** A glyph of the legend in neutral ink. `id` is unique in the page: it names the gradient or pattern. */
export function legendGlyph(glyph: LegendGlyph, id: string): SVGSVGElement {
  return svg(
    "svg",
    { width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true", focusable: "false" },
    PARTS[glyph](id),
  );
}
