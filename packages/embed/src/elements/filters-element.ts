import { facets } from "@whenwhere/workspace";
import { given } from "../data/given.ts";
import type { MountContext, Mounted } from "./element-kind.ts";
import { fieldsOf } from "./fields-of.ts";

/** Makes the search and facets of a `<ww-filters>`. */
export function mount({ target, store, words, attribute }: MountContext): Mounted {
  const handle = facets(target, { store, words, ...given({ fields: fieldsOf(attribute("fields")) }) });
  return { handle, destroy: () => handle.destroy() };
}
