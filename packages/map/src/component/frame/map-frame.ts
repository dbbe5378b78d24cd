import { h } from "@whenwhere/view";
import type { MapProjection } from "../ground/surface.ts";
import type { MapText } from "../map-text.ts";

/** What a drag does: it moves the map, or draws a box or an outline that filters. */
export type DragMode = "pan" | "box" | "lasso";

/** What the controls of the frame do. */
export interface FrameActions {
  readonly zoom: (levels: number) => void;
  readonly fit: () => void;
  readonly setDrag: (drag: DragMode) => void;
  readonly onlyInView: () => void;
  readonly setProjection: (projection: MapProjection) => void;
}

/** The elements around and above the ground. Words are put in by {@link labelFrame}. */
export interface MapFrame {
  readonly head: HTMLElement;
  readonly title: HTMLElement;
  readonly note: HTMLElement;
  readonly pan: HTMLButtonElement;
  readonly select: HTMLButtonElement;
  readonly lasso: HTMLButtonElement;
  /** Groups of buttons in the head. */
  readonly tools: HTMLElement;
  readonly modes: HTMLElement;
  readonly zoomOut: HTMLButtonElement;
  readonly zoomIn: HTMLButtonElement;
  readonly fit: HTMLButtonElement;
  readonly stage: HTMLElement;
  /** The line under the stage: whose map and whose records these are. */
  readonly foot: HTMLElement;
  readonly ground: HTMLElement;
  readonly records: HTMLCanvasElement;
  /** Takes hands, keys and the focus. */
  readonly hands: HTMLElement;
  readonly notice: HTMLElement;
  /** Says that the ground is on its way, until it is there or does not come. */
  readonly waiting: HTMLElement;
  readonly inView: HTMLButtonElement;
  readonly forms: HTMLElement;
  readonly mercator: HTMLButtonElement;
  readonly globe: HTMLButtonElement;
  readonly corners: { readonly top: HTMLElement; readonly start: HTMLElement; readonly end: HTMLElement };
}

function button(onclick: () => void, className = ""): HTMLButtonElement {
  return h("button", { type: "button", class: className === "" ? null : className, onclick });
}

/** Makes the frame: a head with the controls, and the stage with the ground, the records and the hands above them. */
export function createMapFrame(actions: FrameActions): MapFrame {
  const title = h("h3");
  const note = h("p", { class: "ww-head-note" });
  // It may be cut off. Written when somebody points at it: an attribute in every frame would have the page styled anew.
  note.addEventListener("pointerenter", () => {
    note.title = note.textContent ?? "";
  });
  const pan = button(() => actions.setDrag("pan"));
  const select = button(() => actions.setDrag("box"));
  const lasso = button(() => actions.setDrag("lasso"));
  const modes = h("div", { class: "ww-segments ww-map-wide", role: "group" }, pan, select, lasso);
  const zoomOut = button(() => actions.zoom(-1));
  const zoomIn = button(() => actions.zoom(1));
  const fit = button(actions.fit);
  const tools = h("div", { class: "ww-head-tools" }, modes, h("div", { class: "ww-segments" }, zoomOut, zoomIn, fit));
  const head = h("div", { class: "ww-head ww-map-head" }, title, note, tools);

  const ground = h("div", { class: "ww-map-ground", "aria-hidden": "true" });
  const records = h("canvas", { class: "ww-map-records", "aria-hidden": "true" });
  const hands = h("div", { class: "ww-map-hands", tabindex: 0, role: "listbox" });
  const notice = h("p", { class: "ww-map-says ww-small", hidden: true });
  const waiting = h("p", { class: "ww-map-waiting" });
  const inView = button(actions.onlyInView, "ww-button ww-button-small");
  const mercator = button(() => actions.setProjection("mercator"));
  const globe = button(() => actions.setProjection("globe"));
  const forms = h("div", { class: "ww-segments", role: "group" }, mercator, globe);
  const top = h("div", { class: "ww-map-corner ww-map-corner-top" }, notice);
  const start = h("div", { class: "ww-map-corner ww-map-corner-start" }, forms, inView);
  const end = h("div", { class: "ww-map-corner ww-map-corner-end" });
  const bar = h("div", { class: "ww-map-bar" }, start, end);
  const stage = h("div", { class: "ww-map-stage" }, ground, waiting, records, hands, top, bar);
  const foot = h("div", { class: "ww-map-foot" });
  return {
    ...{ head, title, note, pan, select, lasso, tools, modes, zoomOut, zoomIn, fit },
    ...{
      stage,
      foot,
      ground,
      records,
      hands,
      notice,
      waiting,
      inView,
      forms,
      mercator,
      globe,
      corners: { top, start, end },
    },
  };
}

/** Puts the words of a language onto the frame. */
export function labelFrame(frame: MapFrame, text: MapText): void {
  frame.title.textContent = text("title");
  frame.pan.textContent = text("pan");
  frame.select.textContent = text("select");
  frame.lasso.textContent = text("lasso");
  frame.lasso.title = text("lassoLong");
  frame.modes.setAttribute("aria-label", text("drag"));
  frame.forms.setAttribute("aria-label", text("projection"));
  frame.zoomOut.textContent = "−";
  frame.zoomOut.setAttribute("aria-label", text("zoomOut"));
  frame.zoomIn.textContent = "+";
  frame.zoomIn.setAttribute("aria-label", text("zoomIn"));
  frame.fit.textContent = text("fit");
  frame.fit.title = text("fitLong");
  frame.inView.textContent = text("inView");
  frame.inView.title = text("inViewLong");
  frame.mercator.textContent = text("mercator");
  frame.globe.textContent = text("globe");
  frame.waiting.textContent = text("waiting");
  frame.hands.setAttribute("aria-label", text("label"));
  frame.hands.setAttribute("aria-description", text("keys"));
}

/** Shows which of the switches are on. */
export function pressFrame(frame: MapFrame, state: { drag: DragMode; projection: MapProjection; globe: boolean }) {
  frame.pan.setAttribute("aria-pressed", String(state.drag === "pan"));
  frame.select.setAttribute("aria-pressed", String(state.drag === "box"));
  frame.lasso.setAttribute("aria-pressed", String(state.drag === "lasso"));
  frame.hands.classList.toggle("ww-selects", state.drag !== "pan");
  frame.forms.hidden = !state.globe;
  frame.mercator.setAttribute("aria-pressed", String(state.projection !== "globe"));
  frame.globe.setAttribute("aria-pressed", String(state.projection === "globe"));
}
