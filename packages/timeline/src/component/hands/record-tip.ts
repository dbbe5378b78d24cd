import { h } from "@whenwhere/view";
import type { Box } from "../../scene/types.ts";
import { sceneOf, storeOf, type TimelineCore } from "../core.ts";

/** Shows the words of a record by a box of the scene: the host's own, or title, date and place. */
export function showTip(core: TimelineCore, row: number, anchor: Box): void {
  const { options, words } = core.picture;
  const incident = storeOf(core).incident(row);
  const content =
    options.tooltip?.(incident, row) ??
    h(
      "div",
      null,
      h("b", { dir: "auto", lang: storeOf(core).language }, incident.title),
      h("div", { class: "ww-tl-tip-when" }, words.whenOf(incident)),
      h("div", { class: "ww-tl-tip-when" }, words.where(incident.where)),
    );
  const x = Math.max(anchor.xPx, 0);
  const widthPx = Math.min(anchor.xPx + anchor.widthPx, sceneOf(core).widthPx) - x;
  core.tooltip.show(content, { x, y: anchor.yPx, widthPx, heightPx: anchor.heightPx });
}
