import { recordCard } from "@whenwhere/workspace";
import type { MountContext, Mounted } from "./element-kind.ts";

/** Makes the card of a `<ww-record>`. */
export function mount({ target, store, words }: MountContext): Mounted {
  const handle = recordCard(target, { store, words });
  return { handle, destroy: () => handle.destroy() };
}
