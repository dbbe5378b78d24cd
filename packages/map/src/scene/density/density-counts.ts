import { finishSteps, PLACE_PRECISIONS, ROWS_A_STEP, type Steps, stepsOver } from "@whenwhere/model";
import { CERTAIN, type Columns, HIDDEN, type Standing } from "@whenwhere/store";
import { ASSUMED_RADIUS_M } from "../glyphs/place-defaults.ts";
import type { PlaceIndex } from "../spots/place-index.ts";
import { PlaceNumbers } from "../spots/place-numbers.ts";
import { type Level, levelKey } from "../spots/region.ts";
import { isRound } from "../spots/sort-places.ts";
import { blocksOf, type Run } from "../spots/spot-groups.ts";
import type { SpotOrder } from "../spots/spot-order.ts";
import { DensitySites, type HexWindow, type Spread, shareOfRadius } from "./density-sites.ts";
import { type HexGrid, hexAt, hexGrid, hexMiddle, modulo, placeOfShare } from "./hex-grid.ts";

/** How the ground is coloured by how many records it has. */
export type DensityKind = "hexbin" | "heat";

/** Width of a hexagon at a whole zoom; half as wide again before the next one. */
const WIDTH_PX: Readonly<Record<DensityKind, number>> = { hexbin: 26, heat: 15 };
/** Tables of levels that were left are kept. */
const KEPT = 2;

/** Rows by hexagon. Slots: hexagons of the window, places beyond it, rows known by area only, rows without a place, sites. */
export interface DensityTable {
  readonly key: string;
  readonly grid: HexGrid;
  readonly window: HexWindow;
  readonly shown: Int32Array;
  readonly certain: Int32Array;
  readonly codes: Uint32Array;
  /** Places beyond the window: one slot each from `firstFar`. */
  readonly far: readonly (readonly [lon: number, lat: number])[];
  readonly firstFar: number;
  readonly areaOnly: number;
  readonly none: number;
  /** Places with a doubt wider than a hexagon: one slot each from here. */
  readonly firstSite: number;
  readonly spreads: readonly Spread[];
  /** Hexagon of the window that a site stands in; -1 beyond it. */
  readonly siteCells: Int32Array;
  /** Most records a square kilometre that a hexagon of this zoom has over all time, whatever the filters. */
  readonly peakPerKm2: number;
}

/** Counts by hexagon that follow the rows. */
export interface DensityCounts {
  readonly kind: DensityKind;
  /** Standing of each row as last followed. */
  readonly passing: Uint8Array;
  readonly shown: number;
  isReady(level: Level): boolean;
  prepare(level: Level): Steps<void>;
  /** Cost: one step a row that stands otherwise than at the last call; at a new level one a row. */
  follow(standing: Standing, level: Level): DensityTable;
}

/** What the counts are made over. */
export interface DensityRows {
  readonly columns: Columns;
  readonly index: PlaceIndex;
}

/** Makes the counts of a kind; nothing is counted before the first question. */
export function createDensityCounts(rows: DensityRows, kind: DensityKind): DensityCounts {
  const passing = new Uint8Array(rows.columns.length);
  const kept = new Map<string, DensityTable>();
  const peaks = new Map<number, number>();
  let live: DensityTable | null = null;
  let last: { readonly standing: Standing; readonly version: number } | null = null;
  let shown = 0;

  const tableOf = function* (level: Level): Steps<DensityTable> {
    const key = levelKey(level);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const grid = hexGrid(level.zoom, WIDTH_PX[kind]);
    const order = yield* rows.index.located();
    const peakPerKm2 = peaks.get(level.zoom) ?? (yield* peakOf(order, rows.columns, grid));
    peaks.set(level.zoom, peakPerKm2);
    const table = yield* tableSteps(rows, { order, grid, level, peakPerKm2 });
    kept.set(key, table);
    for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
    return table;
  };
  return {
    kind,
    passing,
    get shown() {
      return shown;
    },
    isReady: (level) => kept.has(levelKey(level)),
    *prepare(level) {
      yield* tableOf(level);
    },
    follow(standing, level) {
      const now = standing.states;
      const table = finishSteps(tableOf(level));
      const known = table === live && standing === last?.standing ? standing.changesSince(last.version) : null;
      if (known === null) {
        passing.set(now.subarray(0, passing.length));
        shown = countAll(passing, table);
      } else for (const { rows: rowsOf } of known) shown += take(passing, now, { rowsOf, table });
      live = table;
      last = { standing, version: standing.version };
      return table;
    },
  };
}

