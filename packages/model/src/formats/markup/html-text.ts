import { isWebAddress } from "../preset-head.ts";
import { HTML_ENTITIES } from "./entities.ts";
import { type MarkupToken, markupTokens } from "./markup-tokens.ts";

/** The words of a piece of HTML. */
export interface HtmlText {
  readonly text: string;
  /** Addresses of its links: http and https only. */
  readonly links: readonly string[];
  /** Whether anything but plain text stood there. */
  readonly hasMarkup: boolean;
}

const MARKUP = /<[A-Za-z/!?]|&(?:#\w+|[A-Za-z]\w*);/;
/** Elements whose content is no text for readers. */
const SILENT: ReadonlySet<string> = new Set(["script", "style", "template", "iframe", "object", "svg", "noscript"]);
const BREAKS: ReadonlySet<string> = new Set(
  "br p div li ul ol h1 h2 h3 h4 h5 h6 tr table blockquote section article header footer hr dt dd figcaption".split(
    " ",
  ),
);

/**
 * HTML as plain text: tags fall away, blocks become lines, scripts and styles vanish with what they hold. Nothing is
 * parsed into a document and nothing runs. Text without markup comes back as it is.
 */
export function htmlText(html: string): HtmlText {
  if (!MARKUP.test(html)) return { text: html, links: [], hasMarkup: false };
  const links = new Set<string>();
  let text = "";
  let silent: string | null = null;
  for (const token of markupTokens(html, HTML_ENTITIES, "html")) {
    if (silent !== null) {
      if (token.type === "close" && token.name.toLowerCase() === silent) silent = null;
      continue;
    }
    text += textOf(token);
    if (token.type !== "open") continue;
    const name = token.name.toLowerCase();
    if (SILENT.has(name) && !token.isClosed) silent = name;
    const href = name === "a" ? token.attributes.get("href")?.trim() : undefined;
    if (href !== undefined && isWebAddress(href)) links.add(href);
  }
  return { text: tidy(text), links: [...links], hasMarkup: true };
}

function textOf(token: MarkupToken): string {
  if (token.type === "text") return token.text;
  if (token.type === "doctype") return "";
  const name = token.name.toLowerCase();
  if (BREAKS.has(name)) return "\n";
  return name === "td" || name === "th" ? " " : "";
}

function tidy(text: string): string {
  return text
    .replace(/[ \t\r\u00a0]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
