import { createStore, type Store } from "@whenwhere/store";
import type { WorkspaceOptions } from "../workspace-options.ts";

/** The store of a workspace whose records came without one: made once, so that filters and selection outlast other options. */
export interface OwnStore {
  /** The store of the options, or one that is made of their records; null where there are none. */
  of(options: WorkspaceOptions): Store | null;
  /** Destroys what was made here; the next records get another one. */
  destroy(): void;
}

export function ownStore(): OwnStore {
  let made: Store | null = null;
  return {
    of(options) {
      if (options.store) return options.store;
      const records = options.result ?? options.collection;
      if (!records) return null;
      made ??= createStore({ ...records, sources: records.sources ?? {} });
      return made;
    },
    destroy() {
      made?.destroy();
      made = null;
    },
  };
}
