import type { Store } from "@whenwhere/store";
import type { FrameScheduler } from "@whenwhere/view";
import type { TableBody } from "./table-body.ts";

/** What a table follows its store with. */
export interface RecordFollower {
  readonly store: Store;
  readonly frame: FrameScheduler;
  readonly body: Pick<TableBody, "forget" | "markSelection" | "markHover">;
  /** Makes the lines anew. */
  refresh(): void;
  /** The lines of a change are there. */
  drawn(): void;
}

/**
 * Shows the store as it is, and follows it: selection and hover at once, filters and data behind the next frame, so that the
 * pictures come first. Returns the undo.
 */
export function followRecords({ store, frame, body, refresh, drawn }: RecordFollower): () => void {
  /** The lines are those before a change that is still to be drawn. */
  let isBehind = false;
  let reveals = false;
  const follow = (): void => {
    isBehind = false;
    refresh();
    // Picked together with a filter, as by a link: its place is known only now.
    if (reveals) body.markSelection(true);
    reveals = false;
    drawn();
  };
  const fall = (): void => {
    isBehind = true;
    frame.requestAfter(follow);
  };
  const undo = [
    store.on("filter", fall),
    store.on("data", () => {
      body.forget();
      fall();
    }),
    store.on("selection", () => {
      reveals = isBehind;
      body.markSelection(!isBehind);
    }),
    store.on("hover", () => body.markHover()),
  ];
  refresh();
  body.markSelection(true);
  return () => {
    for (const one of undo) one();
  };
}
