import { STATUSES, WhenWhereError } from "@whenwhere/model";
import type { CategoryField } from "../columns/build-columns.ts";
import { changedDataset } from "../columns/change-dataset.ts";
import type { Dataset } from "../columns/dataset.ts";
import type { NumberColumn } from "../types.ts";

/** What a store of a running monitor keeps; at least one of `rows` and `spanMs`, both together where both are given. */
export interface KeepRule {
  /** So many rows: those that came last. */
  readonly rows?: number;
  /**
   * Rows whose outer span reaches into the last so many milliseconds. Rows without a date stay, since they may: give `rows`
   * beside it where they are many.
   */
  readonly spanMs?: number;
  /**
   * The end of that span, in UTC milliseconds: `Date.now` for a monitor of the present. Without it, it is the latest start
   * of a row that is neither planned nor cancelled, so that a file of long ago rolls as well.
   */
  readonly now?: () => number;
}

/** Throws {@link WhenWhereError} `store/keep` for a rule that keeps nothing, or all. */
export function checkKeep(keep: KeepRule): void {
  const { rows, spanMs } = keep;
  const isRows = rows === undefined || (Number.isInteger(rows) && rows > 0);
  const isSpan = spanMs === undefined || (spanMs > 0 && Number.isFinite(spanMs));
  if (isRows && isSpan && (rows !== undefined || spanMs !== undefined)) return;
  throw new WhenWhereError(
    "store/keep",
    `A store cannot keep ${JSON.stringify(keep)}.`,
    "Give `rows`, a whole number, or `spanMs`, milliseconds greater than zero, or both.",
  );
}

/** The data set without what the rule drops, and how many rows that is. Columns without records are left alone. */
export function rolled(
  data: Dataset,
  keep: KeepRule | undefined,
  categoryField: CategoryField | undefined,
): { readonly data: Dataset; readonly dropped: number } {
  if (keep === undefined || data.records === null) return { data, dropped: 0 };
  const kept = keptRows(data, keep);
  const dropped = data.columns.length - kept.length;
  return dropped === 0 ? { data, dropped } : { data: changedDataset(data, { kept }, categoryField), dropped };
}

function keptRows({ columns }: Dataset, { rows, spanMs, now }: KeepRule): Uint32Array {
  const { length, outerStartMs, outerEndMs, status } = columns;
  const kept = new Uint32Array(length);
  let count = 0;
  const sinceMs =
    spanMs === undefined ? Number.NEGATIVE_INFINITY : (now?.() ?? latestMs(outerStartMs, status)) - spanMs;
  // An undated row has no end: no comparison says that it is over.
  for (let row = 0; row < length; row++) if (!(outerEndMs.at(row) <= sinceMs)) kept[count++] = row;
  return kept.subarray(rows === undefined ? 0 : Math.max(0, count - rows), count);
}

const COMING = new Set([STATUSES.indexOf("planned"), STATUSES.indexOf("cancelled")]);

function latestMs(startMs: NumberColumn, status: NumberColumn): number {
  let latest = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < startMs.length; row++) {
    const ms = startMs.at(row);
    if (ms > latest && Number.isFinite(ms) && !COMING.has(status.at(row))) latest = ms;
  }
  return latest;
}