function countAll(passing: Uint8Array, { codes, shown, certain }: DensityTable): number {
  shown.fill(0);
  certain.fill(0);
  let sum = 0;
  for (let row = 0; row < passing.length; row++) {
    if (passing[row] === HIDDEN) continue;
    const slot = codes[row] as number;
    shown[slot] = (shown[slot] as number) + 1;
    certain[slot] = (certain[slot] as number) + Number(passing[row] === CERTAIN);
    sum++;
  }
  return sum;
}

function take(
  passing: Uint8Array,
  now: Uint8Array,
  { rowsOf, table }: { readonly rowsOf: Uint32Array; readonly table: DensityTable },
): number {
  const { codes, shown, certain } = table;
  let sum = 0;
  for (let i = 0; i < rowsOf.length; i++) {
    const row = rowsOf[i] as number;
    const [before, after] = [passing[row] as number, now[row] as number];
    if (before === after) continue;
    passing[row] = after;
    const slot = codes[row] as number;
    const more = Number(after !== HIDDEN) - Number(before !== HIDDEN);
    shown[slot] = (shown[slot] as number) + more;
    certain[slot] = (certain[slot] as number) + Number(after === CERTAIN) - Number(before === CERTAIN);
    sum += more;
  }
  return sum;
}

/** The doubt of a row in metres, stated or assumed. */
function radiusReader({ radiusM, placePrecision }: Columns): (row: number) => number {
  const assumed = PLACE_PRECISIONS.map((precision) => ASSUMED_RADIUS_M[precision]);
  return (row) => {
    const stated = radiusM.at(row);
    return stated > 0 ? stated : (assumed[placePrecision.at(row)] as number);
  };
}

/** Over all rows, so that a colour means the same at every moment; what is spread counts for its share. */
function* peakOf({ rows, x, y }: SpotOrder, columns: Columns, grid: HexGrid): Steps<number> {
  const numbers = new PlaceNumbers();
  const radiusOf = radiusReader(columns);
  const sums: number[] = [];
  let peak = 0;
  yield* stepsOver(rows.length, (i) => {
    const place = [x[i] as number, y[i] as number] as const;
    const [column, row] = hexAt(grid, place[0], place[1]);
    const reach = shareOfRadius(radiusOf(rows[i] as number), place[1]) / grid.width;
    const number = numbers.of(column, row, { radiusM: 0, kind: 0 });
    const sum = (sums[number] ?? 0) + 1 / Math.max(1, (Math.PI * reach ** 2) / (Math.sqrt(3) / 2));
    sums[number] = sum;
    peak = Math.max(peak, sum / grid.areaKm2(row));
  });
  return peak;
}

interface TableInput {
  readonly order: SpotOrder;
  readonly grid: HexGrid;
  readonly level: Level;
  readonly peakPerKm2: number;
}

function* tableSteps({ columns, index }: DensityRows, input: TableInput): Steps<DensityTable> {
  const { order, grid, level, peakPerKm2 } = input;
  const window = windowOf(grid, level);
  const { near, far: blocks } = yield* blocksOf(order, level);
  const firstFar = window.across * window.down;
  const areaOnly = firstFar + blocks.length;
  const none = areaOnly + 1;
  const firstSite = none + 1;
  const codes = new Uint32Array(columns.length);
  const radiusOf = radiusReader(columns);
  const sites = new DensitySites(grid);
  const slotOf = (row: number, x: number, y: number): number => {
    const hex = hexAt(grid, x, y);
    const radiusM = radiusOf(row);
    const wide = shareOfRadius(radiusM, y) > grid.width / 2;
    return wide ? firstSite + sites.of(hex, radiusM) : cellOf(grid, window, hex);
  };
  yield* stepsOverRuns(near, (i) => {
    const row = order.rows[i] as number;
    codes[row] = slotOf(row, order.x[i] as number, order.y[i] as number);
  });
  const far = yield* middlesOf(order, blocks);
  for (const [i, { from, to }] of blocks.entries()) {
    for (let at = from; at < to; at++) codes[order.rows[at] as number] = firstFar + i;
    if (i % FAR_A_STEP === 0) yield;
  }
  for (const area of index.areas) if (!isRound(area)) for (const row of area.rows) codes[row] = areaOnly;
  yield* stepsOver(index.none.length, (i) => {
    codes[index.none[i] as number] = none;
  });
  const spreads: Spread[] = [];
  yield* stepsOver(sites.length, (site) => spreads.push(sites.spread(site, window)));
  const slots = firstSite + sites.length;
  return {
    ...{ key: levelKey(level), grid, window, codes, far, firstFar, areaOnly, none, firstSite, spreads, peakPerKm2 },
    shown: new Int32Array(slots),
    certain: new Int32Array(slots),
    siteCells: Int32Array.from({ length: sites.length }, (_, site) => cellOf(grid, window, sites.hexOf(site))),
  };
}

