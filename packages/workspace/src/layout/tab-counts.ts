import type { Store } from "@whenwhere/store";
import { createFrameScheduler, type Words } from "@whenwhere/view";
import type { WorkspaceLayout } from "./workspace-layout.ts";

/**
 * Writes beside the names of a phone's tabs what stands behind them: how many records are shown, and how many filters are in
 * force (nothing while there are none). Returns its own undo.
 */
export function tabCounts(layout: WorkspaceLayout, store: Store, words: Words): () => void {
  const frame = createFrameScheduler();
  const draw = (): void => {
    const filters = Object.keys(store.state.clauses).length;
    layout.tell("records", words.number(store.count().shown));
    layout.tell("filter", filters === 0 ? "" : words.number(filters));
  };
  const undo = (["filter", "data"] as const).map((event) => store.on(event, () => frame.request(draw)));
  draw();
  return () => {
    for (const one of undo) one();
    frame.destroy();
  };
}
