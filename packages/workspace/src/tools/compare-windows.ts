import { DAY_MS } from "@whenwhere/model";
import { CERTAIN, type Clause, DATE_BITS, HIDDEN, type Store } from "@whenwhere/store";
import { type RowFacts, rowFacts } from "../summary/row-facts.ts";
import type { SideRows } from "./side-facts.ts";

/** A half-open span of UTC ms. */
export interface CompareWindow {
  readonly startMs: number;
  readonly endMs: number;
}

/** What lies in one window under all other filters. Law: certain + possible = facts.shown. */
export interface WindowSide {
  readonly certain: number;
  readonly possible: number;
  readonly facts: RowFacts;
}

/** Source of the window clause in force; undefined without one. */
function windowSource(store: Store): string | undefined {
  return Object.values(store.state.clauses).find((clause: Clause) => clause.kind === "window")?.source;
}

/** How a row stands in a window, by the store's own rule: 0 outside, 1 possibly inside, 2 surely. */
function standing({ columns }: Store, row: number, { startMs, endMs }: CompareWindow): 0 | 1 | 2 {
  const [from, to] = [columns.outerStartMs.at(row), columns.outerEndMs.at(row)];
  if (Number.isNaN(from)) return 1;
  if (startMs >= endMs || from >= endMs || to <= startMs) return 0;
  if ((columns.dateBits.at(row) & DATE_BITS.uncertain) !== 0) return 1;
  const [coreFrom, coreTo] = [columns.coreStartMs.at(row), columns.coreEndMs.at(row)];
  if (!Number.isNaN(coreFrom) && coreFrom < endMs && coreTo > startMs) return 2;
  return from >= startMs && to <= endMs ? 2 : 1;
}

/**
 * The rows of a window under all filters but the window in force. Undated rows are possible in every window.
 * Cost: one pass over the rows.
 */
export function windowRows(store: Store, window: CompareWindow): SideRows {
  const passing = store.passing(windowSource(store));
  const [certain, possible]: [number[], number[]] = [[], []];
  for (const row of store.timeOrder) {
    const base = passing[row] as number;
    const stands = base === HIDDEN ? 0 : standing(store, row, window);
    if (stands !== 0) (stands === 2 && base === CERTAIN ? certain : possible).push(row);
  }
  return { certain, possible };
}

/** Counts the rows of a window as {@link windowRows} finds them. Cost: one pass over the rows. */
export function windowSide(store: Store, window: CompareWindow): WindowSide {
  const { certain, possible } = windowRows(store, window);
  const facts = rowFacts(store, [...certain, ...possible]);
  return { certain: certain.length, possible: possible.length, facts };
}

/** Two windows to begin with: the one in force and as long a time before it, else all dates, parted where half of the records begin. */
export function firstWindows(store: Store): readonly [CompareWindow, CompareWindow] | null {
  const source = windowSource(store);
  const clause = source === undefined ? undefined : store.state.clauses[source];
  if (clause?.kind === "window" && Number.isFinite(clause.endMs - clause.startMs)) {
    const [startMs, endMs] = [Math.round(clause.startMs), Math.round(clause.endMs)];
    const lengthMs = endMs - startMs;
    return [
      { startMs: startMs - lengthMs, endMs: startMs },
      { startMs, endMs },
    ];
  }
  if (store.extentMs === null) return null;
  const [startMs, endMs] = store.extentMs;
  const parted = partOf(store, startMs, endMs);
  return [
    { startMs, endMs: parted },
    { startMs: parted, endMs },
  ];
}

/**
 * Between the records of which half are shown before, half after, so that neither window is as good as empty; the middle of the
 * span where they tell nothing. At a turn of the day, if one is near.
 */
function partOf(store: Store, startMs: number, endMs: number): number {
  const { outerStartMs } = store.columns;
  const passing = store.passing();
  const rows = store.timeOrder.filter((row) => {
    const ms = outerStartMs.at(row);
    return passing[row] !== HIDDEN && startMs <= ms && ms < endMs;
  });
  const half = rows.length >> 1;
  const startOf = (place: number): number => outerStartMs.at(rows[place] as number);
  const middle = (startMs + endMs) / 2;
  const parted = half === 0 ? middle : (startOf(half - 1) + startOf(half)) / 2;
  const turnBy = (ms: number): number => Math.round(ms / DAY_MS) * DAY_MS;
  const isWithin = (ms: number): boolean => startMs < ms && ms < endMs;
  return Math.round([turnBy(parted), parted, turnBy(middle)].find(isWithin) ?? middle);
}
