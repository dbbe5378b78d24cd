import type { Store } from "@whenwhere/store";
import {
  type ColumnStop,
  columnAt,
  columnInLane,
  firstColumn,
  nextColumn,
  stopOf,
} from "../../scene/bands/column-stops.ts";
import type { FoldColumn, TimelineScene, TimeSpan } from "../../scene/types.ts";
import { arrowsOf } from "../picture/orient.ts";

/** What walking over columns may do. */
export interface ColumnTools {
  store(): Store;
  scene(): TimelineScene;
  view(): TimeSpan;
  /** Column of the keyboard; null when it walks records. */
  stop(): ColumnStop | null;
  stopAt(stop: ColumnStop | null): void;
  setView(span: TimeSpan, how?: "animate"): void;
}

/** Where a band has no marks to walk, the arrows walk its columns; Enter shows what a column holds, Escape goes back to records. */
export function columnKey(tools: ColumnTools, key: string): boolean {
  const scene = tools.scene();
  const stop = tools.stop();
  const column = stop === null ? null : columnAt(scene, stop);
  if (column === null) return false;
  const { forward, back, nextLane, lastLane } = arrowsOf(scene);
  const steps: Readonly<Record<string, number>> = { [forward]: 1, [back]: -1, PageDown: 10, PageUp: -10 };
  const step = steps[key];
  if (step !== undefined) walk(tools, column, step);
  else if (key === nextLane || key === lastLane) {
    tools.stopAt(stopOf(scene, columnInLane(scene, column, key === nextLane ? 1 : -1)));
  } else if (key === "Enter" || key === " ") {
    tools.stopAt(null);
    tools.setView({ startMs: column.startMs, endMs: column.endMs }, "animate");
  } else return false;
  return true;
}

/** Puts the keyboard on the first column in view, where no record has a mark. False where there are marks, or no columns. */
export function enterColumns(tools: ColumnTools): boolean {
  const scene = tools.scene();
  const column = scene.counts.drawn > 0 ? null : firstColumn(scene);
  if (column === null) return false;
  tools.stopAt(stopOf(scene, column));
  return true;
}

/** Past the last column in view the view follows by half of itself. */
function walk(tools: ColumnTools, column: FoldColumn, step: number): void {
  const scene = tools.scene();
  const next = nextColumn(scene, column, step);
  if (next !== null) {
    tools.stopAt(stopOf(scene, next));
    return;
  }
  const { startMs, endMs } = tools.view();
  const byMs = ((endMs - startMs) / 2) * Math.sign(step);
  const { code } = stopOf(scene, column);
  const lengthMs = column.endMs - column.startMs;
  const atMs = step > 0 ? column.endMs + lengthMs * (step - 1) : column.startMs + lengthMs * step;
  tools.stopAt({ code, startMs: atMs, endMs: atMs + lengthMs });
  tools.setView({ startMs: startMs + byMs, endMs: endMs + byMs });
}
