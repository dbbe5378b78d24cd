import { fontStyle, type PictureOptions } from "@whenwhere/view";
import {
  escapeXml,
  FONT_FAMILY,
  isolatedRtl,
  markPath,
  nameSvgIds,
  SVG_ID,
  svgBlanks,
  svgPaint,
  svgWeight,
  type Theme,
} from "@whenwhere/view/pure";
import type { Primitive, TimelineScene } from "../scene/types.ts";
import { colorOf } from "./color.ts";
import { svgCredit } from "./svg-credit.ts";

/** What a picture says about itself, and the letters in which it says it. */
export interface SvgAbout extends PictureOptions {
  /** Title and description of the document, for screen readers. */
  readonly title: string;
  readonly description: string;
  /** The attribution of the records: it stands in lines below the picture, which grows by `svgCredit(...).heightPx`. */
  readonly credit?: string;
  /** Of the ids; default a hash of the picture. */
  readonly idPrefix?: string;
  /** List of font families. Default: the library's own. */
  readonly font?: string;
  /** BCP 47: which forms of a letter shared by several languages are meant. */
  readonly locale?: string;
}

/**
 * The picture as one self-contained SVG document, strokes and words as in the canvas. All of it is said in plain attributes of
 * SVG 1.1 (colours as `#rrggbb` with their opacity beside them, no variables, no style sheet but the rules of fonts that are
 * given, no `paint-order`), since editors such as Inkscape, Illustrator and Figma read no more than these; it holds no script and
 * no link to anything outside. Words from right to left are isolated and their anchors physical: the picture runs from left to
 * right in whatever page it stands. All texts are escaped.
 * Ids begin with `idPrefix`, else with a hash of the picture, so that pictures may stand inline in one page: only the same
 * picture has the same ids, and then they mean the same.
 */
export function sceneToSVG(scene: TimelineScene, theme: Theme, about: SvgAbout): string {
  const defs = new Map<string, string>();
  const body = scene.layers.map((layer, i) => {
    const items = layer.items.map((item) => itemToSVG(item, theme, defs)).join("");
    if (layer.clip === null) return `<g>${items}</g>`;
    const { xPx, yPx, widthPx, heightPx } = layer.clip;
    defs.set(
      `clip${i}`,
      `<clipPath id="${SVG_ID}clip${i}"><rect x="${n(xPx)}" y="${n(yPx)}" width="${n(widthPx)}" height="${n(heightPx)}"/></clipPath>`,
    );
    return `<g clip-path="url(#${SVG_ID}clip${i})">${items}</g>`;
  });
  const credit = svgCredit(about.credit ?? "", scene);
  const heightPx = scene.heightPx + credit.heightPx;
  const size = `width="${n(scene.widthPx)}" height="${n(heightPx)}"`;
  const says = credit.lines.map(
    ({ text, xPx, yPx }) =>
      `<text x="${n(xPx)}" y="${n(yPx)}" font-size="${credit.sizePx}" ${svgPaint("fill", colorOf(theme, "ink2"))}>${escapeXml(text)}</text>`,
  );
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${n(scene.widthPx)} ${n(heightPx)}" role="img" direction="ltr"${languageOf(about)} font-family="${escapeXml(about.font ?? FONT_FAMILY)}">`,
    `<title>${escapeXml(about.title)}</title><desc>${escapeXml(about.description)}</desc>`,
    `<defs>${fontStyle(about.fonts)}${[...defs.values()].join("")}</defs>`,
    `<rect ${size} ${svgPaint("fill", colorOf(theme, "page"))}/>`,
    ...body,
    ...says,
    "</svg>",
  ].join("");
  return nameSvgIds(text, about.idPrefix);
}

