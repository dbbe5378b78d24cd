import { FONT_FAMILY, markPath, type Theme } from "@whenwhere/view/pure";
import type { Primitive, TimelineScene } from "../scene/types.ts";
import { colorOf } from "./color.ts";
import { svgCredit } from "./svg-credit.ts";

/**
 * The picture as one self-contained SVG document, strokes and words as in the canvas: no script, no style sheet, no link to
 * anything outside. Its fonts are named, not embedded (those of the reader's system, as on the canvas), so words may run a
 * little wider or narrower elsewhere; turn them into paths where they must not.
 * `title` and `description` become the document's own, for screen readers; `credit`, the attribution of the records,
 * stands in lines below the picture, which grows by `svgCredit(...).heightPx`. All texts are escaped.
 * Ids begin with `idPrefix`, else with a hash of the picture, so that pictures may stand inline in one page: only the same
 * picture has the same ids, and then they mean the same.
 */
export function sceneToSVG(
  scene: TimelineScene,
  theme: Theme,
  about: { readonly title: string; readonly description: string; readonly credit?: string; readonly idPrefix?: string },
): string {
  const defs = new Map<string, string>();
  const body = scene.layers.map((layer, i) => {
    const items = layer.items.map((item) => itemToSVG(item, theme, defs)).join("");
    if (layer.clip === null) return `<g>${items}</g>`;
    const { xPx, yPx, widthPx, heightPx } = layer.clip;
    defs.set(
      `clip${i}`,
      `<clipPath id="${PREFIX}clip${i}"><rect x="${n(xPx)}" y="${n(yPx)}" width="${n(widthPx)}" height="${n(heightPx)}"/></clipPath>`,
    );
    return `<g clip-path="url(#${PREFIX}clip${i})">${items}</g>`;
  });
  const credit = svgCredit(about.credit ?? "", scene);
  const heightPx = scene.heightPx + credit.heightPx;
  const size = `width="${n(scene.widthPx)}" height="${n(heightPx)}" viewBox="0 0 ${n(scene.widthPx)} ${n(heightPx)}"`;
  const says = credit.lines.map(
    ({ text, xPx, yPx }) =>
      `<text x="${n(xPx)}" y="${n(yPx)}" font-size="${credit.sizePx}" fill="${colorOf(theme, "ink2")}">${escapeXml(text)}</text>`,
  );
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" font-family="${escapeXml(FONT_FAMILY)}" style="font-variant-numeric:tabular-nums">`,
    `<title>${escapeXml(about.title)}</title><desc>${escapeXml(about.description)}</desc>`,
    `<defs>${[...defs.values()].join("")}</defs>`,
    `<rect width="100%" height="100%" fill="${colorOf(theme, "page")}"/>`,
    ...body,
    ...says,
    "</svg>",
  ].join("");
  const prefix = about.idPrefix ?? `ww${hashOf(text)}-`;
  return text.replaceAll(PREFIX, () => prefix);
}

/** Stands for the prefix of ids until the whole is known. No text holds it: it has no place in XML. */
const PREFIX = "\u0001";

/** FNV-1a, 32 bits: enough to tell the pictures of a page apart. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escapeXml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  // Control characters and lone surrogates have no place in XML 1.0.
  const clean = text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu, "\ufffd");
  return clean.replace(/[&<>"']/g, (c) => names[c] as string);
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
      const fill = item.fill === null ? "none" : colorOf(theme, item.fill);
      return `<path d="${d}" fill="${fill}" stroke="${colorOf(theme, item.stroke)}" stroke-width="${n(item.width)}"${dashed(item.dash)}/>`;
    }
    case "mark":
      return `<path d="${markPath(item.shape, item.r)}" transform="translate(${n(item.x)},${n(item.y)})" fill="${colorOf(theme, item.fill)}" fill-opacity="${n(item.alpha)}" stroke="${colorOf(theme, item.stroke)}" stroke-width="${n(item.width)}" stroke-linejoin="round"${dashed(item.dash)}/>`;
    case "text":
      return textToSVG(item, theme);
  }
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
  const opacity = alpha === 1 ? "" : ` fill-opacity="${n(alpha)}"`;
  return d === "" ? "" : `<path d="${d}" fill="${colorOf(theme, fill)}"${opacity}/>`;
}

function dashed(dash: readonly number[]): string {
  return dash.length === 0 ? "" : ` stroke-dasharray="${dash.map(n).join(" ")}"`;
}

function rectToSVG(item: Extract<Primitive, { t: "rect" }>, theme: Theme, defs: Map<string, string>): string {
  const box = `x="${n(item.x)}" y="${n(item.y)}" width="${n(item.w)}" height="${n(item.h)}"`;
  const opacity = item.alpha === 1 ? "" : ` opacity="${n(item.alpha)}"`;
  const color = colorOf(theme, item.fill);
  if (item.fadeLeft + item.fadeRight === 0 || !(item.w > 0)) return `<rect ${box} fill="${color}"${opacity}/>`;
  const left = Math.round((item.fadeLeft / item.w) * 1000) / 1000;
  const right = Math.round((1 - item.fadeRight / item.w) * 1000) / 1000;
  const id = `fade-${item.fill.replace(/[^a-z0-9]/gi, "_")}-${left * 1000}-${right * 1000}`;
  const stop = (offset: number, alpha: number): string =>
    `<stop offset="${offset}" stop-color="${color}" stop-opacity="${alpha}"/>`;
  const stops = [stop(0, left > 0 ? 0 : 1), stop(left, 1), stop(right, 1), stop(1, right < 1 ? 0 : 1)];
  defs.set(id, `<linearGradient id="${PREFIX}${id}">${stops.join("")}</linearGradient>`);
  return `<rect ${box} fill="url(#${PREFIX}${id})"${opacity}/>`;
}

const ANCHORS = { left: "start", center: "middle", right: "end" } as const;
const FLIPPED = { left: "end", center: "middle", right: "start" } as const;

function textToSVG(item: Extract<Primitive, { t: "text" }>, theme: Theme): string {
  // SVG anchors follow the direction of the run, ours are physical.
  const anchor = item.rtl ? FLIPPED[item.anchor] : ANCHORS[item.anchor];
  const halo =
    item.halo === null
      ? ""
      : ` paint-order="stroke" stroke="${colorOf(theme, item.halo)}" stroke-width="3.5" stroke-linejoin="round"`;
  const direction = item.rtl ? ' direction="rtl"' : "";
  return `<text x="${n(item.x)}" y="${n(item.y)}" font-size="${n(item.size)}" font-weight="${item.weight}" text-anchor="${anchor}"${direction} fill="${colorOf(theme, item.fill)}"${halo}>${escapeXml(item.text)}</text>`;
}
