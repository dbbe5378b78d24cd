import { rowOfId, storeOf, type TimelineCore } from "./core.ts";

/** Follows the store of the options: what changes is forgotten and drawn anew. Returns the undo. */
export function followStore(core: TimelineCore): () => void {
  const store = storeOf(core);
  const { picture, request } = core;
  const undo = [
    store.on("filter", () => {
      picture.forget("filter");
      core.live.say(picture.words.counts(store.count()));
      request();
    }),
    store.on("selection", () => {
      const row = rowOfId(core, store.state.selectedId);
      if (row >= 0) core.focusRow = row;
      request();
    }),
    store.on("hover", request),
    store.on("view", request),
    store.on("data", () => {
      picture.forget("data");
      core.focusRow = -1;
      request();
    }),
  ];
  return () => {
    for (const one of undo) one();
  };
}
