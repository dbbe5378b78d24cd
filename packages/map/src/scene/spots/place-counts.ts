import { finishSteps, PLACE_PRECISIONS, type Steps, stepsOver } from "@whenwhere/model";
import type { Columns, Standing, StandingChange } from "@whenwhere/store";
import { CERTAIN, HIDDEN } from "@whenwhere/store";
import { METERS_PER_PX } from "../earth.ts";
import type { AreaRef } from "../glyphs/area-ref.ts";
import { ASSUMED_RADIUS_M, MARK_RADIUS_PX } from "../glyphs/place-defaults.ts";
import { type Level, levelKey } from "./region.ts";
import type { GroupsOfRows } from "./rows-of-groups.ts";
import type { SpotGroups } from "./spot-groups.ts";

/** Rows by what they are drawn with: slots are the groups of one level, then the areas, then the rows without a place. */
export interface CountTable {
  readonly level: Level;
  readonly groups: SpotGroups;
  /** Shown and certain rows by slot. */
  readonly shown: Int32Array;
  readonly certain: Int32Array;
  /** Slot of the first area, and the slot of the rows without a place. */
  readonly firstArea: number;
  readonly none: number;
  slotOf(row: number): number;
  /** All rows of a slot, shown or not, in rising order. */
  rowsOf(slot: number): ArrayLike<number>;
  /** Shown rows of a slot by category, most first; `imprecise` ones are known worse than a mark shows. */
  shares(slot: number): readonly { readonly category: number; readonly count: number; readonly imprecise: number }[];
}

/** Exact counts that follow the rows. */
export interface PlaceCounts {
  /** Standing of each row as last followed. Read, do not keep. */
  readonly passing: Uint8Array;
  /** Shown rows in all. */
  readonly shown: number;
  /** The counts of this level can be asked without a pause being felt. */
  isReady(level: Level): boolean;
  /** The groups of a level and where each row went, as long as it is ready; null later. */
  groupsOf(level: Level): Pick<GroupsOfRows, "groups" | "groupOf"> | null;
  /** Makes ready what is costly of a level, with pauses. */
  prepare(level: Level): Steps<void>;
  /**
   * The counts of a level. Cost: one step a row that stands otherwise than at the last call; one step a row of all where the store
   * does not know which ones do, and at a new level.
   */
  follow(standing: Standing, level: Level): CountTable;
}

/** What the counts are made over. */
export interface CountedRows {
  readonly columns: Columns;
  /** Rows in the order in which a window passes them. */
  readonly timeOrder: Uint32Array;
  /** Number of categories. */
  readonly categories: number;
  readonly areas: readonly AreaRef[];
  /** The rows of an area are in the groups of this zoom. */
  readonly folds: (area: AreaRef, zoom: number) => boolean;
  readonly none: Uint32Array;
  readonly groupsAt: (level: Level) => Steps<SpotGroups>;
}

/** Hues and shapes repeat beyond this: further categories are counted as the last one. */
const MOST_CATEGORIES = 16;
/** Beyond so many entries a table is not split by category; its groups are then so small that their rows can be asked. */
const MOST_ENTRIES = 4_000_000;
/** Tables of levels that were left are kept, so that going back costs no sorting. */
const KEPT_LEVELS = 3;
/** A zoom that nobody reaches. */
const NEVER = 127;

/**
 * The place of each row in the table of a level: slot, category and whether it is imprecise, in one number. They lie in the order of
 * time, as the rows do that a moving window takes in and leaves: one after the other, where the memory is quick.
 */
interface Codes {
  readonly groups: SpotGroups;
  readonly slots: number;
  /** Entries a slot, a power of two; 1 = not split. */
  readonly stride: number;
  /** By rank in the order of time. */
  readonly codes: Uint32Array;
}

