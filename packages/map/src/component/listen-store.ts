import type { StoreState } from "@whenwhere/store";
import type { MapContext } from "./context.ts";
import type { MapParts } from "./map-parts.ts";

/** Follows filters, selection, data and camera of the store. */
export function listenStore(
  context: MapContext,
  { moves, cursor, around }: Pick<MapParts, "moves" | "cursor" | "around">,
): () => void {
  const { store } = context.options;
  const onSelection = ({ selectedId }: StoreState) => {
    const row = selectedId === null ? -1 : store.rowOf(selectedId);
    if (row >= 0 && row !== cursor.row) moves.reveal(row);
    context.invalidate();
  };
  const undo = [
    store.on("filter", context.invalidateBehind),
    store.on("hover", context.invalidate),
    store.on("selection", onSelection),
    store.on("data", () => {
      context.records.forget();
      // The last picture is of rows that there are no more.
      around.cancel();
      if (!context.placed) moves.fit();
      context.invalidate();
    }),
    store.on("camera", ({ camera }) => {
      // Nobody's camera: that of all shown records.
      if (camera === null) return context.placed ? moves.fit() : undefined;
      // A ground that is still to come begins there, and stays.
      const now = context.ground.surface?.camera;
      if (now === undefined) return moves.moveTo(camera);
      context.placed = true;
      const near = Math.abs(camera.lon - now.lon) + Math.abs(camera.lat - now.lat) + Math.abs(camera.zoom - now.zoom);
      if (near <= 1e-6) return;
      context.following = true;
      moves.moveTo(camera);
      context.following = false;
    }),
  ];
  return () => {
    for (const one of undo) one();
  };
}
