import type { TimeSpan } from "../../scene/types.ts";
import { sceneOf, storeOf, type TimelineCore } from "../core.ts";
import { showTip } from "../hands/record-tip.ts";
import { bringLaneOfRowIntoSight } from "../lanes/lane-sight.ts";
import { CLAUSE_SOURCE } from "../picture/own-window.ts";
import { render } from "../picture/render.ts";
import { panSpan, zoomSpan } from "./view-span.ts";

const LEAST_AIR_MS = 12 * 3_600_000;

/** What is drawn now: on a glide not yet the view of the store. */
export function shownView(core: TimelineCore): TimeSpan {
  return core.glide.at ?? core.picture.view;
}

/** Shows a span, at once or gliding there: the store has it at once. */
export function setView(core: TimelineCore, span: TimeSpan, how: "animate" | "jump" = "jump"): void {
  const from = shownView(core);
  core.glide.stop();
  storeOf(core).setView(span);
  if (how === "animate" && core.picture.options.motion !== "none") core.glide.start(from, span);
}

/** Brushes a span; `follow` = the view shows it. */
export function setWindow(core: TimelineCore, span: TimeSpan, follow: boolean): void {
  storeOf(core).set({ source: CLAUSE_SOURCE, kind: "window", ...core.picture.windowOf(span) });
  if (follow) setView(core, span);
}

/** Zooms about an instant; without one about the middle of the view. */
export function zoom(core: TimelineCore, factor: number, how: "animate" | "jump" = "jump"): void {
  const { view, full } = core.picture;
  const anchorMs = (view.startMs + view.endMs) / 2;
  setView(core, zoomSpan(view, factor, { anchorMs, full }), how);
}

/** Zooms about an instant that stays under the hand. */
export function zoomAt(
  core: TimelineCore,
  factor: number,
  at: { readonly anchorMs: number; readonly how: "animate" | "jump" },
): void {
  const span = zoomSpan(shownView(core), factor, { anchorMs: at.anchorMs, full: core.picture.full });
  setView(core, span, at.how);
}

/** Shows the selected record with some air; without one the window of the brush. */
export function zoomToSelection(core: TimelineCore): void {
  const store = storeOf(core);
  const row = store.state.selectedId === null ? -1 : store.rowOf(store.state.selectedId);
  const span = row < 0 ? core.picture.brush : statedSpanOf(core, row);
  if (span === null) return;
  if (row >= 0) bringLaneOfRowIntoSight(core, row);
  setView(core, span, "animate");
  core.live.say(core.picture.words.range(span.startMs, span.endMs));
}

/** A record with as much on either side as it is long, and at least a day in all. */
function statedSpanOf(core: TimelineCore, row: number): TimeSpan | null {
  const { outerStartMs, outerEndMs } = core.picture.store.columns;
  const bounds = [outerStartMs.at(row), outerEndMs.at(row)].filter(Number.isFinite);
  if (bounds.length === 0) return null;
  const startMs = Math.min(...bounds);
  const endMs = Math.max(...bounds);
  const airMs = Math.max(endMs - startMs, LEAST_AIR_MS);
  return { startMs: startMs - airMs, endMs: endMs + airMs };
}

/** Shows all dates, or the given span. */
export function fit(core: TimelineCore, span?: TimeSpan, how: "animate" | "jump" = "jump"): void {
  setView(core, span ?? core.picture.full, how);
}

/** Widens the view so that it holds all records before it, or all after it, and says what it shows now. */
export function reach(core: TimelineCore, side: "before" | "after"): void {
  const { view, full, words } = core.picture;
  const span =
    side === "before"
      ? { startMs: Math.min(full.startMs, view.startMs), endMs: view.endMs }
      : { startMs: view.startMs, endMs: Math.max(full.endMs, view.endMs) };
  setView(core, span, "animate");
  core.live.say(words.range(span.startMs, span.endMs));
  // The button that was pressed goes away with the records that it counted.
  core.shell.surface.focus({ preventScroll: true });
}

/** Moves the focus to a record; the view follows only when the record is out of sight. */
export function focus(core: TimelineCore, row: number): void {
  if (row < 0) return;
  core.focusRow = row;
  core.stop = null;
  bringLaneOfRowIntoSight(core, row);
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
