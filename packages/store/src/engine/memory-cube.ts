import { WhenWhereError } from "@whenwhere/model";
import { cellRange } from "../cells/cell-range.ts";
import { checkCellQuery } from "../cells/cells-of.ts";
import { cellX, cellY } from "../cells/morton-keys.ts";
import type { Dataset } from "../columns/dataset.ts";
import { checkedEdges } from "../counts/histogram-edges.ts";
import { readField } from "../filter/field-values.ts";
import { CERTAIN, type Columns, DATE_BITS, HIDDEN } from "../types.ts";
import { CUBE_BITS } from "./brush-cube.ts";
import { type CubePlace, CubeRows } from "./cube-rows.ts";
import type { Cube, CubeGroups, CubeQuery } from "./engine.ts";

/** The rows of one cube: how each stands under its clauses, by row. */
export interface CubeSource {
  readonly data: Dataset;
  readonly timeOrder: Uint32Array;
  readonly standings: Uint8Array;
}

/** Gives each row to its groups, and names them. */
interface Grouping {
  readonly values: readonly string[];
  readonly cells: () => Uint32Array;
  readonly count: () => number;
  each(rank: number, row: number, tell: (group: number) => void): void;
}

/** Most edges whose places fit 16 bits, none and all of them included. */
const MOST_EDGES = 65_534;

/** Sorts the rows that pass. Cost: one pass over the rows, two searches among the edges a dated row. */
export function cubeOf(source: CubeSource, query: CubeQuery): Cube {
  const edgesMs = checkedEdges(query.edgesMs);
  if (edgesMs.length > MOST_EDGES) {
    throw new WhenWhereError(
      "engine/query",
      `A cube of ${edgesMs.length} edges is too fine.`,
      `Ask for ${MOST_EDGES} edges at most, such as one a pixel.`,
    );
  }
  const { data, timeOrder, standings } = source;
  const grouping = groupingOf(source, query.groups);
  const sorts = new CubeRows();
  const place: CubePlace = { start: 0, end: 0, coreStart: 0, coreEnd: 0, bits: 0 };
  const tell = (group: number): void => sorts.add(group, place);
  for (let rank = 0; rank < timeOrder.length; rank++) {
    const row = timeOrder[rank] as number;
    const standing = standings[row] as number;
    if (standing === HIDDEN) continue;
    writePlace(place, { columns: data.columns, edgesMs, row });
    if (standing !== CERTAIN) place.bits |= CUBE_BITS.unsure;
    grouping.each(rank, row, tell);
  }
  return cubeOfSorts(sorts, grouping, edgesMs);
}

function cubeOfSorts(sorts: CubeRows, grouping: Grouping, edgesMs: Float64Array): Cube {
  const { length } = sorts;
  return {
    edgesMs,
    values: grouping.values,
    cells: grouping.cells(),
    groupCount: grouping.count(),
    length,
    group: sorts.group.slice(0, length),
    start: Uint16Array.from(sorts.outer.subarray(0, length), (pair) => pair >>> 16),
    end: Uint16Array.from(sorts.outer.subarray(0, length)),
    coreStart: Uint16Array.from(sorts.core.subarray(0, length), (pair) => pair >>> 16),
    coreEnd: Uint16Array.from(sorts.core.subarray(0, length)),
    bits: sorts.bits.slice(0, length),
    rows: sorts.rows.slice(0, length),
  };
}

function writePlace(
  place: CubePlace,
  { columns, edgesMs, row }: { readonly columns: Columns; readonly edgesMs: Float64Array; readonly row: number },
): void {
  const startMs = columns.outerStartMs.at(row);
  const coreStartMs = columns.coreStartMs.at(row);
  const isUndated = Number.isNaN(startMs);
  const isCored = !isUndated && !Number.isNaN(coreStartMs);
  place.start = isUndated ? 0 : edgesUpTo(edgesMs, startMs);
  place.end = isUndated ? 0 : edgesBefore(edgesMs, columns.outerEndMs.at(row));
  place.coreStart = isCored ? edgesUpTo(edgesMs, coreStartMs) : 0;
  place.coreEnd = isCored ? edgesBefore(edgesMs, columns.coreEndMs.at(row)) : 0;
  const isUncertain = (columns.dateBits.at(row) & DATE_BITS.uncertain) !== 0;
  place.bits = (isUndated ? CUBE_BITS.undated : 0) | (isUncertain ? CUBE_BITS.uncertain : 0);
}

/** How many edges lie at or before an instant. */
function edgesUpTo(edgesMs: Float64Array, ms: number): number {
  let low = 0;
  let high = edgesMs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edgesMs[middle] as number) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many edges lie before an instant. */
function edgesBefore(edgesMs: Float64Array, ms: number): number {
  let low = 0;
  let high = edgesMs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edgesMs[middle] as number) < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

function groupingOf(source: CubeSource, groups: CubeGroups): Grouping {
  if (groups.kind === "all") {
    return { values: [""], cells: () => new Uint32Array(0), count: () => 1, each: (_, __, tell) => tell(0) };
  }
  return groups.kind === "field" ? byField(source, groups.field) : byCell(source, groups);
}

function byField({ data, timeOrder }: CubeSource, field: string): Grouping {
  const { values, codes, offsets } = readField(data, field, timeOrder);
  return {
    values,
    cells: () => new Uint32Array(0),
    count: () => values.length,
    each(rank, _, tell) {
      const from = offsets === null ? rank : (offsets[rank] as number);
      const to = offsets === null ? rank + 1 : (offsets[rank + 1] as number);
      for (let i = from; i < to; i++) tell(codes[i] as number);
    },
  };
}

/** Rows without coordinates, and those of cells beyond the bounds, are in no group. */
function byCell({ data }: CubeSource, groups: Extract<CubeGroups, { kind: "cells" }>): Grouping {
  checkCellQuery(groups);
  const { zoom, bounds } = groups;
  const { lon, lat } = data.columns;
  const isIn = bounds === undefined ? () => true : cellRange(zoom, bounds);
  const numbers = new Map<number, number>();
  const side = 2 ** zoom;
  return {
    values: [],
    cells: () => Uint32Array.from([...numbers.keys()].flatMap((cell) => [cell % side, Math.floor(cell / side)])),
    count: () => numbers.size,
    each(_, row, tell) {
      if (Number.isNaN(lon.at(row))) return;
      const x = cellX(lon.at(row), zoom);
      const y = cellY(lat.at(row), zoom);
      if (!isIn(x, y)) return;
      const cell = y * side + x;
      const number = numbers.get(cell) ?? numbers.size;
      if (number === numbers.size) numbers.set(cell, number);
      tell(number);
    },
  };
}
