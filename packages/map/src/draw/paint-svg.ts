import type { MapScene } from "../scene/types.ts";
import { familyOf, type MapLook } from "./map-look.ts";
import { type ArcOp, arcPath, type PaintOp, type PathOp, type TextOp } from "./paint-op.ts";
import { sceneOps } from "./scene-ops.ts";

/** The scene alone, on a transparent ground, as one self-contained SVG document. */
export function mapSceneToSVG(scene: MapScene, look: MapLook): string {
  return paintAsSVG(sceneOps(scene, look), { widthPx: scene.widthPx, heightPx: scene.heightPx, look });
}

export interface SVGFrame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly look: MapLook;
  /** Spoken name of the picture. */
  readonly title?: string;
}

/** Carries out strokes as an SVG document. Data text is escaped; nothing in it can become markup. */
export function paintAsSVG(ops: readonly PaintOp[], { widthPx, heightPx, look, title }: SVGFrame): string {
  const clips: string[] = [];
  const body = ops.map((op) => (op.kind === "text" ? textElement(op) : pathElement(asPath(op), clips))).join("");
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}"`;
  const name = title === undefined ? "" : `<title>${escapeText(title)}</title>`;
  const defs = clips.length === 0 ? "" : `<defs>${clips.join("")}</defs>`;
  const label = title === undefined ? "" : ' role="img"';
  return `${head} font-family="${escapeText(familyOf(look))}"${label}>${name}${defs}${body}</svg>`;
}

function asPath(op: PathOp | ArcOp): PathOp {
  return op.kind === "path" ? op : { ...op, kind: "path", d: arcPath(op) };
}

function pathElement(op: PathOp, clips: string[]): string {
  const shift = op.at === undefined ? "" : ` transform="translate(${op.at[0]} ${op.at[1]})"`;
  let clip = "";
  if (op.clip !== undefined) {
    const id = `ww-clip-${clips.length}`;
    clips.push(`<clipPath id="${id}"><path d="${op.clip}" clip-rule="evenodd"/></clipPath>`);
    clip = ` clip-path="url(#${id})"`;
  }
  const fill = op.fill === undefined ? ' fill="none"' : ` fill="${escapeText(op.fill)}"`;
  const opacity = op.fillOpacity === undefined ? "" : ` fill-opacity="${op.fillOpacity}"`;
  const rule = op.rule === undefined ? "" : ` fill-rule="${op.rule}"`;
  return `<path d="${op.d}"${shift}${clip}${fill}${opacity}${rule}${strokeAttributes(op)}/>`;
}

function strokeAttributes({ stroke, strokeWidth = 1, dash, join = "round", cap }: PathOp): string {
  if (stroke === undefined) return "";
  const dashes = dash === undefined ? "" : ` stroke-dasharray="${dash.join(" ")}"`;
  const ends = cap === undefined ? "" : ` stroke-linecap="${cap}"`;
  return ` stroke="${escapeText(stroke)}" stroke-width="${strokeWidth}" stroke-linejoin="${join}"${dashes}${ends}`;
}

function textElement(op: TextOp): string {
  const weight = op.weight === undefined ? "" : ` font-weight="${op.weight}"`;
  const style = op.italic === true ? ' font-style="italic"' : "";
  const spacing = op.spacingPx === undefined ? "" : ` letter-spacing="${op.spacingPx}"`;
  const halo =
    op.halo === undefined
      ? ""
      : ` paint-order="stroke" stroke="${escapeText(op.halo)}" stroke-width="${op.haloPx ?? 3}" stroke-linejoin="round"`;
  const place = `x="${round(op.x)}" y="${round(op.y)}" font-size="${op.sizePx}" text-anchor="${op.anchor}"`;
  return `<text ${place}${weight}${style}${spacing} fill="${escapeText(op.fill)}"${halo}>${escapeText(op.text)}</text>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes markup; whatever XML 1.0 forbids (control characters, noncharacters) becomes a blank. */
function escapeText(text: string): string {
  return Array.from(text, (c) => (isXmlCharacter(c.codePointAt(0) ?? 0) ? (ENTITIES[c] ?? c) : " ")).join("");
}

function isXmlCharacter(code: number): boolean {
  if (code < 32) return code === 9 || code === 10 || code === 13;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
