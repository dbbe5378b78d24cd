import { type Child, h, setStyle } from "@whenwhere/view";

/** A button that opens a small panel under it. */
export interface Disclosure {
  readonly element: HTMLElement;
  readonly panel: HTMLElement;
  close(): void;
}

/** What a disclosure is made with. */
export interface DisclosureOptions {
  readonly label: string;
  /** Class of the button; default `ww-button`. */
  readonly className?: string;
  /** Makes the content each time the panel opens. */
  readonly content: () => Child;
}

/** Room that a panel keeps to the edge of the window, and below which it goes above its button. */
const [MARGIN_PX, LEAST_PX] = [8, 200];

/** A panel that would go on below the window becomes lower and scrolls, or stands above its button where there is more room. */
function fit(panel: HTMLElement, button: HTMLElement): void {
  panel.classList.remove("ww-popover-up");
  setStyle(panel, { "max-height": null });
  const [box, from] = [panel.getBoundingClientRect(), button.getBoundingClientRect()];
  const belowPx = innerHeight - box.top - MARGIN_PX;
  if (box.height <= belowPx) return;
  const abovePx = from.top - MARGIN_PX;
  const isUp = belowPx < Math.min(LEAST_PX, box.height) && abovePx > belowPx;
  panel.classList.toggle("ww-popover-up", isUp);
  // Above as well it is no higher than panels are.
  setStyle(panel, { "max-height": `${Math.max(0, Math.floor(Math.min(box.height, isUp ? abovePx : belowPx)))}px` });
}

/** Esc, a press outside, leaving with Tab and `close()` close the panel; a focus that was in it goes back to the button. */
export function disclosure(options: DisclosureOptions): Disclosure {
  const panel = h("div", { class: "ww-popover", hidden: true });
  const button = h(
    "button",
    { type: "button", class: options.className ?? "ww-button", "aria-expanded": "false" },
    options.label,
  );
  const element = h("div", { class: "ww-disclosure" }, button, panel);
  let open: AbortController | null = null;
  const close = (): void => {
    open?.abort();
    // What was chosen goes out of sight with its panel: the keyboard goes on from the button.
    if (panel.matches(":focus-within")) button.focus({ preventScroll: true });
    panel.hidden = true;
    button.setAttribute("aria-expanded", "false");
  };
  const onPress = (event: Event): void => {
    // A panel that was taken out of the page with its view listens no longer.
    if (!element.isConnected || !event.composedPath().includes(element)) close();
  };
  button.addEventListener("click", () => {
    if (!panel.hidden) {
      close();
      return;
    }
    panel.replaceChildren(h("div", null, options.content()));
    panel.hidden = false;
    fit(panel, button);
    button.setAttribute("aria-expanded", "true");
    open = new AbortController();
    element.getRootNode().addEventListener("pointerdown", onPress, { capture: true, signal: open.signal });
  });
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    event.stopPropagation();
    close();
    button.focus();
  });
  element.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && !element.contains(event.relatedTarget)) close();
  });
  return { element, panel, close };
}
