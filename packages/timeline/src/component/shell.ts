import { h, markIcon, replaceChildren, setStyle, type Words } from "@whenwhere/view";
import type { LaneBox, TimelineScene } from "../scene/types.ts";
import type { TimelineTexts } from "../texts.ts";

/** The elements of a timeline. */
export interface Shell {
  readonly head: HTMLElement;
  readonly stage: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly surface: HTMLElement;
  readonly strip: HTMLElement;
  readonly lanes: HTMLElement;
  readonly foot: HTMLElement;
  readonly counts: HTMLElement;
  readonly summary: HTMLElement;
  readonly panButton: HTMLButtonElement;
  readonly selectButton: HTMLButtonElement;
  readonly laneSelect: HTMLSelectElement;
  readonly laneLabel: HTMLElement;
  readonly from: HTMLInputElement;
  readonly to: HTMLInputElement;
  readonly clear: HTMLButtonElement;
}

/** What the controls do. */
export interface ShellActions {
  mode(mode: "pan" | "select"): void;
  zoom(factor: number): void;
  fit(): void;
  lane(field: string): void;
  dates(): void;
  clear(): void;
}

function button(text: string, name: string | null, action: () => void): HTMLButtonElement {
  return h("button", { type: "button", "aria-label": name, title: name, onclick: action }, text);
}

/** Builds the elements into `root`. `id` makes ids unique on the page. */
export function createShell(
  root: HTMLElement,
  parts: { readonly texts: TimelineTexts; readonly id: string; readonly actions: ShellActions },
): Shell {
  const { texts, id, actions } = parts;
  const panButton = button(texts.pan, null, () => actions.mode("pan"));
  const selectButton = button(texts.select, null, () => actions.mode("select"));
  const laneSelect = h("select", { class: "ww-tl-select", onchange: () => actions.lane(laneSelect.value) });
  const laneLabel = h("label", { class: "ww-secondary", hidden: true }, `${texts.lanes}: `, laneSelect);
  const head = h(
    "div",
    { class: "ww-head" },
    h("h3", null, texts.title),
    h("span", { class: "ww-head-note ww-tl-head-note" }, texts.hint),
    h(
      "div",
      { class: "ww-head-tools" },
      laneLabel,
      h("div", { class: "ww-segments", role: "group", "aria-label": texts.dragMode }, panButton, selectButton),
      h(
        "div",
        { class: "ww-segments" },
        button("\u2212", texts.zoomOut, () => actions.zoom(2)),
        button("+", texts.zoomIn, () => actions.zoom(0.5)),
        button(texts.all, texts.fit, () => actions.fit()),
      ),
    ),
  );
  const canvas = h("canvas", { "aria-hidden": "true" });
  const lanes = h("div");
  const summary = h("p", { class: "ww-visually-hidden", id: `${id}-about` });
  const surface = h("div", {
    class: "ww-tl-surface",
    tabindex: 0,
    role: "group",
    "aria-label": texts.records,
    "aria-describedby": `${id}-about`,
  });
  const strip = h("div", { class: "ww-tl-strip" });
  const stage = h("div", { class: "ww-tl-stage" }, canvas, lanes, surface, strip, summary);
  const from = h("input", { type: "date", onchange: () => actions.dates() });
  const to = h("input", { type: "date", onchange: () => actions.dates() });
  const clear = h(
    "button",
    { type: "button", class: "ww-button ww-button-small", onclick: () => actions.clear() },
    texts.clearWindow,
  );
  const counts = h("span");
  const dates = h(
    "div",
    { class: "ww-tl-dates", role: "group", "aria-label": texts.dates },
    h("label", null, texts.from, from),
    h("label", null, texts.to, to),
    clear,
  );
  const foot = h("div", { class: "ww-tl-foot" }, counts, dates);
  root.append(head, stage, foot);
  return {
    head,
    stage,
    canvas,
    surface,
    strip,
    lanes,
    foot,
    counts,
    summary,
    panButton,
    selectButton,
    laneSelect,
    laneLabel,
    from,
    to,
    clear,
  };
}

/** Puts the lane names where the scene has its lanes. */
export function showLanes(
  shell: Shell,
  scene: TimelineScene,
  tools: { readonly words: Words; readonly texts: TimelineTexts },
): void {
  const side = scene.headers === "side";
  const gutterPx = scene.dir === "rtl" ? scene.widthPx - scene.plot.xPx - scene.plot.widthPx : scene.plot.xPx;
  const nodes = scene.lanes.map((lane) => laneNode(lane, { side, gutterPx, heightPx: scene.heightPx }));
  if (scene.undated !== null) {
    const text = side ? tools.texts.noDate : `${tools.texts.noDate}: ${tools.words.number(scene.counts.undated)}`;
    const node = h("div", { class: "ww-tl-lane ww-secondary" }, h("span", null, text));
    setStyle(node, { top: `${scene.undated.yPx + 2}px`, "inset-inline-start": side ? "33px" : `${gutterPx}px` });
    nodes.push(node);
  }
  replaceChildren(shell.lanes, nodes);
}

function laneNode(
  lane: LaneBox,
  place: { readonly side: boolean; readonly gutterPx: number; readonly heightPx: number },
): HTMLElement {
  const icon = lane.style === null ? null : markIcon(lane.style, { sizePx: 16 });
  const node = h(
    "div",
    { class: "ww-tl-lane", "data-place": place.side ? "side" : "above" },
    icon,
    h("span", null, lane.name),
  );
  setStyle(node, {
    top: `${lane.yPx + (place.side ? 1.5 : 0)}px`,
    "inset-inline-start": `${place.side ? 13 : place.gutterPx - 7}px`,
    "max-width": place.side ? `${place.gutterPx - 26}px` : null,
  });
  return node;
}
