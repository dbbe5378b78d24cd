import { fontStyle, type PictureOptions } from "@whenwhere/view";
import {
  escapeXml,
  isolatedRtl,
  isRtlText,
  nameSvgIds,
  SVG_ID,
  svgBlanks,
  svgPaint,
  svgWeight,
} from "@whenwhere/view/pure";
import { familyOf, type MapLook } from "./map-look.ts";
import { type ArcOp, arcPath, type PaintOp, type PathOp, type TextOp } from "./paint-op.ts";

interface SVGFrame extends PictureOptions {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly look: MapLook;
  /** Spoken name of the picture. */
  readonly title?: string;
  /** Begins its ids. Default a hash of the picture, so that several may stand inline in one page. */
  readonly idPrefix?: string;
}

/**
 * Carries out strokes as an SVG document, in plain attributes that browsers and editors read alike. Data text is escaped; nothing
 * in it can become markup. It runs from left to right in whatever page it stands, since the anchors of its words are physical.
 */
export function paintAsSVG(ops: readonly PaintOp[], frame: SVGFrame): string {
  const { widthPx, heightPx, look, title } = frame;
  const clips: string[] = [];
  const body = ops.map((op) => (op.kind === "text" ? textElement(op) : pathElement(asPath(op), clips))).join("");
  const language =
    look.locale === undefined ? "" : ` lang="${escapeXml(look.locale)}" xml:lang="${escapeXml(look.locale)}"`;
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}" direction="ltr"${language}`;
  const name = title === undefined ? "" : `<title>${escapeXml(title)}</title>`;
  const inside = `${fontStyle(frame.fonts)}${clips.join("")}`;
  const defs = inside === "" ? "" : `<defs>${inside}</defs>`;
  const label = title === undefined ? "" : ' role="img"';
  const font = ` font-family="${escapeXml(familyOf(look))}"`;
  return nameSvgIds(`${head}${font}${label}>${name}${defs}${body}</svg>`, frame.idPrefix);
}

function asPath(op: PathOp | ArcOp): PathOp {
  return op.kind === "path" ? op : { ...op, kind: "path", d: arcPath(op) };
}

function pathElement(op: PathOp, clips: string[]): string {
  const shift = op.at === undefined ? "" : ` transform="translate(${op.at[0]} ${op.at[1]})"`;
  let clip = "";
  if (op.clip !== undefined) {
    const id = `${SVG_ID}clip-${clips.length}`;
    clips.push(`<clipPath id="${id}"><path d="${op.clip}" clip-rule="evenodd"/></clipPath>`);
    clip = ` clip-path="url(#${id})"`;
  }
  const fill = op.fill === undefined ? ' fill="none"' : ` ${svgPaint("fill", op.fill, op.fillOpacity)}`;
  const rule = op.rule === undefined ? "" : ` fill-rule="${op.rule}"`;
  const opacity = op.opacity === undefined ? "" : ` opacity="${op.opacity}"`;
  return `<path d="${op.d}"${shift}${clip}${opacity}${fill}${rule}${strokeAttributes(op)}/>`;
}

function strokeAttributes({ stroke, strokeWidth = 1, dash, join = "round", cap }: PathOp): string {
  if (stroke === undefined) return "";
  const dashes = dash === undefined ? "" : ` stroke-dasharray="${dash.join(" ")}"`;
  const ends = cap === undefined ? "" : ` stroke-linecap="${cap}"`;
  return ` ${svgPaint("stroke", stroke)} stroke-width="${strokeWidth}" stroke-linejoin="${join}"${dashes}${ends}`;
}

/** Words with a halo are said twice, the halo first: `paint-order` is not read by all editors, and there it would cover its words. */
function textElement(op: TextOp): string {
  const weight = op.weight === undefined ? "" : ` font-weight="${svgWeight(op.weight)}"`;
  const style = op.italic === true ? ' font-style="italic"' : "";
  const spacing = op.spacingPx === undefined ? "" : ` letter-spacing="${op.spacingPx}"`;
  const place = `x="${round(op.x)}" y="${round(op.y)}" font-size="${op.sizePx}" text-anchor="${op.anchor}"${weight}${style}${spacing}${svgBlanks(op.text)}`;
  const text = escapeXml(isRtlText(op.text) ? isolatedRtl(op.text) : op.text);
  const words = `<text ${place} ${svgPaint("fill", op.fill)}>${text}</text>`;
  if (op.halo === undefined) return words;
  const halo = `fill="none" ${svgPaint("stroke", op.halo)} stroke-width="${op.haloPx ?? 3}" stroke-linejoin="round"`;
  return `<text aria-hidden="true" ${place} ${halo}>${text}</text>${words}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
