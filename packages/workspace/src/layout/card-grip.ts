import { h, type Words } from "@whenwhere/view";

/** The strip at the foot of a phone that opens the whole record. */
export function cardGrip(card: HTMLElement, words: Words): HTMLElement {
  const grip = h("button", {
    type: "button",
    class: "ww-ws-grip",
    "aria-expanded": "false",
    "aria-label": words.t("card.expand"),
    onclick: () => {
      const open = card.classList.toggle("ww-expanded");
      grip.setAttribute("aria-expanded", String(open));
      grip.setAttribute("aria-label", words.t(open ? "card.collapse" : "card.expand"));
    },
  });
  return grip;
}
