import { elementClass } from "./element-class.ts";
import { ELEMENT_KINDS } from "./kinds.ts";

/**
 * Registers the custom elements: `when-where`, `ww-timeline`, `ww-map`, `ww-table`, `ww-filters`, `ww-record`,
 * `ww-player`, `ww-story`. What draws one of them, and the texts of its language, are loaded when it comes into a page.
 * A tag that is taken already (a second copy of the library on the page) is left as it is. Does nothing in Node.
 */
export function defineElements(registry: CustomElementRegistry | undefined = globalThis.customElements): void {
  if (registry === undefined) return;
  for (const kind of ELEMENT_KINDS) {
    if (registry.get(kind.tag) === undefined) registry.define(kind.tag, elementClass(kind));
  }
}
