import { inTurns } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import { COUNTED_FROM } from "../../scene/index.ts";

/** Makes the tables of a moving window before a hand asks for them. */
export interface PreparedWindows {
  /** The map is drawn. Safe to call with each picture. */
  begin(): void;
  destroy(): void;
}

/**
 * Prepares the store of a map of very many rows, a turn at a time, for the data of now and of later; not while `isMoving`: what
 * a moving window asks for makes its tables itself.
 */
export function createPreparedWindows(store: Store, isMoving: () => boolean): PreparedWindows {
  let stop: (() => void) | null = null;
  const undo = store.on("data", () => {
    stop?.();
    stop = null;
  });
  return {
    begin() {
      if (stop === null && store.columns.length >= COUNTED_FROM)
        stop = inTurns(store.prepare(), () => {}, { waits: isMoving });
    },
    destroy() {
      undo();
      stop?.();
    },
  };
}
