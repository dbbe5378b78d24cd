import { h, safeLink, safeUrl } from "@whenwhere/view";
import { type MarkdownBlock, type MarkdownInline, parseMarkdown, plainMarkdown } from "./markdown.ts";

function inlineNode(inline: MarkdownInline): Node {
  if (inline.kind === "text") return document.createTextNode(inline.text);
  const children = inline.children.map(inlineNode);
  if (inline.kind !== "link") return h(inline.kind === "strong" ? "strong" : "em", null, children);
  // An address that no reader may follow leaves its words.
  return safeUrl(inline.address) === null
    ? h("span", null, children)
    : safeLink(inline.address, plainMarkdown(inline.children));
}

function blockNode(block: MarkdownBlock): HTMLElement {
  switch (block.kind) {
    case "heading":
      return h(block.level === 3 ? "h4" : "h5", { dir: "auto" }, block.children.map(inlineNode));
    case "list": {
      const items = block.items.map((item) => h("li", { dir: "auto" }, item.map(inlineNode)));
      return h(block.ordered ? "ol" : "ul", null, items);
    }
    case "quote":
      return h("blockquote", { dir: "auto" }, block.children.map(inlineNode));
    case "paragraph":
      return h("p", { dir: "auto" }, block.children.map(inlineNode));
  }
}

/** A text in Markdown as nodes. Nothing of it passes through a parser of HTML; links lead only where a reader may follow. */
export function markdownNodes(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...parseMarkdown(text).map(blockNode));
  return fragment;
}
