import { CERTAIN, type Columns, HIDDEN } from "../types.ts";
import type { Page, PageQuery } from "./engine.ts";
import { queryError } from "./questions.ts";

/** What a page is cut from. */
export interface PageSource {
  readonly columns: Columns;
  readonly timeOrder: Uint32Array;
  readonly standings: Uint8Array;
  id(row: number): string;
  incident(row: number): Page["records"][number];
}

const MOST_RECORDS = 10_000;

/** Where the last record of a page stands. A row settles it where two records bear one id. */
type Cursor = readonly [startMs: number | null, id: string, row: number];

/**
 * Cuts the page behind a cursor out of the time order. Cost: one step per row that is passed over, and a sort by id of the
 * rows of each instant that is touched.
 */
export function pageOf(source: PageSource, query: PageQuery): Page {
  const { order = "time", limit = 100 } = query;
  if (order !== "time" && order !== "-time") {
    throw queryError(`"${String(order)}" is no order of a page.`, 'Give "time" or "-time".');
  }
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= MOST_RECORDS)) {
    throw queryError(
      `A page of ${String(limit)} records cannot be cut.`,
      `Give a whole number from 1 to ${MOST_RECORDS}.`,
    );
  }
  const direction = order === "time" ? 1 : -1;
  const after = query.after === undefined ? null : cursorOf(query.after);
  const rows: number[] = [];
  for (const run of runsOf(source, direction, after)) {
    const behind = after === null ? run : run.filter((row) => direction * compare(keyOf(source, row), after) > 0);
    rows.push(...behind.slice(0, limit + 1 - rows.length));
    if (rows.length > limit) break;
  }
  const isMore = rows.length > limit;
  const shown = rows.slice(0, limit);
  return {
    records: shown.map((row) => source.incident(row)),
    certain: shown.map((row) => source.standings[row] === CERTAIN),
    next: isMore ? JSON.stringify(keyOf(source, shown.at(-1) as number)) : null,
  };
}

/** The shown rows of one instant after the other, each run in order of ids; those wholly before the cursor are passed over. */
function* runsOf(source: PageSource, direction: 1 | -1, after: Cursor | null): Generator<number[]> {
  const { timeOrder, columns, standings } = source;
  const startOf = (rank: number): number => columns.outerStartMs.at(timeOrder[rank] as number);
  const isSame = (a: number, b: number): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b));
  const last = timeOrder.length;
  let rank = direction === 1 ? 0 : last - 1;
  while (rank >= 0 && rank < last) {
    const startMs = startOf(rank);
    const isBehind = after === null || direction * compareStart(textless(startMs), after[0]) >= 0;
    const run: number[] = [];
    for (; rank >= 0 && rank < last && isSame(startOf(rank), startMs); rank += direction) {
      const row = timeOrder[rank] as number;
      if (isBehind && standings[row] !== HIDDEN) run.push(row);
    }
    if (run.length > 1) run.sort((a, b) => direction * compare(keyOf(source, a), keyOf(source, b)));
    if (run.length > 0) yield run;
  }
}

/** JSON knows no NaN and no infinity: undated rows have null, open ones a far number. */
function textless(startMs: number): number | null {
  if (Number.isNaN(startMs)) return null;
  return startMs === Number.NEGATIVE_INFINITY ? -Number.MAX_VALUE : startMs;
}

function keyOf(source: PageSource, row: number): Cursor {
  return [textless(source.columns.outerStartMs.at(row)), source.id(row), row];
}

function compare(a: Cursor, b: Cursor): number {
  return compareStart(a[0], b[0]) || compareText(a[1], b[1]) || a[2] - b[2];
}

/** Undated rows come last. */
function compareStart(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function cursorOf(text: string): Cursor {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    parsed = null;
  }
  const [startMs, id, row] = Array.isArray(parsed) ? parsed : [];
  if ((startMs === null || typeof startMs === "number") && typeof id === "string" && typeof row === "number") {
    return [startMs, id, row];
  }
  throw queryError(`${JSON.stringify(text)} is no cursor of a page.`, "Give `next` of the page before, as it is.");
}
