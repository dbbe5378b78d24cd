import { h, markIcon, replaceChildren, setStyle, type Words } from "@whenwhere/view";
import type { LaneBox, TimelineScene } from "../scene/types.ts";

/** The names of the lanes on the page. */
export interface LaneNames {
  /** Puts them where the scene has its lanes; leaves them alone where they stand there already. */
  show(scene: TimelineScene, words: Words): void;
}

/** Names in `holder`. Panning moves no name, so it makes no node either. */
export function createLaneNames(holder: HTMLElement): LaneNames {
  let shown = "";
  return {
    show(scene, words) {
      const side = scene.headers === "side";
      const gutterPx = scene.dir === "rtl" ? scene.widthPx - scene.plot.xPx - scene.plot.widthPx : scene.plot.xPx;
      const none = words.t("timeline.no-date");
      const { undated } = scene;
      const undatedText = side ? none : `${none}: ${words.number(scene.counts.undated)}`;
      const places = scene.lanes.map((lane) => `${lane.code} ${lane.yPx} ${lane.name} ${lane.style?.token}`);
      const now = [side, gutterPx, words.locale, undated?.yPx, undatedText, ...places].join("\n");
      if (now === shown) return;
      shown = now;
      const nodes = scene.lanes.map((lane) => laneNode(lane, { side, gutterPx }));
      if (undated !== null) {
        const node = h("div", { class: "ww-tl-lane ww-secondary" }, h("span", null, undatedText));
        setStyle(node, { top: `${undated.yPx + 2}px`, "inset-inline-start": side ? "33px" : `${gutterPx}px` });
        nodes.push(node);
      }
      replaceChildren(holder, nodes);
    },
  };
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
