import type { TimeSpan } from "../scene/types.ts";
import { sceneOf, storeOf, type TimelineCore } from "./core.ts";
import { CLAUSE_SOURCE } from "./picture.ts";
import { showTip } from "./record-tip.ts";
import { render } from "./render.ts";
import { panSpan, zoomSpan } from "./view-span.ts";

/** Shows a span. */
export function setView(core: TimelineCore, span: TimeSpan): void {
  storeOf(core).setView(span);
}

/** Brushes a span; `follow` = the view shows it. */
export function setWindow(core: TimelineCore, span: TimeSpan, follow: boolean): void {
  storeOf(core).set({ source: CLAUSE_SOURCE, kind: "window", ...core.picture.windowOf(span) });
  if (follow) setView(core, span);
}

/** Zooms about an instant; without one about the middle of the view. */
export function zoom(core: TimelineCore, factor: number, anchorMs?: number): void {
  const { view, full } = core.picture;
  const middleMs = (view.startMs + view.endMs) / 2;
  setView(core, zoomSpan(view, factor, { anchorMs: anchorMs ?? middleMs, full }));
}

/** Shows all dates, or the given span. */
export function fit(core: TimelineCore, span?: TimeSpan): void {
  setView(core, span ?? core.picture.full);
}

/** Widens the view so that it holds all records before it, or all after it, and says what it shows now. */
export function reach(core: TimelineCore, side: "before" | "after"): void {
  const { view, full, words } = core.picture;
  const span =
    side === "before"
      ? { startMs: Math.min(full.startMs, view.startMs), endMs: view.endMs }
      : { startMs: view.startMs, endMs: Math.max(full.endMs, view.endMs) };
  setView(core, span);
  core.live.say(words.range(span.startMs, span.endMs));
  // The button that was pressed goes away with the records that it counted.
  core.shell.surface.focus({ preventScroll: true });
}

/** Moves the focus to a record; the view follows only when the record is out of sight. */
export function focus(core: TimelineCore, row: number): void {
  if (row < 0) return;
  core.focusRow = row;
  const span = outOfSight(core, row);
  if (span !== null) setView(core, span);
  storeOf(core).hover(storeOf(core).id(row));
  render(core);
  const mark = sceneOf(core).marks.find((candidate) => candidate.row === row);
  if (mark === undefined) core.tooltip.hide(true);
  else showTip(core, row, mark);
}

/** The view that would bring a row into sight; null when it is in sight or has no date. */
export function outOfSight(core: TimelineCore, row: number): TimeSpan | null {
  const { columns } = core.picture.store;
  const startMs = columns.outerStartMs.at(row);
  const endMs = columns.outerEndMs.at(row);
  const { view, full } = core.picture;
  if (Number.isNaN(startMs) || (startMs < view.endMs && endMs > view.startMs)) return null;
  const stated = Number.isFinite(startMs) ? startMs : endMs;
  const middleMs = Number.isFinite(endMs - startMs) ? (startMs + endMs) / 2 : stated;
  return panSpan(view, middleMs - (view.startMs + view.endMs) / 2, full);
}
