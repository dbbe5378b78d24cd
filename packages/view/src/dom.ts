import { WhenWhereError } from "@whenwhere/model";

/** What may stand inside an element: text becomes a text node, empty values are left out. */
export type Child = Node | string | number | null | undefined | false | readonly Child[];

/**
 * Attributes by name. `on*` with a function is a listener (`onclick`), `style` is an object of CSS properties
 * (set through the object model, as a strict content security policy demands), `true` is an empty attribute,
 * null, undefined and `false` are left out. Write `"false"` for ARIA.
 */
export type Attributes = Readonly<
  Record<
    string,
    | string
    | number
    | boolean
    | null
    | undefined
    | ((event: never) => void)
    | Readonly<Record<string, string | number | null | undefined>>
  >
>;

const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

function setAttributes(element: HTMLElement | SVGElement, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") {
      element.addEventListener(name.replace(/^on/, ""), value as (event: Event) => void);
    } else if (typeof value === "object") {
      setStyle(element, value);
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
}

/** Sets CSS properties by their CSS names (`--ww-x`, `inline-size`); null removes one. */
export function setStyle(
  element: HTMLElement | SVGElement,
  style: Readonly<Record<string, string | number | null | undefined>>,
): void {
  for (const [name, value] of Object.entries(style)) {
    if (value === null || value === undefined) element.style.removeProperty(name);
    else element.style.setProperty(name, String(value));
  }
}

function appendAll(element: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (typeof child === "string" || typeof child === "number") {
      element.appendChild(document.createTextNode(String(child)));
    } else if (child instanceof Node) {
      element.appendChild(child);
    } else {
      appendAll(element, child);
    }
  }
}

/** Makes an HTML element. Text never passes through a parser. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes?: Attributes | null,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (attributes) setAttributes(element, attributes);
  appendAll(element, children);
  return element;
}

/** Makes an SVG element; otherwise as {@link h}. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes?: Attributes | null,
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG_NAMESPACE, tag);
  if (attributes) setAttributes(element, attributes);
  appendAll(element, children);
  return element;
}

/** Replaces all children. */
export function replaceChildren(element: Element, ...children: readonly Child[]): void {
  const fragment = document.createDocumentFragment();
  appendAll(fragment, children);
  element.replaceChildren(fragment);
}

/**
 * The element that a view is put into: itself, or the first match of a selector in the document.
 * @throws WhenWhereError `view/target-missing` when there is none, `view/no-page` outside of a browser.
 */
export function resolveTarget(target: string | Element): HTMLElement {
  if (typeof document === "undefined") {
    throw new WhenWhereError("view/no-page", "There is no page to draw in.", "Draw in a browser.");
  }
  const element = typeof target === "string" ? document.querySelector(target) : target;
  if (element instanceof HTMLElement) return element;
  throw new WhenWhereError(
    "view/target-missing",
    `There is no element for the target ${typeof target === "string" ? `"${target}"` : String(target)}.`,
    "Pass an element in the page, or its selector.",
  );
}

/** An id that nothing else in the page has: that of one view, by which its parts refer to each other. */
export function ownId(name: string): string {
  return `${name}-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36)}`;
}
