import type { Store } from "@whenwhere/store";
import type { TimeSpan } from "../../scene/types.ts";

/** Source of the timeline's own clause. */
export const CLAUSE_SOURCE = "timeline";

/** The window of the timeline's own clause; null when there is none. */
export function brushOf(store: Store): TimeSpan | null {
  const clause = store.state.clauses[CLAUSE_SOURCE];
  return clause?.kind === "window" ? { startMs: clause.startMs, endMs: clause.endMs } : null;
}
