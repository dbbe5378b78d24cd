import { adoptStyles } from "./adopt-styles.ts";
import { baseCss } from "./base-css.ts";
import { h } from "./dom.ts";
import type { Words } from "./pure/words-types.ts";
import { hostTokenCss, tokenCss } from "./token-css.ts";

/** `auto`: the reader's setting, or the nearest `data-theme` of the page around. */
export type ThemeChoice = "auto" | "light" | "dark";

/** The root element of one view with its styles. */
export interface ViewRoot {
  readonly element: HTMLElement;
  /** Removes the element and gives the style sheets back. Safe to call twice. */
  destroy(): void;
}

/** How a view's root is made. */
export interface ViewRootOptions {
  /** Class of the view, beside `ww`: `ww-timeline`. */
  readonly className: string;
  /** Style text of the view itself, on top of the base. */
  readonly css?: string;
  /** Sets `lang` and `dir`. */
  readonly words?: Words;
  /** Overrides the reader's light or dark setting for this view. Default `auto`. */
  readonly theme?: ThemeChoice | undefined;
}

/** Applies tokens, base and `css` to the root (document or shadow root) that holds `node`. Returns the undo. */
export function adoptViewStyles(node: Node, css = ""): () => void {
  const root = node.getRootNode();
  const undo = [adoptStyles(node.ownerDocument ?? document, tokenCss)];
  if (root instanceof ShadowRoot) {
    undo.push(adoptStyles(root, hostTokenCss), adoptStyles(root, baseCss));
    if (css !== "") undo.push(adoptStyles(root, css));
  } else {
    undo.push(adoptStyles(document, baseCss));
    if (css !== "") undo.push(adoptStyles(document, css));
  }
  return () => {
    for (const one of undo) one();
  };
}

/** Gives the root of a view another theme. */
export function setTheme(element: HTMLElement, theme: ThemeChoice = "auto"): void {
  if (theme === "auto") element.removeAttribute("data-theme");
  else element.setAttribute("data-theme", theme);
}

/** Puts a new element of class `ww` into `target`, with tokens, base styles and the view's own. */
export function createViewRoot(target: HTMLElement, options: ViewRootOptions): ViewRoot {
  const { className, css = "", words } = options;
  const element = h("div", { class: `ww ${className}`, lang: words?.locale, dir: words?.dir });
  setTheme(element, options.theme);
  target.appendChild(element);
  const undoStyles = adoptViewStyles(target, css);
  return {
    element,
    destroy() {
      element.remove();
      undoStyles();
    },
  };
}