/** Makes the counts; nothing is counted before the first question. */
export function createPlaceCounts(rows: CountedRows): PlaceCounts {
  const { length } = rows.columns;
  const passing = new Uint8Array(length);
  const kept = new Map<string, Codes>();
  let wideFrom: Uint8Array | null = null;
  let ranks: Uint32Array | null = null;
  let live: LiveTable | null = null;
  let last: { readonly standing: Standing; readonly version: number } | null = null;
  let shown = 0;

  const codesOf = function* (level: Level): Steps<Codes> {
    const key = levelKey(level);
    wideFrom ??= yield* imprecision(rows.columns);
    ranks ??= yield* ranksOf(rows.timeOrder);
    const known = kept.get(key) ?? (yield* codesAt(rows, { level, wideFrom, ranks }));
    kept.delete(key);
    kept.set(key, known);
    for (const old of [...kept.keys()].slice(0, -KEPT_LEVELS)) kept.delete(old);
    return known;
  };
  return {
    passing,
    get shown() {
      return shown;
    },
    isReady: (level) => kept.has(levelKey(level)),
    groupsOf(level) {
      const known = kept.get(levelKey(level));
      if (known === undefined) return null;
      const { groups } = known;
      const slotOf = slotReader(known, ranks as Uint32Array);
      return { groups, groupOf: (row) => (slotOf(row) < groups.firstFar ? slotOf(row) : -1) };
    },
    *prepare(level) {
      yield* codesOf(level);
    },
    follow(standing, level) {
      const isKept = live !== null && levelKey(live.table.level) === levelKey(level);
      const changes = isKept && standing === last?.standing ? standing.changesSince(last.version) : null;
      if (live === null || !isKept) {
        const codes = finishSteps(codesOf(level));
        live = liveTable(rows, {
          ...{ codes, level, passing },
          wideFrom: wideFrom as Uint8Array,
          ranks: ranks as Uint32Array,
        });
      }
      if (changes === null) {
        passing.set(standing.states.subarray(0, length));
        shown = live.countAll();
      } else for (const changed of changes) shown += live.move(standing.states, changed);
      last = { standing, version: standing.version };
      return live.table;
    },
  };
}

function* codesAt(
  { columns, categories: given, areas, none, groupsAt, folds }: CountedRows,
  { level, wideFrom, ranks }: Pick<Live, "level" | "wideFrom" | "ranks">,
): Steps<Codes> {
  const groups = yield* groupsAt(level);
  const slots = groups.length + areas.length + 1;
  const categories = Math.max(1, Math.min(MOST_CATEGORIES, given));
  // A power of two: a slot is then a shift away from a code, in the one loop that runs over every row that changes.
  const split = 2 ** Math.ceil(Math.log2(categories * 2));
  const stride = slots * split <= MOST_ENTRIES ? split : 1;
  const codes = new Uint32Array(columns.length);
  const { category } = columns;
  const put = (row: number, slot: number) => {
    const code = Math.min(categories - 1, category.at(row));
    const wide = Number(level.zoom >= (wideFrom[row] as number));
    codes[ranks[row] as number] = stride === 1 ? slot : slot * stride + code * 2 + wide;
  };
  yield* groups.each(put);
  for (const [index, area] of areas.entries()) {
    if (!folds(area, level.zoom)) for (const row of area.rows) put(row, groups.length + index);
    if (index % 64 === 0) yield;
  }
  yield* stepsOver(none.length, (i) => put(none[i] as number, slots - 1));
  return { groups, slots, stride, codes };
}

/**
 * The zoom from which on a row is known worse than a mark shows. Measured at the next whole zoom, the nearest that a group is
 * looked at from, so that the share is the same all along and no row passes for better known than it is.
 */
function* imprecision({ lat, radiusM, placePrecision }: Columns): Steps<Uint8Array> {
  const assumed = PLACE_PRECISIONS.map((precision) => ASSUMED_RADIUS_M[precision]);
  const from = new Uint8Array(lat.length).fill(NEVER);
  yield* stepsOver(lat.length, (row) => {
    const stated = radiusM.at(row);
    const radius = stated > 0 ? stated : (assumed[placePrecision.at(row)] as number);
    if (radius === 0) return;
    from[row] = nextPower((MARK_RADIUS_PX * METERS_PER_PX * Math.cos((lat.at(row) * Math.PI) / 180)) / (2 * radius));
  });
  return from;
}

/** The least whole power of two that is greater, 0 and up; of no number, one that nothing reaches. A logarithm a row would take longer than all the rest. */
function nextPower(value: number): number {
  if (value < 2 ** 31) return 32 - Math.clz32(value);
  return value < 2 ** NEVER ? Math.floor(Math.log2(value)) + 1 : NEVER;
}

/** The rank of each row. */
function* ranksOf(timeOrder: Uint32Array): Steps<Uint32Array> {
  const ranks = new Uint32Array(timeOrder.length);
  yield* stepsOver(timeOrder.length, (rank) => {
    ranks[timeOrder[rank] as number] = rank;
  });
  return ranks;
}

function slotReader({ codes, stride }: Codes, ranks: Uint32Array): (row: number) => number {
  return (row) => Math.floor((codes[ranks[row] as number] as number) / stride);
}

interface LiveTable {
  readonly table: CountTable;
  /** Counts all rows as they stand in `passing`; how many are shown. */
  countAll(): number;
  /** Takes over how these rows stand now; how many more are shown. */
  move(now: Uint8Array, changed: StandingChange): number;
}

