import { WhenWhereError } from "@whenwhere/model";
import { escapeXml } from "./pure/svg-text.ts";

/** A font that a picture carries inside. The library has none of its own: the file, and the right to pass it on, are the host's. */
export interface PictureFont {
  /** Its name, as the page uses it too. */
  readonly family: string;
  /** The file (WOFF2, WOFF, TrueType or OpenType) or a `data:` URL of it. Other addresses are not fetched: the host does that. */
  readonly data: ArrayBuffer | Uint8Array | string;
  /** `400`, or `"100 900"` for a variable one. Default `400`. */
  readonly weight?: number | string;
  /** Default `normal`. */
  readonly style?: "normal" | "italic";
}

/** How a picture is taken along. */
export interface PictureOptions {
  /**
   * `system` (the default): fonts are named, and every program sets the words in the first of them that it has, so they may run a
   * little wider or narrower elsewhere. Or files: they are embedded and stand first in the list, and the words are measured and set
   * in them wherever SVG is drawn by a browser. The page must have loaded them under the same names, else they cannot be measured
   * (where it draws in them, with `--ww-font`, it has). Editors such as Inkscape use installed fonts only: there the family has to be installed.
   */
  readonly fonts?: "system" | readonly PictureFont[];
}

const FORMATS: Readonly<Record<string, readonly [mime: string, format: string]>> = {
  wOF2: ["font/woff2", "woff2"],
  wOFF: ["font/woff", "woff"],
  OTTO: ["font/otf", "opentype"],
  "\0\u0001\0\0": ["font/ttf", "truetype"],
  true: ["font/ttf", "truetype"],
};

/**
 * The rules of embedded fonts as one `<style>`; empty without any. They are its whole content.
 * @throws WhenWhereError `view/font` for what is not a font file.
 */
export function fontStyle(fonts: PictureOptions["fonts"] = "system"): string {
  if (fonts === "system" || fonts.length === 0) return "";
  const rules = fonts.map(({ family, data, weight = 400, style = "normal" }) => {
    const { url, format } = sourceOf(family, data);
    const hint = format === null ? "" : ` format("${format}")`;
    return `@font-face{font-family:${quoted(family)};font-weight:${String(weight).replace(/[^\w ]/g, "")};font-style:${style === "italic" ? "italic" : "normal"};src:url("${url}")${hint}}`;
  });
  return `<style>${escapeXml(rules.join(""))}</style>`;
}

/** The list of families: those of the fonts before those of the page. */
export function familyWith(fonts: PictureOptions["fonts"] = "system", family: string): string {
  if (fonts === "system") return family;
  return [...new Set(fonts.map((font) => quoted(font.family))), family].join(", ");
}

function quoted(family: string): string {
  return `"${family.replace(/["\\<>&\p{Cc}]/gu, "")}"`;
}

function sourceOf(family: string, data: PictureFont["data"]): { readonly url: string; readonly format: string | null } {
  if (typeof data === "string") {
    if (/^data:(font|application)\/[\w.+-]+;base64,[\w+/=]+$/.test(data)) return { url: data, format: null };
    throw notAFont(family, data.slice(0, 60));
  }
  const bytes = data instanceof Uint8Array ? data : new Uint8Array(data);
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  const known = Object.hasOwn(FORMATS, magic) ? FORMATS[magic] : undefined;
  if (known === undefined) throw notAFont(family, JSON.stringify(magic));
  return { url: `data:${known[0]};base64,${base64(bytes)}`, format: known[1] };
}

function notAFont(family: string, what: string): WhenWhereError {
  return new WhenWhereError(
    "view/font",
    `The data of the font "${family}" begin with ${what}, which is no WOFF2, WOFF, TrueType or OpenType file.`,
    "Give the bytes: await (await fetch(url)).arrayBuffer().",
  );
}

/** In pieces, since a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 8190) text += String.fromCharCode(...bytes.subarray(i, i + 8190));
  return btoa(text);
}
