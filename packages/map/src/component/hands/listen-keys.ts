import { SETTLE_MS } from "../camera/camera-moves.ts";
import type { MapContext } from "../context.ts";
import type { MapParts } from "../map-parts.ts";
import { MAP_SOURCE } from "../map-source.ts";
import { areaInForce } from "../outline/area-filter.ts";
import { createKeyOutline, type KeyOutline } from "../outline/key-outline.ts";
import { listenToKeys } from "./map-keys.ts";

const PAN_STEP_PX = 80;
const PAN = { up: [0, 1], down: [0, -1], left: [1, 0], right: [-1, 0] } as const;

/** Takes the place of the keyboard's record into the outline that filters. */
function takePlace(context: MapContext, outline: KeyOutline, row: number): void {
  const { options, ground, records, text } = context;
  const { surface } = ground;
  const at = records.placed.get(row);
  if (surface === null || at === undefined || at.beyond !== null) return;
  // An outline drawn by hand, or a box, is another one: this begins anew.
  const { clause: before } = outline;
  const now = areaInForce(context);
  if (before !== null && (now === null || JSON.stringify(now) !== JSON.stringify(before))) outline.clear();
  const held = outline.take(row, [at.x, at.y], surface);
  const { clause } = outline;
  if (clause === null) options.store.clear(MAP_SOURCE);
  else options.store.set(clause);
  context.say(`${text("lassoKey", { n: held })}. ${options.words.counts(options.store.count())}`);
}

/** What the keyboard does on the map: walk the records, move the map, open lists, take places into an outline. */
export function listenKeys(
  context: MapContext,
  { moves, popup, cursor }: Pick<MapParts, "moves" | "popup" | "cursor">,
): () => void {
  const { frame, records } = context;
  const { store } = context.options;
  const listening = new AbortController();
  const outline = createKeyOutline();
  frame.hands.addEventListener("focus", cursor.enter, { signal: listening.signal });
  frame.hands.addEventListener("blur", cursor.leave, { signal: listening.signal });
  const undo = listenToKeys(frame.hands, {
    walk: cursor.walk,
    step: cursor.step,
    goTo: cursor.goTo,
    pan: (direction) => {
      const [x, y] = PAN[direction];
      moves.panBy(x * PAN_STEP_PX, y * PAN_STEP_PX, SETTLE_MS);
    },
    zoom: (levels) => moves.zoomBy(levels, undefined, SETTLE_MS),
    fit: () => moves.fit(SETTLE_MS),
    open: () => {
      const { row } = cursor;
      if (row < 0) return;
      const anchor = records.placed.get(row);
      store.select(store.id(row));
      if (anchor === undefined || context.options.popup === "never") return;
      if (context.options.popup === "several" && anchor.rows.length === 1) return;
      popup.open({ rows: anchor.rows, name: null, x: anchor.x, y: anchor.y });
    },
    take: () => takePlace(context, outline, cursor.row),
    escape: () => {
      if (popup.isOpen) popup.close();
      else if (areaInForce(context) !== null) store.clear(MAP_SOURCE);
      else if (store.state.selectedId !== null) store.select(null);
      else return false;
      return true;
    },
  });
  return () => {
    listening.abort();
    undo();
  };
}
