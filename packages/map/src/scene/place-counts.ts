import { PLACE_PRECISIONS } from "@whenwhere/model";
import type { Columns, NumberColumn } from "@whenwhere/store";
import { CERTAIN, HIDDEN } from "@whenwhere/store";
import type { AreaRef } from "./area-ref.ts";
import { ASSUMED_RADIUS_M, MARK_RADIUS_PX } from "./place-defaults.ts";
import type { SpotGroups } from "./spot-groups.ts";

/** Rows by what they are drawn with: slots are the groups of one zoom, then the areas, then the rows without a place. */
export interface CountTable {
  readonly zoom: number;
  readonly groups: SpotGroups;
  /** Shown and certain rows by slot. */
  readonly shown: Int32Array;
  readonly certain: Int32Array;
  /** Slot of the first area, and the slot of the rows without a place. */
  readonly firstArea: number;
  readonly none: number;
  slotOf(row: number): number;
  /** Shown rows of a slot by category, most first; `imprecise` ones are known worse than a mark shows. */
  shares(slot: number): readonly { readonly category: number; readonly count: number; readonly imprecise: number }[];
}

/** Exact counts that follow the rows. */
export interface PlaceCounts {
  /** Standing of each row as last followed. Read, do not keep. */
  readonly passing: Uint8Array;
  /** Shown rows in all. */
  readonly shown: number;
  /**
   * The counts of a zoom under `passing`. Cost: one look at four rows at a time, and one step a row that stands otherwise
   * than at the last call; at a new zoom one step a row.
   */
  follow(passing: Uint8Array, zoom: number): CountTable;
}

/** What the counts are made over. */
export interface CountedRows {
  readonly columns: Columns;
  readonly areas: readonly AreaRef[];
  /** The rows of an area are in the groups of this zoom. */
  readonly folds: (area: AreaRef, zoom: number) => boolean;
  readonly none: Uint32Array;
  readonly groups: (zoom: number) => SpotGroups;
}

/** Hues and shapes repeat beyond this: further categories are counted as the last one. */
const MOST_CATEGORIES = 16;
/** Beyond so many entries a table is not split by category; its groups are then so small that their rows can be asked. */
const MOST_ENTRIES = 4_000_000;
/** Tables of zooms that were left are kept, so that going back costs no sorting. */
const KEPT_ZOOMS = 3;
const METERS_PER_PX = 40_075_016.686 / 512;

/** The place of each row in the table of a zoom: slot, category and whether it is imprecise, in one number. */
interface Codes {
  readonly groups: SpotGroups;
  readonly slots: number;
  /** Entries a slot; 1 = not split. */
  readonly stride: number;
  readonly codes: Uint32Array;
}

/** Makes the counts; nothing is counted before the first question. */
export function createPlaceCounts(rows: CountedRows): PlaceCounts {
  const { length } = rows.columns;
  const passing = new Uint8Array(length);
  const kept = new Map<number, Codes>();
  let live: LiveTable | null = null;
  let shown = 0;

  const codesOf = (zoom: number) => {
    const known = kept.get(zoom) ?? codesAt(rows, zoom);
    kept.delete(zoom);
    kept.set(zoom, known);
    for (const old of [...kept.keys()].slice(0, -KEPT_ZOOMS)) kept.delete(old);
    return known;
  };
  return {
    passing,
    get shown() {
      return shown;
    },
    follow(now, zoom) {
      if (live === null || live.table.zoom !== zoom) {
        passing.set(now.subarray(0, length));
        live = liveTable(rows, { codes: codesOf(zoom), zoom, passing });
        shown = live.addAll();
      } else shown += live.move(now);
      return live.table;
    },
  };
}

function codesAt({ columns, areas, none, groups: groupsAt, folds }: CountedRows, zoom: number): Codes {
  const groups = groupsAt(zoom);
  const slots = groups.length + areas.length + 1;
  const categories = Math.min(MOST_CATEGORIES, highest(columns.category) + 1);
  const stride = slots * categories * 2 <= MOST_ENTRIES ? categories * 2 : 1;
  const codes = new Uint32Array(columns.length);
  const wide = imprecision(columns, zoom);
  const put = (row: number, slot: number) => {
    const category = Math.min(MOST_CATEGORIES - 1, columns.category.at(row));
    codes[row] = stride === 1 ? slot : slot * stride + category * 2 + wide(row);
  };
  for (let group = 0; group < groups.length; group++) {
    for (let i = groups.offsets[group] as number; i < (groups.offsets[group + 1] as number); i++) {
      put(groups.rows[i] as number, group);
    }
  }
  areas.forEach((area, index) => {
    if (!folds(area, zoom)) for (const row of area.rows) put(row, groups.length + index);
  });
  for (const row of none) put(row, slots - 1);
  return { groups, slots, stride, codes };
}

