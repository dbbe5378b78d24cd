import { type AttributionSlot, adoptStyles, attributionSlot, type Credit } from "@whenwhere/view";

/** The attribution of a list or a text: in line with its words, where that of a drawing keeps from the edge as the drawing does. */
export function creditInLine(root: HTMLElement, credit: Credit): AttributionSlot {
  const slot = attributionSlot(root, credit);
  const undo = adoptStyles(slot.element.shadowRoot as ShadowRoot, ":host{padding-inline:0!important}");
  return {
    ...slot,
    destroy() {
      slot.destroy();
      undo();
    },
  };
}
