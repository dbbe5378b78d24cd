const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as the content or an attribute of an XML document: markup escaped; what XML 1.0 forbids (control characters, lone surrogates) replaced. */
export function escapeXml(text: string): string {
  const clean = text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu, "\ufffd");
  return clean.replace(/[&<>"']/g, (c) => ENTITIES[c] as string);
}

/**
 * A text that runs from right to left, isolated as such, so that its anchor stays physical: programs do not agree on what
 * `text-anchor="start"` means beside `direction="rtl"`. Digits alone stand as they are.
 */
export function isolatedRtl(text: string): string {
  return /^\p{N}*$/u.test(text) ? text : `\u2067${text}\u2069`;
}

/** An attribute for texts whose blanks would fall together in SVG, as they do not in a canvas; else empty. */
export function svgBlanks(text: string): string {
  return /^\s|\s\s|\s$/.test(text) ? ' xml:space="preserve"' : "";
}

/** Of a font: the next hundred, since editors of drawings know no weights between. */
export function svgWeight(weight: number): number {
  return Math.round(weight / 100) * 100;
}

/** Stands for the prefix of ids until the whole document is known. No text holds it: it has no place in XML. */
export const SVG_ID = "\u0001";

/**
 * Gives the ids of a document their prefix: the given one, else a hash of it, so that documents may stand inline in one page.
 * Only the same document has the same ids, and then they mean the same.
 */
export function nameSvgIds(text: string, prefix = `ww${hashOf(text)}-`): string {
  return text.replaceAll(SVG_ID, () => prefix);
}

/** FNV-1a, 32 bits: enough to tell the pictures of a page apart. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

const NUMBERS = /^(rgba?|color\(srgb)[\s(]/;

/** `fill="#rrggbb"` with its opacity beside it: the form of a resolved colour that every reader of SVG 1.1 knows. Other colours stay as they are. */
export function svgPaint(attribute: "fill" | "stroke" | "stop-color", color: string, alpha = 1): string {
  const [hex, own] = hexOf(color.trim());
  const opacity = Math.round(own * alpha * 1000) / 1000;
  const beside = attribute === "stop-color" ? "stop-opacity" : `${attribute}-opacity`;
  return `${attribute}="${escapeXml(hex)}"${opacity === 1 ? "" : ` ${beside}="${opacity}"`}`;
}

function hexOf(color: string): readonly [hex: string, alpha: number] {
  if (/^#[0-9a-f]{3,4}$/i.test(color)) return hexOf(color.replace(/[0-9a-f]/gi, "$&$&"));
  if (/^#[0-9a-f]{6}([0-9a-f]{2})?$/i.test(color)) {
    const alpha = color.length === 9 ? Number.parseInt(color.slice(7), 16) / 255 : 1;
    return [color.slice(0, 7).toLowerCase(), alpha];
  }
  if (!NUMBERS.test(color)) return [color, 1];
  const parts = (color.slice(color.indexOf("(") + 1).match(/-?[\d.]+(e-?\d+)?%?/gi) ?? []).slice(0, 4);
  const unit = color.startsWith("color") ? 1 : 255;
  const [red = 0, green = 0, blue = 0] = parts.slice(0, 3).map((part) => partOf(part, unit));
  const alpha = parts[3] === undefined ? 1 : partOf(parts[3], 1);
  const hex = [red, green, blue].map((part) => byteOf(part).toString(16).padStart(2, "0"));
  return [`#${hex.join("")}`, alpha];
}

const partOf = (text: string, unit: number): number =>
  text.endsWith("%") ? Number.parseFloat(text) / 100 : Number(text) / unit;

const byteOf = (part: number): number => Math.min(Math.max(Math.round(part * 255), 0), 255);
