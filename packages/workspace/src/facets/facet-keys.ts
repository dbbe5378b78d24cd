import { foldText } from "@whenwhere/store";
import { roving, type Words } from "@whenwhere/view";

/** The opening button of the value that has the focus, where it has parts. */
function openerOf(button: Element): HTMLElement | null {
  return button.parentElement?.querySelector<HTMLElement>(":scope>.ww-facet-opener") ?? null;
}

/**
 * One tab stop for the values of a facet: up, down, Home and End go among them, letters to the next one that begins so. In a
 * tree the arrow that leads on opens the parts of a value, and the one that leads back closes them or goes to the whole. It
 * listens to nothing but the list.
 *
 * @returns what is called after values were added, removed, hidden or shown
 */
export function facetKeys(list: HTMLElement, words: Words): () => void {
  const keys = roving(list, {
    items: ".ww-facet",
    orientation: "vertical",
    isNamed: (button, typed) =>
      foldText(button.querySelector(".ww-facet-name")?.textContent ?? "").startsWith(foldText(typed)),
  });
  const onKey = (event: KeyboardEvent): void => {
    const button = (event.target as Element).closest<HTMLElement>(".ww-facet");
    const isOn = event.key === (words.dir === "rtl" ? "ArrowLeft" : "ArrowRight");
    const isBack = event.key === (words.dir === "rtl" ? "ArrowRight" : "ArrowLeft");
    if (button === null || !(isOn || isBack) || event.ctrlKey || event.altKey || event.metaKey) return;
    const isOpen = button.getAttribute("aria-expanded") === "true";
    const whole = button.closest(".ww-facets-parts")?.parentElement?.querySelector<HTMLElement>(":scope>.ww-facet");
    const first = button.parentElement?.querySelector<HTMLElement>(".ww-facets-parts .ww-facet");
    if (isOn === isOpen) {
      const next = isOn ? first : whole;
      next?.focus();
    } else openerOf(button)?.click();
    event.preventDefault();
  };
  list.addEventListener("keydown", onKey);
  return () => keys.refresh();
}
