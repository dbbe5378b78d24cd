import { h, markIcon, replaceChildren, setStyle, type Words } from "@whenwhere/view";
import type { LaneBox, TimelineScene } from "../scene/types.ts";
import type { Shell } from "./shell.ts";

/** Puts the lane names where the scene has its lanes. */
export function showLaneNames(shell: Shell, scene: TimelineScene, words: Words): void {
  const side = scene.headers === "side";
  const gutterPx = scene.dir === "rtl" ? scene.widthPx - scene.plot.xPx - scene.plot.widthPx : scene.plot.xPx;
  const nodes = scene.lanes.map((lane) => laneNode(lane, { side, gutterPx }));
  if (scene.undated !== null) {
    const none = words.t("timeline.no-date");
    const text = side ? none : `${none}: ${words.number(scene.counts.undated)}`;
    const node = h("div", { class: "ww-tl-lane ww-secondary" }, h("span", null, text));
    setStyle(node, { top: `${scene.undated.yPx + 2}px`, "inset-inline-start": side ? "33px" : `${gutterPx}px` });
    nodes.push(node);
  }
  replaceChildren(shell.lanes, nodes);
}

function laneNode(lane: LaneBox, place: { readonly side: boolean; readonly gutterPx: number }): HTMLElement {
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
