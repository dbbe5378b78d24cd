import { steadyPeak, TILE } from "./band-tile.ts";
import type { BandTile, HighestColumn } from "./band-types.ts";
import type { Folded } from "./fold.ts";
import { highestBin } from "./highest-bin.ts";

/** Columns of a view, by their numbers, and the tiles that hold them. */
export interface TiledColumns {
  readonly step: Folded["step"];
  /** Numbers of the first and the last column. */
  readonly first: number;
  readonly last: number;
  /** The first tile holds the first column. */
  readonly tiles: readonly BandTile[];
  /** What the view holds of the first and of the last column. */
  cut(edgesMs: Float64Array): readonly [first: number, last: number];
}

/** Columns from tiles. A frame is painted from the tiles themselves; a list of columns is made when somebody asks for one. */
export function foldTiles(of: TiledColumns): Folded {
  let columns: Columns | null = null;
  let cut: readonly [number, number] | null = null;
  const listed = (): Columns => {
    columns ??= listColumns(of);
    return columns;
  };
  let peak = 0;
  for (const tile of of.tiles) if (tile.peak > peak) peak = tile.peak;
  return {
    step: of.step,
    across: 0,
    tiles: of.tiles,
    peak: steadyPeak(peak),
    get edgesMs() {
      return listed().edgesMs;
    },
    get inside() {
      return listed().inside;
    },
    get spread() {
      return listed().spread;
    },
    get touching() {
      return listed().touching;
    },
    get cut() {
      cut ??= of.cut(listed().edgesMs);
      return cut;
    },
    get highest() {
      return highestOf(of);
    },
  };
}

interface Columns {
  readonly edgesMs: Float64Array;
  readonly inside: Float64Array;
  readonly spread: Float64Array;
  readonly touching: Float64Array;
}

function listColumns({ first, last, tiles }: TiledColumns): Columns {
  const count = last - first + 1;
  const out = {
    edgesMs: new Float64Array(count + 1),
    inside: new Float64Array(count),
    spread: new Float64Array(count),
    touching: new Float64Array(count),
  };
  tiles.forEach(({ bins }, i) => {
    const shift = (Math.floor(first / TILE) + i) * TILE - first;
    for (let bin = Math.max(0, -shift); bin < TILE && bin + shift < count; bin++) {
      const to = bin + shift;
      out.inside[to] = bins.inside[bin] as number;
      out.spread[to] = bins.spread[bin] as number;
      out.touching[to] = bins.touching[bin] as number;
      out.edgesMs[to] = bins.edgesMs[bin] as number;
      out.edgesMs[to + 1] = bins.edgesMs[bin + 1] as number;
    }
  });
  return out;
}

/** The first of the columns that surely hold most records; null where none holds any. Tiles that lie wholly in view know theirs. */
function highestOf({ first, last, tiles }: TiledColumns): HighestColumn | null {
  let best: BandTile | null = null;
  let place = -1;
  let most = 0;
  for (let i = 0; i < tiles.length; i++) {
    const tile = tiles[i] as BandTile;
    const from = Math.max(first - (Math.floor(first / TILE) + i) * TILE, 0);
    const to = Math.min(last - (Math.floor(first / TILE) + i) * TILE, TILE - 1);
    const at = from === 0 && to === TILE - 1 ? tile.highest : highestBin(tile.bins.inside, from, to);
    if (at < 0 || !((tile.bins.inside[at] as number) > most)) continue;
    most = tile.bins.inside[at] as number;
    best = tile;
    place = at;
  }
  if (best === null) return null;
  const { edgesMs, inside, spread } = best.bins;
  return {
    startMs: edgesMs[place] as number,
    endMs: edgesMs[place + 1] as number,
    inside: inside[place] as number,
    spread: spread[place] as number,
  };
}
