import { h, type Tooltip, type Words } from "@whenwhere/view";
import { type ColumnStop, columnAt } from "../../scene/bands/column-stops.ts";
import { columnWords } from "../../scene/bands/column-words.ts";
import type { FoldColumn } from "../../scene/types.ts";
import { sceneOf, type TimelineCore } from "../core.ts";

/** Puts the keyboard on a column: framed, told and said; null gives it back to the records. */
export function stopAt(core: TimelineCore, stop: ColumnStop | null): void {
  core.stop = stop;
  core.request();
  const column = stop === null ? null : columnAt(sceneOf(core), stop);
  if (column === null) {
    core.tooltip.hide(true);
    return;
  }
  showColumnTip(core.tooltip, column, core.picture.words);
}

/** Shows the words of a column by it. */
export function showColumnTip(tooltip: Tooltip, column: FoldColumn, words: Words): void {
  const { xPx, yPx, widthPx, heightPx } = column;
  tooltip.show(h("div", null, columnWords(column, { words })), { x: xPx, y: yPx, widthPx, heightPx });
}

/** The column of the keyboard in words, with its lane; null when it walks records. */
export function stopText(core: TimelineCore): string | null {
  const scene = sceneOf(core);
  const column = core.stop === null ? null : columnAt(scene, core.stop);
  if (column === null) return null;
  return `${scene.lanes[column.lane]?.name}: ${columnWords(column, { words: core.picture.words })}`;
}