function* stepsOverRuns(runs: readonly Run[], visit: (entry: number) => void): Steps<void> {
  let unpaused = 0;
  for (const { from, to } of runs) {
    for (let i = from; i < to; i++) {
      visit(i);
      if (++unpaused % ROWS_A_STEP === 0) yield;
    }
  }
}

/** Blocks beyond the window, from one pause to the next. */
const FAR_A_STEP = 16;

/** The mean place of each run. */
function* middlesOf({ x: xs, y: ys }: SpotOrder, runs: readonly Run[]): Steps<(readonly [number, number])[]> {
  const middles: (readonly [number, number])[] = [];
  for (const [i, { from, to }] of runs.entries()) {
    let [x, y] = [0, 0];
    for (let at = from; at < to; at++) {
      x += xs[at] as number;
      y += ys[at] as number;
    }
    middles.push(placeOfShare([x / (to - from), y / (to - from)]));
    if (i % FAR_A_STEP === 0) yield;
  }
  return middles;
}

/** The hexagons that the region of a level touches. */
function windowOf(grid: HexGrid, { region }: Level): HexWindow {
  if (region === null) return { column0: 0, row0: 0, across: grid.columns, down: grid.rows };
  const count = 2 ** region.zoom;
  const column0 = Math.floor(region.x0 / count / grid.width) - 2;
  const across = Math.ceil((region.x0 + region.across) / count / grid.width) + 2 - column0;
  const row0 = Math.max(0, Math.floor(region.y0 / count / grid.pitch) - 2);
  const down = Math.min(grid.rows, Math.ceil((region.y0 + region.down) / count / grid.pitch) + 2) - row0;
  const round = across >= grid.columns || region.across >= count;
  return { column0: round ? 0 : modulo(column0, grid.columns), row0, across: round ? grid.columns : across, down };
}

/** Number of a hexagon in a window; -1 beyond it. */
function cellOf(grid: HexGrid, window: HexWindow, [column, row]: readonly [number, number]): number {
  const right = modulo(column - window.column0, grid.columns);
  const down = row - window.row0;
  return right < window.across && down >= 0 && down < window.down ? down * window.across + right : -1;
}

/** Middle of a hexagon of a window, in shares of the square. */
export function middleOfCell({ grid, window }: Pick<DensityTable, "grid" | "window">, cell: number) {
  const row = window.row0 + Math.floor(cell / window.across);
  const column = modulo(window.column0 + (cell % window.across), grid.columns);
  return { row, middle: hexMiddle(grid, column, row) };
}

/** Records that each hexagon of the window is expected to hold: its own, and its shares of the sites around. */
export function expectedCounts({ window, shown, firstSite, spreads }: DensityTable): Float64Array {
  const { across, down } = window;
  const steps = new Float64Array((across + 1) * down + 1);
  spreads.forEach(({ share, runs }, site) => {
    const count = shown[firstSite + site] as number;
    if (count === 0) return;
    for (const [from, to] of runs) {
      steps[from] = (steps[from] as number) + count * share;
      steps[to] = (steps[to] as number) - count * share;
    }
  });
  const counts = new Float64Array(across * down);
  for (let row = 0; row < down; row++) {
    let sum = 0;
    for (let column = 0; column < across; column++) {
      sum += steps[row * (across + 1) + column] as number;
      counts[row * across + column] = Math.max(0, sum) + (shown[row * across + column] as number);
    }
  }
  return counts;
}
