import type { StoreState } from "@whenwhere/store";
import { rowOfId, storeOf, type TimelineCore } from "./core.ts";
import { momentOf } from "./motion/view-history.ts";
import { CLAUSE_SOURCE } from "./picture/own-window.ts";
import { isSparkline } from "./picture/show-size.ts";

/** Follows the store of the options: what changes is forgotten and drawn anew. Returns the undo. */
export function followStore(core: TimelineCore): () => void {
  const store = storeOf(core);
  const { picture, request } = core;
  const undo = [
    store.on("filter", (now, before) => {
      // The timeline leaves its own window out of what it counts, so brushing changes none of its numbers.
      const isOwn = !hasOtherClauses(now, before);
      if (!isOwn) picture.forget("filter");
      core.history.note(momentOf(store), performance.now());
      // One of many small pictures; the view that was asked says what passes.
      if (!isSparkline(core)) core.live.say(() => picture.words.counts(store.count()));
      if (isOwn) core.requestWindow();
      else request();
    }),
    store.on("selection", () => {
      const row = rowOfId(core, store.state.selectedId);
      if (row >= 0) core.focusRow = row;
      request();
    }),
    store.on("hover", request),
    store.on("view", () => {
      // A view from elsewhere is not where the glide leads to.
      if (core.glide.to !== null) core.glide.stop();
      core.history.note(momentOf(store), performance.now());
      core.requestMove();
    }),
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

function hasOtherClauses({ clauses: now }: StoreState, { clauses: before }: StoreState): boolean {
  const sources = [...Object.keys(now), ...Object.keys(before)];
  return sources.some((source) => source !== CLAUSE_SOURCE && now[source] !== before[source]);
}
