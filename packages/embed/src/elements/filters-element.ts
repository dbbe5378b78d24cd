import { facets } from "@whenwhere/workspace";
import type { MountContext, Mounted } from "./element-kind.ts";

/** Makes the search and facets of a `<ww-filters>`. */
export function mount({ target, store, words }: MountContext): Mounted {
  const handle = facets(target, { store, words });
  return { handle, destroy: () => handle.destroy() };
}
