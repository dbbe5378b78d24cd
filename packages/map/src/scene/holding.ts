import { type Frame, shownOf, tally } from "./frame.ts";
import type { MapScene } from "./types.ts";

/** Shown rows that are drawn together, counted. */
export interface Holding {
  readonly count: number;
  readonly certain: number;
  readonly possible: number;
  /** By category, most first. */
  readonly shares: readonly { readonly category: number; readonly count: number; readonly imprecise: number }[];
  readonly selected: boolean;
  readonly hovered: boolean;
  /** The rows themselves; where counts are kept they are gathered only when asked for. */
  readonly rows: () => readonly number[];
}

/** Rows of the area with this place in the index. */
export function areaHolding(frame: Frame, index: number): Holding {
  const { rows } = frame.index.areas[index] as { rows: readonly number[] };
  const { table } = frame;
  return table === null ? rowsHolding(frame, shownOf(frame, rows)) : slotHolding(frame, table.firstArea + index);
}

/** Rows of a slot of the kept counts. */
export function slotHolding(frame: Frame, slot: number): Holding {
  const table = frame.table as NonNullable<Frame["table"]>;
  const count = table.shown[slot] as number;
  const certain = table.certain[slot] as number;
  const stands = (row: number) => row >= 0 && table.slotOf(row) === slot;
  return {
    ...{ count, certain, possible: count - certain, shares: count === 0 ? [] : table.shares(slot) },
    selected: stands(frame.selectedRow),
    hovered: stands(frame.hoveredRow),
    rows: () => shownOf(frame, table.rowsOf(slot)),
  };
}

/** Rows that are at hand. */
export function rowsHolding(frame: Frame, rows: readonly number[]): Holding {
  const { certain, possible, shares } = tally(frame, rows);
  return {
    ...{ count: rows.length, certain, possible },
    shares: shares.map((share) => ({ ...share, imprecise: 0 })),
    selected: rows.includes(frame.selectedRow),
    hovered: rows.includes(frame.hoveredRow),
    rows: () => rows,
  };
}

/** Several as one. */
export function joined(parts: readonly Holding[]): Holding {
  if (parts.length === 1) return parts[0] as Holding;
  const sum = (of: (part: Holding) => number) => parts.reduce((total, part) => total + of(part), 0);
  const byCategory = new Map<number, { category: number; count: number; imprecise: number }>();
  for (const { category, count, imprecise } of parts.flatMap(({ shares }) => shares)) {
    const known = byCategory.get(category) ?? { category, count: 0, imprecise: 0 };
    known.count += count;
    known.imprecise += imprecise;
    byCategory.set(category, known);
  }
  return {
    count: sum(({ count }) => count),
    certain: sum(({ certain }) => certain),
    possible: sum(({ possible }) => possible),
    shares: [...byCategory.values()].sort((a, b) => b.count - a.count || a.category - b.category),
    selected: parts.some(({ selected }) => selected),
    hovered: parts.some(({ hovered }) => hovered),
    rows: () => parts.flatMap((part) => part.rows()),
  };
}

/**
 * Gives a glyph its rows. Where they are many they are gathered when first read: a picture of a million rows needs their
 * number only.
 */
export function withRows<T extends object>(
  glyph: T,
  rows: () => readonly number[],
): T & { readonly rows: readonly number[] } {
  let read: readonly number[] | null = null;
  return Object.defineProperty(glyph, "rows", {
    enumerable: true,
    configurable: true,
    get: () => {
      read ??= rows();
      return read;
    },
  }) as T & { readonly rows: readonly number[] };
}

/** As the rows of glyphs, the tray's are gathered when first read. */
export function withTray(scene: Omit<MapScene, "tray">, rows: () => readonly number[]): MapScene {
  let read: readonly number[] | null = null;
  return Object.defineProperty(scene, "tray", {
    enumerable: true,
    get: () => {
      read ??= rows();
      return read;
    },
  }) as MapScene;
}
