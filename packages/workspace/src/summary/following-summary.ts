import type { Store } from "@whenwhere/store";
import { createAtRest, h, replaceChildren, type Words } from "@whenwhere/view";
import { summaryPanel } from "./summary-panel.ts";

/** A summary that stays true: it is written anew when filters or records have come to rest, for it asks every row. */
export function followingSummary(
  store: Store,
  words: Words,
): { readonly element: HTMLElement; readonly destroy: () => void } {
  const element = h("div", null, summaryPanel(store, words));
  const rest = createAtRest(() => replaceChildren(element, summaryPanel(store, words)));
  const undo = (["filter", "data"] as const).map((event) => store.on(event, rest.later));
  return {
    element,
    destroy() {
      rest.cancel();
      for (const one of undo) one();
    },
  };
}
