import { headlines, type Incident } from "@whenwhere/model";
import { recordValue } from "../record-value.ts";
import type { SceneStore } from "../types.ts";

/**
 * Whose words come first where there is no room for all. A name is that of a measure (`killed`: its headline figure) or of a field
 * that holds a number; a function gives a number, run once per record. The greater goes first; a record without a number goes last,
 * since unknown is not zero.
 */
export type LabelPriority = string | ((incident: Incident, row: number) => number | null | undefined);

/** What the order of labels depends on. */
export interface LabelRanks {
  readonly store: Pick<SceneStore, "columns" | "incident">;
  /** -1 = none. */
  readonly selectedRow: number;
  readonly hoveredRow?: number;
  readonly priority?: LabelPriority | undefined;
  /** Numbers of `priority` by row, filled as they are needed. */
  readonly priorities?: Map<number, number>;
}

/**
 * Places of the rows in the order in which they get words: the selected record, the hovered one, those of greater `priority`, then
 * the longer ones (their doubt is what needs words; a day can be read off the axis), then the earlier ones. Nothing of it depends on
 * where the view stands, so panning changes no order.
 */
export function labelOrder(rows: readonly number[], ranks: LabelRanks): readonly number[] {
  const { outerStartMs, outerEndMs } = ranks.store.columns;
  const keys = rows.map((row, place) => {
    const startMs = outerStartMs.at(row);
    return {
      place,
      row,
      tier: tierOf(row, ranks),
      priority: priorityOf(row, ranks),
      startMs,
      endMs: outerEndMs.at(row),
    };
  });
  keys.sort(
    (a, b) =>
      b.tier - a.tier ||
      greaterFirst(a.priority, b.priority) ||
      greaterFirst(a.endMs - a.startMs, b.endMs - b.startMs) ||
      greaterFirst(b.startMs, a.startMs) ||
      a.row - b.row,
  );
  return keys.map(({ place }) => place);
}

function tierOf(row: number, { selectedRow, hoveredRow = -1 }: LabelRanks): number {
  if (row === selectedRow) return 2;
  return row === hoveredRow ? 1 : 0;
}

/** Infinite sides are equal to each other. */
function greaterFirst(a: number, b: number): number {
  return a === b ? 0 : b > a ? 1 : -1;
}

function priorityOf(row: number, { store, priority, priorities }: LabelRanks): number {
  if (priority === undefined) return 0;
  const known = priorities?.get(row);
  if (known !== undefined) return known;
  const incident = store.incident(row);
  const value = typeof priority === "function" ? priority(incident, row) : numberOf(incident, priority);
  const rank = typeof value === "number" && !Number.isNaN(value) ? value : Number.NEGATIVE_INFINITY;
  priorities?.set(row, rank);
  return rank;
}

function numberOf(incident: Incident, name: string): number | null {
  const figure = headlines(incident.figures).find(({ measure }) => measure === name);
  if (figure !== undefined) return figure.value;
  const value = recordValue(incident, name);
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" ? number : null;
}
