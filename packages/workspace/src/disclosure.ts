import { type Child, h } from "@whenwhere/view";

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

/** Esc, a press outside and leaving with Tab close the panel; Esc gives the focus back to the button. */
export function disclosure(options: DisclosureOptions): Disclosure {
  const panel = h("div", { class: "ww-popover", hidden: true });
  const button = h(
    "button",
    { type: "button", class: options.className ?? "ww-button", "aria-expanded": "false" },
    options.label,
  );
  const element = h("div", { class: "ww-disclosure" }, button, panel);
  const close = (): void => {
    panel.hidden = true;
    button.setAttribute("aria-expanded", "false");
  };
  button.addEventListener("click", () => {
    if (!panel.hidden) {
      close();
      return;
    }
    panel.replaceChildren(h("div", null, options.content()));
    panel.hidden = false;
    button.setAttribute("aria-expanded", "true");
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
