import { setHidden, setText } from "@whenwhere/view";
import type { MapContext } from "../context.ts";
import type { Tray } from "../frame/tray.ts";

/** In a smaller map, and with more rows, the tray starts closed. */
const WIDE_PX = 600;
const HIGH_PX = 380;
const OPEN_ROWS = 4;

/**
 * Writes what is said around the last picture: the line above the map, and the tray. The page is laid out anew for it, so that a
 * window that moves asks for it at a pace.
 */
export function writeAround(context: MapContext, tray: Tray): void {
  const { scene } = context.records;
  if (scene === null) return;
  writeNote(context);
  const { counts, widthPx, heightPx } = scene;
  const isOpen = counts.unplaced <= OPEN_ROWS && widthPx >= WIDE_PX && heightPx >= HIGH_PX;
  tray.update(() => scene.tray, counts.unplaced, isOpen);
}

function writeNote({ frame, options, text }: MapContext): void {
  const { header, store, words } = options;
  setHidden(frame.head, header === "none");
  setText(frame.note, header === "counts" ? words.counts(store.count()) : text("hint"));
}
