import { nearestName } from "@whenwhere/model/nearest-name";

/** What programs write for themselves: `:src`, `@click`, `_ngcontent`, `v-if`, `hx-get`. */
const OF_A_FRAMEWORK = /^(?:[^a-z]|[a-z]{1,2}-)/;

/**
 * Tells the author of a page, in the console, of attributes that are near to one of the element's and are none. Readers are told
 * nothing: the view is whole. No attribute that HTML gives every element is near to one of ours.
 */
export function tellMisspeltAttributes(element: Element, known: readonly string[]): void {
  for (const name of element.getAttributeNames()) {
    if (known.includes(name) || OF_A_FRAMEWORK.test(name)) continue;
    const meant = nearestName(name, known);
    if (meant === null) continue;
    // biome-ignore lint/suspicious/noConsole: it is for the author of the page alone.
    console.warn(`<${element.localName}> has no attribute "${name}". Did you mean "${meant}"?`, element);
  }
}
