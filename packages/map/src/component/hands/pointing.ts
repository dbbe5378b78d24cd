import type { Store } from "@whenwhere/store";
import { type Child, createTooltip, h, type Words } from "@whenwhere/view";
import { POINTER_REACH_PX } from "../../scene/index.ts";
import type { MapFrame } from "../frame/map-frame.ts";
import type { Popup } from "../frame/popup.ts";
import type { MapText } from "../map-text.ts";
import { cellWords } from "../records/cell-words.ts";
import type { Anchor } from "./anchors.ts";
import type { Aim, Hit } from "./hit.ts";

/** What pointing at the map reads and does. */
export interface PointingHost {
  readonly frame: MapFrame;
  readonly store: Store;
  readonly words: () => Words;
  readonly text: () => MapText;
  readonly popup: Popup;
  readonly hit: (aim: Aim) => Hit | null;
  /** When a click opens the list: see the option `popup`. */
  readonly lists: () => "always" | "several" | "never";
  /** Moves the camera so that the bounds fill the view; false when they already do or are one point. */
  readonly zoomTo: (bounds: readonly [west: number, south: number, east: number, north: number]) => boolean;
  readonly flyTo: (place: readonly [lon: number, lat: number]) => void;
  readonly put: (row: number) => void;
}

/** Hover and click on glyphs. */
export interface Pointing {
  hover(at: readonly [x: number, y: number] | null): void;
  tap(at: readonly [x: number, y: number], reachPx: number): void;
  /** Opens what a glyph holds, as a click does. */
  open(hit: Hit): void;
  /** A tip for the record that the keyboard stands on; null: none. */
  point(label: string, at: Anchor | null): void;
  destroy(): void;
}

const TITLES_IN_TOOLTIP = 4;

/** Makes the pointing. */
export function createPointing(host: PointingHost): Pointing {
  const { frame, store, popup } = host;
  const tooltip = createTooltip(frame.stage);
  let over: string | null = null;
  /** What the keyboard's tip says, and where. */
  let pointed = "";

  const tipOf = ({ rows, name, cell }: Hit): Child => {
    if (cell !== undefined) return cellWords(cell, { store, words: host.words(), text: host.text() });
    const one = rows.length === 1 ? (rows[0] as number) : null;
    if (one !== null) return host.words().incident(store.incident(one));
    const left = rows.length - TITLES_IN_TOOLTIP;
    return [
      h("strong", { dir: "auto" }, name === null ? host.text()("here", { n: rows.length }) : `${name}: ${rows.length}`),
      rows
        .slice(0, TITLES_IN_TOOLTIP)
        .map((row) => h("div", { dir: "auto", lang: store.language }, store.incident(row).title)),
      left > 0 ? h("div", { class: "ww-secondary" }, host.text()("more", { n: left })) : null,
    ];
  };
  const leave = () => {
    if (over === null) return;
    over = null;
    frame.hands.classList.remove("ww-over");
    tooltip.hide(true);
    store.hover(null);
  };
  const show = (content: Child, { x, y, radiusPx }: Pick<Hit, "x" | "y" | "radiusPx">) => {
    const half = Math.min(radiusPx, 40);
    tooltip.show(content, { x: x - half, y: y - half, widthPx: 2 * half, heightPx: 2 * half });
  };
  const list = (hit: Hit) => popup.open({ rows: hit.rows, name: hit.name, x: hit.x, y: hit.y });
  const openOne = (hit: Hit, row: number) => {
    store.select(store.id(row));
    if (host.lists() === "always") list(hit);
    else popup.close();
  };
  const open = (hit: Hit) => {
    tooltip.hide(true);
    const first = hit.rows[0] as number;
    host.put(first);
    if (hit.beyond !== null) {
      popup.close();
      if (hit.bounds === null || !host.zoomTo(hit.bounds)) host.flyTo(hit.beyond);
      if (hit.rows.length === 1) store.select(store.id(first));
      return;
    }
    if (hit.rows.length === 1) return openOne(hit, first);
    if (hit.bounds !== null && host.zoomTo(hit.bounds)) return popup.close();
    if (host.lists() === "never") store.select(store.id(first));
    else list(hit);
  };
  return {
    hover(at) {
      const hit = at === null ? null : host.hit({ at, reachPx: POINTER_REACH_PX });
      if (hit === null) return leave();
      if (over === hit.key) return;
      over = hit.key;
      frame.hands.classList.add("ww-over");
      store.hover(store.id(hit.rows[0] as number));
      if (!popup.isOpen) show(tipOf(hit), hit);
    },
    tap(at, reachPx) {
      const hit = host.hit({ at, reachPx });
      if (hit !== null) return open(hit);
      if (popup.isOpen) popup.close();
      else store.select(null);
    },
    open,
    point(label, at) {
      const now = at === null ? "" : [label, Math.round(at.x), Math.round(at.y)].join("|");
      if (now === pointed) return;
      pointed = now;
      if (at === null) tooltip.hide(true);
      else if (!popup.isOpen) show(label, at);
    },
    destroy: () => tooltip.destroy(),
  };
}
