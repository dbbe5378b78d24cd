/** Characters by the name of their entity. */
export type EntityNames = Readonly<Record<string, string>>;

/** The five that XML defines. */
export const XML_ENTITIES: EntityNames = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Those that people and editors write into HTML. */
export const HTML_ENTITIES: EntityNames = {
  ...XML_ENTITIES,
  nbsp: "\u00a0",
  shy: "",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
  sbquo: "‚",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  laquo: "«",
  raquo: "»",
  bull: "•",
  middot: "·",
  deg: "°",
  copy: "©",
  reg: "®",
  trade: "™",
  euro: "€",
  pound: "£",
  times: "×",
  frac12: "½",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  aacute: "á",
  iacute: "í",
  oacute: "ó",
  uacute: "ú",
  ccedil: "ç",
  ntilde: "ñ",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
};

/**
 * Resolves `&name;`, `&#233;` and `&#xe9;` once, from left to right; what is not known stays as it stands. The result is
 * never longer than the text, so that no nest of entities can grow.
 */
export function decodeEntities(text: string, names: EntityNames): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]\w{0,30}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return Object.hasOwn(names, name as string) ? (names[name as string] as string) : whole;
    const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : "\ufffd";
  });
}

/** Text for the inside of an XML or HTML element or attribute; characters that XML forbids are left out. */
export function escapeMarkup(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are forbidden in XML 1.0.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "")
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/"/g, "&quot;")
      .replace(/\r/g, "&#13;")
  );
}
