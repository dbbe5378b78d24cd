import type { Note } from "../../read/reader.ts";
import { XML_ENTITIES } from "./entities.ts";
import { type MarkupToken, markupTokens } from "./markup-tokens.ts";

/** An XML element. Names are without their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Text that stands directly in it. */
  readonly text: string;
}

/** A document, or null when it was refused or has no element; `notes` say what was mended. */
export interface XmlReading {
  readonly root: XmlElement | null;
  readonly notes: readonly Note[];
}

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** Far deeper than any data; deeper elements are passed over. */
const MAX_DEPTH = 200;

/**
 * Reads XML into a tree; never throws. A document type with declarations of its own is refused, since that is how
 * entity bombs and reads of other files are built; nothing is fetched. What is cut off ends where the text ends, and a
 * closing tag that fits nothing is passed over.
 *
 * Why not the parser of a library: saxes, the strictest of those at hand, agrees on all XML that is well formed (a test
 * holds the two together), but one stray closing tag ends its document, and one bare `<` in a text costs all that follows.
 * Files of people have both, and the features after them must not be lost.
 */
export function parseXml(text: string): XmlReading {
  const builder = createTreeBuilder();
  for (const token of markupTokens(text, XML_ENTITIES, "xml")) {
    if (token.type === "text") builder.text(token.text);
    else if (token.type === "open") builder.open(token);
    else if (token.type === "close") builder.close(local(token.name));
    else if (token.hasDeclarations) return { root: null, notes: [REFUSED] };
  }
  return builder.finish();
}

function createTreeBuilder() {
  const top: OpenElement = { name: "", attributes: new Map(), children: [], text: "" };
  const stack: OpenElement[] = [top];
  const faults = new Set<keyof typeof FAULTS>();
  let tooDeep = 0;
  return {
    text(text: string): void {
      (stack.at(-1) as OpenElement).text += text;
    },
    open({ name, attributes, isClosed }: MarkupToken & { type: "open" }): void {
      if (stack.length > MAX_DEPTH) {
        faults.add("xml/depth");
        if (!isClosed) tooDeep++;
        return;
      }
      const element: OpenElement = { name: local(name), attributes, children: [], text: "" };
      stack.at(-1)?.children.push(element);
      if (!isClosed) stack.push(element);
    },
    close(name: string): void {
      if (tooDeep > 0) tooDeep--;
      else if (!closeTo(stack, name)) faults.add("xml/unbalanced");
    },
    finish(): XmlReading {
      if (stack.length > 1) faults.add("xml/cut-off");
      return { root: top.children[0] ?? null, notes: [...faults].map((code) => ({ code, ...FAULTS[code] })) };
    },
  };
}

/** Children of a name, in order. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** Trimmed text of the first child of a name; undefined when blank or missing. */
export function childText(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.text.trim() || undefined;
}

/** Ends the innermost element of that name with all that is open in it. */
function closeTo(stack: OpenElement[], name: string): boolean {
  let i = stack.length - 1;
  while (i > 0 && stack[i]?.name !== name) i--;
  if (i === 0) return false;
  const isInnermost = i === stack.length - 1;
  stack.length = i;
  return isInnermost;
}

function local(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1);
}

const REFUSED: Note = {
  code: "xml/declarations",
  severity: "error",
  message: "The XML declares entities of its own; it was refused, since such declarations can grow without bound.",
  hint: "Save the file without a DOCTYPE.",
};

const FAULTS = {
  "xml/depth": {
    severity: "warning",
    message: `Elements lie more than ${MAX_DEPTH} deep; deeper ones were passed over.`,
    hint: "Check the file.",
  },
  "xml/unbalanced": {
    severity: "warning",
    message: "Some tags of the XML do not fit each other; what stands between them was read all the same.",
    hint: "Check the file.",
  },
  "xml/cut-off": {
    severity: "warning",
    message: "The XML ends before its elements do; what is there was read.",
    hint: "Check that the file was written to the end.",
  },
} as const;
