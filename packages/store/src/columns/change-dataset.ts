import type { Incident, Issue } from "@whenwhere/model";
import type { Columns } from "../types.ts";
import { type CategoryField, readColumns } from "./build-columns.ts";
import { type Dataset, datasetOfRecords } from "./dataset.ts";
import { createDictionary } from "./dictionary.ts";
import { copyColumn } from "./plain-columns.ts";
import { COLUMN_NAMES, emptyColumns, plainColumns, type WideColumns } from "./wide-columns.ts";

/** Some rows of a data set are gone, others are written anew, others come behind. */
export interface DatasetChange {
  /** Old rows that stay, rising; by default all. */
  readonly kept?: Uint32Array;
  /** Records that take the place of kept ones, by old row. */
  readonly rewritten?: ReadonlyMap<number, Incident>;
  readonly added?: readonly Incident[];
  /** What was wrong with the ids of these. */
  readonly issues?: readonly Issue[];
}

/**
 * The data set after a change: what `buildDataset` would make of the same records, but only the new ones are read.
 * Cost: the reading of the new records, and one copy of the columns.
 */
export function changedDataset(
  data: Dataset,
  change: DatasetChange,
  categoryField: CategoryField | undefined,
): Dataset {
  const records = data.records ?? [];
  const kept = change.kept ?? allRows(records.length);
  const added = change.added ?? [];
  const rewritten = [...(change.rewritten ?? [])];
  const freshRecords = [...rewritten.map(([, incident]) => incident), ...added];
  const fresh = readColumns(freshRecords, categoryField);
  const freshRowOf = new Map(rewritten.map(([row], freshRow) => [row, freshRow]));
  const length = kept.length + added.length;
  // Where each row comes from: an old row, or, below zero, a fresh one.
  const origins = new Int32Array(length);
  origins.set(kept);
  if (freshRowOf.size > 0) {
    for (let i = 0; i < kept.length; i++) {
      const freshRow = freshRowOf.get(kept[i] as number);
      if (freshRow !== undefined) origins[i] = -1 - freshRow;
    }
  }
  for (let i = kept.length; i < length; i++) origins[i] = -1 - (rewritten.length + i - kept.length);
  const runs = runsOf(origins);
  const columns = emptyColumns(length);
  copyRows(columns, [data.columns, plainColumns(fresh.columns)], runs);
  const categories = recoded(columns.category, [data.categories, fresh.categories], origins);
  const sides = [records, freshRecords] as const;
  const joined = runs.flatMap(({ isFresh, from, to }) => sides[isFresh ? 1 : 0].slice(from, to));
  const issues = [...(data.issues?.() ?? []), ...(change.issues ?? [])];
  return { ...datasetOfRecords(plainColumns(columns), categories, joined), issues: () => issues };
}

function allRows(length: number): Uint32Array {
  const rows = new Uint32Array(length);
  for (let row = 0; row < length; row++) rows[row] = row;
  return rows;
}

/** Rows that come one after the other from the same side, in the order in which they stood there. */
interface Run {
  readonly isFresh: boolean;
  readonly from: number;
  readonly to: number;
  /** Where the run begins among the new rows. */
  readonly at: number;
}

/** Most changes leave few runs: whole pieces of a column are moved at once. */
function runsOf(origins: Int32Array): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  while (at < origins.length) {
    const origin = origins[at] as number;
    const isFresh = origin < 0;
    const step = isFresh ? -1 : 1;
    let end = at + 1;
    while (end < origins.length && origins[end] === origin + step * (end - at)) end++;
    const from = isFresh ? -1 - origin : origin;
    runs.push({ isFresh, from, to: from + end - at, at });
    at = end;
  }
  return runs;
}

type OldAndFresh<T> = readonly [old: T, fresh: T];

function copyRows(into: WideColumns, [old, fresh]: OldAndFresh<Columns>, runs: readonly Run[]): void {
  for (const name of COLUMN_NAMES) {
    for (const run of runs) copyColumn((run.isFresh ? fresh : old)[name], into[name], run);
  }
}

/** Gives the categories codes in the order in which they first appear, as if all records were read at once. */
function recoded(
  codes: Uint16Array,
  [old, fresh]: OldAndFresh<readonly string[]>,
  origins: Int32Array,
): readonly string[] {
  const dictionary = createDictionary();
  const oldCodes = new Int32Array(old.length).fill(-1);
  const freshCodes = new Int32Array(fresh.length).fill(-1);
  for (let row = 0; row < codes.length; row++) {
    const isOld = (origins[row] as number) >= 0;
    const known = isOld ? oldCodes : freshCodes;
    const code = codes[row] as number;
    if (known[code] === -1) known[code] = dictionary.code((isOld ? old : fresh)[code] as string);
    codes[row] = known[code] as number;
  }
  return dictionary.values;
}