interface Live {
  readonly codes: Codes;
  readonly level: Level;
  readonly passing: Uint8Array;
  readonly wideFrom: Uint8Array;
  /** By row. */
  readonly ranks: Uint32Array;
}

function liveTable(
  { columns, timeOrder, areas, none }: CountedRows,
  { codes, level, passing, wideFrom, ranks }: Live,
): LiveTable {
  const { groups, slots, stride } = codes;
  const counts = {
    stride,
    codes: codes.codes,
    ...emptyCounts(slots, stride),
    states: new Uint8Array(timeOrder.length),
  };
  const rowsOf = (slot: number): ArrayLike<number> =>
    slot < groups.length ? groups.rowsOf(slot) : (areas[slot - groups.length]?.rows ?? none);
  const scanned = (slot: number) => {
    const sums = new Int32Array(MOST_CATEGORIES * 2);
    const rows = rowsOf(slot);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      if (passing[row] === HIDDEN) continue;
      const wide = Number(level.zoom >= (wideFrom[row] as number));
      const at = Math.min(MOST_CATEGORIES - 1, columns.category.at(row)) * 2 + wide;
      sums[at] = (sums[at] as number) + 1;
    }
    return sums;
  };
  const { shown, certain, split } = counts;
  const table: CountTable = {
    ...{ level, groups, shown, certain, firstArea: groups.length, none: slots - 1 },
    slotOf: slotReader(codes, ranks),
    rowsOf,
    shares: (slot) => sharesOf(stride === 1 ? scanned(slot) : split.subarray(slot * stride, (slot + 1) * stride)),
  };
  return {
    table,
    countAll: () => countAll(passing, timeOrder, counts),
    move: (now, changed) => takeOver(passing, now, { changed, counts }),
  };
}

/** Rows by slot, and by slot, category and whether they are imprecise. */
interface RowCounts {
  readonly stride: number;
  readonly codes: Uint32Array;
  /** How each rank was counted: read side by side, where those by row lie all over memory. */
  readonly states: Uint8Array;
  readonly shown: Int32Array;
  readonly certain: Int32Array;
  readonly split: Int32Array;
}

function emptyCounts(slots: number, stride: number): Pick<RowCounts, "shown" | "certain" | "split"> {
  return {
    shown: new Int32Array(slots),
    certain: new Int32Array(slots),
    split: new Int32Array(stride === 1 ? 0 : slots * stride),
  };
}

function countAll(
  passing: Uint8Array,
  timeOrder: Uint32Array,
  { stride, codes, states, shown, certain, split }: RowCounts,
): number {
  for (const counts of [shown, certain, split]) counts.fill(0);
  const bits = Math.log2(stride);
  let sum = 0;
  for (let rank = 0; rank < timeOrder.length; rank++) {
    const state = passing[timeOrder[rank] as number] as number;
    states[rank] = state;
    if (state === HIDDEN) continue;
    const code = codes[rank] as number;
    const slot = code >>> bits;
    shown[slot] = (shown[slot] as number) + 1;
    if (state === CERTAIN) certain[slot] = (certain[slot] as number) + 1;
    if (stride > 1) split[code] = (split[code] as number) + 1;
    sum++;
  }
  return sum;
}

/** Counts rows as they stand now. How many more are shown. */
function takeOver(
  passing: Uint8Array,
  now: Uint8Array,
  { changed, counts }: { readonly changed: StandingChange; readonly counts: RowCounts },
): number {
  const { stride, codes, states, shown, certain, split } = counts;
  const { rows, ranks } = changed;
  const bits = Math.log2(stride);
  let sum = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const rank = ranks[i] as number;
    const before = states[rank] as number;
    const after = now[row] as number;
    if (before === after) continue;
    states[rank] = after;
    passing[row] = after;
    const code = codes[rank] as number;
    const slot = code >>> bits;
    const more = Number(after !== HIDDEN) - Number(before !== HIDDEN);
    shown[slot] = (shown[slot] as number) + more;
    certain[slot] = (certain[slot] as number) + Number(after === CERTAIN) - Number(before === CERTAIN);
    if (stride > 1) split[code] = (split[code] as number) + more;
    sum += more;
  }
  return sum;
}

function sharesOf(counts: Int32Array): { category: number; count: number; imprecise: number }[] {
  const shares: { category: number; count: number; imprecise: number }[] = [];
  for (let at = 0; at < counts.length; at += 2) {
    const imprecise = counts[at + 1] as number;
    const count = (counts[at] as number) + imprecise;
    if (count > 0) shares.push({ category: at / 2, count, imprecise });
  }
  return shares.sort((a, b) => b.count - a.count || a.category - b.category);
}
