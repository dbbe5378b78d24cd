import { decodeEntities, type EntityNames } from "./entities.ts";

/** One piece of HTML or XML. Texts and attribute values have their entities resolved. */
export type MarkupToken =
  | { readonly type: "text"; readonly text: string }
  | {
      readonly type: "open";
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      /** `<br/>`: no closing tag follows. */
      readonly isClosed: boolean;
    }
  | { readonly type: "close"; readonly name: string }
  | { readonly type: "doctype"; readonly hasDeclarations: boolean };

const TAG = /<(\/?)([A-Za-z_][\w:.-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/y;
/** Names of XML may be of any script; in HTML such a `<` is text. */
const XML_TAG = /<(\/?)([A-Za-z_\u00c0-\uffff][\w:.\u00b7\u00c0-\uffff-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/y;
const ATTRIBUTE = /([^\s"'=/<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/**
 * Splits markup into tokens, one after the other, in time linear in the text. Never throws and runs nothing: comments and
 * processing instructions are passed over, only the given entities and character numbers are resolved (once, so that none
 * can grow), a `<` that begins no tag is text, and a construct that never ends takes the rest of the text with it.
 */
export function* markupTokens(text: string, entities: EntityNames, language: "html" | "xml"): Generator<MarkupToken> {
  const pattern = new RegExp(language === "xml" ? XML_TAG : TAG);
  let at = 0;
  while (at < text.length) {
    const mark = text.indexOf("<", at);
    if (mark !== at) {
      const end = mark === -1 ? text.length : mark;
      yield { type: "text", text: decodeEntities(text.slice(at, end), entities) };
      at = end;
      continue;
    }
    const special = specialAt(text, at);
    if (special !== null) {
      if (special.token !== null) yield special.token;
      at = special.end;
      continue;
    }
    pattern.lastIndex = at;
    const tag = pattern.exec(text);
    if (tag === null) {
      yield { type: "text", text: "<" };
      at++;
      continue;
    }
    yield tagToken(tag, entities);
    at += tag[0].length;
  }
}

function tagToken([, slash, name = "", rest = ""]: RegExpExecArray, entities: EntityNames): MarkupToken {
  if (slash === "/") return { type: "close", name };
  const attributes = new Map<string, string>();
  for (const [, key = "", double, single, bare] of rest.matchAll(ATTRIBUTE)) {
    if (!attributes.has(key)) attributes.set(key, decodeEntities(double ?? single ?? bare ?? "", entities));
  }
  return { type: "open", name, attributes, isClosed: rest.endsWith("/") };
}

interface Special {
  readonly token: MarkupToken | null;
  readonly end: number;
}

/** A comment, CDATA, processing instruction or doctype at this place; null when none begins here. */
function specialAt(text: string, at: number): Special | null {
  if (text.startsWith("<!--", at)) return { token: null, end: after(text, "-->", at + 4) };
  if (text.startsWith("<?", at)) return { token: null, end: after(text, "?>", at + 2) };
  if (text.startsWith("<![CDATA[", at)) {
    const end = after(text, "]]>", at + 9);
    const inner = text.slice(at + 9, text.startsWith("]]>", end - 3) ? end - 3 : end);
    return { token: { type: "text", text: inner }, end };
  }
  if (!/^<!doctype\b/i.test(text.slice(at, at + 10))) return null;
  const close = text.indexOf(">", at);
  const bracket = text.slice(at, close === -1 ? text.length : close).indexOf("[");
  const end = bracket !== -1 ? after(text, "]>", at + bracket) : close === -1 ? text.length : close + 1;
  return { token: { type: "doctype", hasDeclarations: bracket !== -1 }, end };
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}