function languageOf({ locale }: SvgAbout): string {
  return locale === undefined ? "" : ` lang="${escapeXml(locale)}" xml:lang="${escapeXml(locale)}"`;
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function itemToSVG(item: Primitive, theme: Theme, defs: Map<string, string>): string {
  switch (item.t) {
    case "rect":
      return rectToSVG(item, theme, defs);
    case "rects":
      return rectsToSVG(item, theme);
    case "band":
      return item.parts
        .map((part) => rectsToSVG({ t: "rects", ...part, boxes: placed(part.boxes, item) }, theme))
        .join("");
    case "path": {
      const d =
        item.points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${n(x)},${n(y)}`).join("") + (item.closed ? "Z" : "");
      const fill = item.fill === null ? 'fill="none"' : svgPaint("fill", colorOf(theme, item.fill));
      return `<path d="${d}" ${fill} ${svgPaint("stroke", colorOf(theme, item.stroke))} stroke-width="${n(item.width)}"${dashed(item.dash)}/>`;
    }
    case "mark":
      return markToSVG(item, theme);
    case "text":
      return textToSVG(item, theme);
  }
}

function markToSVG(item: Extract<Primitive, { t: "mark" }>, theme: Theme): string {
  const fill = svgPaint("fill", colorOf(theme, item.fill), item.alpha);
  const stroke = svgPaint("stroke", colorOf(theme, item.stroke));
  return `<path d="${markPath(item.shape, item.r)}" transform="translate(${n(item.x)},${n(item.y)})" ${fill} ${stroke} stroke-width="${n(item.width)}" stroke-linejoin="round"${dashed(item.dash)}/>`;
}

function placed(boxes: Float32Array, { x, dir }: Extract<Primitive, { t: "band" }>): Float32Array {
  return boxes.map((value, i) => {
    if (i % 4 !== 0) return value;
    return dir === 1 ? x + value : x - value - (boxes[i + 2] as number);
  });
}

/** One path: a band of a million records is a few hundred rectangles of one colour. */
function rectsToSVG({ boxes, fill, alpha }: Extract<Primitive, { t: "rects" }>, theme: Theme): string {
  let d = "";
  for (let i = 0; i < boxes.length; i += 4) {
    const [x, y, w, h] = boxes.subarray(i, i + 4) as unknown as [number, number, number, number];
    d += `M${n(x)},${n(y)}h${n(w)}v${n(h)}h${n(-w)}z`;
  }
  return d === "" ? "" : `<path d="${d}" ${svgPaint("fill", colorOf(theme, fill), alpha)}/>`;
}

function dashed(dash: readonly number[]): string {
  return dash.length === 0 ? "" : ` stroke-dasharray="${dash.map(n).join(" ")}"`;
}

function rectToSVG(item: Extract<Primitive, { t: "rect" }>, theme: Theme, defs: Map<string, string>): string {
  const box = `x="${n(item.x)}" y="${n(item.y)}" width="${n(item.w)}" height="${n(item.h)}"`;
  const color = colorOf(theme, item.fill);
  const lengthPx = item.down === true ? item.h : item.w;
  if (item.fadeLeft + item.fadeRight === 0 || !(lengthPx > 0))
    return `<rect ${box} ${svgPaint("fill", color, item.alpha)}/>`;
  const left = Math.round((item.fadeLeft / lengthPx) * 1000) / 1000;
  const right = Math.round((1 - item.fadeRight / lengthPx) * 1000) / 1000;
  const down = item.down === true ? "down-" : "";
  const id = `fade-${down}${item.fill.replace(/[^a-z0-9]/gi, "_")}-${left * 1000}-${right * 1000}`;
  const stop = (offset: number, alpha: number): string =>
    `<stop offset="${offset}" ${svgPaint("stop-color", color, alpha)}/>`;
  const stops = [stop(0, left > 0 ? 0 : 1), stop(left, 1), stop(right, 1), stop(1, right < 1 ? 0 : 1)];
  const way = down === "" ? "" : ' x2="0" y2="1"';
  defs.set(id, `<linearGradient id="${SVG_ID}${id}"${way}>${stops.join("")}</linearGradient>`);
  const opacity = item.alpha === 1 ? "" : ` fill-opacity="${Math.round(item.alpha * 1000) / 1000}"`;
  return `<rect ${box} fill="url(#${SVG_ID}${id})"${opacity}/>`;
}

const ANCHORS = { left: "start", center: "middle", right: "end" } as const;

/** Words with a halo are said twice, the halo first: `paint-order` is not read by all, and there a halo would cover its words. */
function textToSVG(item: Extract<Primitive, { t: "text" }>, theme: Theme): string {
  const text = escapeXml(item.rtl ? isolatedRtl(item.text) : item.text);
  const place = `x="${n(item.x)}" y="${n(item.y)}" font-size="${n(item.size)}" font-weight="${svgWeight(item.weight)}" text-anchor="${ANCHORS[item.anchor]}"${svgBlanks(item.text)}`;
  const words = `<text ${place} ${svgPaint("fill", colorOf(theme, item.fill))}>${text}</text>`;
  if (item.halo === null) return words;
  const halo = `fill="none" ${svgPaint("stroke", colorOf(theme, item.halo))} stroke-width="3.5" stroke-linejoin="round"`;
  return `<text aria-hidden="true" ${place} ${halo}>${text}</text>${words}`;
}
