import { adoptStyles } from "./adopt-styles.ts";
import { h } from "./dom.ts";
import { type Credit, creditLine } from "./pure/credit-line.ts";
import { DARK, FONT_FAMILY, LIGHT } from "./pure/theme.ts";

const CLASS = "ww-attribution";

/**
 * No token and no `var()`: nothing that a page can set reaches in. Important rules of a shadow root win over important
 * ones of the page, style attributes included; `all` undoes what would be inherited. Only `color-scheme` is let through,
 * which turns text and ground together.
 */
const css = `
:host{all:initial!important;color-scheme:inherit!important;display:block!important;box-sizing:border-box!important;flex:none!important;grid-column:1/-1!important;order:9999!important;padding:3px 16px 5px!important;border-block-start:1px solid ${LIGHT["grid"]}!important;border-block-start-color:light-dark(${LIGHT["grid"]},${DARK["grid"]})!important;font:400 11px/16px ${FONT_FAMILY}!important;overflow-wrap:anywhere!important;background:${LIGHT["page"]}!important;background:light-dark(${LIGHT["page"]},${DARK["page"]})!important;color:${LIGHT["ink2"]}!important;color:light-dark(${LIGHT["ink2"]},${DARK["ink2"]})!important}
:host([data-small]){padding-inline:6px!important}
p{margin:0;text-align:-webkit-match-parent;text-align:match-parent}
@media (forced-colors:active){:host{background:Canvas!important;color:CanvasText!important;border-color:CanvasText!important}}
`;

/** The required attribution of a view. Its element is `data-small` where the drawing has the small margins of a sparkline. */
export interface AttributionSlot {
  readonly element: HTMLElement;
  /** Shows these credits; without any, or where a view around this one shows the same line, the slot is not in the page. */
  show(...credits: readonly Credit[]): void;
  destroy(): void;
}

/**
 * Puts the attribution and licence of the records at the end of a view's root, as text that no theme, custom property,
 * words, part or style sheet of the page can hide, empty or make unreadable.
 */
export function attributionSlot(root: HTMLElement, ...credits: readonly Credit[]): AttributionSlot {
  const element = h("div", { class: CLASS });
  const shadow = element.attachShadow({ mode: "open" });
  const line = h("p", { dir: "auto" });
  shadow.append(line);
  const undo = adoptStyles(shadow, css);
  const show = (...next: readonly Credit[]): void => {
    const text = creditLine(...next);
    line.textContent = text;
    if (text === "" || isShownAbove(root, text)) element.remove();
    else if (element.parentNode !== root) root.append(element);
  };
  show(...credits);
  return {
    element,
    show,
    destroy() {
      element.remove();
      undo();
    },
  };
}

function saysAll(above: string, text: string): boolean {
  const parts = above.split(" · ");
  return text.split(" · ").every((part) => parts.includes(part));
}

function isShownAbove(root: Element, text: string): boolean {
  let node: Node | null = root.parentNode;
  while (node !== null) {
    if (node instanceof Element && node.classList.contains("ww")) {
      const slots = [...node.children].filter((child) => child.classList.contains(CLASS));
      if (slots.some((slot) => saysAll(slot.shadowRoot?.textContent ?? "", text))) return true;
    }
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return false;
}
