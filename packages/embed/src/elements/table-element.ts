import { recordTable } from "@whenwhere/workspace";
import type { MountContext, Mounted } from "./element-kind.ts";

/** Makes the grid of a `<ww-table>`. */
export function mount({ target, store, words }: MountContext): Mounted {
  const handle = recordTable(target, { store, words });
  return { handle, destroy: () => handle.destroy() };
}
