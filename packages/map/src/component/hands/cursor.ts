import type { Store } from "@whenwhere/store";
import { HIDDEN } from "@whenwhere/store";
import { h, ownId, setHidden, setStyle, type Words } from "@whenwhere/view";
import { type MapScene, type WalkDirection, walkMap, walkTime } from "../../scene/index.ts";
import { MAP_SOURCE } from "../map-source.ts";
import type { MapText } from "../map-text.ts";
import { cellWords } from "../records/cell-words.ts";
import type { Anchor, Anchors } from "./anchors.ts";

/** What a cursor reads. */
export interface CursorHost {
  readonly hands: HTMLElement;
  readonly store: Store;
  readonly words: () => Words;
  readonly text: () => MapText;
  readonly scene: () => MapScene | null;
  readonly placed: () => Anchors;
  /** The next of points that are too many to be glyphs of the scene; null where there is none. */
  readonly beside: (row: number, direction: WalkDirection) => number | null;
  /** Brings a row into sight when it is out of it. */
  readonly reveal: (row: number) => void;
  /** Shows beside a glyph what is said of it, to those who see; null where the keyboard stands on nothing that is in sight. */
  readonly tip: (label: string, at: Anchor | null) => void;
}

/** The record that the keyboard stands on: an option of the map as a list box, so that screen readers name it. */
export interface Cursor {
  /** -1 when the keyboard has not been on a record yet. */
  readonly row: number;
  readonly ring: HTMLElement;
  walk(direction: WalkDirection): void;
  step(step: 1 | -1): void;
  goTo(end: "first" | "last"): void;
  /** Stands on a row without moving the map. */
  put(row: number): void;
  /** The focus has come to the map. */
  enter(): void;
  leave(): void;
  /** After a new picture: the ring follows its record. */
  update(): void;
}

const CLEAR_PX = 5;

/** Makes the cursor. Its ring is dashed, so that focus and selection can be told apart. */
export function createCursor(host: CursorHost): Cursor {
  const { hands, store } = host;
  const name = ownId("ww-map");
  const ring = h("div", { class: "ww-map-current", hidden: true });
  let row = -1;
  let shown = false;
  /** The focus is here: only then is anything said, and only then does the order in time cost anything. */
  let active = false;
  let said = "";
  let label = "";

  const first = () => walkTime(store, null, 1, MAP_SOURCE) ?? -1;
  const say = () => {
    // Where all rows stand is a list of all rows: it is not made for a record that there is not.
    const place = row < 0 ? null : placeInTime(store, row);
    // Who reads on without the focus is told what this is: nothing has been looked for yet.
    label = place === null ? host.text()(active ? "empty" : "label") : labelOf(host, row);
    const key = `${row}|${label}|${place?.position}|${place?.size}|${store.state.selectedId}`;
    if (key === said) return;
    said = key;
    const attributes = {
      class: "ww-visually-hidden",
      role: "option",
      id: `${name}-${place === null ? "none" : row}`,
      "aria-selected": String(place !== null && store.state.selectedId === store.id(row)),
      "aria-posinset": place?.position ?? null,
      "aria-setsize": place?.size ?? null,
    };
    hands.replaceChildren(h("div", attributes, label));
    hands.setAttribute("aria-activedescendant", attributes.id);
  };
  const update = () => {
    const gone = row >= store.columns.length || (row >= 0 && store.passing(MAP_SOURCE)[row] === HIDDEN);
    if (gone) row = -1;
    const anchor = active && shown ? host.placed().get(row) : undefined;
    setHidden(ring, anchor === undefined);
    if (said === "" || (active && gone)) say();
    host.tip(label, anchor ?? null);
    if (anchor !== undefined) standAround(ring, anchor);
  };
  const put = (next: number) => {
    row = next;
    if (active) say();
    update();
  };
  const go = (next: number | null) => {
    if (next === null || next < 0) return update();
    shown = true;
    put(next);
    store.hover(store.id(next));
    host.reveal(next);
  };
  return {
    get row() {
      return row;
    },
    ring,
    walk: (direction) => {
      const scene = host.scene();
      // A row of the tray stands nowhere: from there the walk begins anew.
      const from = host.placed().has(row) ? row : null;
      if (scene !== null) go(host.beside(row, direction) ?? walkMap(scene, from, direction));
    },
    step: (step) => go(walkTime(store, row < 0 ? null : row, step, MAP_SOURCE)),
    goTo: (end) => go(walkTime(store, null, end === "first" ? 1 : -1, MAP_SOURCE)),
    put,
    enter: () => {
      active = true;
      shown = hands.matches(":focus-visible");
      const selected = store.state.selectedId === null ? -1 : store.rowOf(store.state.selectedId);
      if (row < 0) row = host.placed().has(selected) ? selected : first();
      say();
      update();
    },
    leave: () => {
      active = false;
      shown = false;
      update();
    },
    update,
  };
}

/** A record in words, and what stands with it: the counts of its hexagon, or the other records of its place. */
function labelOf({ store, words, text, scene, placed }: CursorHost, row: number): string {
  const label = words().incident(store.incident(row));
  const and = (more: string): string => `${label.replace(/[.。]$/, "")}, ${more}`;
  const density = scene()?.density;
  const cell = density?.cells[density.cellOf(row)];
  if (cell !== undefined) return and(cellWords(cell, { store, words: words(), text: text() }));
  const n = placed().get(row)?.rows.length ?? 1;
  return n > 1 ? and(text()("also", { n })) : label;
}

function standAround(ring: HTMLElement, { x, y, radiusPx, tag }: Anchor): void {
  const half = Math.min(radiusPx, 60) + CLEAR_PX;
  setStyle(ring, {
    left: `${x - half}px`,
    top: `${y - half}px`,
    width: `${2 * half}px`,
    height: `${2 * half}px`,
    "border-radius": tag ? "0" : "50%",
  });
}

/** One-based place among the shown rows in time order. A pass over the rows, at the pace of a finger. */
function placeInTime(store: Store, row: number): { position: number; size: number } {
  const passing = store.passing(MAP_SOURCE);
  let position = 0;
  let size = 0;
  for (const other of store.timeOrder) {
    if (passing[other] === HIDDEN) continue;
    size++;
    if (other === row) position = size;
  }
  return { position, size };
}
