/** A run of words inside a block. */
export type MarkdownInline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "emphasis" | "strong"; readonly children: readonly MarkdownInline[] }
  | { readonly kind: "link"; readonly address: string; readonly children: readonly MarkdownInline[] };

/** A block of a text. */
export type MarkdownBlock =
  | { readonly kind: "heading"; readonly level: 3 | 4; readonly children: readonly MarkdownInline[] }
  | { readonly kind: "paragraph" | "quote"; readonly children: readonly MarkdownInline[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly MarkdownInline[])[] };

const ESCAPABLE = /[\\`*_{}[\]()#+\-.!>]/;
const LINK = /^\[((?:\\.|[^\]\\])*)\]\(\s*<?((?:[^\s()<>]|\([^\s()<>]*\))+)>?(?:\s+"[^"]*")?\s*\)/;
const WORD = /[\p{L}\p{N}]/u;

/** How deep emphasis may stand in emphasis; what is deeper is text. */
const DEEPEST = 4;

interface Mark {
  readonly kind: "emphasis" | "strong";
  readonly inner: string;
  readonly length: number;
}

/** Emphasis that begins here and ends further on, as `*a*`, `_a_`, `**a**` or `__a__`; underscores inside words are letters. */
function markAt(text: string, at: number): Mark | null {
  const sign = text[at] as string;
  const double = text[at + 1] === sign;
  const open = double ? sign + sign : sign;
  const from = at + open.length;
  if (/\s/.test(text[from] ?? " ")) return null;
  if (sign === "_" && WORD.test(text[at - 1] ?? "")) return null;
  for (let to = text.indexOf(open, from); to > from; to = text.indexOf(open, to + 1)) {
    const after = text[to + open.length] ?? "";
    if (/\s|\\/.test(text[to - 1] as string) || (!double && after === sign)) continue;
    if (sign === "_" && WORD.test(after)) continue;
    return {
      kind: double ? "strong" : "emphasis",
      inner: text.slice(from, to),
      length: to + open.length - at,
    };
  }
  return null;
}

/** What begins at a sign: the inline it makes and how many signs it takes; null for a sign that is only itself. */
function inlineAt(text: string, at: number, depth: number): { inline: MarkdownInline; length: number } | null {
  if (depth >= DEEPEST) return null;
  const link = text[at] === "[" ? LINK.exec(text.slice(at)) : null;
  if (link !== null) {
    const [whole, label = "", address = ""] = link;
    return { inline: { kind: "link", address, children: inlinesOf(label, DEEPEST) }, length: whole.length };
  }
  const mark = text[at] === "*" || text[at] === "_" ? markAt(text, at) : null;
  if (mark === null) return null;
  return { inline: { kind: mark.kind, children: inlinesOf(mark.inner, depth + 1) }, length: mark.length };
}

function inlinesOf(text: string, depth = 0): MarkdownInline[] {
  const found: MarkdownInline[] = [];
  let plain = "";
  const flush = (): void => {
    if (plain !== "") found.push({ kind: "text", text: plain });
    plain = "";
  };
  for (let at = 0; at < text.length; ) {
    const escaped = text[at] === "\\" && ESCAPABLE.test(text[at + 1] ?? "");
    const special = escaped ? null : inlineAt(text, at, depth);
    if (special !== null) {
      flush();
      found.push(special.inline);
      at += special.length;
      continue;
    }
    plain += escaped ? text[at + 1] : text[at];
    at += escaped ? 2 : 1;
  }
  flush();
  return found;
}

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const BULLET = /^\s{0,3}[-*+]\s+/;
const NUMBER = /^\s{0,3}\d{1,9}[.)]\s+/;

function listOf(lines: readonly string[], sign: RegExp): MarkdownBlock {
  const items: string[] = [];
  for (const line of lines) {
    if (sign.test(line)) items.push(line.replace(sign, ""));
    else items[items.length - 1] += ` ${line.trim()}`;
  }
  return { kind: "list", ordered: sign === NUMBER, items: items.map((item) => inlinesOf(item)) };
}

function blockOf(lines: readonly string[]): MarkdownBlock[] {
  const [first = ""] = lines;
  const heading = HEADING.exec(first);
  if (heading !== null) {
    const level = (heading[1] as string).length > 3 ? 4 : 3;
    const rest = lines.slice(1);
    const own: MarkdownBlock = { kind: "heading", level, children: inlinesOf(heading[2] as string) };
    return [own, ...(rest.length === 0 ? [] : blockOf(rest))];
  }
  if (BULLET.test(first)) return [listOf(lines, BULLET)];
  if (NUMBER.test(first)) return [listOf(lines, NUMBER)];
  if (/^\s*>/.test(first)) {
    return [{ kind: "quote", children: inlinesOf(lines.map((line) => line.replace(/^\s*>\s?/, "")).join(" ")) }];
  }
  return [{ kind: "paragraph", children: inlinesOf(lines.map((line) => line.trim()).join(" ")) }];
}

/**
 * The part of Markdown that stories are written in: paragraphs, `###` headings, lists of one level, quotes, emphasis, strong
 * and links; a backslash takes a sign for itself. HTML is text, comments are left out. Never throws. Cost: grows with the square of a line
 * of unclosed emphasis at worst, and a line is no longer than its author writes.
 */
export function parseMarkdown(text: string): readonly MarkdownBlock[] {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .replace(/<!--[\s\S]*?-->/g, "")
    .split("\n");
  const blocks: MarkdownBlock[] = [];
  let open: string[] = [];
  for (const line of [...lines, ""]) {
    if (line.trim() !== "") {
      open.push(line);
      continue;
    }
    if (open.length > 0) blocks.push(...blockOf(open));
    open = [];
  }
  return blocks;
}

/** The words of blocks without their marks, for titles and speech. */
export function plainMarkdown(children: readonly MarkdownInline[]): string {
  return children.map((one) => (one.kind === "text" ? one.text : plainMarkdown(one.children))).join("");
}
