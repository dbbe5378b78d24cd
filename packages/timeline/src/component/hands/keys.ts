import type { Walk } from "../../scene/walk.ts";
import { arrowsOf } from "../picture/orient.ts";
import { CLAUSE_SOURCE } from "../picture/own-window.ts";
import { type ColumnTools, columnKey, enterColumns } from "./column-keys.ts";
import type { HandTools } from "./hand-tools.ts";

/** What the keyboard may do. */
export interface KeyTools extends HandTools, Omit<ColumnTools, keyof HandTools> {
  walk(): Walk;
  focusRow(): number;
  focus(row: number): void;
  fit(): void;
  zoomToSelection(): void;
  zoom(factor: number): void;
  search(): void;
  refresh(): void;
}

/** Binds the keys to the focused surface, never to the document. Returns the undo. */
export function attachKeys(tools: KeyTools): () => void {
  const { surface } = tools.shell;
  const abort = new AbortController();
  const { signal } = abort;
  surface.addEventListener(
    "keydown",
    (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (columnKey(tools, event.key) || walkKey(tools, event.key) || commandKey(tools, event.key)) {
        event.preventDefault();
        // The key is used up here; a host that listens on the way must not act on it again.
        event.stopPropagation();
      }
    },
    { signal },
  );
  surface.addEventListener(
    "focus",
    () => {
      const isNew = tools.walk().indexOf(tools.focusRow()) < 0 && surface.matches(":focus-visible");
      if (isNew && !enterColumns(tools)) tools.focus(firstInView(tools));
      tools.refresh();
    },
    { signal },
  );
  surface.addEventListener(
    "blur",
    () => {
      tools.tooltip.hide(true);
      if (tools.store().state.hoveredId !== null) tools.store().hover(null);
      tools.refresh();
    },
    { signal },
  );
  return () => abort.abort();
}

function firstInView(tools: KeyTools): number {
  const walk = tools.walk();
  const rows = tools.scene().marks.map((mark) => mark.row);
  const places = rows.map((row) => walk.indexOf(row)).filter((place) => place >= 0);
  return places.length === 0 ? walk.at(0) : walk.at(Math.min(...places));
}

function walkKey(tools: KeyTools, key: string): boolean {
  if (key.startsWith("Arrow") && tools.stop() === null && enterColumns(tools)) return true;
  const walk = tools.walk();
  const row = tools.focusRow();
  const place = walk.indexOf(row);
  const { forward, back, nextLane, lastLane } = arrowsOf(tools.scene());
  const steps: Readonly<Record<string, number>> = { [forward]: 1, [back]: -1, PageDown: 10, PageUp: -10 };
  const step = steps[key];
  if (step !== undefined) tools.focus(place < 0 ? firstInView(tools) : walk.at(place + step));
  else if (key === "Home") tools.focus(walk.at(0));
  else if (key === "End") tools.focus(walk.at(walk.size - 1));
  else if (key === nextLane || key === lastLane) {
    tools.focus(place < 0 ? firstInView(tools) : walk.lane(row, key === nextLane ? 1 : -1));
  } else return false;
  return true;
}

function commandKey(tools: KeyTools, key: string): boolean {
  if (key === "+" || key === "=") tools.zoom(0.5);
  else if (key === "-" || key === "_") tools.zoom(2);
  else if (key === "0") tools.fit();
  else if (key === "s" || key === "S") tools.zoomToSelection();
  else if (key === "/") tools.search();
  else if (key === "Enter" || key === " ") {
    if (tools.focusRow() < 0) return false;
    tools.select(tools.focusRow());
  } else if (key === "Escape") return leave(tools);
  else return false;
  return true;
}

/** Out of a column, else of the window, else of the selection; false where there is nothing to leave. */
function leave(tools: KeyTools): boolean {
  const store = tools.store();
  if (tools.tooltip.visible) tools.tooltip.hide(true);
  if (tools.stop() !== null) tools.stopAt(null);
  else if (store.state.clauses[CLAUSE_SOURCE] !== undefined) store.clear(CLAUSE_SOURCE);
  else if (store.state.selectedId !== null) store.select(null);
  else return false;
  return true;
}
