import { EARTH_CIRCUMFERENCE_M } from "../earth.ts";
import { PlaceNumbers } from "../spots/place-numbers.ts";
import { type HexGrid, hexMiddle, mercatorStretch, modulo, shift } from "./hex-grid.ts";

/** The hexagons of a grid whose counts are kept, in rows. */
export interface HexWindow {
  readonly column0: number;
  readonly row0: number;
  readonly across: number;
  readonly down: number;
}

/** Half the height of a doubt on the map, as a share of the square. */
export function shareOfRadius(radiusM: number, y: number): number {
  return (radiusM / EARTH_CIRCUMFERENCE_M) * mercatorStretch(y);
}

/** Radii to two digits: records of a town whose doubts differ by a few metres are one site. */
function rounded(radiusM: number): number {
  const unit = 10 ** (Math.floor(Math.log10(radiusM)) - 1);
  return Math.round(radiusM / unit) * unit;
}

interface Site {
  readonly column: number;
  readonly row: number;
  readonly radiusM: number;
}

/** Places with a doubt wider than a hexagon, joined where hexagon and radius are the same. */
export class DensitySites {
  readonly #grid: HexGrid;
  readonly #numbers = new PlaceNumbers();
  readonly #sites: Site[] = [];

  constructor(grid: HexGrid) {
    this.#grid = grid;
  }
  get length(): number {
    return this.#sites.length;
  }
  /** The number of the site of a place. */
  of([column, row]: readonly [number, number], radiusM: number): number {
    const site = { column, row, radiusM: rounded(radiusM) };
    const number = this.#numbers.of(column, row, { radiusM: site.radiusM, kind: 0 });
    if (number === this.#sites.length) this.#sites.push(site);
    return number;
  }
  /** The hexagon of a site. */
  hexOf(site: number): readonly [column: number, row: number] {
    const { column, row } = this.#sites[site] as Site;
    return [column, row];
  }
  /** Where a site is spread: its share a hexagon, and the runs of hexagons that get it. Law: the shares of the whole grid add up to 1. */
  spread(site: number, window: HexWindow): Spread {
    return spreadOf(this.#grid, this.#sites[site] as Site, window);
  }
}

/** Runs lie in rows that are one entry longer than the window is wide: an amount is added at `from` and taken away at `to`. */
export interface Spread {
  readonly share: number;
  readonly runs: readonly (readonly [from: number, to: number])[];
}

function spreadOf(grid: HexGrid, { column, row, radiusM }: Site, window: HexWindow): Spread {
  const [x, y] = hexMiddle(grid, column, row);
  const reach = shareOfRadius(radiusM, y);
  const runs: (readonly [number, number])[] = [];
  let count = 0;
  const rows = Math.floor(reach / grid.pitch);
  for (let at = Math.max(0, row - rows); at <= Math.min(grid.rows - 1, row + rows); at++) {
    const half = Math.sqrt(Math.max(0, reach ** 2 - ((at - row) * grid.pitch) ** 2));
    const first = Math.ceil((x - half) / grid.width - shift(at) - 1e-9);
    const last = Math.floor((x + half) / grid.width - shift(at) + 1e-9);
    const length = Math.min(grid.columns, last - first + 1);
    if (length <= 0) continue;
    count += length;
    const down = at - window.row0;
    if (down >= 0 && down < window.down) addRuns(runs, grid, { window, down, first, length });
  }
  return { share: 1 / count, runs };
}

/** What of a run is in the window: it may come round the world into it again. */
function addRuns(
  runs: (readonly [number, number])[],
  { columns }: HexGrid,
  part: { readonly window: HexWindow; readonly down: number; readonly first: number; readonly length: number },
): void {
  const { window, down, first, length } = part;
  const begin = modulo(first - window.column0, columns);
  const line = down * (window.across + 1);
  for (const from of [begin, begin - columns]) {
    const [left, right] = [Math.max(0, from), Math.min(window.across, from + length)];
    if (left < right) runs.push([line + left, line + right]);
  }
}
