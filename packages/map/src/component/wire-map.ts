import { attributionSlot, createPace, h } from "@whenwhere/view";
import { densityInk } from "../draw/index.ts";
import { createCameraMoves } from "./camera/camera-moves.ts";
import type { MapContext } from "./context.ts";
import { createDensityLegend } from "./frame/density-legend.ts";
import { createMapTools } from "./frame/map-tools.ts";
import { createPopup } from "./frame/popup.ts";
import type { RecordListContext } from "./frame/record-list.ts";
import { createScaleBar } from "./frame/scale-bar.ts";
import { createTray } from "./frame/tray.ts";
import { type Cursor, createCursor } from "./hands/cursor.ts";
import { hitOver } from "./hands/hit.ts";
import { listenHands } from "./hands/listen-hands.ts";
import { listenKeys } from "./hands/listen-keys.ts";
import { createPointing, type Pointing } from "./hands/pointing.ts";
import { listenPage } from "./listen-page.ts";
import { listenStore } from "./listen-store.ts";
import type { MapParts } from "./map-parts.ts";
import { MAP_SOURCE } from "./map-source.ts";
import { createBoxView } from "./outline/box-brush.ts";
import { writeAround } from "./picture/words-around.ts";

/** Selects a row and keeps the keyboard on it. */
function selectRow(context: MapContext, cursor: () => Cursor, row: number): void {
  const { store } = context.options;
  store.select(store.id(row));
  cursor().put(row);
}

/** Makes everything above the ground and connects it to hands, keys and the store. */
export function wireMap(context: MapContext): MapParts {
  const { frame, records } = context;
  const { store } = context.options;
  const words = () => context.options.words;
  const text = () => context.text;
  const moves = createCameraMoves(context);
  let cursor: Cursor | null = null;
  const cursorNow = () => cursor as Cursor;
  const listContext = (): RecordListContext => ({
    store,
    words: words(),
    styles: context.styles,
    onSelect: (row) => selectRow(context, cursorNow, row),
  });
  const popup = createPopup(frame.stage, listContext, text);
  cursor = createCursor({
    ...{ hands: frame.hands, store, words, text },
    scene: () => records.scene,
    placed: () => records.placed,
    beside: records.beside,
    reveal: moves.reveal,
    tip: (label, at) => pointing.point(label, at),
  });
  const unproject = (x: number, y: number) => context.ground.surface?.unproject(x, y) ?? null;
  const pointing: Pointing = createPointing({
    ...{ frame, store, words, text, popup },
    hit: (aim) =>
      records.scene === null ? null : hitOver(records.scene, aim, () => records.pick(aim, unproject(...aim.at))),
    lists: () => context.options.popup,
    zoomTo: moves.zoomTo,
    flyTo: moves.flyTo,
    put: cursor.put,
  });
  const box = createBoxView(text, () => store.clear(MAP_SOURCE));
  const tray = createTray(listContext, text);
  const legend = createDensityLegend(words, text, () => densityInk({ theme: context.theme, styles: context.styles }));
  const scale = createScaleBar(words, text);
  const credit = h("p", { class: "ww-map-credit" });
  const tools = createMapTools(context, moves);
  frame.tools.append(tools.element);
  frame.stage.append(box.box, box.outline, cursor.ring);
  frame.corners.top.append(box.chip);
  frame.corners.end.append(tray.element, scale.element);
  // Below the stage: in a corner of it a legend would lie over what it explains.
  frame.foot.append(legend.element, credit);
  const slot = attributionSlot(context.element);
  const around = createPace(() => writeAround(context, tray));
  const parts = { moves, popup, pointing, cursor, box, tray, around, scale, legend, tools, credit, slot };
  const undo = [listenHands(context, parts), listenKeys(context, parts), listenStore(context, parts)];
  undo.push(listenPage(context, parts));
  return {
    ...parts,
    destroy: () => {
      for (const one of undo) one();
      around.cancel();
      pointing.destroy();
      popup.destroy();
      tools.destroy();
      slot.destroy();
    },
  };
}
