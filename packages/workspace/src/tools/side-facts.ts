import { figureInterval, type HeadlineRule, headlines, type Incident, PLACE_PRECISIONS } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import { MOST_READ, type NamedCount, type RowFacts, rowFacts } from "../summary/row-facts.ts";

/** Rows of one side of a comparison, each in time order. No row is in both lists. */
export interface SideRows {
  readonly certain: readonly number[];
  readonly possible: readonly number[];
}

/** Records that surely belong to a side, and those that only possibly do. */
export interface Tally {
  readonly certain: number;
  readonly possible: number;
}

/** Fields whose values are counted on both sides. */
export const COUNTED_FIELDS = ["category", "status", "country", "dated", "precision", "place"] as const;
export type CountedField = (typeof COUNTED_FIELDS)[number];

/**
 * One measure over a side, as far as it is stated. Records that do not speak of the measure add nothing; those that say it is
 * not known are counted in `unknown` and leave the upper end open. Law: low <= value, and low <= high.
 */
export interface SideFigure {
  /** Records with a number. */
  readonly rows: number;
  /** Records that speak of the measure and give no number. */
  readonly unknown: number;
  /** Sum of the numbers that the rule chooses; where it finds none among those given, the least of them. */
  readonly value: number;
  /** Sum of the least numbers of the certain rows. */
  readonly low: number;
  /** Sum of the greatest numbers of all rows; Infinity where one has no upper end. */
  readonly high: number;
}

/** What is counted of one side. */
export interface SideFacts {
  readonly shown: Tally;
  readonly undated: Tally;
  readonly unplaced: Tally;
  readonly areas: Tally;
  readonly uncertain: Tally;
  /** Null, as `places` and `figures`, where the records were too many to read. */
  readonly rivals: Tally | null;
  readonly extentMs: RowFacts["extentMs"];
  readonly fields: Readonly<Partial<Record<CountedField, ReadonlyMap<string, Tally>>>>;
  readonly figures: ReadonlyMap<string, SideFigure> | null;
}

type Running = { -readonly [K in keyof SideFigure]: SideFigure[K] };

function tallies(certain: readonly NamedCount[], possible: readonly NamedCount[]): Map<string, Tally> {
  const counts = new Map<string, Tally>(certain.map(({ name, n }) => [name, { certain: n, possible: 0 }]));
  for (const { name, n } of possible) counts.set(name, { certain: counts.get(name)?.certain ?? 0, possible: n });
  return counts;
}

function countValues(store: Store, field: string, rows: readonly number[]): NamedCount[] {
  const coded = store.field(field);
  if (coded === null) return [];
  const counts = new Map<string, number>();
  for (const row of rows) {
    const from = coded.offsets === null ? row : (coded.offsets[row] as number);
    const to = coded.offsets === null ? row + 1 : (coded.offsets[row + 1] as number);
    for (let at = from; at < to; at++) {
      const value = coded.values[coded.codes[at] as number] ?? "";
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts].map(([name, n]) => ({ name, n }));
}

function countPrecisions({ columns }: Store, rows: readonly number[]): NamedCount[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const name = PLACE_PRECISIONS[columns.placePrecision.at(row)] ?? "unknown";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, n]) => ({ name, n }));
}

function addFigures(sums: Map<string, Running>, incident: Incident, how: { rule: HeadlineRule; sure: boolean }): void {
  for (const { measure, value } of headlines(incident.figures, how.rule)) {
    const sum = sums.get(measure) ?? { rows: 0, unknown: 0, value: 0, low: 0, high: 0 };
    sums.set(measure, sum);
    const [low, high] = figureInterval(incident.figures, measure);
    if (Number.isNaN(low)) {
      sum.unknown++;
      sum.high = Number.POSITIVE_INFINITY;
      continue;
    }
    sum.rows++;
    sum.value += value ?? low;
    // A record that is only possibly here may add nothing.
    sum.low += how.sure ? low : 0;
    sum.high += high;
  }
}

function figuresOf(store: Store, rows: SideRows, rule: HeadlineRule): ReadonlyMap<string, SideFigure> {
  const sums = new Map<string, Running>();
  for (const row of rows.certain) addFigures(sums, store.incident(row), { rule, sure: true });
  for (const row of rows.possible) addFigures(sums, store.incident(row), { rule, sure: false });
  return sums;
}

/**
 * Counts the rows of a side, the certain and the possible ones apart.
 * Cost: two passes over them; up to 50,000 also a look into each record.
 */
export function sideFacts(store: Store, rows: SideRows, rule: HeadlineRule): SideFacts {
  const [sure, open] = [rowFacts(store, rows.certain), rowFacts(store, rows.possible)];
  const reads = rows.certain.length + rows.possible.length <= MOST_READ;
  const both = (key: "shown" | "undated" | "unplaced" | "areas" | "uncertain"): Tally => ({
    certain: sure[key],
    possible: open[key],
  });
  const counted = (field: string) =>
    tallies(countValues(store, field, rows.certain), countValues(store, field, rows.possible));
  const ends = [sure.extentMs, open.extentMs].filter((one) => one !== null);
  return {
    shown: both("shown"),
    undated: both("undated"),
    unplaced: both("unplaced"),
    areas: both("areas"),
    uncertain: both("uncertain"),
    rivals: reads ? { certain: sure.rivals ?? 0, possible: open.rivals ?? 0 } : null,
    extentMs:
      ends.length === 0 ? null : [Math.min(...ends.map(([start]) => start)), Math.max(...ends.map(([, end]) => end))],
    fields: {
      category: tallies(sure.categories, open.categories),
      status: tallies(sure.statuses, open.statuses),
      country: counted("country"),
      dated: counted("dated"),
      precision: tallies(countPrecisions(store, rows.certain), countPrecisions(store, rows.possible)),
      ...(reads ? { place: tallies(sure.places ?? [], open.places ?? []) } : {}),
    },
    figures: reads ? figuresOf(store, rows, rule) : null,
  };
}
