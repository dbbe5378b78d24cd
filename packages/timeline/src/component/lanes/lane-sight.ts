import { sceneOf, type TimelineCore } from "../core.ts";
import { render } from "../picture/render.ts";

/** Brings a line to the top of the lanes in sight, as far as there are lines to follow it. */
export function scrollLanes(core: TimelineCore, first: number): void {
  const { scroll } = sceneOf(core);
  if (scroll === null) return;
  const next = Math.min(Math.max(Math.round(first), 0), scroll.most);
  if (next === scroll.first) return;
  core.firstLine = next;
  core.tooltip.hide(true);
  // Words beside the drawing wait until the lines rest, as in a pan.
  core.requestMove();
}

/** Scrolls no further than a line needs to be in sight; -1 is no line. Draws at once. */
export function bringLineIntoSight(core: TimelineCore, line: number): void {
  const { scroll } = sceneOf(core);
  if (scroll === null || line < 0) return;
  if (line < scroll.first) core.firstLine = line;
  else if (line >= scroll.first + scroll.inSight) core.firstLine = line - scroll.inSight + 1;
  else return;
  render(core);
  // Lines differ in height, so that one scrolled from below may still be out of sight.
  const after = sceneOf(core).scroll;
  if (after !== null && line >= after.first + after.inSight) {
    core.firstLine = line;
    render(core);
  }
}

/** Brings the lane of a row into sight. */
export function bringLaneOfRowIntoSight(core: TimelineCore, row: number): void {
  const { scroll } = sceneOf(core);
  if (scroll !== null) bringLineIntoSight(core, scroll.codes.indexOf(core.picture.lanes.codes[row] as number));
}
