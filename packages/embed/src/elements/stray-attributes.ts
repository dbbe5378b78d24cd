import { nearestName } from "@whenwhere/model/nearest-name";
import { OWN_ATTRIBUTES } from "./attribute-names.ts";

/** What programs write for themselves: `:src`, `@click`, `_ngcontent`, `v-if`, `hx-get`. */
const OF_A_FRAMEWORK = /^(?:[^a-z]|[a-z]{1,2}-)/;

/** Tells the author of a page of attributes that do nothing, as long as the element is in it. */
export interface StrayAttributes {
  watch(): void;
  stop(): void;
}

/**
 * Tells the author of a page, in the console, of attributes that an element has not: those near to one that it has, and those of
 * another element of ours, each once, whenever it is written. Readers are told nothing: the view is whole. No attribute that HTML
 * gives every element is near to one of ours, and no other name is ours to judge.
 */
export function strayAttributes(element: Element, known: readonly string[]): StrayAttributes {
  const told = new Set<string>();
  const tell = (name: string): void => {
    if (known.includes(name) || OF_A_FRAMEWORK.test(name) || told.has(name)) return;
    const help = helpWith(name, known);
    if (help === null) return;
    told.add(name);
    // Not the element itself: the console would hold it when it has gone.
    // biome-ignore lint/suspicious/noConsole: it is for the author of the page alone.
    console.warn(`<${element.localName}> has no attribute "${name}". ${help}`);
  };
  const observer = new MutationObserver((changes) => {
    for (const { attributeName } of changes) tell(attributeName as string);
  });
  return {
    watch() {
      for (const name of element.getAttributeNames()) tell(name);
      observer.observe(element, { attributes: true });
    },
    stop: () => observer.disconnect(),
  };
}

/** The elements that have such an attribute, or the name that was meant; null for what may be anybody's. */
function helpWith(name: string, known: readonly string[]): string | null {
  const bearers = Object.entries<readonly string[]>(OWN_ATTRIBUTES).filter(([, names]) => names.includes(name));
  if (bearers.length > 0) return `It is one of ${bearers.map(([tag]) => `<${tag}>`).join(", ")}.`;
  const meant = nearestName(name, known);
  return meant === null ? null : `Did you mean "${meant}"?`;
}