/**
 * 1 where a row is known worse than a mark shows. Measured at the next whole zoom, the nearest that the group is looked at
 * from, so that the share is the same all along and no row passes for better known than it is.
 */
function imprecision({ lat, radiusM, placePrecision }: Columns, zoom: number): (row: number) => 0 | 1 {
  const metersPerPx = METERS_PER_PX / 2 ** (zoom + 1);
  const assumed = PLACE_PRECISIONS.map((precision) => ASSUMED_RADIUS_M[precision]);
  return (row) => {
    const stated = radiusM.at(row);
    const radius = stated > 0 ? stated : (assumed[placePrecision.at(row)] as number);
    if (radius === 0) return 0;
    return radius > MARK_RADIUS_PX * metersPerPx * Math.cos((lat.at(row) * Math.PI) / 180) ? 1 : 0;
  };
}

interface LiveTable {
  readonly table: CountTable;
  /** Counts all rows; how many are shown. */
  addAll(): number;
  /** Takes over how the rows stand now; how many more are shown. */
  move(now: Uint8Array): number;
}

function liveTable(
  { columns, areas, none }: CountedRows,
  { codes: { groups, slots, stride, codes }, zoom, passing }: { codes: Codes; zoom: number; passing: Uint8Array },
): LiveTable {
  const shown = new Int32Array(slots);
  const certain = new Int32Array(slots);
  const split = new Int32Array(stride === 1 ? 0 : slots * stride);
  const apply = (row: number, before: number, after: number): number => {
    const code = codes[row] as number;
    const slot = stride === 1 ? code : (code / stride) | 0;
    const more = (after === HIDDEN ? 0 : 1) - (before === HIDDEN ? 0 : 1);
    shown[slot] = (shown[slot] as number) + more;
    certain[slot] = (certain[slot] as number) + (after === CERTAIN ? 1 : 0) - (before === CERTAIN ? 1 : 0);
    if (stride > 1) split[code] = (split[code] as number) + more;
    return more;
  };
  const rowsOf = (slot: number): ArrayLike<number> =>
    slot < groups.length
      ? groups.rows.subarray(groups.offsets[slot], groups.offsets[slot + 1])
      : (areas[slot - groups.length]?.rows ?? none);
  const wide = imprecision(columns, zoom);
  const scanned = (slot: number) => {
    const counts = new Int32Array(MOST_CATEGORIES * 2);
    const rows = rowsOf(slot);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      if (passing[row] === HIDDEN) continue;
      const at = Math.min(MOST_CATEGORIES - 1, columns.category.at(row)) * 2 + wide(row);
      counts[at] = (counts[at] as number) + 1;
    }
    return counts;
  };
  const table: CountTable = {
    ...{ zoom, groups, shown, certain, firstArea: groups.length, none: slots - 1 },
    slotOf: (row) => (stride === 1 ? (codes[row] as number) : Math.floor((codes[row] as number) / stride)),
    shares: (slot) => sharesOf(stride === 1 ? scanned(slot) : split.subarray(slot * stride, (slot + 1) * stride)),
  };
  return {
    table,
    addAll: () => {
      let sum = 0;
      for (let row = 0; row < passing.length; row++) {
        if (passing[row] !== HIDDEN) sum += apply(row, HIDDEN, passing[row] as number);
      }
      return sum;
    },
    move: (now) => moveRows(passing, now, apply),
  };
}

/** Tells `apply` every row that stands otherwise than before, and takes it over. The sum of its answers. */
function moveRows(
  passing: Uint8Array,
  now: Uint8Array,
  apply: (row: number, before: number, after: number) => number,
): number {
  let sum = 0;
  const change = (row: number) => {
    const before = passing[row] as number;
    const after = now[row] as number;
    if (before === after) return;
    passing[row] = after;
    sum += apply(row, before, after);
  };
  const words = now.byteOffset % 4 === 0 ? Math.floor(passing.length / 4) : 0;
  const old = new Uint32Array(passing.buffer, 0, words);
  const fresh = new Uint32Array(now.buffer, words === 0 ? 0 : now.byteOffset, words);
  for (let word = 0; word < words; word++) {
    if (old[word] === fresh[word]) continue;
    for (let row = word * 4; row < word * 4 + 4; row++) change(row);
  }
  for (let row = words * 4; row < passing.length; row++) change(row);
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

function highest(codes: NumberColumn): number {
  let most = 0;
  for (let row = 0; row < codes.length; row++) most = Math.max(most, codes.at(row));
  return most;
}
