import { h } from "./dom.ts";

/** Tells screen readers what changed, politely. */
export interface LiveRegion {
  readonly element: HTMLElement;
  /**
   * Says the newest text; texts that come faster than the interval are dropped but for the last. A function is asked for its text
   * when it is said: a sentence about every step of a brush would be made for nobody.
   */
  say(text: string | (() => string)): void;
  destroy(): void;
}

/**
 * Adds a polite, throttled live region to `parent`.
 * It must be in the page before it speaks, so make it when the view is made.
 */
export function createLiveRegion(parent: Element, options: { readonly intervalMs?: number } = {}): LiveRegion {
  const intervalMs = options.intervalMs ?? 700;
  const element = h("div", { class: "ww-visually-hidden", role: "status", "aria-live": "polite" });
  parent.appendChild(element);
  let waiting: string | (() => string) | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const next = (): void => {
    timer = null;
    if (waiting === null) return;
    element.textContent = typeof waiting === "string" ? waiting : waiting();
    waiting = null;
    timer = setTimeout(next, intervalMs);
  };

  return {
    element,
    say(text) {
      waiting = text;
      if (timer === null) return next();
      clearTimeout(timer);
      timer = setTimeout(next, intervalMs);
    },
    destroy() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      waiting = null;
      element.remove();
    },
  };
}
